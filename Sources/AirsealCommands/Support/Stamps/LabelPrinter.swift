import CShims
import Collectors
import Foundation
import Glibc
import ParseWire

/// Prints stamps to files, and reads the QR codes of printed ones; the worker does both.
struct LabelPrinter {
  private static let patience: Int32 = 60
  private let worker: String
  private let rules: String

  init(_ installation: Installation) { self.init(worker: installation.worker, rules: installation.rules) }

  init(worker: String, rules: String) {
    self.worker = worker
    self.rules = rules
  }

  /// Writes a label as PDF or SVG, by the end of the path; `size` is a name of `rules/stamp-labels.yaml`.
  func print(_ content: LabelContent, to path: String, size: String? = nil) throws {
    guard let format = LabelRequest.Format(rawValue: (path as NSString).pathExtension.lowercased()) else {
      throw Failure(
        .usage, "\(path): tệp tem phải có đuôi .pdf hoặc .svg.",
        "\(path): a stamp's file ends with .pdf or .svg.")
    }
    let sizes = try LabelSizes.read(rules: rules)
    let chosen = try sizes.size(size, bytes: content.text.utf8.count)
    let fonts = try sizes.font()
    let request = Array(try JSONEncoder().encode(content.request(format, size: chosen)))
    let partial = path + ".partial"
    let file = open(partial, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw cannotWrite(path) }
    defer { close(file) }
    do {
      let reply = try ask(["--label", fonts.regular, fonts.bold], request, file)
      guard reply.outcome == .done else {
        throw Failure(
          .cannotWork, "Không vẽ được tem: phông chữ thiếu ký tự hoặc mã QR quá dài.",
          "The stamp cannot be drawn: the fonts lack a letter, or the QR code is too long.")
      }
      guard fsync(file) == 0, rename(partial, path) == 0 else { throw cannotWrite(path) }
    } catch {
      unlink(partial)
      throw error
    }
  }

  /// The text in the QR code of a photo, scan (PNG, JPEG) or PDF file of a printed stamp.
  func readCode(_ path: String) throws -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard file >= 0 else {
      throw Failure(
        .usage, "Không đọc được \(path): \(String(cString: strerror(errno))).",
        "Cannot read \(path): \(String(cString: strerror(errno))).")
    }
    defer { close(file) }
    let reply = try ask(["--code"], [0], file)
    switch reply.outcome {
    case .done: return reply.text
    case .noCode:
      throw Failure(
        .usage, "Không thấy mã QR trong \(path); chụp lại cho rõ, thẳng và đủ sáng.",
        "There is no QR code in \(path); take the picture again, sharp, straight and bright.")
    case .severalCodes:
      throw Failure(
        .usage, "\(path) có nhiều mã QR khác nhau; chụp riêng một tem.",
        "\(path) holds several QR codes; take a picture of one stamp.")
    case .noReader:
      throw Failure(
        .cannotWork, "Máy này không có thư viện đọc mã QR (libzbar0).",
        "This machine has no library that reads QR codes (libzbar0).")
    default:
      throw Failure(
        .usage, "\(path) không phải ảnh PNG, JPEG hoặc tệp PDF đọc được.",
        "\(path) is no PNG, JPEG or PDF file that can be read.")
    }
  }

  private func ask(_ arguments: [String], _ bytes: [UInt8], _ file: Int32) throws -> LabelReply {
    do {
      return try LabelReply(
        decoding: WorkerExchange.run(
          worker, arguments, send: bytes, with: file, seconds: Self.patience))
    } catch let failure as WorkerExchange.Failure {
      throw Failure(
        .cannotWork, "Không chạy được airseal-parse (\(failure.detail)).",
        "Cannot run airseal-parse (\(failure.detail)).")
    } catch {
      throw Failure(
        .cannotWork, "airseal-parse trả lời không hợp lệ.",
        "airseal-parse gave an answer that makes no sense.")
    }
  }

  private func cannotWrite(_ path: String) -> Failure {
    Failure(
      .cannotWork, "Không ghi được \(path): kiểm tra quyền ghi và dung lượng còn trống.",
      "Cannot write \(path): check the rights and the free space.")
  }
}
