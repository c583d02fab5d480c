/// What the journal can tell of.
public enum EventKind: String, Sendable, CaseIterable, Codable {
  case watchStarted = "watch_started"
  case watchStopped = "watch_stopped"
  /// A span of time in which something may have happened unseen.
  case gap
  /// From a clean power-off to the next start of the same hardware.
  case machineOff = "machine_off"
  /// A device that was already attached when the watch began.
  case devicePresent = "device_present"
  case deviceAdded = "device_added"
  case deviceRemoved = "device_removed"
  case deviceChanged = "device_changed"
  case linkPresent = "link_present"
  case linkAdded = "link_added"
  case linkChanged = "link_changed"
  case linkRemoved = "link_removed"
  case addressAdded = "address_added"
  case addressRemoved = "address_removed"
  case routeAdded = "route_added"
  case routeRemoved = "route_removed"
  case scanFinished = "scan_finished"
  /// A finding for which the profile voids the stamp.
  case stampVoided = "stamp_voided"
}
