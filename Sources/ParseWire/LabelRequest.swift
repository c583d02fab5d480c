/// What a printed stamp shows, and how large; the worker draws it into a descriptor.
public struct LabelRequest: Codable, Sendable, Equatable {
  /// Longest request, bytes.
  public static let sizeLimit = 16 << 10
  /// Largest file that is drawn, bytes.
  public static let fileLimit = 8 << 20

  public enum Format: String, Codable, Sendable, CaseIterable {
    case pdf
    case svg
  }

  /// A line of the label; long values are broken.
  public struct Row: Codable, Sendable, Equatable {
    public var caption: String
    public var value: String
    public var isStrong: Bool

    public init(_ caption: String, _ value: String, isStrong: Bool = false) {
      self.caption = caption
      self.value = value
      self.isStrong = isStrong
    }
  }

  public var format: Format
  /// Millimetres.
  public var width: Double
  /// Millimetres.
  public var height: Double
  /// Side of the QR code with its margin, millimetres.
  public var code: Double
  /// Who issued it, above the heading.
  public var issuer: String
  public var heading: String
  public var rows: [Row]
  public var footer: String
  /// A word over the label that takes its value away, as on samples.
  public var notice: String?
  /// Text of the QR code.
  public var text: String

  public init(
    format: Format, width: Double, height: Double, code: Double, issuer: String, heading: String, rows: [Row],
    footer: String, notice: String? = nil, text: String
  ) {
    self.format = format
    self.width = width
    self.height = height
    self.code = code
    self.issuer = issuer
    self.heading = heading
    self.rows = rows
    self.footer = footer
    self.notice = notice
    self.text = text
  }
}
