import Facts
import LinuxHost

/// Traces of contacts that programs leave in files, as `rules/traces/` describes them.
struct ProgramTraceCollector: Collector {
  static let name = "program_traces"
  static let tables = [NetworkContact.table]

  private let options: CollectorOptions

  init(_ options: CollectorOptions) { self.options = options }

  func collect(from host: any Host, into sink: any FactSink) throws {
    let contacts = try ContactWriter(Self.name, host, sink)
    let places = TracePlaces(contacts, try Home.all(host.files, sink))
    for file in try DataFile.all(ProgramTraces.self, in: "traces", options, upTo: "examples") {
      for program in file.value.programs {
        for trace in program.traces where try holds(trace.requires, places, contacts) {
          let reader = TraceReader(program.program, trace, contacts)
          for pattern in trace.paths {
            for place in try places.all(pattern) { try contacts.reading { try reader.look(at: place) } }
          }
        }
      }
    }
    try contacts.finish()
  }

  private func holds(
    _ condition: TraceDescription.Condition?, _ places: TracePlaces, _ contacts: ContactWriter
  ) throws -> Bool {
    guard let condition else { return true }
    var isMet = false
    for pattern in condition.paths {
      for place in try places.all(pattern) where !isMet {
        try contacts.reading {
          let text = try contacts.files.text(place.path)
          isMet = text.split(separator: "\n").contains { line in
            !line.hasPrefix("#") && condition.contains.contains(where: line.contains)
          }
        }
      }
    }
    return isMet
  }
}
