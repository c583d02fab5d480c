import Journal

/// What is known of the devices that are attached: one that goes can no longer be asked.
struct AttachedDevices {
  private var details: [String: [String: String]] = [:]

  /// The event with what an earlier one of the same device said and this one does not.
  mutating func complete(_ event: JournalEvent) -> JournalEvent {
    guard let path = event.detail["path"] else { return event }
    var event = event
    switch event.kind {
    case .deviceRemoved, .deviceChanged:
      event.detail.merge(details[path] ?? [:]) { own, _ in own }
    default: break
    }
    details[path] = event.kind == .deviceRemoved ? nil : event.detail
    return event
  }
}
