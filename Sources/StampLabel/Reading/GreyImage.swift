/// A picture of one byte a point.
public struct GreyImage: Sendable {
  /// Points of a side and of all.
  static let limits = (side: 20_000, points: 60_000_000)

  var width: Int
  var height: Int
  var points: [UInt8]

  /// Half as wide and high; each point is the middle of four.
  var half: GreyImage {
    let (wide, high) = (width / 2, height / 2)
    var made = [UInt8](repeating: 255, count: wide * high)
    for row in 0..<high {
      let above = row * 2 * width
      let below = above + width
      for column in 0..<wide {
        let x = column * 2
        let sum =
          Int(points[above + x]) + Int(points[above + x + 1]) + Int(points[below + x])
          + Int(points[below + x + 1])
        made[row * wide + column] = UInt8(sum / 4)
      }
    }
    return GreyImage(width: wide, height: high, points: made)
  }

  /// Twice as wide and high.
  var double: GreyImage {
    var made = [UInt8](repeating: 255, count: width * height * 4)
    for row in 0..<height * 2 {
      for column in 0..<width * 2 {
        made[row * width * 2 + column] = points[row / 2 * width + column / 2]
      }
    }
    return GreyImage(width: width * 2, height: height * 2, points: made)
  }

  static func fits(_ width: Int, _ height: Int) -> Bool {
    (1...limits.side).contains(width) && (1...limits.side).contains(height) && width * height <= limits.points
  }
}
