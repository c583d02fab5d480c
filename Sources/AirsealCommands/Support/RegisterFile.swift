import ArgumentParser
import Attestation
import Foundation
import Scanning

/// Options that name the register and who may sign it.
struct RegisterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("Tệp danh sách phương tiện đã đăng ký.", "File of the register of devices."), valueName: "file"))
  var register: String?
  @Option(help: ArgumentHelp(say("Thư mục khoá được tin cậy.", "Folder of trusted keys."), valueName: "dir"))
  var trust: String?
  @OptionGroup var common: CommonOptions

  func path() throws -> String { try register ?? Installation(rules: common.rules).deviceRegister }

  func store() throws -> TrustStore {
    try Installation(rules: common.rules).trustStore(trust)
  }

  /// The verified register; an empty one where the file is not there yet.
  func load() throws -> DeviceRegister {
    let path = try path()
    guard FileManager.default.fileExists(atPath: path) else { return DeviceRegister() }
    return try DeviceRegister(path, trust: store())
  }

  /// Adds a line that was signed here; it must verify with the trusted keys.
  func append(_ jws: String) throws {
    var register = try load()
    try register.add(jws, trust: store())
    try save(register)
  }

  func save(_ register: DeviceRegister) throws {
    let path = try path()
    let folder = (path as NSString).deletingLastPathComponent
    if !folder.isEmpty { try Output.makeFolder(folder) }
    try Output.write(register.lines.map { $0 + "\n" }.joined(), to: path)
  }
}

/// A device as options name it.
struct DeviceName: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("Mã hãng và sản phẩm, như 0781:5567.", "Vendor and product, as 0781:5567."), valueName: "vid:pid"))
  var usb: String
  @Option(
    help: ArgumentHelp(
      say("Số sê-ri do thiết bị tự báo.", "Serial as the device reports it."), valueName: "serial"))
  var serial: String

  /// Vendor and product, lower case.
  func ids() throws -> (vendor: String, product: String) {
    let parts = usb.lowercased().split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 4 && $0.allSatisfy(\.isHexDigit) }) else {
      throw Failure(
        .usage, "--usb nhận mã dạng 0781:5567.", "--usb takes ids in the form 0781:5567.")
    }
    return (String(parts[0]), String(parts[1]))
  }
}
