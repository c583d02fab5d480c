import Foundation
import Glibc
import Testing

@testable import Attestation

@Suite struct TrustStoreTests {
  let folder = Folder()

  @Test func absentFolderTrustsNobody() throws {
    #expect(try TrustStore(folder: folder.path("none")).list.isEmpty)
  }

  @Test func pinnedKeysAreListed() throws {
    let store = folder.path("config/airseal/issuers")
    let keys = ["B", "A"].map { KeyPair.generate(name: $0).publicKey }
    for key in keys {
      try key.write(to: folder.path("\(key.name).jwk"))
      #expect(try TrustStore.trust(folder.path("\(key.name).jwk"), in: store) == key)
    }
    let trust = try TrustStore(folder: store)
    #expect(trust.list.map(\.name) == ["A", "B"])
    #expect(trust.key(keys[0].kid) == keys[0])
    #expect(throws: KeyFileError(folder.path("A.jwk"), .duplicate(store))) {
      try TrustStore.trust(folder.path("A.jwk"), in: store)
    }
  }

  @Test func oneBadFileIsNamed() throws {
    try KeyPair.generate(name: "A").publicKey.write(to: folder.path("a.jwk"))
    try folder.write("b.jwk", "garbage")
    #expect(throws: KeyFileError(folder.path("b.jwk"), .notAKey)) { try TrustStore(folder: folder.root) }
  }

  @Test func privateKeyAmongTheTrustedIsAnError() throws {
    try KeyPair.generate(name: "A").write(to: folder.path("a.jwk"))
    #expect(throws: KeyFileError(folder.path("a.jwk"), .isPrivate)) { try TrustStore(folder: folder.root) }
  }

  @Test func folderAndFilesThatOthersMayWriteAreRefused() throws {
    try KeyPair.generate(name: "A").publicKey.write(to: folder.path("a.jwk"))
    chmod(folder.path("a.jwk"), 0o666)
    #expect(throws: KeyFileError(folder.path("a.jwk"), .writableByOthers)) {
      try TrustStore(folder: folder.root)
    }
    chmod(folder.path("a.jwk"), 0o644)
    chmod(folder.root, 0o777)
    #expect(throws: KeyFileError(folder.root, .writableByOthers)) { try TrustStore(folder: folder.root) }
  }

  @Test func sameKeyTwiceIsNamed() throws {
    let key = KeyPair.generate(name: "A").publicKey
    try key.write(to: folder.path("a.jwk"))
    try key.write(to: folder.path("b.jwk"))
    #expect(throws: KeyFileError(folder.path("b.jwk"), .duplicate(folder.path("a.jwk")))) {
      try TrustStore(folder: folder.root)
    }
  }
}
