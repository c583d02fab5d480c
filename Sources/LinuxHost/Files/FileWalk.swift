import CShims
import Facts
import Glibc

/// Visits everything below the root of a tree once, without following a link.
///
/// Folders of the kernel's own file systems are left out. Several threads may run one walk: each calls `run` with its own
/// visitor, and every entry goes to one of them. The order is that of the file system.
public final class FileWalk: Sendable {
  /// What the walk meets.
  public enum Event {
    case file(WalkedFile)
    case folder(path: String)
    /// A FIFO, socket or device; never opened.
    case special(path: String, info: FileInfo)
    /// A folder or file that could not be looked at.
    case failure(FileError)
  }

  private static let bufferSize = 1 << 16

  private let tree: FileTree
  private let leftOut: [RawPath: Set<[UInt8]>]
  private let work = WalkQueue()

  /// A walk that leaves out the given real paths of this machine.
  public init(_ tree: FileTree, leavingOut paths: [String] = []) {
    self.tree = tree
    let prefix = Array((tree.root.hasSuffix("/") ? String(tree.root.dropLast()) : tree.root).utf8)
    var leftOut: [RawPath: Set<[UInt8]>] = [:]
    for path in paths.map({ Array($0.utf8) }) where path.starts(with: prefix + [UInt8(ascii: "/")]) {
      let parts = path.dropFirst(prefix.count).split(separator: UInt8(ascii: "/"))
      guard let name = parts.last else { continue }
      let folder = parts.dropLast().reduce(RawPath()) { $0.appending($1) }
      leftOut[folder, default: []].insert(Array(name))
    }
    self.leftOut = leftOut
  }

  /// Visits until nothing is left; stops the whole walk with what `visit` throws.
  public func run(_ visit: (Event) throws -> Void) throws {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.bufferSize, alignment: 16)
    defer { buffer.deallocate() }
    while let item = work.next() {
      do {
        switch item {
        case .folder(let path): try open(path, buffer, visit)
        case .entries(let folder, let records):
          try records.withUnsafeBytes { try visitEntries(of: folder, $0, visit) }
        case .help(let work): work()
        }
      } catch {
        work.stop()
        throw error
      }
      work.finished()
    }
  }

  /// Offers work to the next thread of the walk that has none; it may come late, when nothing is left of it.
  public func offer(_ work: @escaping @Sendable () -> Void) { self.work.add([.help(work)]) }

  /// Ends the walk of every thread after the entry that it stands at.
  public func stop() { work.stop() }

  private func open(
    _ path: RawPath, _ buffer: UnsafeMutableRawBufferPointer, _ visit: (Event) throws -> Void
  ) throws {
    let folder: OpenFolder
    do {
      folder = try OpenFolder(tree, path)
    } catch {
      if !(error.isAbsent && !path.isRoot) { try visit(.failure(error)) }
      return
    }
    guard work.isFirstVisit(folder.identity), !folder.isKernelInterface else { return }
    while !work.isStopped {
      let count: Int
      do {
        count = try folder.read(buffer)
      } catch {
        return try visit(.failure(error))
      }
      if count == 0 { return }
      try visitEntries(of: folder, UnsafeRawBufferPointer(rebasing: buffer[..<count]), visit)
    }
  }

  private func visitEntries(
    of folder: OpenFolder, _ records: UnsafeRawBufferPointer, _ visit: (Event) throws -> Void
  ) throws {
    let unwanted = leftOut.isEmpty ? nil : leftOut[folder.path]
    var below: [WalkQueue.Item] = []
    defer { work.add(below) }
    var records = records
    var position = 0
    var entry = airseal_folder_entry()
    while !work.isStopped, airseal_next_entry(records.baseAddress, records.count, &position, &entry) {
      if work.isAnyoneIdle, let middle = Self.middle(of: records, from: position) {
        work.add([.entries(folder, Array(records[middle...]))])
        records = UnsafeRawBufferPointer(rebasing: records[..<middle])
      }
      let name = UnsafeRawBufferPointer(start: entry.name, count: entry.length)
      if let unwanted, unwanted.contains(Array(name)) { continue }
      if Int32(entry.kind) == DT_LNK { continue }
      if Int32(entry.kind) == DT_DIR {
        try meet(folder: folder.path.appending(name), &below, visit)
        continue
      }
      let info: FileInfo
      do {
        info = try folder.info(entry.name, tree.keepsBirthTimes)
      } catch {
        if !error.isAbsent { try visit(.failure(error)) }
        continue
      }
      switch info.kind {
      case .folder: try meet(folder: folder.path.appending(name), &below, visit)
      case .regular:
        try visit(.file(WalkedFile(info: info, tree: tree, folder: folder, cName: entry.name, name: name)))
      case .other: try visit(.special(path: folder.path.appending(name).display, info: info))
      case .link: break
      }
    }
  }

  /// Where the second half of the entries from a position on begins; nil where there is at most one.
  private static func middle(of records: UnsafeRawBufferPointer, from position: Int) -> Int? {
    let half = position + (records.count - position) / 2
    var at = position
    var last = position
    var entry = airseal_folder_entry()
    while at <= half {
      last = at
      guard airseal_next_entry(records.baseAddress, records.count, &at, &entry) else { return nil }
    }
    return last > position ? last : at < records.count ? at : nil
  }

  private func meet(
    folder path: RawPath, _ below: inout [WalkQueue.Item], _ visit: (Event) throws -> Void
  ) throws {
    below.append(.folder(path))
    try visit(.folder(path: path.display))
  }
}
