import CShims
import Documents
import Glibc
import ParseWire
import Sandbox

/// Serves requests on descriptor 0 until the other side closes it.
struct Worker {
  enum Exit: Int32 {
    case done = 0
    case badRules = 70
    case noSandbox = 71
    case badWire = 72
  }

  let markings: String

  /// Loads, locks itself away, greets and serves; returns the exit code.
  func run() -> Int32 {
    let reader: DocumentReader
    do { reader = try DocumentReader(markings: markings, magic: MagicData.path) } catch {
      return Exit.badRules.rawValue
    }
    let state: SandboxState
    do {
      try Sandbox.closeDescriptors(from: 3)
      state = try Sandbox.enter()
    } catch { return Exit.noSandbox.rawValue }
    let greeting = WorkerGreeting(
      hasNoNewPrivileges: state.hasNoNewPrivileges, hasSeccomp: state.hasSeccomp, landlock: state.landlock,
      rules: reader.ruleCount)
    guard send(greeting.encoded()) else { return Exit.badWire.rawValue }
    return serve(reader).rawValue
  }

  private func serve(_ reader: DocumentReader) -> Exit {
    var buffer = [UInt8](repeating: 0, count: 4096)
    var descriptors = [Int32](repeating: -1, count: ParseRequest.itemLimit)
    while true {
      var count = descriptors.count
      let received = airseal_receive(0, &buffer, buffer.count, &descriptors, &count, 0)
      if received == 0 { return .done }
      guard received > 0 else { return .badWire }
      let request: ParseRequest
      do { request = try ParseRequest(decoding: Array(buffer.prefix(received))) } catch { return .badWire }
      guard request.items.count == count else { return .badWire }
      for (index, item) in request.items.enumerated() {
        let reply = reader.read(descriptors[index], item, index: index)
        close(descriptors[index])
        guard send(reply.encoded()) else { return .badWire }
      }
    }
  }

  private func send(_ bytes: [UInt8]) -> Bool { airseal_send(0, bytes, bytes.count, nil, 0) == 0 }
}

/// Where the data of libmagic lies: in a bundle beside the program, otherwise where the system keeps it.
enum MagicData {
  static var path: String? {
    guard let root = getenv("AIRSEAL_ROOT") else { return nil }
    let path = String(cString: root) + "/share/magic.mgc"
    return access(path, R_OK) == 0 ? path : nil
  }
}
