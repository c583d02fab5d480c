import Attestation
import Foundation
import Journal
import Logging
import ServiceLifecycle
import UnixSignals

/// The daemon: opens every source, then runs all services as one group that shuts down in reverse order.
public struct Daemon: Sendable {
  /// Where things lie, and what the machine is.
  public struct Setting: Sendable {
    /// Folder of the journal and of results.
    public var state: String
    public var rules: String
    /// The program `airseal`.
    public var program: String
    public var socket: String
    /// The configuration file.
    public var configuration: String
    public var version: String
    /// Digest of the machine's hardware as it is now.
    public var hardware: String
    /// Identities of devices whose registration is valid.
    public var registered: Set<String> = []
    /// Checks whose failing voids the stamp of this kind of machine.
    public var voiding: Set<String> = []

    /// What a reload may change, with the configuration that goes with it.
    func reactions(_ configuration: DaemonConfiguration) -> Reactions.Settings {
      Reactions.Settings(
        findings: FindingEvents(registered: registered), voiding: voiding,
        program: configuration.onFinding.program)
    }

    public init(
      state: String, rules: String, program: String, socket: String, configuration: String,
      version: String, hardware: String
    ) {
      self.state = state
      self.rules = rules
      self.program = program
      self.socket = socket
      self.configuration = configuration
      self.version = version
      self.hardware = hardware
    }

    public var journal: String { state + "/journal.sqlite" }
    /// The key with which the machine signs the end of its journal.
    public var machineKey: String { state + "/machine.jwk" }
  }

  private let services: [any Service]

  /// Opens the journal and listens to every source, so that nothing from now on goes unseen; throws where one cannot be opened.
  ///
  /// `reload` reads setting and configuration again on SIGHUP; `note` takes lines for the service's log.
  public init(
    _ setting: Setting, _ configuration: DaemonConfiguration,
    reload: @escaping @Sendable () throws -> (Setting, DaemonConfiguration),
    note: @escaping @Sendable (String) -> Void
  ) async throws {
    let clock = try MachineClock()
    let opening = try WatchOpening(journal: setting.journal)
    let journal = try EventJournal(path: setting.journal)
    let recorder = try Recorder(
      journal, headFile: HeadFile(journal: setting.journal, signer: try Self.machineKey(setting)),
      clock: clock)
    var services: [any Service] = [Watch(recorder: recorder), Heartbeat(recorder: recorder)]
    var monitors = ["clock"]
    services.append(try ClockMonitor(recorder: recorder, clock: clock))
    if configuration.watch.devices {
      let describe = try DeviceDescription(rules: setting.rules)
      services.append(try DeviceMonitor(recorder: recorder, describe: describe, clock: clock))
      monitors.append("devices")
    }
    if configuration.watch.links {
      services.append(try LinkMonitor(recorder: recorder, clock: clock))
      monitors.append("links")
    }
    let reactions = Reactions(recorder: recorder, settings: setting.reactions(configuration), note: note)
    services.append(reactions)
    services.append(Reloader(reactions: reactions, read: reload, note: note))
    let interface = ControlInterface(
      recorder: recorder, journal: setting.journal, since: clock.now.time, version: setting.version,
      monitors: monitors, reactions: reactions,
      selfCheck: SelfCheck(
        program: setting.program, configuration: setting.configuration, recorder: recorder))
    services.append(try ControlSocket(path: setting.socket, interface: interface))
    self.services = services
    let start = clock.now
    await recorder.record(opening.events(setting, at: start), at: start)
  }

  /// Runs until the machine or the operator ends it.
  public func run() async throws {
    var logger = Logger(label: "airseald") { _ in SwiftLogNoOpLogHandler() }
    logger.logLevel = .critical
    let group = ServiceGroup(
      configuration: .init(
        services: services.map { .init(service: $0, successTerminationBehavior: .gracefullyShutdownGroup) },
        gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
    try await group.run()
  }

  /// The machine's own key; the first start makes it.
  private static func machineKey(_ setting: Setting) throws -> KeyPair {
    let path = setting.machineKey
    if FileManager.default.fileExists(atPath: path) { return try KeyPair(file: path) }
    let key = KeyPair.generate(name: "machine")
    try key.write(to: path)
    return key
  }
}
