import Testing

@testable import ParseWire

struct MailSniffTests {
  @Test(arguments: [
    "Subject: x\nFrom: a\n\nbody", "From a Mon\nReceived: x\n y\nDate: z\nTo: b\n\n",
    "Date: x\r\nTo: y\r\nMessage-ID: <1>\r\n\r\nz",
    "MIME-Version: 1.0\nContent-Type: text/plain\n\n",
  ])
  func tellsMails(_ text: String) { #expect(TypeSniff.type(Array(text.utf8)) == .mail) }

  @Test(arguments: [
    "From here on\nnothing", "Subject: x\nno field\nFrom: a\n", "Package: a\nVersion: 1\nTo: x\n",
    "key: value\n", " x: y\nFrom: a\nSubject: b",
    "", "To: a\n\nFrom: b\nSubject: c\n",
  ])
  func leavesOthers(_ text: String) { #expect(TypeSniff.type(Array(text.utf8)) != .mail) }
}
