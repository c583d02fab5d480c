import Foundation
import GRDB

/// Writes a manifest as a recording folder.
public struct RecordingWriter {
  public let manifest: Manifest
  public let folder: String

  public init(manifest: Manifest, folder: String) {
    self.manifest = manifest
    self.folder = folder
  }

  /// Replaces the folder; throws where the file system or `systemd-journal-remote` refuses.
  public func write() throws {
    let manager = FileManager.default
    if manager.fileExists(atPath: folder) { try manager.removeItem(atPath: folder) }
    try makeFolder(folder + "/root")
    try header().write(toFile: folder + "/recording.yaml", atomically: true, encoding: .utf8)
    try writeKernel()
    if let devices = manifest.devices {
      try devices.write(toFile: folder + "/devices.umockdev", atomically: true, encoding: .utf8)
    }
    if let network = manifest.network {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      try encoder.encode(network).write(to: URL(fileURLWithPath: folder + "/network.json"))
    }
    if let commands = manifest.commands {
      try JSONEncoder().encode(commands).write(to: URL(fileURLWithPath: folder + "/commands.yaml"))
    }
    let entries = (manifest.files ?? [:]).filter { $0.value.remove != true }
    let paths = entries.keys.sorted()
    for path in paths { try write(entries[path], at: folder + "/root" + path) }
    if let journal = manifest.journal, !journal.isEmpty {
      try JournalWriter(entries: journal, machineID: machineID, startsAt: manifest.journalStartsAt).write(
        below: folder + "/root/var/log/journal")
    }
    for path in paths.reversed() { try finish(entries[path], at: folder + "/root" + path) }
    try dateFolders(entries)
  }

  /// Gives folders that no entry names the time of the latest entry in them, so that no time is that of the building.
  private func dateFolders(_ entries: [String: Manifest.Entry]) throws {
    var times: [String: Date] = [:]
    for (path, entry) in entries {
      var parent = (path as NSString).deletingLastPathComponent
      while parent.count > 1 {
        if entries[parent] == nil {
          times[parent] = max(times[parent] ?? .distantPast, entry.mtime ?? manifest.collectedAt)
        }
        parent = (parent as NSString).deletingLastPathComponent
      }
    }
    for (path, time) in times {
      let real = folder + "/root" + path
      var info = stat()
      guard lstat(real, &info) == 0, info.st_mode & S_IFMT == S_IFDIR else { continue }
      try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: real)
    }
  }

  private var machineID: String {
    let text = manifest.files?["/etc/machine-id"]?.text ?? "0123456789abcdef0123456789abcdef"
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private func header() -> String {
    var lines = [
      "collected_at: \(Int(manifest.collectedAt.timeIntervalSince1970))",
      "utc_offset: \(manifest.utcOffset)",
    ]
    if let readAs = manifest.readAs { lines.append("read_as: \(readAs)") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func writeKernel() throws {
    for (path, text) in manifest.kernel ?? [:] {
      let target = folder + "/kernel" + path
      try makeFolder((target as NSString).deletingLastPathComponent)
      try text.write(toFile: target, atomically: true, encoding: .utf8)
    }
  }

  private func write(_ entry: Manifest.Entry?, at path: String) throws {
    guard let entry else { return }
    try makeFolder((path as NSString).deletingLastPathComponent)
    if entry.folder == true { return try makeFolder(path) }
    if let target = entry.symlink {
      return try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
    }
    if entry.fifo == true {
      guard mkfifo(path, 0o600) == 0 else { throw POSIXError(.EIO) }
      return
    }
    if let statements = entry.sqlite {
      return try DatabaseQueue(path: path).write { try $0.execute(sql: statements) }
    }
    var data = Data((entry.text ?? "").utf8)
    if let base64 = entry.base64 {
      guard let bytes = Data(base64Encoded: base64) else { throw CocoaError(.coderInvalidValue) }
      data = bytes
    }
    if let paragraphs = entry.docx { data = try DocumentWriter.docx(paragraphs) }
    if let paragraphs = entry.odt { data = try DocumentWriter.odt(paragraphs) }
    if let lines = entry.pdf { data = DocumentWriter.pdf(lines) }
    if let size = entry.padTo, data.count < size { data.append(Data(count: size - data.count)) }
    try data.write(to: URL(fileURLWithPath: path))
  }

  private func finish(_ entry: Manifest.Entry?, at path: String) throws {
    guard let entry, entry.symlink == nil else { return }
    let manager = FileManager.default
    var mode = entry.folder == true ? 0o755 : 0o644
    if let text = entry.mode {
      guard let number = Int(text, radix: 8) else { throw CocoaError(.coderInvalidValue) }
      mode = number
    }
    var attributes: [FileAttributeKey: Any] = [
      .posixPermissions: mode, .modificationDate: entry.mtime ?? manifest.collectedAt,
    ]
    if let owner = entry.owner, getuid() == 0 { attributes[.ownerAccountID] = owner }
    try manager.setAttributes(attributes, ofItemAtPath: path)
  }

  private func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }
}
