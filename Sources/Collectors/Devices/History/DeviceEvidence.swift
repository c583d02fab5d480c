/// Kinds of trace that devices leave.
enum DeviceEvidence: String, Comparable {
  case kernel
  case mtpProbe = "mtp_probe"
  case usbmuxd
  case udisks
  case lockdown
  case adb
  case kdeConnect = "kde_connect"
  case bluez
  case automounter
  case modeswitch = "usb_modeswitch"
  case usbguard
  case upower
  case colord
  case bolt
  /// The registry of a Windows on this machine.
  case windows
  case desktop
  /// The journal of airseal's daemon.
  case watch

  static func < (first: DeviceEvidence, second: DeviceEvidence) -> Bool { first.rawValue < second.rawValue }
}
