import Attestation
import Facts
import Foundation
import Rules
import TestSupport
import Testing

@testable import AirsealCommands
@testable import Scanning
@testable import Stamping

/// Ten thousand changed stamps, waivers, register exports and facts: none is accepted, each with its exit code and reason.
@Suite struct MutationTests {
  private static let issued: Int64 = 1_781_492_400
  private static let until: Int64 = issued + 365 * 86_400

  private static let stamp = Stamp(
    serial: "AN-2026-000001", issuer: "Phòng PA03", inspector: "Trần Thị Mẫu", unit: "Đơn vị mẫu",
    machineName: "Máy Mẫu, S-1", issued: issued, validUntil: until, machine: "00",
    parts: ["disk": ["aa"], "nic": ["bb"]], profile: "drafting", law: "2018", verdict: "compliant",
    facts: "11",
    collected: issued - 3600, nature: .recording, rules: "22",
    baseline: StampBaseline(
      networkCards: ["02:00:5e:10:00:01"], radios: [], media: [], system: .init(id: "debian", version: "12")))
  private static let waiver = Waiver(
    check: "usb_unregistered_attached", kind: .authority, scope: ["0781:5567:4C53"], basis: "12/QĐ",
    approver: "Nguyễn Văn Mẫu", unit: "Đơn vị mẫu", machine: "00", issued: issued, expires: until)
  private static let export = RegisterExport(
    digest: String(repeating: "ab", count: 32), rows: 3, exported: issued)

  @Test("Signed texts", arguments: [Statement.stamp, Statement.waiver, Statement.registerExport])
  func signedTexts(type: String) throws {
    let issuers = try Issuers()
    let forged =
      switch type {
      case Statement.stamp: try ForgedText(Self.stamp, type: type, issuers)
      case Statement.waiver: try ForgedText(Self.waiver, type: type, issuers)
      default: try ForgedText(Self.export, type: type, issuers)
      }
    try accept(forged.original, type, issuers.trust)
    var refused: [Forgery: Int] = [:]
    for index in 0..<2500 {
      let forgery = Forgery.allCases[index % Forgery.allCases.count]
      let (text, trust) = try forged.forge(forgery)
      do {
        try accept(text, type, trust)
        Issue.record("accepted: \(forgery) \(text)")
      } catch let error as SignatureError {
        #expect(forgery.isNamed(by: error), "\(forgery): \(error)")
        #expect(Failure(error).code == .doesNotVerify)
        refused[forgery, default: 0] += 1
      }
    }
    #expect(refused.count == Forgery.allCases.count && refused.values.reduce(0, +) == 2500)
  }

  /// Reads a text as the commands do.
  private func accept(_ text: String, _ type: String, _ trust: TrustStore) throws {
    switch type {
    case Statement.stamp: _ = try SignedStamp(text, trust: trust)
    case Statement.waiver: _ = try JWS.verify(text, type: type, trust: trust).decode(Waiver.self)
    default: _ = try JWS.verify(text, type: type, trust: trust).decode(RegisterExport.self)
    }
  }

  @Test func aSignedVerdictThatIsNoPassIsNoStamp() throws {
    let issuers = try Issuers()
    var stamp = Self.stamp
    stamp.verdict = "non_compliant"
    let text = try JWS.sign(stamp, type: Statement.stamp, with: issuers.own)
    #expect(throws: SignatureError.payload) { try SignedStamp(text, trust: issuers.trust) }
  }

  @Test("Authentic, but not in its time, or void")
  func times() throws {
    let issuers = try Issuers()
    let text = try JWS.sign(Self.stamp, type: Statement.stamp, with: issuers.own)
    let stamp = try SignedStamp(text, trust: issuers.trust)
    let tem = try stamp.tem()
    for _ in 0..<500 {
      let late = Int64.random(in: Self.until + 1...Self.until * 2)
      let early = Int64.random(in: 0..<Self.issued)
      let inTime = Int64.random(in: Self.issued...Self.until)
      let void = Revocation(
        stamp: stamp.stamp.serial, issuer: stamp.key.kid, reason: .machineChanged, revoked: inTime)
      let judged: [(now: Int64, revocation: Revocation?, code: String)] = [
        (late, nil, "expired"), (early, nil, "clock_set_back"), (inTime, void, "voided"),
      ]
      for (now, revocation, code) in judged {
        let whole = StampVerification(stamp, now: now, revocation: revocation)
        #expect(whole.exitCode == 2 && whole.faults.map(\.code) == [code])
        let printed = TemVerification(
          tem, key: stamp.key, now: now, revocation: revocation, signatureOnly: true)
        #expect(printed.exitCode == 2 && printed.faults.map(\.code) == [code, "test_key"])
      }
      #expect(StampVerification(stamp, now: inTime, revocation: nil).exitCode == 0)
    }
  }

  @Test("Facts with a changed, lost or added byte, also where the seal was made anew")
  func facts() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/facts.sqlite"
    let sealed = try Seal.seal(FactsStore(), to: path)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    let seal = try String(contentsOfFile: path + ".sha256", encoding: .utf8)
    for index in 0..<250 {
      var changed = bytes
      let place = Int.random(in: changed.indices)
      switch index % 4 {
      case 0: changed[place] ^= 1 << UInt8.random(in: 0..<8)
      case 1: changed = changed.prefix(place)
      case 2: changed.append(UInt8.random(in: 0...255))
      default: changed.swapAt(place, (place + 4096) % changed.count)
      }
      guard changed != bytes else { continue }
      try changed.write(to: URL(fileURLWithPath: path))
      #expect(throws: SealError.altered(path)) { try SealedFacts(path: path) }
      let anew = try Seal.digest(ofFile: path)
      #expect(anew != sealed.digest)
      try Data(seal.replacing(sealed.digest, with: anew).utf8)
        .write(to: URL(fileURLWithPath: path + ".sha256"))
      #expect(throws: SealError.altered(path)) { try SealedFacts(path: path, expected: sealed.digest) }
      try Data(seal.utf8).write(to: URL(fileURLWithPath: path + ".sha256"))
    }
    #expect(Failure(SealError.altered(path)).code == .doesNotVerify)
    #expect(Failure(SealError.unsealed(path)).code == .doesNotVerify)
    #expect(Failure(StampVerification.AlteredFacts(expected: "1", found: "2")).code == .doesNotVerify)
  }
}
