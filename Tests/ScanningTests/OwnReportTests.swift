import Collectors
import Facts
import Foundation
import LinuxHost
import Reports
import Rules
import SampleBuilder
import TestSupport
import Testing

/// A report that somebody kept is no document with a marking, whatever it tells of others.
@Suite struct OwnReportTests {
  @Test(arguments: ["secret-on-connected", "secret-offline", "usb-mustang-panda", "clean-standalone"])
  func carriesNoMarking(sample: String) throws {
    let samples = try Samples()
    let scratch = try Scratch()
    try samples.builder.build(sample, into: scratch.path + "/recording")
    let outcome = try samples.judge.judge(
      scratch.path + "/recording", profile: Manifest.load(sample, in: samples.source).profile,
      output: scratch.path + "/scan")
    let folder = scratch.path + "/root/home/an"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    func keep(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
    }
    for language in Language.allCases {
      for width in [80, 100, 120] {
        let options = ReportOptions(language: language, width: width, verbose: true)
        try keep("\(language)-\(width).txt", TextReport(outcome: outcome, options: options).render())
      }
      let options = ReportOptions(language: language)
      try keep("\(language).html", HTMLReport(outcome: outcome, options: options).render())
      let record = InspectionRecord(
        number: "1", stamp: nil, made: 1_780_000_000, issuer: "Phòng thử nghiệm", people: [], replies: [],
        seals: [], outcome: outcome, language: language)
      try keep("record-\(language).txt", record.text())
      try keep("record-\(language).html", record.html())
    }
    try keep("report.json", JSONReport(outcome: outcome, options: ReportOptions()).render())
    try keep("letter.txt", "Số: 4/BC-UBND\nTỐI MẬT\nBÁO CÁO\n")
    let store = try FactsStore()
    let host = try RootHost(root: scratch.path + "/root", hardware: false)
    try store.collect(
      source: DocumentCollector.name, tables: DocumentCollector.tables, monitor: SilentMonitor()
    ) { try DocumentCollector(samples.options).collect(from: host, into: $0) }
    #expect(try store.all(DocumentTally.self).reduce(0) { $0 + $1.files } == 14)
    #expect(try store.all(Marking.self).map(\.path) == ["/home/an/letter.txt"])
  }
}
