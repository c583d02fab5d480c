import Foundation

/// A mounted root that a scan looks into, by what other systems of the machine call it.
public struct InspectedRoot: Sendable, Equatable {
  /// Folder, without symbolic links.
  public let path: String
  /// Identifier of its file system; nil where the kernel's mounts do not tell.
  public let uuid: String?
  /// Whether a Windows lies there.
  public let isWindows: Bool

  public init(_ folder: String) {
    let path = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    self.path = path
    isWindows = FileManager.default.fileExists(atPath: path + "/Windows/System32/config")
    uuid = Self.uuid(path)
  }

  public init(path: String, uuid: String?, isWindows: Bool) {
    self.path = path
    self.uuid = uuid
    self.isWindows = isWindows
  }

  /// Whether a folder of this machine is this root or lies below it.
  public func holds(_ folder: String) -> Bool {
    folder == path || folder.hasPrefix(path == "/" ? "/" : path + "/")
  }

  /// The link of /dev/disk/by-uuid that leads to the mounted device.
  private static func uuid(_ path: String) -> String? {
    let links = "/dev/disk/by-uuid"
    do {
      let table = MountTable(try FileTree(root: "/").lines("/proc/self/mountinfo", limit: 16 << 20))
      guard let source = table.at(path)?.source else { return nil }
      let device = URL(fileURLWithPath: source).resolvingSymlinksInPath().path
      return try FileManager.default.contentsOfDirectory(atPath: links).first { name in
        URL(fileURLWithPath: "\(links)/\(name)").resolvingSymlinksInPath().path == device
      }
    } catch {
      return nil
    }
  }
}
