/// One small file of every format that airseal reads, with a text in its titles, names and body.
public enum SampleFiles {
  public struct Sample: Sendable, CustomStringConvertible {
    public let name: String
    public let bytes: [UInt8]
    public var description: String { name }
  }

  /// The files; `text` should be plain ASCII, as it also becomes the name of members.
  public static func all(_ text: String) -> [Sample] {
    var samples = packages(text)
    func add(_ name: String, _ bytes: [UInt8]) { samples.append(Sample(name: name, bytes: bytes)) }
    let page =
      "<html><head><title>\(text)</title></head><body><p title=\"\(text)\">TỐI MẬT</p><!--\(text)--></body></html>"
    add("html", Array(page.utf8))
    add("xml", Array("<?xml version=\"1.0\"?><a b=\"\(text)\"><title>\(text)</title>TỐI MẬT</a>".utf8))
    add("txt", Array("\(text)\nSố: 4/BC-UBND\nTỐI MẬT\n".utf8))
    add("csv", Array("\(text);Độ mật\na;Tối mật\n".utf8))
    add("pdf", SampleDocuments.pdf([text, "TỐI MẬT", ""], title: text))
    add("odt", SampleDocuments.odt([text, "TỐI MẬT"]))
    let letter = SampleDocuments.docx([[text], ["TỐI MẬT"]], title: text)
    let members = [("\(text).docx", letter), ("\(text)/b.txt", Array("TỐI MẬT".utf8))]
    for format in ArchiveBuilder.Format.allCases where format != .ar {
      do { add("\(format)", try ArchiveBuilder.archive(format, members)) } catch {
        preconditionFailure("libarchive writes \(format): \(error)")
      }
    }
    for filter in ArchiveBuilder.Filter.allCases where filter != .none {
      do { add("tar.\(filter)", try ArchiveBuilder.archive(.tar, members, filter: filter)) } catch {
        preconditionFailure("libarchive writes \(filter): \(error)")
      }
    }
    return samples
  }

  private static func packages(_ text: String) -> [Sample] {
    func members(_ base: [String: String], _ places: [SamplePackages.Place]) -> [UInt8] {
      var zip = ZipBuilder()
      var members = base
      for place in places { members.merge(place.members) { $1 } }
      for (name, content) in members.sorted(by: { $0.key < $1.key }) {
        zip.add(name, content.replacing("$", with: "\(text)\nTỐI MẬT"))
      }
      return zip.finished()
    }
    let flat =
      "<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"t\"><office:body><office:text><text:h>\(text)</text:h><text:p>TỐI MẬT</text:p></office:text></office:body></office:document>"
    return [
      Sample(name: "docx", bytes: members(SamplePackages.docx, SamplePackages.wordPlaces)),
      Sample(name: "xlsx", bytes: members(SamplePackages.xlsx, SamplePackages.sheetPlaces)),
      Sample(name: "pptx", bytes: members(SamplePackages.pptx, SamplePackages.slidePlaces)),
      Sample(name: "ods", bytes: members(SamplePackages.ods, SamplePackages.odfPlaces)),
      Sample(name: "fodt", bytes: Array(flat.utf8)),
    ]
  }
}
