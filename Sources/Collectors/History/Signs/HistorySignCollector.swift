import Facts
import LinuxHost

/// Signs that history was wiped, that nothing is kept, or that the clock was wrong.
struct HistorySignCollector: Collector {
  static let name = "history_signs"
  static let tables = [HistorySign.table]

  private static let detectors: [any SignDetector.Type] = [
    JournalSequenceSign.self, JournalMachineSign.self, LogRotationSign.self, PackageLogSign.self,
    InstallerLogSign.self, CleanerSign.self, CleaningCommandSign.self, LinkedHistorySign.self,
    LoggingSettingSign.self, VolatileSystemSign.self, ServerTimeSign.self, PackageClockSign.self,
    DeletedRowsSign.self, ClockSetSign.self, LinkMemorySign.self,
    OwnJournalSign.self,
  ]

  private let options: CollectorOptions

  init(_ options: CollectorOptions) { self.options = options }

  func collect(from host: any Host, into sink: any FactSink) throws {
    let machine = try SignMachine(host, sink, options)
    for detector in Self.detectors { try machine.reading { try detector.init().detect(machine) } }
  }
}
