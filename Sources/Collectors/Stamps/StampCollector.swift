import Attestation
import Facts
import Journal
import LinuxHost
import Stamping

/// The stamp that lies on the machine, with what speaks against it: its signature, revocations, the daemon's
/// findings, the clock, and the machine itself.
struct StampCollector: Collector {
  static let name = "stamp"
  static let tables = [MachineStamp.table]
  private let options: CollectorOptions

  init(_ options: CollectorOptions) { self.options = options }

  func collect(from host: any Host, into sink: any FactSink) throws {
    let path = MachineFiles.stamp
    guard try host.files.exists(path) else { return sink.absent(.notDeclared, detail: path) }
    for (_, jws) in try lines(host, path) { try sink.add(try row(jws, host)) }
  }

  /// When the machine was inspected for a stamp that holds; nil without one.
  ///
  /// A stamp that cannot be checked vouches for nothing; the table of stamps says why.
  func inspectedAt(_ host: any Host) -> Int64? {
    do {
      let collected = try lines(host, MachineFiles.stamp).map { try row($0.jws, host) }
      return collected.filter { $0.stampStanding == .valid }.compactMap(\.issuedAt).max()
    } catch {
      return nil
    }
  }

  private func lines(_ host: any Host, _ path: String) throws -> [(line: Int, jws: String)] {
    do {
      return try AnswerFile.lines(of: host.files.read(path, limit: AnswerFile.maximumSize), path)
    } catch is KeyFileError {
      throw CollectionFailure(.error, .damaged, detail: path)
    }
  }

  private func row(_ jws: String, _ host: any Host) throws -> MachineStamp {
    do {
      return try row(SignedStamp(jws, trust: options.trust), host)
    } catch is SignatureError {
      return MachineStamp(stampStanding: .notAuthentic, path: MachineFiles.stamp)
    }
  }

  private func row(_ signed: SignedStamp, _ host: any Host) throws -> MachineStamp {
    let stamp = signed.stamp
    var row = MachineStamp(
      serial: stamp.serial, issuer: stamp.issuer, unit: stamp.unit, profile: stamp.profile,
      issuedAt: stamp.issued, validUntil: stamp.validUntil, stampStanding: .valid, path: MachineFiles.stamp,
      key: signed.key.kid)
    let comparison = StampComparison(signed)
    let changes = comparison.changes(identity: options.identity)
    let revocation = options.trust.revocations.revocation(
      ofStamp: stamp.serial, issuer: signed.key.kid)
    let event = try voidingEvent(since: stamp.issued, host)
    let faults = comparison.ownFaults(now: host.now, revocation: nil)
    if (host.nature == .live) == signed.key.isTest || faults.contains(.testKey) {
      row.stampStanding = .testKey
    } else if changes.contains(.otherMachine) {
      row.stampStanding = .otherMachine
    } else if !changes.isEmpty {
      row.stampStanding = .machineChanged
    } else if let revocation {
      (row.stampStanding, row.voidedAt) = (.voided, revocation.revoked)
    } else if let event {
      (row.stampStanding, row.voidedAt, row.voidCheck) = (.voidedByEvent, event.time, event.check)
    } else if let fault = faults.first {
      if case .expired = fault { row.stampStanding = .expired } else { row.stampStanding = .clockSetBack }
    }
    return row
  }

  /// The first finding since the issue that the daemon noted as making the stamp void.
  private func voidingEvent(since issued: Int64, _ host: any Host) throws -> (time: Int64, check: String)? {
    guard let journal = try WatchJournal(host) else { return nil }
    var found: (Int64, String)?
    _ = try journal.read { entry in
      let time = entry.moment.time / 1_000_000
      if found == nil, entry.kind == .stampVoided, time >= issued {
        found = (time, entry.detail["check"] ?? "")
      }
    }
    return found
  }
}

/// Files of airseal that lie on an inspected machine.
public enum MachineFiles {
  /// The machine's stamp, as its issuer left it there.
  public static let stamp = "/var/lib/airseal/stamp.jws"
  /// Signed records of where its disks come from.
  public static let origin = "/var/lib/airseal/origin.jws"
}
