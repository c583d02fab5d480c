import Foundation
import Testing

@testable import Markings

/// The level of a document: the highest of its hits.
func level(_ hits: [Hit]) -> String {
  let order: [Hit.Level] = [.tuyetMat, .toiMat, .mat, .review, .released, .foreign]
  return order.first { level in hits.contains { $0.level == level } }?.rawValue ?? "none"
}

@Suite(.serialized)
struct MarkingFinderTests {
  // Loading takes long and rules serve one thread; the suite is serialized.
  nonisolated(unsafe) private static let loaded = Result { try Repository.markingRules() }

  private let finder: MarkingFinder
  private let rules: MarkingRules

  init() throws {
    rules = try Self.loaded.get()
    finder = MarkingFinder(rules)
  }

  private func hits(_ text: String, _ kind: TextPart.Kind = .body) throws -> [Hit] {
    try finder.find(in: [TextPart(kind, lines: text.components(separatedBy: "\n"))])
  }

  @Test func findsEverySampleMarking() throws {
    let samples = SampleText.all("positive")
    #expect(samples.count >= 150)
    for sample in samples {
      let found = try finder.find(in: sample.parts())
      #expect(level(found) == sample.expect, "\(sample.id): \(sample.text) \(found.map(\.rule))")
    }
  }

  @Test func findsNothingInSamplesWithoutMarking() throws {
    let samples = SampleText.all("negative")
    #expect(samples.count >= 150)
    for sample in samples {
      let found = try finder.find(in: sample.parts())
      #expect(found.isEmpty, "\(sample.id): \(found.map { "\($0.rule) line \($0.line ?? 0)" })")
    }
  }

  @Test func findsSampleMarkingsInDecomposedLetters() throws {
    for sample in SampleText.all("positive") {
      var sample = sample
      sample.text = sample.text.decomposedStringWithCanonicalMapping
      #expect(level(try finder.find(in: sample.parts())) == sample.expect, "\(sample.id)")
    }
  }

  @Test func everyRuleKeepsItsExamples() throws {
    let examples = rules.rules.map { ($0.id, $0.examples) } + rules.columns.map { ($0.id, $0.examples) }
    for (id, examples) in examples {
      #expect(examples.contains { $0.expect != "none" }, "\(id)")
      #expect(examples.contains { $0.expect == "none" }, "\(id)")
      for example in examples {
        let kind = try example.part.map { try #require(TextPart.Kind(rawValue: $0)) } ?? .body
        let found = try hits(example.text, kind)
        #expect(level(found) == example.expect, "\(id): \(example.text) \(found.map(\.rule))")
        if example.expect != "none" {
          #expect(found.contains { $0.rule == id }, "\(id): \(example.text) \(found.map(\.rule))")
        }
      }
    }
  }

  @Test func namesPlaceOfHit() throws {
    let hits = try finder.find(in: [
      TextPart(.body, page: 1, lines: ["Số: 4/BC-UBND", "BÁO CÁO"]),
      TextPart(.body, page: 2, lines: ["", "TỐI MẬT"]),
    ])
    #expect(
      hits == [Hit(level: .toiMat, rule: "level_alone", confidence: .high, part: .body, page: 2, line: 2)])
  }

  @Test func saysWhetherStampStandsInItsPlace() throws {
    let above = LinePlace(left: 0.05, top: 0.2, right: 0.2, bottom: 0.22)
    let below = LinePlace(left: 0.05, top: 0.7, right: 0.2, bottom: 0.72)
    func placed(_ page: Int, _ place: LinePlace?) throws -> Bool? {
      let part = TextPart(.body, page: page, lines: ["TỐI MẬT"], places: place.map { [$0] })
      return try #require(try finder.find(in: [part]).first).isPlaced
    }
    #expect(try placed(1, above) == true)
    #expect(try placed(1, below) == false)
    #expect(try placed(2, above) == false)
    #expect(try placed(1, nil) == nil)
  }

  @Test func boundsHits() throws {
    let lines = Array(repeating: "TỐI MẬT", count: 5000)
    let hits = try finder.find(in: [TextPart(.body, lines: lines)])
    #expect(hits.count == MarkingFinder.hitLimit)
  }

  @Test func releaseEndsOnlyStampsNearIt() throws {
    let filler = Array(repeating: "nội dung", count: 40).joined(separator: "\n")
    let text = "MẬT\nGIẢI MẬT\nTừ: 01/3/2024\n\(filler)\nSố: 3/BC-UBND\nTỐI MẬT\nBÁO CÁO"
    #expect(try hits(text).map(\.level) == [.released, .toiMat])
  }

