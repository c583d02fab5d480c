import CShims
import Facts

/// A regular file that a walk stands at; valid only during the visit.
public struct WalkedFile {
  public let info: FileInfo
  let tree: FileTree
  let folder: OpenFolder
  let cName: UnsafePointer<CChar>
  /// The last part of the path, as the file system keeps it.
  public let name: UnsafeRawBufferPointer

  /// The path as the machine sees it; bytes that are not UTF-8 become U+FFFD.
  public var path: String { folder.path.appending(name).display }

  /// Whether the file's change time is the kernel's own, so that an unchanged one means an unchanged file.
  public var keepsChangeTime: Bool { folder.keepsChangeTimes }

  /// The path of the file's folder as the file system keeps it.
  public var folderPath: [UInt8] { folder.path.bytes }

  /// Opens the file for reading, without touching its access time where the kernel allows.
  public func open() throws(FileError) -> OpenFile {
    let path = path
    let descriptor = try tree.withReaderRights(path) { () throws(FileError) in
      try folder.openFile(cName, path)
    }
    let file = OpenFile(path: path, descriptor: descriptor)
    guard try file.info(tree.keepsBirthTimes).kind == .regular else {
      throw FileError(path: path, reason: .notRegularFile)
    }
    return file
  }
}
