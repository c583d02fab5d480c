import CZbar
import ParseWire

/// Reads the QR code of a photo, scan or PDF file of a printed stamp.
public struct QRReader {
  /// Largest file that is read, bytes.
  public static let fileLimit = 64 << 20

  private let zbar: OpaquePointer

  /// Nil where the system has no libzbar; call before the sandbox closes.
  public init?() {
    guard let zbar = airseal_zbar_open() else { return nil }
    self.zbar = zbar
  }

  /// The text of the one QR code in a file.
  public func read(_ bytes: [UInt8]) -> LabelReply {
    var found = LabelReply(.noCode)
    let isReadable = PictureFile.pictures(bytes) { image in
      found = read(image)
      return found.outcome != .noCode
    }
    return isReadable ? found : LabelReply(.unreadable)
  }

  /// Tries the picture as it is, then smaller, which takes noise away, then larger.
  private func read(_ image: GreyImage) -> LabelReply {
    var current = image
    while true {
      if let reply = look(current) { return reply }
      guard min(current.width, current.height) >= 320 else { break }
      current = current.half
    }
    if max(image.width, image.height) <= 1600, let reply = look(image.double) { return reply }
    return LabelReply(.noCode)
  }

  /// Nil where there is no code.
  private func look(_ image: GreyImage) -> LabelReply? {
    var text = [CChar](repeating: 0, count: LabelReply.sizeLimit - 1)
    var length = 0
    let count = airseal_zbar_read(
      zbar, image.points, UInt32(image.width), UInt32(image.height), &text, text.count, &length)
    guard count > 0 else { return nil }
    guard count == 1 else { return LabelReply(.severalCodes) }
    guard length <= text.count,
      let read = String(validating: text.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    else { return LabelReply(.unreadable) }
    return LabelReply(.done, text: read)
  }
}
