import Foundation

@testable import Collectors
@testable import LinuxHost

extension FuzzTarget {
  /// Parsers of what devices, the kernel and programs of the machine leave.
  static let host: [FuzzTarget] = [
    .init("usb_descriptors") { _ = UsbDescriptors($0) },
    .init("partition_table") { bytes in
      _ = PartitionTable(size: UInt64(bytes.count)) { offset, count in
        Array(bytes.dropFirst(Int(clamping: offset)).prefix(count))
      }
    },
    .init("volume_signature") { _ = VolumeSignature($0) },
    .init("link_message") { _ = try NetworkState.Link(netlink: $0) },
    .init("address_message") { _ = try NetworkState.Address(netlink: $0) },
    .init("route_message") { _ = try NetworkState.Route.all(netlink: $0) },
    .init("umockdev") { _ = try UmockdevFile(String(decoding: $0, as: UTF8.self), path: "") },
    .init("time_zone") { _ = TimeZoneFile($0) },
    .init("journal_header") { _ = $0.withUnsafeBytes(JournalHeader.init) },
    .init("syslog_line") { bytes in
      bytes.withUnsafeBytes { line in
        guard let (_, length) = SyslogStamp.parse(line) else { return }
        let rest = UnsafeRawBufferPointer(rebasing: line[min(length, line.count)...])
        guard let tag = SyslogLine.tag(rest) else { return }
        _ = SyslogLine.body(rest, from: tag.upperBound)
      }
    },
    .init("write_ahead_log") { bytes in
      var image = [UInt8](repeating: 0, count: 1024)
      WriteAheadLog(bytes: bytes).apply(to: &image)
    },
    .init("rpm_header") {
      $0.withUnsafeBytes { header in _ = RpmHeader(header).map { ($0.name, $0.files) } }
    },
    .init("shell_link") { _ = ShellLink($0) },
    .init("login_records") { _ = LoginRecords($0) },
    .init("png_texts") { _ = PngTexts($0) },
    .init("ipp_attributes") { _ = IppAttributes($0) },
    .init("text_runs") { _ = TextRuns($0) },
    .init("picture_format") { $0.withUnsafeBytes { _ = PictureFormat($0) } },
    .init("mozilla_lz4") { _ = MozLz4.plain($0) },
    .init("json_addresses") { _ = JSONAddresses.all(in: $0) },
    .init("mail_attachment") { $0.withUnsafeBytes { _ = SentMail.attachment($0) } },
    .init("address") { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      _ = IPAddress(text)
      _ = AddressRange(text)
    },
  ]
}
