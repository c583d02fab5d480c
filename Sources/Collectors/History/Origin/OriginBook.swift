import Attestation
import Facts
import LinuxHost

/// The origin records of a machine: those that lie on it, and those that the user gave.
struct OriginBook {
  private let records: [SignedOriginRecord]
  private let isLive: Bool
  private let now: Int64

  /// Reads and verifies the machine's own file; what does not verify becomes a row that says so.
  init(_ host: any Host, _ options: CollectorOptions, _ sink: any FactSink) throws {
    isLive = host.nature == .live
    now = host.now
    var records = options.originRecords
    let path = MachineFiles.origin
    try sink.reading {
      do {
        for (_, jws) in try AnswerFile.lines(
          of: host.files.read(path, limit: AnswerFile.maximumSize), path)
        {
          do {
            let verified = try JWS.verify(jws, type: Statement.origin, trust: options.trust)
            records.append(
              SignedOriginRecord(
                record: try verified.decode(OriginRecord.self), path: path, keyID: verified.key.kid,
                isTest: verified.key.isTest))
          } catch is SignatureError {
            try sink.add(MachineOrigin(originBasis: .none, originStanding: .notAuthentic, path: path))
          }
        }
      } catch is KeyFileError {
        throw FileError(path: path, reason: .damaged)
      }
    }
    self.records = records
  }

  /// What each record comes to for the disks of this machine.
  func rows(_ disks: [DiskPast], installed: Int64?) -> [MachineOrigin] {
    records.flatMap { signed in
      signed.record.disks.map { serial in
        let disk = disks.first { $0.serial == OriginRecord.folded(serial) }
        return MachineOrigin(
          originBasis: signed.record.basis, disk: serial, vouchedSince: signed.record.day,
          hours: Self.hours(signed.record), document: signed.record.document,
          inspector: signed.record.inspector, unit: signed.record.unit,
          originStanding: standing(signed, disk, installed), path: signed.path, key: signed.keyID)
      }
    }
  }

  private func standing(
    _ signed: SignedOriginRecord, _ disk: DiskPast?, _ installed: Int64?
  ) -> OriginStanding {
    let record = signed.record
    if signed.isTest, isLive { return .testKey }
    if record.day > now { return .future }
    guard let disk else { return .diskNotFound }
    guard let had = Self.hours(record), let has = disk.power.hours else {
      guard let installed else { return .installedLater }
      return installed > record.day + Self.soon ? .installedLater : .valid
    }
    if has < had || disk.power.ranLonger(than: record.day, beyond: had, now: now) { return .contradicted }
    return disk.power.ranLonger(than: max(record.day, installed ?? record.day), beyond: had, now: now)
      ? .installedLater : .valid
  }

  /// A new disk has not run.
  private static func hours(_ record: OriginRecord) -> Int64? {
    record.hours ?? (record.basis == .purchase ? 0 : nil)
  }

  /// Within this time a system is put on a disk that was bought or wiped for it, seconds.
  private static let soon: Int64 = 30 * 86_400
}

/// A disk of this machine, by its serial, and how long it ran.
struct DiskPast {
  let path: String
  /// Folded as records are; nil where the disk tells none that is its own.
  let serial: String?
  let power: DiskPower
}
