import Facts
import Foundation
import GRDB
import TestSupport
import Testing

@testable import Collectors

/// Each program's traces: a marked name is found, an ordinary one leaves no row, a closed file is a gap.
struct HomeTracesTests {
  private static let passwd = "root:x:0:0:root:/root:/bin/bash\nan:x:1000:1000:An:/home/an:/bin/bash\n"

  private func tree() throws -> TemporaryTree { try TemporaryTree().file("etc/passwd", Self.passwd) }

  private func documents(_ result: Collected) -> [String] { result.rows(DocumentTrace.self).map(\.document) }

  @Test func recentFiles() throws {
    let bookmarks = """
      <xbel><bookmark href="file:///media/usb/KH%20T%E1%BB%90I%20M%E1%BA%ACT.docx" added="2026-01-02T03:04:05Z"
        modified="2026-01-02T03:04:05Z" visited="2026-02-02T03:04:05.123Z"><info/></bookmark>
      <bookmark href="file:///home/an/bao-cao.odt" added="2026-01-02T03:04:05Z"/></xbel>
      """
    let tree = try tree().file("home/an/.local/share/recently-used.xbel", bookmarks)
      .file(
        "home/an/.local/share/RecentDocuments/x.desktop",
        "[Desktop Entry]\nURL[$e]=file:$HOME/TUYET MAT.txt\n"
      )
      .file("home/an/snap/gedit/current/.local/share/recently-used.xbel", bookmarks)
    let result = try RecentFilesCollector.run(on: tree)
    #expect(
      Set(documents(result)) == ["/media/usb/KH TỐI MẬT.docx", "/home/an/TUYET MAT.txt"])
    let row = try #require(result.rows(DocumentTrace.self).first)
    #expect(row.account == "an" && row.level == .toiMat && row.firstSeen == 1_767_323_045)
    #expect(row.lastSeen == 1_770_001_445)
  }

  @Test func documentsThatAreStillThereAreNamed() throws {
    let tree = try tree().file("home/an/cv.odt", "x").file(
      "home/an/.local/share/recently-used.xbel",
      "<bookmark href=\"file:///home/an/cv.odt\"/><bookmark href=\"file:///home/an/gone.odt\"/>")
    let result = try RecentFilesCollector.run(on: tree)
    #expect(documents(result) == ["/home/an/cv.odt"])
    #expect(result.rows(DocumentTrace.self).map(\.level) == [.none])
  }

  @Test func libreOffice() throws {
    let tree = try tree().file(
      "home/an/.config/libreoffice/4/user/registrymodifications.xcu",
      """
      <item oor:path="/org.openoffice.Office.Histories/Histories/org.openoffice.Office.Histories:HistoryInfo['PickList']/ItemList">\
      <node oor:name="file:///home/an/05-BC%20(M%E1%BA%ADt).odt" oor:op="replace"/></item>
      """)
    #expect(documents(try LibreOfficeRecentCollector.run(on: tree)) == ["/home/an/05-BC (Mật).odt"])
  }

  @Test func wps() throws {
    let tree = try tree().file(
      "home/an/.config/Kingsoft/Office.conf",
      "[6.0]\nwpsoffice\\Application%20Settings\\RecentFiles\\1=/home/an/CV T\\x1ed1i m\\x1ead\\x74 3.wps\n")
    #expect(documents(try WpsRecentCollector.run(on: tree)) == ["/home/an/CV Tối mật 3.wps"])
  }

  @Test func thumbnails() throws {
    func chunk(_ kind: String, _ data: [UInt8]) -> [UInt8] {
      withUnsafeBytes(of: UInt32(data.count).bigEndian) { Array($0) } + Array(kind.utf8) + data + [
        0, 0, 0, 0,
      ]
    }
    let picture =
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", [UInt8](repeating: 0, count: 13))
      + chunk("tEXt", Array("Thumb::URI\0file:///home/an/TOI_MAT%209.pdf".utf8))
      + chunk("tEXt", Array("Thumb::MTime\01700000000".utf8))
    let tree = try tree().file("home/an/.cache/thumbnails/large/0.png", bytes: picture)
    let result = try ThumbnailCollector.run(on: tree)
    #expect(documents(result) == ["/home/an/TOI_MAT 9.pdf"])
    #expect(result.rows(DocumentTrace.self).first?.firstSeen == 1_700_000_000)
  }

  @Test func trash() throws {
    let info =
      "[Trash Info]\nPath=/home/an/CV%20TUY%E1%BB%86T%20M%E1%BA%ACT.doc\nDeletionDate=2026-05-01T08:00:00\n"
    let tree = try tree().file("home/an/.local/share/Trash/info/CV.doc.trashinfo", info)
      .file("media/an/usb/.Trash-1000/info/x.trashinfo", "[Trash Info]\nPath=VB%20(M%E1%BA%ADt).docx\n")
    let result = try TrashCollector.run(on: tree)
    #expect(
      Set(documents(result)) == ["/home/an/CV TUYỆT MẬT.doc", "/media/an/usb/VB (Mật).docx"])
    #expect(result.rows(DocumentTrace.self).contains { $0.firstSeen == 1_777_597_200 })
  }

  @Test func printJobs() throws {
    func attribute(_ name: String, _ value: String) -> [UInt8] {
      func short(_ count: Int) -> [UInt8] { [UInt8(count >> 8), UInt8(count & 255)] }
      return [0x42] + short(name.utf8.count) + Array(name.utf8) + short(value.utf8.count) + Array(value.utf8)
    }
    let job =
      [2, 0, 0, 2, 0, 0, 0, 1, 0x02] + attribute("job-originating-user-name", "an")
      + attribute("job-name", "KH (Mật).docx") + [0x03]
    let tree = try tree().file("var/spool/cups/c00001", bytes: job)
      .file(
        "var/log/cups/page_log", "HP an 7 [01/May/2026:08:00:00 +0700] total 2 - localhost TỐI MẬT 2.pdf\n")
    let rows = try PrintJobCollector.run(on: tree).rows(DocumentTrace.self)
    #expect(rows.map(\.document) == ["./KH (Mật).docx", "./TỐI MẬT 2.pdf"])
    #expect(rows.allSatisfy { $0.account == "an" && $0.trace == .printed })
  }

  @Test func browsers() throws {
    let tree = try tree().folder("home/an/.mozilla/firefox/a.default").folder(
      "home/an/.config/chromium/Default")
    let firefox = try DatabaseQueue(path: tree.real("home/an/.mozilla/firefox/a.default/places.sqlite"))
    try firefox.write {
      try $0.execute(
        sql: """
          CREATE TABLE moz_anno_attributes (id INTEGER, name TEXT);
          CREATE TABLE moz_annos (place_id INTEGER, anno_attribute_id INTEGER, content TEXT, dateAdded INTEGER);
          INSERT INTO moz_anno_attributes VALUES (1, 'downloads/destinationFileURI');
          INSERT INTO moz_annos VALUES (1, 1, 'file:///home/an/Downloads/TOI_MAT.zip', 1700000000000000),
            (2, 1, 'file:///home/an/Downloads/hinh.png', 1700000000000000);
          """)
    }
    let chromium = try DatabaseQueue(path: tree.real("home/an/.config/chromium/Default/History"))
    try chromium.write {
      try $0.execute(
        sql: """
          CREATE TABLE downloads (target_path TEXT, current_path TEXT, start_time INTEGER, end_time INTEGER);
          INSERT INTO downloads VALUES ('/home/an/KH (Mật).pdf', '', 13350000000000000, 0);
          """)
    }
    let first = try FirefoxDownloadCollector.run(on: tree)
    #expect(documents(first) == ["/home/an/Downloads/TOI_MAT.zip"])
    #expect(first.rows(DocumentTrace.self).first?.firstSeen == 1_700_000_000)
    let second = try ChromiumDownloadCollector.run(on: tree)
    #expect(documents(second) == ["/home/an/KH (Mật).pdf"])
    #expect(second.rows(DocumentTrace.self).first?.firstSeen == 1_705_526_400)
  }

  @Test func indexesClipboardsAndEditors() throws {
    let tree = try tree().file(
      "home/an/.local/share/baloo/index", "\u{1}\u{2}KH TỐI MẬT 4.docx\u{1}ordinary.txt\u{0}"
    )
    .file("home/an/.local/share/gpaste/history.xml", "<x>\n/home/an/VB (Mật).odt\n</x>")
    .file("home/an/.viminfo", "# File marks:\n'0  1  0  ~/TUYET MAT.txt\n> ~/khac.txt\n")
    #expect(documents(try SearchIndexCollector.run(on: tree)) == ["./KH TỐI MẬT 4.docx"])
    #expect(documents(try ClipboardCollector.run(on: tree)) == ["/home/an/VB (Mật).odt"])
    #expect(documents(try EditorHistoryCollector.run(on: tree)) == ["/home/an/TUYET MAT.txt"])
  }

  @Test func closedFilesAreGaps() throws {
    let tree = try tree().file("home/an/.local/share/recently-used.xbel", "<x/>", mode: 0o600, owner: 0)
      .file("home/an/.mozilla/firefox/a/places.sqlite", "not a database at all")
    #expect(try FirefoxDownloadCollector.run(on: tree).reason == .damaged)
    tree.readAs = 65534
    #expect(try RecentFilesCollector.run(on: tree).reason == .permissionDenied)
  }

  @Test func aMachineWithoutHomesIsClean() throws {
    for type in Registry.all where type.tables == [DocumentTrace.table] {
      let result = try type.run(on: try TemporaryTree())
      #expect(result.status == .complete && result.facts.isEmpty, "\(type.name)")
    }
  }
}
