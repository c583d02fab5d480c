import LinuxHost

/// Antivirus products known by their program files, as `rules/antivirus.yaml` lists them.
struct AntivirusPrograms: Decodable {
  struct Entry: Decodable {
    let product: String
    let programs: [String]
  }

  let products: [Entry]

  /// The first of the paths at which a file stands; throws `FileError` where that could not be found out.
  static func first(of paths: [String], _ files: FileTree) throws(FileError) -> String? {
    for path in paths where try files.exists(path) { return path }
    return nil
  }
}
