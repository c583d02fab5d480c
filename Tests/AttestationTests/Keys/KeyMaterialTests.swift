import CryptoExtras
import Foundation
import Testing

@testable import Attestation

@Suite struct KeyMaterialTests {
  /// The example of RFC 7638 section 3.1.
  @Test func thumbprintOfAnRSAKey() throws {
    let n = """
      0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhM\
      stn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5h\
      ajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw
      """
    let key = try PublicKey(
      .rsa(n: try #require(Base64URL.decode(n)), e: Data([1, 0, 1])), name: "RFC 7638", created: 0)
    #expect(key.kid == "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs")
  }

  /// The example of RFC 7515 appendix A.3.
  @Test func signatureWithP256() throws {
    let x = try #require(Base64URL.decode("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"))
    let y = try #require(Base64URL.decode("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"))
    let signed = """
      eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ
      """
    let signature = try #require(
      Base64URL.decode(
        "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"))
    let key = try PublicKey(.p256(x: x, y: y), name: "RFC 7515", created: 0)
    #expect(key.verifies(signature, of: Data(signed.utf8)))
    #expect(!key.verifies(signature, of: Data((signed + "A").utf8)))
  }

  @Test func weakAndMalformedNumbersAreRefused() throws {
    let odd = Data([0x80]) + Data(repeating: 7, count: 127)
    #expect(throws: KeyMaterial.Fault.weak(1024)) { try KeyMaterial.rsa(n: odd, e: Data([1, 0, 1])).check() }
    let modulus = Data([0x80]) + Data(repeating: 7, count: 255)
    for e in [Data(), Data([1]), Data([4]), Data([0, 3]), Data([1, 0, 0, 0, 1])] {
      #expect(throws: KeyMaterial.Fault.malformed("e")) { try KeyMaterial.rsa(n: modulus, e: e).check() }
    }
    #expect(throws: KeyMaterial.Fault.malformed("n")) {
      try KeyMaterial.rsa(n: Data([0]) + modulus, e: Data([1, 0, 1])).check()
    }
    #expect(throws: KeyMaterial.Fault.malformed("y")) {
      try KeyMaterial.p256(x: Data(repeating: 1, count: 32), y: Data(repeating: 1, count: 32)).check()
    }
    #expect(throws: KeyMaterial.Fault.malformed("x")) { try KeyMaterial.ed25519(Data(count: 31)).check() }
  }
}
