import Foundation
import Yaml

/// Sizes and fonts of printed stamps, as `rules/stamp-labels.yaml` has them.
struct LabelSizes: Decodable {
  /// A label; lengths are millimetres.
  struct Size: Decodable {
    let id: String
    let width: Double
    let height: Double
    /// Side of the QR code with its margin.
    let code: Double
    /// Longest text of the QR code.
    let bytes: Int
  }

  struct Fonts: Decodable {
    let regular: String
    let bold: String
  }

  static let fileName = "stamp-labels.yaml"

  let sizes: [Size]
  let fonts: [Fonts]

  /// Throws `Failure` where the file is missing or malformed.
  static func read(rules: String) throws -> LabelSizes {
    let path = rules + "/" + fileName
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(validating: data, as: UTF8.self)
    else { throw Failure(.cannotWork, "Không đọc được \(path).", "Cannot read \(path).") }
    do {
      return try StrictDecoder.decode(LabelSizes.self, from: text)
    } catch let refusal as StrictRefusal {
      let place = "\(path):\(refusal.line):\(refusal.column)"
      throw Failure(.cannotWork, "\(place): \(refusal.problem)", "\(place): \(refusal.problem)")
    }
  }

  /// The size of that name, or the first one that takes a QR code of so many bytes.
  func size(_ name: String?, bytes: Int) throws -> Size {
    if let name {
      guard let named = sizes.first(where: { $0.id == name }) else {
        let known = sizes.map(\.id).joined(separator: ", ")
        throw Failure(
          .usage, "Không có cỡ tem “\(name)”; chọn một trong: \(known).",
          "There is no label size “\(name)”; choose one of: \(known).")
      }
      guard bytes <= named.bytes else {
        throw Failure(
          .usage, "Mã QR dài \(bytes) byte, cỡ tem “\(name)” chỉ in được \(named.bytes) byte.",
          "The QR code has \(bytes) bytes; labels of size “\(name)” take \(named.bytes).")
      }
      return named
    }
    guard let size = sizes.first(where: { $0.bytes >= bytes }) else {
      throw Failure(
        .cannotWork, "Mã QR dài \(bytes) byte, không cỡ tem nào in được.",
        "The QR code has \(bytes) bytes; no label takes it.")
    }
    return size
  }

  /// The fonts of the bundle, or the first pair that this machine has.
  func font() throws -> Fonts {
    var pairs = fonts
    if let bundle = ProcessInfo.processInfo.environment["AIRSEAL_ROOT"] {
      pairs =
        fonts.map { pair in
          Fonts(
            regular: bundle + "/share/fonts/" + (pair.regular as NSString).lastPathComponent,
            bold: bundle + "/share/fonts/" + (pair.bold as NSString).lastPathComponent)
        } + fonts
    }
    let found = pairs.first { pair in
      [pair.regular, pair.bold].allSatisfy { FileManager.default.fileExists(atPath: $0) }
    }
    guard let found else {
      let first = fonts.first.map { ($0.regular as NSString).lastPathComponent } ?? ""
      throw Failure(
        .cannotWork,
        "Máy này không có phông chữ để in tem (\(first)); cài gói fonts-croscore hoặc fonts-dejavu-core.",
        "This machine has no font to print stamps (\(first)); install fonts-croscore or fonts-dejavu-core.")
    }
    return found
  }
}
