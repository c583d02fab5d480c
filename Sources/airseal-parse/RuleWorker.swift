import CShims
import CYara
import Glibc
import ParseWire
import Sandbox

/// Serves requests to apply YARA rules: one descriptor a message, one answer each, until the other side closes.
struct RuleWorker {
  private static let seconds: Int32 = 20
  /// Folder of the rules, each file with the end ".yar".
  let folder: String

  /// Compiles, locks itself away, greets and serves; greets with no rules where the system has no libyara.
  func run() -> Int32 {
    var yara: OpaquePointer?
    let texts = texts()
    guard let texts, !texts.isEmpty else { return Worker.Exit.badRules.rawValue }
    let copies = texts.map { strdup($0) }
    let state = copies.map { UnsafePointer($0) }.withUnsafeBufferPointer {
      airseal_yara_compile($0.baseAddress, $0.count, &yara)
    }
    copies.forEach { free($0) }
    guard state != airseal_yara_refused else { return Worker.Exit.badRules.rawValue }
    let sandbox: SandboxState
    do {
      try Sandbox.closeDescriptors(from: 3)
      sandbox = try Sandbox.enter()
    } catch { return Worker.Exit.noSandbox.rawValue }
    let greeting = WorkerGreeting(
      hasNoNewPrivileges: sandbox.hasNoNewPrivileges, hasSeccomp: sandbox.hasSeccomp,
      landlock: sandbox.landlock, rules: yara.map { airseal_yara_count($0) } ?? 0)
    guard send(greeting.encoded()) else { return Worker.Exit.badWire.rawValue }
    guard let yara else { return Worker.Exit.done.rawValue }
    return serve(yara).rawValue
  }

  private func texts() -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".yar") { names.append(name) }
    }
    var texts: [String] = []
    for name in names.sorted() {
      let file = open("\(folder)/\(name)", O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { return nil }
      defer { close(file) }
      guard let bytes = Self.bytes(file, limit: 1 << 20) else { return nil }
      texts.append(String(decoding: bytes, as: UTF8.self))
    }
    return texts
  }

  private func serve(_ yara: OpaquePointer) -> Worker.Exit {
    var buffer = [UInt8](repeating: 0, count: 64)
    var descriptors = [Int32](repeating: -1, count: 1)
    while true {
      var count = descriptors.count
      let received = airseal_receive(0, &buffer, buffer.count, &descriptors, &count, 0)
      if received == 0 { return .done }
      guard received > 0, count == 1 else { return .badWire }
      let reply = scan(descriptors[0], yara)
      close(descriptors[0])
      guard send(reply.encoded()) else { return .badWire }
    }
  }

  private func scan(_ file: Int32, _ yara: OpaquePointer) -> RuleReply {
    lseek(file, 0, SEEK_SET)
    guard let bytes = Self.bytes(file, limit: RuleReply.fileLimit) else {
      return RuleReply(outcome: .readFailed)
    }
    guard bytes.count <= RuleReply.fileLimit else { return RuleReply(outcome: .tooLarge) }
    var names = [CChar](repeating: 0, count: RuleReply.sizeLimit - 1)
    let timeOver: Int32 = 26
    let code = airseal_yara_scan(yara, bytes, bytes.count, Self.seconds, &names, names.count)
    guard code == 0 else { return RuleReply(outcome: code == timeOver ? .timedOut : .failed) }
    let text = names.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return RuleReply(
      outcome: .done, rules: text.split(separator: 10).map { String(decoding: $0, as: UTF8.self) })
  }

  /// Everything in a file, or one byte more than the limit; nil for what cannot be read.
  static func bytes(_ file: Int32, limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while bytes.count <= limit {
      let count = read(file, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      if count < 0 { return nil }
      if count == 0 { break }
      bytes += chunk.prefix(count)
    }
    return bytes
  }

  private func send(_ bytes: [UInt8]) -> Bool { airseal_send(0, bytes, bytes.count, nil, 0) == 0 }
}
