import Foundation
import Markings
import ParseWire
import TestSupport
import Testing

@testable import Documents

struct MailReaderTests {
  private static let head = "From: an@example.vn\nTo: b@example.vn\nMIME-Version: 1.0\n"

  private func mail(_ text: String) throws -> ParseReply {
    try Reading.bytes(Array((Self.head + text).utf8), name: "a.eml")
  }

  private static func base64(_ bytes: some Sequence<UInt8>) -> String { Data(bytes).base64EncodedString() }

  @Test(arguments: [
    "Subject: CV TỐI MẬT\n\nx", "Subject: =?UTF-8?B?\(base64("CV TỐI MẬT".utf8))?=\n\nx",
    "Subject: =?UTF-8?Q?CV_T=E1=BB=90I_M=E1=BA=ACT?=\n\nx",
    "Subject: =?windows-1258?Q?T=D4=ECI_M=C2=F2T_CV?=\n\nx",
    "Subject: =?UTF-8?Q?CV_T=E1=BB=90I?=\n =?UTF-8?Q?_M=E1=BA=ACT?=\n\nx", "Thread-Topic: CV TỐI MẬT\n\nx",
  ])
  func readsSubjects(_ text: String) throws {
    let reply = try mail(text)
    #expect(reply.type == .mail && reply.outcome == .read)
    #expect(reply.found == [Found(.toiMat, .subject)])
  }

  @Test(arguments: [
    "Content-Type: text/plain; charset=utf-8\n\nUBND\nTỐI MẬT\n",
    "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nUBND\nT=E1=BB=90I M=\n=E1=BA=ACT\n",
    "Content-Type: text/plain; charset=us-ascii\nContent-Transfer-Encoding: base64\n\n\(base64("UBND\nTỐI MẬT\n".utf8))\n",
    "Content-Type: text/plain; charset=windows-1258\nContent-Transfer-Encoding: base64\n\n\(base64([0x54, 0xD4, 0xEC, 0x49, 0x20, 0x4D, 0xC2, 0xF2, 0x54]))\n",
    "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: base64\n\n\(base64([0x54, 0xE8, 0x69, 0x20, 0x4D, 0xCB, 0x54]))\n",
    "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\nSubject: x\nContent-Type: text/plain; charset=utf-8\n\nTỐI MẬT\n--b--\n",
  ])
  func readsBodies(_ text: String) throws {
    let reply = try mail("Subject: x\n" + text)
    #expect(reply.type == .mail && reply.outcome == .read)
    #expect(reply.found == [Found(.toiMat, .body)])
  }

  @Test func readsAttachments() throws {
    let document = Self.base64(SampleDocuments.docx([["TỐI MẬT"]]))
    let name = "=?UTF-8?Q?CV_(M=E1=BA=ACT).docx?="
    let reply = try mail(
      "Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nx\n--b\n"
        + "Content-Type: application/octet-stream; name=\"\(name)\"\nContent-Transfer-Encoding: base64\n\n\(document)\n--b--\n"
    )
    #expect(reply.found == [Found(.toiMat, .body), Found(.mat, .name)])
  }

  @Test func readsMailbox() throws {
    let mail = "Subject: x\n\na\n"
    let second = "Subject: TỐI MẬT\nFrom: a@example.vn\n\nTUYỆT MẬT\n"
    let reply = try Reading.bytes(
      Array(
        "From a Mon Jan  1 00:00:00 2024\n\(Self.head)\(mail)\nFrom a Mon Jan  1 00:00:00 2024\n\(second)"
          .utf8))
    #expect(reply.type == .mail && reply.outcome == .read)
    #expect(reply.found == [Found(.toiMat, .subject), Found(.tuyetMat, .body)])
  }

  @Test(arguments: [
    "Content-Type: multipart/encrypted; boundary=b; protocol=\"application/pgp-encrypted\"\n\n--b\n\nx\n--b--\n",
    "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\nContent-Transfer-Encoding: base64\n\n\(base64([0x30, 0x0B, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x03]))\n",
    "Content-Type: text/plain\n\n-----BEGIN PGP MESSAGE-----\nxxxx\n-----END PGP MESSAGE-----\n",
    "Content-Type: application/x-microsoft-rpmsg-message; name=message.rpmsg\n\nx\n",
  ])
  func saysEncrypted(_ text: String) throws {
    #expect(try mail("Subject: x\n" + text).cause == .encrypted)
  }

  @Test func readsSignedContent() throws {
    let content = Array(
      "Content-Type: text/plain; charset=utf-8\r\nSubject: x\r\nFrom: a@example.vn\r\n\r\nTỐI MẬT\r\n".utf8)
    func element(_ tag: UInt8, _ parts: [UInt8]...) -> [UInt8] {
      let body = Array(parts.joined())
      return [tag]
        + (body.count < 128 ? [UInt8(body.count)] : [0x82, UInt8(body.count >> 8), UInt8(body.count & 0xFF)])
        + body
    }
    let data = element(0x06, [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01])
    let signed = element(0x06, [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02])
    let carried = element(0x30, data, element(0xA0, [0x24, 0x80] + element(0x04, content) + [0, 0]))
    let message = element(
      0x30, signed, element(0xA0, element(0x30, element(0x02, [1]), element(0x31), carried)))
    let reply = try mail(
      "Subject: x\nContent-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\nContent-Transfer-Encoding: base64\n\n\(Self.base64(message))\n"
    )
    #expect(reply.outcome == .read && reply.found == [Found(.toiMat, .body)])
  }

  @Test func readsOtherHeaders() throws {
    #expect(try mail("Subject: x\nX-DoMat: Tối mật\n\nx").found == [Found(.toiMat, .property)])
    #expect(try mail("Subject: x\nX-DoMat: Thường\n\nx").found == [])
  }
}
