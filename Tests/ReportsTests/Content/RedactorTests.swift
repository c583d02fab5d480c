import Facts
import Rules
import Testing

@testable import Reports

@Suite struct RedactorTests {
  func reports(_ sample: SampleOutcome, _ options: ReportOptions) throws -> [String] {
    [
      TextReport(outcome: sample.outcome(), options: options).render(),
      HTMLReport(outcome: sample.outcome(), options: options).render(),
      JSONReport(outcome: sample.outcome(), options: options).render(),
    ]
  }

  @Test func topSecretNamesAreWithheldEverywhere() throws {
    var sample = SampleOutcome()
    sample.extraGaps = [
      .init(
        source: "documents", path: SampleOutcome.topSecret, reason: .timedOut,
        detail: "\(SampleOutcome.topSecret): slow")
    ]
    sample.extraLedger = [
      .init(
        tableName: "marking", source: "documents", status: .error, reason: .crashed,
        detail: SampleOutcome.topSecret)
    ]
    for report in try reports(sample, .init(verbose: true)) {
      #expect(!report.contains("Ke hoach bao ve"))
      #expect(report.contains("/home/user/Documents/[#c0ffee12]"))
      #expect(report.contains(SampleOutcome.secret))
    }
  }

  @Test func answersThatNameOtherPathsOfDocumentsAreWithheld() throws {
    var sample = SampleOutcome()
    sample.answers = [
      sample.review(
        "secret_on_connected_machine", ["/srv/Phuong an moi.docx"], .outOfScope,
        statement: "Đã xem \(SampleOutcome.topSecret)")
    ]
    for report in try reports(sample, .init()) {
      #expect(!report.contains("Phuong an moi") && !report.contains("Ke hoach bao ve"))
      #expect(report.contains("/srv/[#"))
    }
  }

  @Test func pathsAreHashedWithAKeyThatChanges() throws {
    var sample = SampleOutcome()
    sample.extraGaps = [
      .init(source: "documents", path: "/home/user/anh.pdf", reason: .encrypted, detail: "")
    ]
    let options = ReportOptions(redactsPaths: true, verbose: true)
    let first = try reports(sample, options)
    for report in first {
      for word in ["Documents", "Danh sach", "Ke hoach", "anh.pdf", "home/user"] {
        #expect(!report.contains(word))
      }
      #expect(report.contains("/var/lib/NetworkManager/seen-bssids"))
    }
    #expect(try reports(sample, options)[0] != first[0])
  }

  @Test func fileNamesInAddressesAreFound() {
    let redactor = Redactor(SampleOutcome().outcome(), redactsPaths: false)
    let uri = "file:///home/user/Documents/Ke%20hoach%20bao%20ve%20muc%20tieu%20X.docx"
    #expect(redactor.replace(uri, redactor.replacements([uri])) == "file:///home/user/Documents/[#c0ffee12]")
  }
}
