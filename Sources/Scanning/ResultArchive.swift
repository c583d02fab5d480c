import Foundation

/// The folder of self-checks: one folder a result, named by its time, with the verdict's exit code beside it.
public struct ResultArchive: Sendable {
  private let folder: String
  private static let verdictFile = "verdict"

  public init(_ folder: String) { self.folder = folder }

  /// The path of a result that begins at a moment.
  public func newFolder(at time: Date) -> String { folder + "/" + Self.stamp(time) }

  /// Notes the exit code of the newest result, then removes results that are neither among the newest `count`, nor
  /// younger than `days`, nor the last of their verdict. Throws what the file system says.
  public func keep(code: Int32, count: Int, days: Int, now: Date) throws {
    let manager = FileManager.default
    guard manager.fileExists(atPath: folder) else { return }
    let names = try manager.contentsOfDirectory(atPath: folder).filter(Self.isStamp).sorted(by: >)
    guard let newest = names.first else { return }
    try Data("\(code)\n".utf8).write(to: URL(fileURLWithPath: "\(folder)/\(newest)/\(Self.verdictFile)"))
    let oldest = Self.stamp(now - Double(days) * 86_400)
    var seen: Set<String> = []
    for (index, name) in names.enumerated() {
      let isLastOfItsVerdict = seen.insert(verdict(name)).inserted
      if isLastOfItsVerdict || (index < count && name >= oldest) { continue }
      try manager.removeItem(atPath: "\(folder)/\(name)")
    }
  }

  private func verdict(_ name: String) -> String {
    guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)/\(Self.verdictFile)") else {
      return ""
    }
    return String(decoding: data, as: UTF8.self)
  }

  /// As 20261121T100500Z.
  private static func stamp(_ time: Date) -> String {
    let form = DateFormatter()
    form.locale = Locale(identifier: "en_US_POSIX")
    form.timeZone = TimeZone(identifier: "UTC")
    form.dateFormat = "yyyyMMdd'T'HHmmss'Z'"
    return form.string(from: time)
  }

  private static func isStamp(_ name: String) -> Bool {
    name.utf8.count == 16 && name.hasSuffix("Z") && name.utf8.dropFirst(8).first == UInt8(ascii: "T")
  }
}
