import Rules
import Testing

/// The effect table, written a second time.
@Suite struct ProfileTableTests {
  /// drafting, intake, office, independent-lan; the last is the limit under the law of 2025.
  static let table = """
    network_link_up R R I I
    link_outside_declared_lan - - - R
    default_route_present R R I R
    radio_enabled R R I R
    radio_hardware_present B B I B
    network_peripheral_attached R R I R
    internet_history R R I R I
    network_history R R I I I
    telecom_history R R I R I
    remote_access_software B B I B
    cloud_and_chat_traces B B I B
    marked_document_transmitted R R R R
    history_wiped B B B B
    history_coverage_short B B I B I
    clock_inconsistent B B I B
    uninspected_system B B B B
    secret_on_connected_machine R R R R
    phone_attached R R I R
    phone_history R R I R B
    usb_unregistered_attached R R I R
    usb_unregistered_history B B I B
    usb_cross_use R R B R
    usb_seen_elsewhere R R B R
    badusb_suspect B B B B
    wireless_peripheral B B I B
    networked_copier_attached B B I B
    recording_hardware I I I I
    antivirus_present R R R R
    antivirus_effective R R R R
    antivirus_licence_valid B B B B
    os_supported R R R R
    software_licence B B B B
    malware_indicator R R R R
    malware_suspected B B B B
    activation_tool B B B B
    support_data_current B B B B
    kernel_current I I I I
    software_origin I I I I
    package_files_verified I I I I
    malware_scanned I I I I
    marked_document_present I R R I
    marked_document_traces I R R I
    document_unreadable I B B I
    image_not_read I B B I
    release_formalities I I I I
    foreign_user_data_present - B - -
    monitoring_gap B - I B
    stamp_valid I I I I
    medium_registered - - - -
    medium_marked_document - - - -
    medium_used_in_phone - - - -
    medium_used_elsewhere - - - -
    """
  static let effects: [Substring: Effect] = [
    "R": .required, "B": .blocksPass, "I": .informational, "-": .notSelected,
  ]

  static var rows: [[Substring]] { table.split(separator: "\n").map { $0.split(separator: " ") } }

  @Test(arguments: [("drafting", 1), ("intake", 2), ("office", 3), ("independent-lan", 4)])
  func effects(_ profile: String, _ column: Int) throws {
    let profile = try TestPack.profile(profile)
    #expect(Self.rows.count == profile.effects.count)
    for row in Self.rows {
      #expect(profile.effects[String(row[0])] == Self.effects[row[column]], "\(row[0])")
    }
  }

  @Test func limits() throws {
    let editions = try TestPack.pack().editions
    #expect(editions[0].limits.isEmpty)
    var limits: [String: Effect] = [:]
    for row in Self.rows where row.count == 6 { limits[String(row[0])] = Self.effects[row[5]] }
    #expect(editions[1].limits == limits)
  }

  @Test func onlyTheIndependentLanNeedsAnEdition() throws {
    for profile in try TestPack.pack().profiles {
      #expect(profile.onlyEdition == (profile.id == "independent-lan" ? "2025" : nil))
    }
  }

  @Test func media() throws {
    let profile = try TestPack.profile("medium")
    #expect(profile.subject == .medium)
    let selected = profile.effects.filter { $0.value != .notSelected }
    #expect(
      selected == [
        "malware_indicator": .required, "malware_suspected": .blocksPass, "activation_tool": .blocksPass,
        "malware_scanned": .informational, "marked_document_present": .informational,
        "marked_document_traces": .informational, "document_unreadable": .blocksPass,
        "image_not_read": .blocksPass, "medium_registered": .required, "medium_marked_document": .required,
        "medium_used_in_phone": .blocksPass, "medium_used_elsewhere": .informational,
      ])
  }

  @Test func aSelfCheckAsksForTheStamp() throws {
    for profile in try TestPack.pack().profiles {
      let asks = ["drafting", "independent-lan"].contains(profile.id)
      #expect(profile.selfCheckEffects == (asks ? ["stamp_valid": .required] : [:]))
      #expect(
        profile.inSelfCheck.effects["stamp_valid"] == (asks ? .required : profile.effects["stamp_valid"]))
    }
  }

  @Test func whatMayBeMissing() throws {
    for profile in try TestPack.pack().profiles {
      let allowed: Set<String> = ["intake", "medium"].contains(profile.id) ? [] : ["monitoring_gap"]
      #expect(Set(profile.mayBeNotApplicable.keys) == allowed, "\(profile.id)")
    }
  }
}
