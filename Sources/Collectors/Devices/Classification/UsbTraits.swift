/// All that is known of a USB device, attached or of the past, from which its kind follows.
struct UsbTraits {
  var vendor: String
  var product: String
  /// Manufacturer and product, as the device says.
  var label = ""
  var deviceClass: String?
  /// Interface triples of every configuration; empty where only names and drivers are known.
  var triples: [String] = []
  /// Those of the configuration in use.
  var activeTriples: [String] = []
  var drivers: Set<String> = []
  /// Subsystems of the nodes that the kernel made, with their type: net, net:wlan, block …
  var nodes: Set<String> = []
  /// Whether one of its network interfaces has a line that is no radio.
  var hasNetwork = false
  /// Whether a program or table of the system took it for a phone or player (MTP), or an interface says so.
  var speaksMTP = false
}