  @Test(arguments: [
    ("GIẢI MẬT\nTừ: 01/3/2024", Hit.Level.released), ("GIẢI MẬT\nTừ: 02/3/2024", .toiMat),
    ("GIẢI MẬT Từ: 01/3/2034", .toiMat), ("GIẢI MẬT\nTừ ngày 01 tháng 3 năm 2024", .released),
    ("GIẢI MẬT\nTừ ngày 01 tháng 4 năm 2024", .toiMat),
  ])
  func releaseHoldsFromItsDay(_ release: String, _ level: Hit.Level) throws {
    let finder = MarkingFinder(rules, today: Day(year: 2024, month: 3, day: 1))
    let hits = try finder.find(in: [
      TextPart(.body, lines: ["TỐI MẬT"] + release.components(separatedBy: "\n"))
    ])
    #expect(hits.map(\.level) == [level])
  }

  @Test func dropsWhatRepeatsAnotherPart() throws {
    let body = TextPart(.body, lines: ["TỐI MẬT"])
    let echo = TextPart(.property, lines: ["Độ mật=Tối mật", "Độ mật=Mật"], isEcho: true)
    #expect(try finder.find(in: [echo, body]).map(\.level) == [.toiMat, .mat])
    #expect(try finder.find(in: [echo]).map(\.level) == [.toiMat, .mat])
  }

  @Test func seesTheHeadingOfTheWholeDocument() throws {
    let body = TextPart(.body, lines: ["Số: 12/BC-UBND", "BÁO CÁO"])
    for text in ["MÆT", "tèi mËt"] {
      let title = TextPart(.subject, lines: [text])
      #expect(try finder.find(in: [title]).isEmpty)
      #expect(try finder.find(in: [title], document: { [body, title] }).count == 1)
    }
  }

  @Test func decodesValuesBesideNames() throws {
    #expect(level(try hits("Độ mật=Tèi mËt", .property)) == "toi_mat")
    #expect(level(try hits("Độ mật=Toái maät", .property)) == "toi_mat")
  }

  @Test func stampsOfThreeDocumentsAreNoList() throws {
    let text = ["TUYỆT MẬT", "TỐI MẬT", "MẬT"].map { "Số: 3/BC-UBND\n\($0)\nBÁO CÁO\n1. Nội dung." }
    #expect(try hits(text.joined(separator: "\n")).map(\.level) == [.tuyetMat, .toiMat, .mat])
  }

  @Test func stampsFarFromEachOtherAreNoList() throws {
    let filler = Array(repeating: "Nội dung của văn bản.", count: 15).joined(separator: "\n")
    let text = ["TUYỆT MẬT", "TỐI MẬT", "MẬT"].joined(separator: "\n\(filler)\n")
    #expect(try hits(text).map(\.level) == [.tuyetMat, .toiMat, .mat])
  }

  @Test func decodesRunByRun() throws {
    #expect(level(try hits("Số: 12/BC-UBND\tMËT")) == "mat")
    #expect(level(try hits("Độ mật: Tèi mËt")) == "toi_mat")
  }

  @Test(arguments: ["T¯i m§t", "TUYŽT M‡T", "M‡T", "TÓi mÆt", "TUYŒT M†T"])
  func needsNoHeadingWhereNoOtherEncodingHasTheWord(_ text: String) throws {
    #expect(try hits(text, .sheetName).count == 1)
  }

  @Test func needsHeadingWhereAnotherEncodingHasTheWord() throws {
    #expect(try hits("MÆT", .sheetName).isEmpty)
    #expect(level(try hits("Số: 12/BC-UBND\nMÆT")) == "mat")
  }

  @Test func readsBase64Blocks() throws {
    let text = "Số: 12/BC-UBND\nTUYỆT MẬT\nBÁO CÁO của đơn vị về một việc dài hơn một dòng trong thư điện tử"
    let lines = Data(text.utf8).base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed])
    let found = try hits("Content-Transfer-Encoding: base64\n\n" + lines)
    #expect(level(found) == "tuyet_mat")
    #expect(found.first?.line == 3)
  }

  @Test func unfoldsQuotedPrintable() throws {
    #expect(
      level(try hits("S=E1=BB=91: 3/BC-UBND\nT=E1=BB=90I M=E1=BA=\n=ACT\nB=C3=81O C=C3=81O")) == "toi_mat")
  }
}
