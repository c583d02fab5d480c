import Collectors
import Facts
import Foundation
import Rules
import Scanning

/// Builds samples from their manifests: the recording, the signed answers, the pinned test key.
public struct SampleBuilder {
  /// Folder of the manifests.
  public let source: String
  public let options: CollectorOptions
  public let pack: RulePack

  public init(source: String, options: CollectorOptions, pack: RulePack) {
    self.source = source
    self.options = options
    self.pack = pack
  }

  /// Names of all samples, sorted; a folder without an expectation is only a base for others.
  public func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: source)
      .filter { FileManager.default.fileExists(atPath: "\(source)/\($0)/expected.json") }.sorted()
  }

  public func build(_ name: String, into folder: String) throws {
    try build(try Manifest.load(name, in: source), into: folder)
  }

  /// Builds a recording from a manifest, with answers bound to the identity that its scan finds.
  public func build(_ manifest: Manifest, into folder: String) throws {
    try RecordingWriter(manifest: manifest, folder: folder).write()
    guard manifest.answers?.isEmpty == false else { return }
    try SampleAnswers(manifest: manifest, folder: folder).write(machine: try machine(of: folder))
  }

  private func machine(of folder: String) throws -> String {
    let host = try FactsOrigin.recording(folder).open()
    let store = try FactsStore()
    for type in Registry.all where type.tables.contains(MachineIdentity.table) {
      try store.collect(source: type.name, tables: type.tables, monitor: SilentMonitor()) {
        try type.init(options).collect(from: host, into: $0)
      }
    }
    let path = NSTemporaryDirectory() + "airseal-identity-" + UUID().uuidString
    defer { for suffix in ["", ".sha256"] { unlink(path + suffix) } }
    return MachineDigest.of(try Seal.seal(store, to: path).fetch(MachineIdentity.self))
  }
}
