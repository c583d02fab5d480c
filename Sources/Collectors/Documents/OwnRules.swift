import Facts
import LinuxHost

/// The rules for markings, whose examples carry markings themselves: known by their content, so that every copy of them
/// accuses nobody and nothing else can hide in their folder.
struct OwnRules {
  private let digests: Set<String>

  /// Reads the files of a folder; throws `FileError`.
  init(folder: String) throws {
    let tree = try FileTree(root: folder)
    digests = Set(try tree.list("/").map { try FileDigest.sha256(try tree.open($0)) })
  }

  /// Whether a file of that SHA-256, hex, is one of them.
  func contains(_ digest: String) -> Bool { digests.contains(digest) }
}
