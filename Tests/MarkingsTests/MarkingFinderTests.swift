import Foundation
import Testing

@testable import Markings

struct Fragment: Decodable, CustomStringConvertible {
  var id: String
  var channel: String
  var expect: String
  var text: String

  var description: String { id }

  var part: TextPart {
    let kind: TextPart.Kind =
      switch channel {
      case "filename": .name
      case "subject": .subject
      case "property": .property
      case "header": .header
      default: .body
      }
    return TextPart(
      kind, lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
  }

  static func all() -> [Fragment] {
    let file = Repository.tests.appending(path: "Fixtures/fragments.json")
    guard let data = FileManager.default.contents(atPath: file.path) else { return [] }
    do { return try JSONDecoder().decode([Fragment].self, from: data) } catch { return [] }
  }
}

/// The level of a document: the highest of its hits.
func level(_ hits: [Hit]) -> String {
  let order: [Hit.Level] = [.tuyetMat, .toiMat, .mat, .review, .released, .foreign]
  return order.first { level in hits.contains { $0.level == level } }?.rawValue ?? "none"
}

struct MarkingFinderTests {
  static let codes = [
    "TUYET": "tuyet_mat", "TOI": "toi_mat", "MAT": "mat", "REVIEW": "review", "FOREIGN": "foreign",
    "RELEASED": "released", "NONE": "none",
  ]

  @Test func fragmentsAreThere() { #expect(Fragment.all().count == 85) }

  @Test(arguments: Fragment.all())
  func judgesFragment(_ fragment: Fragment) throws {
    let hits = try MarkingFinder(Repository.markingRules()).find(in: [fragment.part])
    #expect(level(hits) == Self.codes[fragment.expect])
  }

  @Test func everyRuleKeepsItsExamples() throws {
    let rules = try Repository.markingRules()
    let finder = MarkingFinder(rules)
    for rule in rules.rules {
      #expect(rule.examples.contains { $0.expect != "none" }, "\(rule.id)")
      for example in rule.examples {
        let kind = try example.part.map { try #require(TextPart.Kind(rawValue: $0)) } ?? .body
        let part = TextPart(kind, lines: example.text.components(separatedBy: "\n"))
        let hits = try finder.find(in: [part])
        #expect(level(hits) == example.expect, "\(rule.id): \(example.text)")
        if example.expect != "none" {
          #expect(hits.contains { $0.rule == rule.id }, "\(rule.id): \(example.text)")
        }
      }
    }
  }

  @Test func namesPlaceOfHit() throws {
    let hits = try MarkingFinder(Repository.markingRules()).find(in: [
      TextPart(.body, page: 1, lines: ["Số: 4/BC-UBND", "BÁO CÁO"]),
      TextPart(.body, page: 2, lines: ["", "TỐI MẬT"]),
    ])
    #expect(
      hits == [Hit(level: .toiMat, rule: "level_alone", confidence: .high, part: .body, page: 2, line: 2)])
  }

  @Test func boundsHits() throws {
    let lines = Array(repeating: "TỐI MẬT", count: 5000)
    let hits = try MarkingFinder(Repository.markingRules()).find(in: [TextPart(.body, lines: lines)])
    #expect(hits.count == MarkingFinder.hitLimit)
  }

  @Test func directiveThatQuotesEveryTermIsNoSecret() throws {
    let text = """
      CHỈ THỊ
      Về tăng cường công tác bảo vệ bí
      mật nhà nước trên địa bàn tỉnh

      Người tham dự cuộc họp có nội dung bí mật nhà nước độ Tuyệt mật, Tối mật, Mật phải nộp thiết bị.
      Văn bản chưa ghi rõ "số lượng bản phát hành", "được phép hoặc không được phép sao, chụp" ở mục nơi nhận.
      Nghiêm cấm soạn thảo tài liệu bí mật nhà nước trên máy tính đã kết nối Internet.
      Nơi nhận:
      - Thường trực Tỉnh ủy;
      - Lưu: VT.
      """
    let hits = try MarkingFinder(Repository.markingRules()).find(in: [
      TextPart(.body, lines: text.components(separatedBy: "\n"))
    ])
    #expect(hits.isEmpty)
  }
}
