import Foundation
import Testing

@testable import Attestation

@Suite struct SealedKeyTests {
  let folder = Folder()

  @Test func onlyTheRightPassphraseOpens() throws {
    let key = KeyPair.generate(name: "A", created: 1_790_000_000)
    try key.write(to: folder.path("a.key"), passphrase: Passphrase("Mật khẩu rất dài"), cost: 1 << 14)
    let text = try folder.read("a.key")
    #expect(!text.contains("\"d\"") && folder.mode("a.key") == 0o600)
    #expect(!text.contains(Base64URL.encode(key.privateKey.rawRepresentation)))
    let decomposed = "Mật khẩu rất dài".decomposedStringWithCanonicalMapping
    let read = try KeyPair(file: folder.path("a.key")) { Passphrase(decomposed) }
    #expect(read.publicKey == key.publicKey)
    #expect(read.privateKey.rawRepresentation == key.privateKey.rawRepresentation)
    for wrong in ["", "mật khẩu rất dài", "Mật khẩu rất dài "] {
      #expect(throws: KeyFileError(folder.path("a.key"), .wrongPassphrase)) {
        try KeyPair(file: folder.path("a.key")) { Passphrase(wrong) }
      }
    }
    #expect(try KeyFileContents.read(folder.path("a.key")).place == .sealed)
    #expect(throws: KeyFileError(folder.path("a.key"), .isPrivate)) {
      try PublicKey(file: folder.path("a.key"))
    }
  }

  @Test func aSealBelongsToItsKey() throws {
    let kid = KeyPair.generate(name: "A").publicKey.kid
    let sealed = try SealedKey.seal(Data(count: 32), of: kid, passphrase: Passphrase("p"), cost: 1 << 14)
    #expect(sealed.open(of: kid, passphrase: Passphrase("p")) == Data(count: 32))
    #expect(sealed.open(of: "other", passphrase: Passphrase("p")) == nil)
    for index in 0..<60 {
      var changed = sealed
      var bytes = try #require(Base64URL.decode(sealed.box))
      bytes[index] ^= 1
      changed.box = Base64URL.encode(bytes)
      #expect(index % 10 != 0 || changed.open(of: kid, passphrase: Passphrase("p")) == nil)
    }
  }

  @Test func parametersAreBounded() throws {
    let good = try SealedKey.seal(Data(count: 32), of: "k", passphrase: Passphrase("p"), cost: 1 << 14)
    #expect(good.isReadable)
    for cost in [0, -1, 1 << 13, (1 << 14) + 1, 1 << 21, .max] {
      var bad = good
      bad.cost = cost
      #expect(!bad.isReadable)
      #expect(bad.open(of: "k", passphrase: Passphrase("p")) == nil)
    }
    for change in [{ $0.kdf = "none" }, { $0.block = 1 }, { $0.lanes = 9 }, { $0.salt = "AA" }]
      as [(inout SealedKey) -> Void]
    {
      var bad = good
      change(&bad)
      #expect(!bad.isReadable)
    }
  }
}
