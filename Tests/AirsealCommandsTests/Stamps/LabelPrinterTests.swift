import Attestation
import Foundation
import TestSupport
import Testing

@testable import AirsealCommands

/// Printed stamps: drawn, rendered as a scanner would, and read again.
@Suite struct LabelPrinterTests {
  let scratch: Scratch
  let printer = LabelPrinter(worker: Built.worker, rules: Built.rules)
  let key = KeyPair.generate(name: "Phòng An ninh chính trị nội bộ", isTest: true)

  init() throws { scratch = try Scratch() }

  private func content(_ text: String? = nil) throws -> LabelContent {
    let tem = Tem(
      serial: "AS-2026-000123", issued: 1_790_000_000, until: 1_821_536_000, edition: "bmnn-2025",
      verdict: "pass", digest: "DtEhU3ljbEg8L38VWAfUAqOyKAM6Xx-F4GawxaepmXE")
    return LabelContent(
      issuer: "Phòng An ninh chính trị nội bộ, Công an tỉnh X", serial: tem.serial,
      unit: "Văn phòng Uỷ ban nhân dân xã Nghĩa Trụ", machine: "Dell OptiPlex 7010, số sê-ri 7XK2Q33",
      issued: tem.issued, until: tem.until, code: tem.shortCode, text: try text ?? tem.sign(with: key),
      isTest: false)
  }

  private func rendered(_ pdf: String, dpi: Int, _ more: [String] = []) throws -> String {
    let stem = scratch.path + "/page-\(dpi)"
    let run = try Run("/usr/bin/pdftoppm", ["-r", "\(dpi)", "-png", "-singlefile"] + more + [pdf, stem])
    #expect(run.status == 0, "\(run.errors)")
    return stem + ".png"
  }

  @Test func whatIsPrintedIsReadAndVerifies() throws {
    let content = try content()
    #expect(content.text.utf8.count <= Tem.shortLimit)
    let pdf = scratch.path + "/tem.pdf"
    try printer.print(content, to: pdf)
    for file in [pdf, try rendered(pdf, dpi: 300), try rendered(pdf, dpi: 203, ["-gray"])] {
      let text = try printer.readCode(file)
      #expect(text == content.text)
      let (tem, signer) = try Tem.verify(text, trust: TrustStore(keys: [key.publicKey]))
      #expect(tem.serial == content.serial && signer == key.publicKey)
    }
    let words = try Run("/usr/bin/pdftotext", ["-layout", pdf, "-"]).output
    for word in ["TEM AN NINH", "AS-2026-000123", "Uỷ ban", "7XK2Q33", "21/09/2026"] {
      #expect(words.contains(word), "\(word) in \(words)")
    }
    let fonts = try Run("/usr/bin/pdffonts", [pdf]).output
    #expect(fonts.split(separator: "\n").dropFirst(2).allSatisfy { $0.contains("yes yes yes") }, "\(fonts)")
  }

  @Test func jpegPhotosAreRead() throws {
    let content = try content()
    let pdf = scratch.path + "/tem.pdf"
    try printer.print(content, to: pdf)
    let run = try Run(
      "/usr/bin/pdftoppm", ["-r", "300", "-jpeg", "-jpegopt", "quality=40", "-singlefile", pdf, pdf])
    #expect(run.status == 0)
    #expect(try printer.readCode(pdf + ".jpg") == content.text)
  }

  @Test func longCodesGetALargerLabel() throws {
    let long = String(repeating: "A1b2C3d4", count: 124)
    var content = try content(long)
    content.isTest = true
    let pdf = scratch.path + "/large.pdf"
    try printer.print(content, to: pdf)
    #expect(try printer.readCode(try rendered(pdf, dpi: 300)) == long)
    #expect(throws: Failure.self) { try printer.print(content, to: pdf, size: "standard") }
    #expect(throws: Failure.self) { try printer.print(content, to: pdf, size: "tiny") }
    content.text += "12345678901"
    #expect(throws: Failure.self) { try printer.print(content, to: pdf) }
  }

  @Test func svgHoldsItsLetters() throws {
    let svg = scratch.path + "/tem.svg"
    try printer.print(content(), to: svg)
    let text = try String(contentsOfFile: svg, encoding: .utf8)
    #expect(text.hasPrefix("<?xml") && text.contains("<svg") && !text.contains("font-family"))
    #expect(throws: Failure.self) { try printer.print(content(), to: scratch.path + "/tem.doc") }
  }

  @Test func longNamesAreCutNotLost() throws {
    var content = try content()
    content.unit = String(repeating: "Trung tâm Phát triển quỹ đất ", count: 12)
    content.machine = String(repeating: "X", count: 200)
    content.issuer = String(repeating: "Sở Nông nghiệp và Môi trường ", count: 5)
    let pdf = scratch.path + "/long.pdf"
    try printer.print(content, to: pdf)
    #expect(try printer.readCode(pdf) == content.text)
    #expect(try Run("/usr/bin/pdftotext", [pdf, "-"]).output.contains("…"))
  }

  @Test func whatIsNoPictureIsRefused() throws {
    let files = [
      ("empty", Data()), ("text.png", Data("hello".utf8)), ("cut.png", Data([0x89, 0x50, 0x4E, 0x47, 0, 0])),
      ("cut.jpg", Data([0xFF, 0xD8, 0xFF, 0xE0])), ("cut.pdf", Data("%PDF-1.7\n".utf8)),
    ]
    for (name, data) in files {
      let path = scratch.path + "/" + name
      try data.write(to: URL(fileURLWithPath: path))
      #expect(throws: Failure.self, "\(name)") { try printer.readCode(path) }
    }
    let blank = scratch.path + "/blank.pdf"
    var content = try content()
    content.text = "A"
    try printer.print(content, to: blank)
    let cut = try rendered(blank, dpi: 100, ["-x", "0", "-y", "0", "-W", "60", "-H", "60"])
    let error = #expect(throws: Failure.self) { try printer.readCode(cut) }
    #expect(error?.description.contains("QR") == true)
    #expect(throws: Failure.self) { try printer.readCode(scratch.path + "/none.png") }
    #expect(throws: Failure.self) { try printer.readCode("/dev/zero") }
  }
}
