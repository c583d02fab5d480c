import Attestation
import Facts
import Foundation
import Rules
import Scanning
import Stamping

/// Issues the stamp of a machine that passed, in the registers.
struct StampIssue {
  /// The series of stamps that a key for tests signs, so that they use up no number of others.
  static let testSeries = "THU"

  let folder: RegisterFolder
  let series: String
  private let now: Int64
  private let maker: StampMaker
  private let key: any Signer

  /// Throws `StampRefusal` where the machine cannot be stamped.
  init(
    outcome: Outcome, facts: SealedFacts, request: StampRequest, series: String, key: any Signer,
    folder: RegisterFolder
  ) throws {
    guard let own = try StampFacts(facts) else { throw JudgeError.noScan }
    self.folder = folder
    self.key = key
    now = request.issued
    self.series = key.publicKey.isTest ? Self.testSeries : series
    maker = try StampMaker(
      outcome, own, request, machineName: own.machineName, key: key.publicKey)
  }

  func file(_ stamp: SignedStamp) -> String { folder.stamp(stamp.stamp.serial) }

  /// Issues the stamp, with a record of the inspection where one is made.
  func run(
    recordSeries: String = Registers.recordSeries,
    record: (@Sendable (_ record: String, _ stamp: SignedStamp?) throws -> Issue.MadeRecord)? = nil
  ) throws -> SignedStamp {
    let registers = try Registers(writing: folder)
    let issue = Issue(stamp: { try sign($0, $1) }, record: record)
    let issued = try registers.issue(
      issue, series: series, recordSeries: recordSeries, at: now, utcOffset: RegisterWords.utcOffset)
    guard let stamp = issued.stamp else { throw CancellationError() }
    return stamp
  }

  private func sign(_ serial: String, _ record: String?) throws -> SignedStamp {
    let jws = try JWS.sign(maker.stamp(serial, record: record), type: Statement.stamp, with: key)
    return try SignedStamp(jws, trust: TrustStore(keys: [key.publicKey]))
  }
}
