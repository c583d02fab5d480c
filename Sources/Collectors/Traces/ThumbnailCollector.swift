import LinuxHost

/// Previews of documents (freedesktop.org Thumbnail Managing Standard): they outlive the document.
struct ThumbnailCollector: HomeTraces {
  static let name = "thumbnails"

  let options: CollectorOptions

  init(_ options: CollectorOptions) { self.options = options }

  func look(in home: Home, _ files: FileTree, _ traces: TraceWriter) throws {
    var folders = ["\(home.path)/.thumbnails"]
    folders += try DataFolders.caches(of: home, traces).map { "\($0)/thumbnails" }
    for folder in folders {
      for size in try traces.names(in: folder) where size != "fail" {
        for name in try traces.names(in: "\(folder)/\(size)") where name.hasSuffix(".png") {
          let path = "\(folder)/\(size)/\(name)"
          try traces.reading { try read(path, home, files, traces) }
        }
      }
    }
  }

  private func read(_ path: String, _ home: Home, _ files: FileTree, _ traces: TraceWriter) throws {
    let file = try files.open(path)
    let texts = PngTexts(try file.readChunk(1 << 16) ?? []).texts
    guard let address = texts["Thumb::URI"] else { return }
    let made = try file.info().modifiedAt
    try traces.add(
      .previewed, address: address, in: path, account: home.account,
      first: texts["Thumb::MTime"].flatMap { Int64($0) } ?? made, last: made)
  }
}

/// The text chunks at the start of a PNG file (ISO/IEC 15948, tEXt).
struct PngTexts {
  private(set) var texts: [String: String] = [:]

  init(_ bytes: [UInt8]) {
    var rest = bytes.dropFirst(8)
    while rest.count >= 12 {
      let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      let kind = rest.dropFirst(4).prefix(4)
      let data = rest.dropFirst(8).prefix(length)
      guard data.count == length else { return }
      if kind.elementsEqual("tEXt".utf8), let end = data.firstIndex(of: 0) {
        texts[String(decoding: data[..<end], as: UTF8.self)] = String(
          decoding: data[(end + 1)...], as: UTF8.self)
      }
      rest = rest.dropFirst(12 + length)
    }
  }
}
