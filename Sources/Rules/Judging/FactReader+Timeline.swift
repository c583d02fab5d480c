import Facts

extension FactReader {
  private static let secret: Set<MarkingLevel> = [.tuyetMat, .toiMat, .mat, .review]
  private static let phones: Set<UsbKind> = [.phone, .tether, .modem]

  /// The spans of the machine's life that have a time, in no order.
  func timeline() throws -> [TimelineSpan] {
    try life() + coverage() + contacts() + documents()
  }

  private func life() throws -> [TimelineSpan] {
    let witnesses = try all(MachineLife.self).filter { $0.witness != .firmwareDate }
    let boots = try all(PowerEvent.self).filter { $0.event == .boot }
    return witnesses.compactMap { Self.span(.life, $0.at ?? $0.vouchedSince, nil) }
      + boots.map { TimelineSpan(.life, $0.at, $0.until ?? $0.at) }
  }

  private func coverage() throws -> [TimelineSpan] {
    let watched = try all(WatchInterval.self).filter { $0.state == .watched }
    return try all(Coverage.self).compactMap { Self.span(.coverage, $0.firstEntry, $0.lastEntry) }
      + watched.compactMap { Self.span(.coverage, $0.firstSeen, $0.lastSeen) }
  }

  private func contacts() throws -> [TimelineSpan] {
    let rows = try all(NetworkContact.self).filter { !$0.beforeInstall }
    let phones = try all(UsbDeviceHistory.self).filter { !$0.beforeInstall && Self.phones.contains($0.kind) }
    return rows.compactMap { row in
      let isPhone = row.grade == .p || row.kind == .tetherUp || row.kind == .modemConnected
      guard isPhone || row.grade == .a || row.grade == .b else { return nil }
      return Self.span(isPhone ? .phone : .connection, row.firstSeen, row.lastSeen)
    } + phones.compactMap { Self.span(.phone, $0.firstSeen, $0.lastSeen) }
  }

  private func documents() throws -> [TimelineSpan] {
    try all(Marking.self).filter { Self.secret.contains($0.level) && $0.confidence != .low }
      .map { TimelineSpan(.document, $0.firstTime ?? $0.modifiedAt, $0.modifiedAt) }
  }

  private static func span(_ lane: TimelineSpan.Lane, _ first: Int64?, _ last: Int64?) -> TimelineSpan? {
    guard let time = first ?? last else { return nil }
    return TimelineSpan(lane, time, last ?? time)
  }
}
