import Foundation
import Markings
import ParseWire
import TestSupport
import Testing

@testable import Documents

/// The quick look lets every page through in which the full reading finds something.
struct HtmlSkimTests {
  private static let marks = [
    "TỐI MẬT", "MẬT", "Tuyệt mật", "TÀI LIỆU THU HỒI", "TOP SECRET//NOFORN", "Độ mật: Mật", "mËt", "TèI MËT",
    "MA^.T", "机密★10年", "T Ố I  M Ậ T", "TOI MAT",
  ]

  private static let pages: [@Sendable (String) -> String] = [
    { "<html><p>\($0)</p>" }, { $0.map { "<b>\($0)</b>" }.joined() },
    { $0.unicodeScalars.map { "&#\($0.value);" }.joined() },
    { $0.unicodeScalars.map { "<i title='>'>&#x\(String($0.value, radix: 16))</i>" }.joined() },
    { "<img alt=\"\($0)\">" }, { "<img alt='\($0.unicodeScalars.map { "&#\($0.value);" }.joined())'>" },
    { "<!-- > \($0) -->" }, { "<meta name=\"x\" content=\"\($0)\">" },
    { "<p>\($0.replacing(" ", with: "\n  "))" },
    { "<pre>a\n\($0)\nb</pre>" }, { "<p style='text-transform: uppercase'>\($0.lowercased())" },
    { "<font face=.VnTimeH>\($0)</font>" }, { "1 < 2 <p>\($0)" }, { "<a title = \"1>0\">\($0)</a>" },
  ]

  @Test(arguments: marks) func letsEveryMarkingThrough(_ mark: String) throws {
    let finder = MarkingFinder(try MarkingRules(folder: WorkerReading.rules))
    for (index, make) in Self.pages.enumerated() {
      let page = "<html><body><p>Số: 4/BC-UBND</p>\n\(make(mark))\n</body>"
      let parts = try Html.texts(page).map(\.part)
      guard try !finder.find(in: parts).isEmpty else { continue }
      #expect(mayMatch(page, finder), "form \(index)")
    }
  }

  @Test func refusesOrdinaryPages() throws {
    let finder = MarkingFinder(try MarkingRules(folder: WorkerReading.rules))
    #expect(!mayMatch("<html><title>x</title><p>bão <b>mặt</b> trời &amp; mắt &lt;1&gt; §</p>", finder))
  }

  private func mayMatch(_ page: String, _ finder: MarkingFinder) -> Bool {
    var page = page
    return page.withUTF8 { bytes in
      HtmlSkim.mayMatch(bytes) { finder.mayMatch($0) || finder.mayMatch($0, in: .property) }
    }
  }
}
