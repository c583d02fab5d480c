import Foundation
import Markings
import ParseWire
import Testing

@testable import Documents

struct HtmlTests {
  @Test(arguments: [
    ("<html><body><p>Số: 4/BC</p><p><span>TỐI M</span><b>ẬT</b></body>", TextPart.Kind.body),
    ("<!DOCTYPE html><title>TỐI MẬT</title><p>x", .subject),
    ("<html><body>a<br>T&#7888;I M&#7852;T<br>b", .body),
    ("<html><!-- TỐI MẬT --><p>x", .comment), ("<html><img alt=\"TỐI MẬT\">", .label),
    ("<html><input value=\"TỐI MẬT\">", .formField),
    ("<html><meta name=\"Độ mật\" content=\"Tối mật\"><p>x", .property),
    ("<html><div style=\"display:none\">TỐI MẬT</div>", .body),
    ("<html><table><tr><td>a<td>TỐI MẬT</table>", .body),
    ("<html><p><font face=\".VnTimeH\">tèi mËt</font></p>", .body), ("<html><pre>a\nTỐI MẬT\nb</pre>", .body),
    ("<html><p style='text-transform:uppercase'>tối mật</p>", .body),
  ])
  func readsEveryPlace(_ page: String, _ part: TextPart.Kind) throws {
    let reply = try WorkerReading.reply(Array(page.utf8))
    #expect(reply.type == .html && reply.outcome == .read)
    #expect(Set(reply.hits.map(\.level)) == [.toiMat] && Set(reply.hits.map(\.part)) == [part])
  }

  @Test func leavesScriptsOut() throws {
    #expect(
      try WorkerReading.reply(Array("<html><script>var a = \"\\nTỐI MẬT\\n\"</script><p>x".utf8)).hits.isEmpty
    )
  }

  @Test func readsUtf16() throws {
    let page = try #require("<html><p>TỐI MẬT</p></html>".data(using: .utf16))
    #expect(try WorkerReading.reply(Array(page)).hits.map(\.level) == [.toiMat])
  }

  @Test func findsLevelsUnderTheirColumn() throws {
    let page = "<html><table><tr><th>Số<th>Độ mật</tr><tr><td>4<td>Mật</tr></table>"
    #expect(try WorkerReading.reply(Array(page.utf8)).hits.contains { $0.level == .mat && $0.line == 2 })
  }
}
