import Attestation
import Facts
import Foundation
import Testing

@testable import Stamping

/// Ten thousand changed stamps, facts and register exports: none is accepted, each for its own reason.
@Suite struct MutationTests {
  static let count = 10_000

  /// One way to forge, and the reasons that refuse it.
  enum Forgery: CaseIterable {
    case bitFlip, truncation, partSwap, extraText, otherKey, otherKeyClaimingThis, algorithmNone, otherType
    case changedPayload, looseBase64, duplicateMember, revokedKey
  }

  private struct Attack {
    let pinned = KeyPair.generate(name: "PA03", isTest: true, created: 1)
    let colleague = KeyPair.generate(name: "PA05", isTest: true, created: 1)
    let stranger = KeyPair.generate(name: "X", isTest: true, created: 1)
    var trust: TrustStore { TrustStore(keys: [pinned.publicKey, colleague.publicKey]) }
  }

  @Test func noChangedTextIsAccepted() throws {
    var random = SystemRandomNumberGenerator()
    let attack = Attack()
    let machine = try StampedMachine()
    let stamp = try machine.stamp()
    let export = RegisterExport(digest: IdentityParts.digest("table"), rows: 0, exported: 5)
    let texts: [(type: String, text: String)] = [
      (Statement.stamp, try JWS.sign(stamp, type: Statement.stamp, with: attack.pinned)),
      (Statement.waiver, try JWS.sign(stamp.baseline, type: Statement.waiver, with: attack.pinned)),
      (
        Statement.registerExport,
        try JWS.sign(export, type: Statement.registerExport, with: attack.pinned)
      ),
    ]
    var reasons: [String: Int] = [:]
    for index in 0..<Self.count {
      let (type, text) = texts[index % texts.count]
      let forgery = Forgery.allCases[index / 3 % Forgery.allCases.count]
      let (changed, trust) = try forge(forgery, text, type, attack, &random)
      guard changed != text || forgery == .revokedKey else { continue }
      do throws(SignatureError) {
        _ = try JWS.verify(changed, type: type, trust: trust)
        Testing.Issue.record("accepted: \(forgery) \(changed)")
      } catch {
        #expect(allowed(forgery, error), "\(forgery): \(error)")
        reasons["\(forgery)", default: 0] += 1
      }
    }
    #expect(reasons.count == Forgery.allCases.count)
    #expect(reasons.values.reduce(0, +) > Self.count * 9 / 10)
  }

