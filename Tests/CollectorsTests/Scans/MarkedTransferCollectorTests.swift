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

  @Test("Files that were chosen for a page's upload, and files that were only opened in the browser")
  func uploads() throws {
    let chosen = #"{"formdata":{"id":{"f":{"type":"file","fileList":["/home/an/VB/ke-hoach.docx"]}}}}"#
    let opened = #"{"entries":[{"url":"file:///home/an/VB/ke-hoach.docx"}],"formdata":{"id":{"q":"x"}}}"#
    let marked = ["/home/an/VB/ke-hoach.docx"]
    let profile = "home/an/.mozilla/firefox/a.default/sessionstore-backups"
    func firefox(_ text: String) throws -> [DocumentTransfer] {
      try rows(
        BrowserTree.make().file("\(profile)/previous.jsonlz4", bytes: BrowserTree.mozLz4(text)),
        marked: marked)
    }
    #expect(try firefox(chosen).map(\.document) == marked)
    #expect(try firefox(chosen).map(\.channel) == [.upload])
    #expect(try firefox(opened).isEmpty)
    func chromium(_ path: String) throws -> [DocumentTransfer] {
      var bytes: [UInt8] = Array("SNSS".utf8) + [9, 0, 0, 0]
      for unit in path.utf16 { bytes += [UInt8(unit & 0xff), UInt8(unit >> 8)] }
      bytes += [0, 0]
      let file = "home/an/.config/google-chrome/Default/Sessions/Session_1"
      return try rows(BrowserTree.make().file(file, bytes: bytes), marked: marked)
    }
    #expect(try chromium("/home/an/VB/ke-hoach.docx").map(\.document) == marked)
    #expect(try chromium("file:///home/an/VB/ke-hoach.docx").isEmpty)
    #expect(try chromium("/home/an/VB/thuc-don.docx").isEmpty)
  }

  @Test("What a transfer program sent, and what it fetched")
  func transferPrograms() throws {
    let log = """
      2026-05-20 10:10:00 /home/an/VB/ke-hoach.docx -> ftp://an@ftp.example.vn/ke-hoach.docx 0-1234 1.2 KiB/s
      2026-05-20 10:11:00 ftp://ftp.example.vn/x.docx -> /home/an/x.docx 0-1234 1.2 KiB/s

      """
    let tree = try BrowserTree.make().file("home/an/.local/share/lftp/transfer_log", log)
    let found = try rows(tree, marked: ["/home/an/VB/ke-hoach.docx", "/home/an/x.docx"])
    #expect(found.map(\.document) == ["/home/an/VB/ke-hoach.docx"])
    #expect(found.map(\.peer) == ["ftp.example.vn"])
  }
}
