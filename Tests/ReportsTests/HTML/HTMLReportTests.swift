import Facts
import Foundation
import FoundationXML
import Rules
import Testing

@testable import Reports

@Suite struct HTMLReportTests {
  func html(_ sample: SampleOutcome = .init(), _ options: ReportOptions = .init()) -> String {
    HTMLReport(outcome: sample.outcome(), options: options).render()
  }

  @Test(arguments: Language.allCases)
  func isWellFormed(_ language: Language) {
    var sample = SampleOutcome()
    sample.ssid = #"</td><script>alert("1")</script>&amp;'--><!-- ]]>"# + "\u{1B}\u{202E}\u{FFFE}"
    let text = html(sample, .init(language: language))
    #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">"))
    let void = /<(meta)([^>]*)>/
    let xml = text.replacing("<!DOCTYPE html>", with: "").replacing(void) { "<\($0.1)\($0.2)/>" }
    let parser = XMLParser(data: Data(xml.utf8))
    #expect(parser.parse(), "line \(parser.lineNumber), column \(parser.columnNumber)")
    #expect(!text.contains("<script") && !text.contains("\u{202E}") && text.contains("&lt;script&gt;"))
  }

  @Test func refersToNothingOutside() {
    let text = html()
    for word in ["http://", "https://", "src=", "href=", "url(", "@import", "<link", "<script", "onload"] {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(text.contains("default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;"))
  }

  @Test func saysVerdictsInWordsAndTheLawInForce() {
    let text = html()
    for word in [
      "KHÔNG ĐẠT", "CHƯA KẾT LUẬN", "CÓ DẤU HIỆU VI PHẠM", "CHƯA ĐỦ CĂN CỨ",
      "Luật 29/2018/QH14 hết hiệu lực từ 01/3/2026; căn cứ hiện hành: khoản 2 Điều 5 Luật 117/2025/QH15: ",
      "Công cụ nêu dấu hiệu", "airseal chưa kiểm tra được nội dung này", "203.0.113.6",
    ] { #expect(text.contains(word), "\(word)") }
  }

  @Test func recordingIsNamedAtTheTop() throws {
    var sample = SampleOutcome()
    sample.nature = .recording
    let text = html(sample)
    let notice = try #require(text.range(of: "Không dùng báo cáo này để dán tem"))
    let actions = try #require(text.range(of: "Việc cần làm"))
    #expect(notice.lowerBound < actions.lowerBound)
  }

  @Test func listsAreBounded() {
    var sample = SampleOutcome()
    sample.contacts = 1500
    #expect(html(sample).contains("… và 500 mục khác, xem báo cáo JSON"))
  }
}