  private func forge(
    _ forgery: Forgery, _ text: String, _ type: String, _ attack: Attack,
    _ random: inout SystemRandomNumberGenerator
  ) throws -> (String, TrustStore) {
    let parts = text.split(separator: ".").map(String.init)
    let payload = try #require(Base64URL.decode(parts[1]))
    func header(_ alg: String, _ kid: String, _ typ: String, more: String = "") -> String {
      Base64URL.encode(Data(#"{"alg":"\#(alg)","kid":"\#(kid)",\#(more)"typ":"\#(typ)"}"#.utf8))
    }
    let kid = attack.pinned.publicKey.kid
    switch forgery {
    case .bitFlip:
      var bytes = Array(text.utf8)
      bytes[Int.random(in: bytes.indices, using: &random)] ^= 1 << UInt8.random(in: 0..<7, using: &random)
      return (String(decoding: bytes, as: UTF8.self), attack.trust)
    case .truncation:
      return (String(text.prefix(Int.random(in: 0..<text.count, using: &random))), attack.trust)
    case .partSwap: return ([parts[1], parts[0], parts[2]].joined(separator: "."), attack.trust)
    case .extraText:
      return (text + [".", "=", " ", "\n", "A", "\0"][Int.random(in: 0..<6, using: &random)], attack.trust)
    case .otherKey: return (try JWS.sign(payload: payload, type: type, with: attack.stranger), attack.trust)
    case .otherKeyClaimingThis:
      let own = try JWS.sign(payload: payload, type: type, with: attack.colleague).split(separator: ".")
      return ("\(parts[0]).\(own[1]).\(own[2])", attack.trust)
    case .algorithmNone:
      let name = ["none", "None", "HS256", "ES256", "RS256", ""][Int.random(in: 0..<6, using: &random)]
      return ("\(header(name, kid, type)).\(parts[1]).\(parts[2])", attack.trust)
    case .otherType:
      return (try JWS.sign(payload: payload, type: Statement.answer, with: attack.pinned), attack.trust)
    case .changedPayload:
      var bytes = Array(payload)
      let place = Int.random(in: bytes.indices, using: &random)
      bytes[place] = bytes[place] &+ UInt8.random(in: 1...255, using: &random)
      return ("\(parts[0]).\(Base64URL.encode(bytes)).\(parts[2])", attack.trust)
    case .looseBase64:
      let last = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
      let end = try #require(last.firstIndex(of: parts[2].last ?? "A"))
      return (
        "\(parts[0]).\(parts[1]).\(parts[2].dropLast())\(last[end ^ Int.random(in: 1...3, using: &random)])",
        attack.trust
      )
    case .duplicateMember:
      return (
        "\(header("EdDSA", kid, type, more: #""kid":"\#(kid)","#)).\(parts[1]).\(parts[2])", attack.trust
      )
    case .revokedKey:
      var list = RevocationList()
      let line = try Revocation(kid: kid, reason: .keyCompromise, revoked: 5).sign(with: attack.colleague)
      let file = NSTemporaryDirectory() + "airseal-" + UUID().uuidString
      defer { unlink(file) }
      try Data((line + "\n").utf8).write(to: URL(fileURLWithPath: file))
      try list.read(
        file,
        keys: [kid: attack.pinned.publicKey, attack.colleague.publicKey.kid: attack.colleague.publicKey])
      return (
        text, TrustStore(keys: [attack.pinned.publicKey, attack.colleague.publicKey], revocations: list)
      )
    }
  }

  private func allowed(_ forgery: Forgery, _ error: SignatureError) -> Bool {
    switch (forgery, error) {
    case (.bitFlip, .tooLong), (.bitFlip, .payload): false
    case (.bitFlip, _): true
    case (.truncation, .notCompact), (.truncation, .notBase64URL), (.truncation, .headerUnreadable): true
    case (.truncation, .signatureLength): true
    case (.partSwap, .headerMembers): true
    case (.extraText, .notCompact), (.extraText, .notBase64URL), (.extraText, .signatureLength): true
    case (.otherKey, .unknownKey), (.otherKeyClaimingThis, .notSigned): true
    case (.algorithmNone, .algorithm), (.algorithmNone, .otherAlgorithm): true
    case (.otherType, .type), (.changedPayload, .notSigned), (.looseBase64, .notBase64URL(.signature)): true
    case (.duplicateMember, .headerNotCanonical), (.revokedKey, .revokedKey): true
    default: false
    }
  }

  @Test("Facts with a changed byte, also where the seal was made anew")
  func changedFacts() throws {
    let machine = try StampedMachine()
    let path = machine.scratch.path + "/facts.sqlite"
    let sealed = try Seal.seal(machine.store(), to: path)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    for _ in 0..<200 {
      var changed = bytes
      let place = Int.random(in: 0..<changed.count)
      changed[place] ^= 1 << UInt8.random(in: 0..<8)
      try changed.write(to: URL(fileURLWithPath: path))
      #expect(throws: SealError.altered(path)) { try SealedFacts(path: path) }
      #expect(throws: SealError.altered(path)) { try SealedFacts(path: path, expected: sealed.digest) }
    }
  }

  @Test("A register with a changed, lost or added row")
  func changedTable() throws {
    let machine = try StampedMachine()
    let folder = RegisterFolder(machine.scratch.path + "/registers")
    let registers = try Registers(writing: folder)
    for _ in 0..<3 {
      _ = try registers.issue(machine.issue(), series: "THU", at: StampedMachine.issued, utcOffset: 0)
    }
    let entries = try registers.stamps()
    let table = StampTable.text(entries)
    let signature = try RegisterExport.sign(table, rows: entries.count, at: 5, with: machine.key)
    func read(_ data: Data) throws -> [StampEntry] {
      try RegisterExport.entries(data, file: "x", signature: signature, trust: machine.trust)
    }
    #expect(try read(Data(table.utf8)) == entries)
    for _ in 0..<1000 {
      var bytes = Data(table.utf8)
      let place = Int.random(in: bytes.indices)
      switch Int.random(in: 0..<3) {
      case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8)
      case 1: bytes = bytes.prefix(place)
      default: bytes.insert(UInt8.random(in: 0...255), at: place)
      }
      #expect(throws: SignatureError.payload) { try read(bytes) }
    }
  }
}
