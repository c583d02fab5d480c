import CShims
import Facts
import Glibc

/// Visits everything below the root of a tree once, without following a link, one open folder at a time.
///
/// Folders of the kernel's own file systems are left out.
public struct FileWalk {
  /// What the walk meets.
  public enum Event {
    case file(WalkedFile)
    case folder(path: String)
    /// A FIFO, socket or device; never opened.
    case special(path: String, info: FileInfo)
    /// A folder or file that could not be looked at.
    case failure(FileError)
  }

  private let tree: FileTree
  private let leftOut: Set<String>

  /// A walk that leaves out the given real paths of this machine.
  public init(_ tree: FileTree, leavingOut paths: [String] = []) {
    self.tree = tree
    let prefix = tree.root.hasSuffix("/") ? String(tree.root.dropLast()) : tree.root
    leftOut = Set(paths.compactMap { $0.hasPrefix(prefix + "/") ? String($0.dropFirst(prefix.count)) : nil })
  }

  /// Runs the walk, folder by folder; stops with what `visit` throws.
  public func run(_ visit: (Event) throws -> Void) throws {
    var folders: [RawPath] = [RawPath()]
    var seen: Set<Identity> = []
    while let path = folders.popLast() {
      let folder: OpenFolder
      do {
        folder = try OpenFolder(tree, path)
      } catch {
        if !(error.isAbsent && !path.isRoot) { try visit(.failure(error)) }
        continue
      }
      guard seen.insert(folder.identity).inserted, !folder.isKernelInterface else { continue }
      var below: [RawPath] = []
      try visitEntries(of: folder, path, &below, visit)
      folders += below.reversed()
    }
  }

  private func visitEntries(
    of folder: OpenFolder, _ path: RawPath, _ below: inout [RawPath], _ visit: (Event) throws -> Void
  ) throws {
    let names: [[UInt8]]
    do {
      names = try folder.names()
    } catch {
      return try visit(.failure(error))
    }
    for name in names {
      let entry = path.appending(name)
      if leftOut.contains(entry.display) { continue }
      let info: FileInfo
      do {
        info = try folder.info(name, tree.keepsBirthTimes)
      } catch {
        if !error.isAbsent { try visit(.failure(error)) }
        continue
      }
      switch info.kind {
      case .folder:
        try visit(.folder(path: entry.display))
        below.append(entry)
      case .regular:
        try visit(.file(WalkedFile(path: entry.display, info: info, tree: tree, folder: folder, name: name)))
      case .other: try visit(.special(path: entry.display, info: info))
      case .link: break
      }
    }
  }
}

/// A regular file that a walk stands at; it can be opened only during the visit.
public struct WalkedFile {
  /// The path as the machine sees it; bytes that are not UTF-8 become U+FFFD.
  public let path: String
  public let info: FileInfo
  let tree: FileTree
  let folder: OpenFolder
  let name: [UInt8]

  /// Opens the file for reading, without touching its access time where the kernel allows.
  public func open() throws(FileError) -> OpenFile {
    let descriptor = try tree.withReaderRights(path) { () throws(FileError) in
      try folder.openFile(name, path)
    }
    let file = OpenFile(path: path, descriptor: descriptor)
    guard try file.info().kind == .regular else { throw FileError(path: path, reason: .notRegularFile) }
    return file
  }
}
