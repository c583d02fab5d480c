import Glibc

/// Which drivers the kernels of a system have for a device (modules.alias, modules.dep of depmod(8)).
public struct ModuleAliases: Sendable {
  private let aliases: [(pattern: String, module: String)]
  private let paths: [String: String]

  /// Reads the tables of every installed kernel; nil if there are none, throws `FileError` if one cannot be read.
  public init?(_ files: FileTree) throws(FileError) {
    var aliases: [(String, String)] = []
    var paths: [String: String] = [:]
    for folder in try Self.kernels(files) {
      do {
        for line in try files.lines("\(folder)/modules.alias", limit: 64 << 20) {
          let words = line.split(separator: " ")
          if words.count == 3, ["usb:", "pci:", "sdio:"].contains(where: words[1].hasPrefix) {
            aliases.append((String(words[1]), Self.name(words[2])))
          }
        }
        for line in try files.lines("\(folder)/modules.dep", limit: 64 << 20) {
          let path = line.prefix { $0 != ":" }
          guard let file = path.split(separator: "/").last else { continue }
          paths[Self.name(file.prefix { $0 != "." })] = String(path)
        }
      } catch {
        if !error.isAbsent { throw error }
      }
    }
    if aliases.isEmpty { return nil }
    self.aliases = aliases
    self.paths = paths
  }

  /// Paths of the modules below their kernel's folder that claim a device.
  public func drivers(for modalias: String) -> [String] {
    aliases.filter { fnmatch($0.pattern, modalias, 0) == 0 }.compactMap { paths[$0.module] }
  }

  private static func kernels(_ files: FileTree) throws(FileError) -> [String] {
    do {
      return try files.list("/lib/modules").map { "/lib/modules/\($0)" }
    } catch {
      if error.isAbsent { return [] }
      throw error
    }
  }

  private static func name(_ text: Substring) -> String { String(text.map { $0 == "-" ? "_" : $0 }) }
}

extension Device {
  /// The text by which the kernel looks for a driver.
  public var modalias: String? { properties["MODALIAS"] ?? attributes["modalias"] }
}
