/// What lies between the last sign of an earlier watch and the start of this one.
public enum Resumption {
  /// The entry for that span; nil for the first watch of a journal. `hardware` is the digest of the machine as it is now.
  public static func event(
    after last: EventEntry?, pulse: Moment?, hardwareBefore: String?, now: Moment, hardware: String
  ) -> JournalEvent? {
    guard let last else { return nil }
    let isSameBoot = last.moment.boot == now.boot
    let isSameHardware = hardwareBefore == nil || hardwareBefore == hardware
    guard last.kind == .watchStopped else {
      let alive = pulse.map { max($0.time, last.moment.time) } ?? last.moment.time
      return .gap(isSameBoot ? .crash : .powerLost, from: alive, until: now.time)
    }
    let from = last.moment.time
    if isSameBoot || last.detail["cause"] != StopCause.powerOff.rawValue {
      return .gap(.stopped, from: from, until: now.time)
    }
    if !isSameHardware { return .gap(.hardwareChanged, from: from, until: now.time) }
    return JournalEvent(.machineOff, ["from": "\(from)", "until": "\(now.time)"])
  }
}

/// Why a watch ended in order.
public enum StopCause: String, Sendable, CaseIterable {
  /// The machine is going down.
  case powerOff = "power_off"
  /// Somebody stopped the service.
  case service
}
