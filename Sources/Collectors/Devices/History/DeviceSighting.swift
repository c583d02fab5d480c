import Facts

/// What one trace tells of a device.
struct DeviceSighting {
  var evidence: DeviceEvidence
  /// File that holds it.
  var path: String
  var connection = DeviceConnection.usb
  var vendor: String?
  var product: String?
  var serial: String?
  var maker: String?
  var name: String?
  /// What the trace itself proves of the kind; nil where the ids decide.
  var kind: UsbClassifier.Judgement?
  var first: Int64?
  var last: Int64?
  var account: String?
  var label: String?
}
