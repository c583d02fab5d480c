import Attestation
import Collectors
import Foundation
import Rules
import Scanning

/// Signs a sample's answers with a test key that is made for it.
public struct SampleAnswers {
  public let manifest: Manifest
  public let folder: String

  public init(manifest: Manifest, folder: String) {
    self.manifest = manifest
    self.folder = folder
  }

  /// Writes `answers.jws` and `issuers/` beside the recording; `machine` is the digest of its identity.
  public func write(machine: String) throws {
    guard let answers = manifest.answers, !answers.isEmpty else { return }
    let key = KeyPair.generate(name: "Khoá thử nghiệm", isTest: true)
    let issuers = folder + "/issuers"
    try FileManager.default.createDirectory(atPath: issuers, withIntermediateDirectories: true)
    try key.publicKey.write(to: issuers + "/test.jwk")
    let issued = Int64(manifest.collectedAt.timeIntervalSince1970)
    let lines = try answers.keys.sorted().map { check in
      let answer = Answer(
        check: check, reply: .pass, scope: [], statement: answers[check] ?? "",
        inspector: "Nguyễn Thị Mẫu", unit: "Đơn vị mẫu", machine: machine, issued: issued,
        expires: issued + 365 * 86_400)
      return try AnswerLoader.sign(answer, with: key)
    }
    try (lines.joined(separator: "\n") + "\n")
      .write(toFile: folder + "/answers.jws", atomically: true, encoding: .utf8)
    try writeOrigins(signedBy: key, issued)
  }

  private func writeOrigins(signedBy key: KeyPair, _ issued: Int64) throws {
    guard let origins = manifest.origins, !origins.isEmpty else { return }
    let lines = try origins.map { origin in
      let record = OriginRecord(
        basis: origin.basis, disks: [origin.disk], day: Int64(origin.day.timeIntervalSince1970),
        hours: origin.hours, document: origin.document, statement: "Đã đối chiếu bản gốc",
        inspector: "Nguyễn Thị Mẫu", unit: "Đơn vị mẫu", issued: issued)
      return try OriginRecordLoader.sign(record, with: key)
    }
    let path = folder + "/root" + MachineFiles.origin
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.modificationDate: manifest.collectedAt], ofItemAtPath: path)
  }
}
