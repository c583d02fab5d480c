/// Where a line stands on its page, as fractions of the page's width and height from its upper left corner.
public struct LinePlace: Sendable, Equatable {
  public var left: Double
  public var top: Double
  public var right: Double
  public var bottom: Double

  public init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  /// Whether the line stands in the upper part of the page, where Decree 30/2020/NĐ-CP, box 10a, puts the stamp.
  var isInStampArea: Bool { (top + bottom) / 2 <= 0.4 }
}
