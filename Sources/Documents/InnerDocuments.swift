import Markings
import ParseWire

/// One reading of a file: judges its text and that of the documents inside it, to any format, within shared limits.
final class InnerDocuments {
  /// A marking and which of the inner documents holds it; 0 is the file itself.
  struct Found {
    var hit: Hit
    var member: Int
  }

  private static let inForce: [Hit.Level] = [.tuyetMat, .toiMat, .mat, .review]

  private let finder: MarkingFinder
  private let identifier: TypeIdentifier
  private let limits: NestLimits
  private let fileSize: Int
  private(set) var found: [Found] = []
  /// Why some document could not be read; `none` where all could.
  private(set) var cause = ParseReply.Cause.none
  /// Pages, of all documents, that hold a picture and no text.
  private(set) var imagePages = 0
  /// What marked documents lack of the formalities of release.
  private(set) var missing: ReleaseFormalities = []
  private var depth = 0
  private var count = 0
  private var unpacked = 0

  init(
    _ finder: MarkingFinder, _ identifier: TypeIdentifier, fileSize: Int, limits: NestLimits = NestLimits()
  ) {
    self.finder = finder
    self.identifier = identifier
    self.limits = limits
    self.fileSize = fileSize
  }

  /// Reads a document that stands inside the one that is read: a member, an attachment, an embedded object.
  ///
  /// Its type follows from its bytes; `name` is judged as a name. What cannot be read leaves its cause.
  func read(_ bytes: [UInt8], name: String? = nil) {
    if let name { read(name: name) }
    guard !bytes.isEmpty else { return }
    guard depth < limits.depth else { return fail(.tooDeep) }
    guard count < limits.documents, hasRoom(for: bytes.count) else { return fail(.tooLarge) }
    count += 1
    unpacked += bytes.count
    depth += 1
    defer { depth -= 1 }
    read(DocumentFile(bytes: bytes), name: name, member: count)
  }

  /// Judges the name of an inner document: each folder of its path and the name itself.
  func read(name: String) {
    let names = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).map(String.init)
    judge([TextPart(.name, lines: names)], member: count + 1)
  }

  /// Notes that an inner document could not even be unpacked.
  func fail(_ cause: ParseReply.Cause) {
    if self.cause == .none { self.cause = cause }
  }

  /// Whether so many more bytes may be unpacked.
  func hasRoom(for size: Int) -> Bool {
    let total = unpacked + size
    guard size <= limits.documentSize, total <= limits.bytes else { return false }
    return total <= limits.freeBytes || total / limits.ratio <= fileSize
  }

  /// Whether a marking can be in the bytes, of whichever part of a document they are.
  func mayMatch(_ bytes: [UInt8]) -> Bool {
    finder.mayMatch(bytes, in: .body) || finder.mayMatch(bytes, in: .property)
  }

  /// Bytes that may still be unpacked.
  var room: Int { max(0, limits.bytes - unpacked) }

  /// Bytes that the next document may have.
  var documentRoom: Int { limits.documentSize }

  /// Whether the first bytes of an inner document show that it is none, so that the rest need not be unpacked.
  func isNoDocument(head: [UInt8], name: String?) -> Bool {
    guard TypeSniff.type(Array(head.prefix(TypeSniff.length))) == .other else { return false }
    return name.flatMap { TypeSniff.promised(by: $0) } == nil
  }

  /// Whether some of the texts can hold a marking.
  func mayMark(_ texts: [RawText]) -> Bool { texts.contains { finder.mayMatch($0.bytes, in: $0.kind) } }

  /// Reads the outermost document, of a known type; nil where no format takes it, or where it cannot be read.
  func readOutermost(_ file: DocumentFile, _ type: FileType) -> Extract? {
    do {
      return try extract(file, type, member: 0)
    } catch let failure as Unreadable {
      fail(failure.cause)
    } catch {
      fail(.damaged)
    }
    return nil
  }

  private func read(_ file: DocumentFile, name: String?, member: Int) {
    do {
      let type = try identifier.identify(file, name: name)
      if try extract(file, type, member: member) == nil, type.isUnsupportedDocument { fail(.unsupported) }
    } catch let failure as Unreadable {
      fail(failure.cause)
    } catch {
      fail(.damaged)
    }
  }

  /// nil where no format takes the type.
  private func extract(_ file: DocumentFile, _ type: FileType, member: Int) throws -> Extract? {
    guard let format = Formats.format(type) else { return nil }
    let extract = try format.extract(file, self)
    let texts = extract.texts.filter { finder.mayMatch($0.bytes, in: $0.kind) }
    judge(extract.parts + texts.map(\.part), member: member) { extract.parts + extract.texts.map(\.part) }
    imagePages += extract.imagePages
    if extract.isPartial { fail(.partlyRead) }
    return extract
  }

  /// Finds the markings of some parts; `all` gives the whole document where one is in force.
  private func judge(_ parts: [TextPart], member: Int, all: @escaping () -> [TextPart] = { [] }) {
    do {
      let hits = try finder.find(in: parts, document: all)
      for hit in hits { keep(Found(hit: hit, member: member)) }
      if hits.contains(where: { Self.inForce.contains($0.level) && $0.part != .name }) {
        missing.formUnion(ReleaseFormalities.missing(in: all()))
      }
    } catch { fail(.damaged) }
  }

  /// Keeps a hit; when there are too many, one of each level at least.
  private func keep(_ item: Found) {
    if found.count < MarkingFinder.hitLimit { return found.append(item) }
    func count(_ level: Hit.Level) -> Int { found.count { $0.hit.level == level } }
    guard count(item.hit.level) == 0 else { return }
    if let spare = found.lastIndex(where: { count($0.hit.level) > 1 }) { found[spare] = item }
  }
}
