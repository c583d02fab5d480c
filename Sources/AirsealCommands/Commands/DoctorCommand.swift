import ArgumentParser
import Collectors
import Facts
import Foundation
import LinuxHost
import Rules
import Scanning

/// `airseal doctor`
struct DoctorCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "doctor",
      abstract: say(
        "Cho biết đọc được gì trên máy này, không đọc được gì và vì sao.",
        "Tell what can and what cannot be read here, and why."),
      discussion: say(
        "Mã thoát 0 khi mọi nguồn đọc được và vùng cách ly hoạt động, 3 khi không.",
        "Exit code 0 if every source can be read and the sandbox holds, 3 if not."))
  }

  @OptionGroup var common: CommonOptions

  func run() throws {
    let installation = try Installation(rules: common.rules)
    let pack = try installation.pack()
    var options = CollectorOptions(rules: installation.rules, worker: installation.worker)
    options.skipsDocuments = true
    let host = try LiveHost()
    let store = try FactsStore()
    let monitor = TerminalMonitor()
    monitor.show(with: pack.labels)
    var isWell = true
    try Output.print(say("Nguồn dữ kiện", "Sources of facts"))
    for type in Registry.all where type.name != "documents" && type.isWanted(options) {
      let record = try store.collect(source: type.name, tables: type.tables, monitor: monitor) {
        try type.init(options).collect(from: host, into: $0)
      }
      isWell = isWell && (record.status.isConclusive || record.reason == .notDeclared)
      try Output.print(line(record, pack.labels))
    }
    let sandbox = SandboxProbe.run(worker: installation.worker, language: common.lang)
    try Output.print(say("\nVùng cách ly đọc tài liệu", "\nSandbox of the document worker"))
    try Output.print(sandbox.text)
    if getuid() != 0 {
      try Output.print(
        say(
          "\nĐang chạy không có quyền root: chạy sudo airseal doctor để biết đầy đủ.",
          "\nNot running as root: run sudo airseal doctor for the full picture."))
    }
    throw ExitCode(isWell && sandbox.holds ? 0 : 3)
  }

  private func line(_ record: CollectionRecord, _ labels: Labels) -> String {
    let mark = record.status.isConclusive ? "✔" : "✘"
    var text = "  \(mark) \(labels.text("source.\(record.source)")[common.lang]): "
    text += labels.text("status.\(record.status.rawValue)")[common.lang]
    if record.reason != .none { text += " – " + labels.text("reason.\(record.reason.rawValue)")[common.lang] }
    if !record.detail.isEmpty { text += " (\(Grid.visible(record.detail)))" }
    return text
  }
}
