import Facts
import Foundation

/// A machine as a folder holds it, for demonstrations and tests.
///
/// The folder has `recording.yaml` and `root/`, and may have `kernel/`, `devices.umockdev`, `network.json` and `commands.yaml`; what is
/// missing was not collected.
public struct RecordingHost: Host {
  public let files: FileTree
  private let folder: FileTree
  private let manifest: RecordingManifest
  private let recordedDevices: [Device]?
  private let recordedNetwork: NetworkState?
  private let recordedCommands: RecordedCommands?

  /// Opens a recording; throws `FileError` for what is missing and `RecordingError` for what is malformed.
  public init(folder path: String) throws {
    folder = try FileTree(root: path)
    manifest = try RecordingManifest(
      yaml: try folder.text("recording.yaml", limit: 1 << 20), path: "\(path)/recording.yaml")
    files = try FileTree(root: "\(path)/root", keepsBirthTimes: false, reader: manifest.readAs)
    recordedDevices =
      if try folder.exists("devices.umockdev") {
        try UmockdevFile(folder.text("devices.umockdev"), path: "\(path)/devices.umockdev").devices
      } else {
        nil
      }
    recordedNetwork =
      if try folder.exists("network.json") {
        try Self.network(Data(folder.read("network.json")), path: "\(path)/network.json")
      } else {
        nil
      }
    recordedCommands =
      if try folder.exists("commands.yaml") {
        try RecordedCommands(yaml: folder.text("commands.yaml"), path: "\(path)/commands.yaml")
      } else {
        nil
      }
  }

  public var nature: ScanNature { .recording }
  public var hasHardware: Bool { recordedDevices != nil }
  public var hasLinkState: Bool { recordedNetwork != nil }
  public var now: Int64 { manifest.collectedAt }
  public var effectiveUID: UInt32 { manifest.readAs ?? 0 }

  public func utcOffset(at time: Int64) -> Int64 { manifest.utcOffset }

  public func kernel() throws -> FileTree {
    guard try folder.exists("kernel") else { throw Self.notRecorded }
    return try FileTree(root: "\(folder.root)/kernel", keepsBirthTimes: false, reader: manifest.readAs)
  }

  public func devices(_ subsystems: [String]) throws -> [Device] {
    guard let recordedDevices else { throw Self.notRecorded }
    return recordedDevices.filter { subsystems.contains($0.subsystem) }
  }

  public func network() throws -> NetworkState {
    guard let recordedNetwork else { throw Self.notRecorded }
    return recordedNetwork
  }

  public func run(_ call: ProgramCall, tick: () throws -> Void) throws -> BoundedProcess.Result {
    guard let answer = try recordedCommands?.answer(to: call) else { throw Self.notRecorded }
    return answer
  }

  private static let notRecorded = CollectionFailure(.notCollected, .needsRunningKernel)

  private static func network(_ data: Data, path: String) throws -> NetworkState {
    do {
      return try JSONDecoder().decode(NetworkState.self, from: data)
    } catch {
      throw RecordingError(path: path, problem: "not a network state: \(error)")
    }
  }
}
