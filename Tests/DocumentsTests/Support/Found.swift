import Markings
import ParseWire

/// A marking by its level and place, for comparing.
struct Found: Hashable {
  var level: Hit.Level
  var part: TextPart.Kind

  init(_ level: Hit.Level, _ part: TextPart.Kind) {
    self.level = level
    self.part = part
  }
}

extension ParseReply {
  var found: Set<Found> { Set(hits.map { Found($0.level, $0.part) }) }
}
