import Facts
import TestSupport
import Testing

@testable import Collectors

/// A marked document that left is found on every way; an ordinary one, and a folder that nobody synchronises, are not.
@Suite struct MarkedTransferCollectorTests {
  private func rows(_ tree: TemporaryTree, marked: [String]) throws -> [DocumentTransfer] {
    var options = CollectorOptions.test
    options.markedFiles = marked
    let result = try MarkedTransferCollector.run(on: tree, options)
    #expect(result.status == .complete, "\(result.gaps)")
    return result.rows(DocumentTransfer.self)
  }

  @Test func synchronisedFolders() throws {
    let tree = try BrowserTree.make().file(
      "home/an/.dropbox/info.json", #"{"personal": {"path": "/home/an/Dropbox"}}"#)
    let found = try rows(
      tree, marked: ["/home/an/Dropbox/kh.docx", "/home/an/Documents/x.docx", "/home/an/Dropboxes/y"])
    #expect(found.map(\.document) == ["/home/an/Dropbox/kh.docx"])
    #expect(found[0].channel == .sync && found[0].peer == "dropbox.com" && found[0].account == "an")
    #expect(try rows(BrowserTree.make(), marked: ["/home/an/Dropbox/kh.docx"]).isEmpty)
  }

  @Test func messengers() throws {
    let folder = "home/an/Documents/Zalo Received Files"
    let tree = try BrowserTree.make().file("\(folder)/kh.docx")
    #expect(try rows(tree, marked: ["/\(folder)/kh.docx"]).map(\.channel) == [.chat])
  }

  @Test func sentMail() throws {
    let mail = """
      From -
      Content-Disposition: attachment; filename="ke-hoach.docx"
      Content-Disposition: attachment;
       filename*=UTF-8''T%E1%BB%90I%20M%E1%BA%ACT%2005.docx
      Content-Disposition: attachment; filename="=?UTF-8?B?VFVZ4buGVCBN4bqsVCA3LnBkZg==?="
      Content-Disposition: attachment; filename="menu.pdf"
      """
    let tree = try BrowserTree.make().file(
      "home/an/.thunderbird/a.default/ImapMail/mail.example.vn/Sent", mail, at: 1_779_246_600)
    let found = try rows(tree, marked: ["/home/an/VB/ke-hoach.docx"])
    #expect(
      Set(found.map(\.document)) == ["/home/an/VB/ke-hoach.docx", "./TỐI MẬT 05.docx", "./TUYỆT MẬT 7.pdf"])
    #expect(found.allSatisfy { $0.channel == .mail && $0.peer == "mail.example.vn" && $0.account == "an" })
    #expect(found.first { $0.document.hasPrefix("./TỐI") }?.level == .toiMat)
  }

  @Test func sharesAndPrinters() throws {
    let tree = try BrowserTree.make()
      .file(
        "home/an/.local/share/recently-used.xbel",
        "<bookmark href=\"smb://nas/chung/T%E1%BB%90I%20M%E1%BA%ACT.odt\" modified=\"2026-05-20T03:10:00Z\"/>"
          + "<bookmark href=\"file:///home/an/T%E1%BB%90I%20M%E1%BA%ACT.odt\"/>"
      )
      .file("etc/cups/printers.conf", "<Printer P1>\nDeviceURI ipp://192.168.1.60/ipp\n</Printer>\n")
      .file("var/log/cups/page_log", "P1 an 12 [20/May/2026:10:10:00 +0700] 1 1 - localhost kh.docx - -\n")
    let found = try rows(tree, marked: [])
    #expect(found.map(\.channel) == [.share] && found[0].peer == "nas" && found[0].lastSeen == 1_779_246_600)
  }
}
