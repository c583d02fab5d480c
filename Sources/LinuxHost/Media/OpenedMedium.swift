import CShims
import Facts
import Glibc

/// A medium whose files can be read: a folder as it stands, or volumes that were mounted for reading only.
public final class OpenedMedium: Sendable {
  /// Where the files come from.
  public enum Source: Sendable, Equatable {
    case folder
    case image
    /// A block device, by its "major:minor".
    case device(String)
  }

  /// One file system of the medium.
  public struct Volume: Sendable, Equatable {
    /// Folder below the tree's root.
    public let path: String
    public let fileSystem: String
  }

  /// A part that cannot be read.
  public struct Problem: Sendable, Equatable {
    public let path: String
    public let reason: Reason
    public let detail: String
  }

  /// What was asked for, as the user wrote it.
  public let name: String
  public let source: Source
  public let files: FileTree
  public let volumes: [Volume]
  public let problems: [Problem]
  /// Bytes of the disk or image; nil for a folder.
  public let size: UInt64?
  private let base: String?
  private let points: [String]

  init(
    name: String, source: Source, files: FileTree, volumes: [Volume], problems: [Problem] = [],
    size: UInt64? = nil, base: String? = nil, points: [String] = []
  ) {
    self.name = name
    self.source = source
    self.files = files
    self.volumes = volumes
    self.problems = problems
    self.size = size
    self.base = base
    self.points = points
  }

  deinit {
    for point in points {
      airseal_unmount(point)
      if point != base { rmdir(point) }
    }
    if let base { rmdir(base) }
  }
}

/// Why a medium cannot be opened at all.
public enum MediumError: Error, Equatable {
  case absent(String)
  /// Neither a folder, a disk nor a file.
  case noMedium(String)
  /// The running system stands on it, mounted there.
  case runningSystem(String, String)
  /// Only root may mount.
  case needsRoot(String)
  case unreadable(String, detail: String)
  /// A file without a file system or partition table.
  case noFileSystem(String)
}
