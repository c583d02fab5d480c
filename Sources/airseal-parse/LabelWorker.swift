import CShims
import Foundation
import Glibc
import ParseWire
import Sandbox
import StampLabel

/// Draws or reads one printed stamp: one descriptor, one answer.
struct LabelWorker {
  enum Task {
    /// Draw what the message says into the descriptor.
    case draw(LabelFonts)
    /// Read the QR code of the file in the descriptor; nil where the system has no reader.
    case read(QRReader?)
  }

  /// Seconds of processor time.
  private static let patience: UInt64 = 30
  let task: Task

  /// Locks itself away, greets and answers once.
  func run() -> Int32 {
    let sandbox: SandboxState
    do {
      try Sandbox.closeDescriptors(from: 3)
      sandbox = try Sandbox.enter(
        limits: SandboxLimits(processorTime: Self.patience, fileSize: UInt64(LabelRequest.fileLimit)))
    } catch { return Worker.Exit.noSandbox.rawValue }
    let greeting = WorkerGreeting(
      hasNoNewPrivileges: sandbox.hasNoNewPrivileges, hasSeccomp: sandbox.hasSeccomp,
      landlock: sandbox.landlock, rules: 0)
    guard send(greeting.encoded()) else { return Worker.Exit.badWire.rawValue }
    var buffer = [UInt8](repeating: 0, count: LabelRequest.sizeLimit)
    var descriptors: [Int32] = [-1]
    var count = 1
    let received = airseal_receive(0, &buffer, buffer.count, &descriptors, &count, 0)
    guard received > 0, count == 1 else { return Worker.Exit.badWire.rawValue }
    let reply = answer(Data(buffer.prefix(received)), descriptors[0])
    return (send(reply.encoded()) ? Worker.Exit.done : .badWire).rawValue
  }

  private func answer(_ message: Data, _ file: Int32) -> LabelReply {
    switch task {
    case .read(nil): return LabelReply(.noReader)
    case .read(let reader?):
      guard let bytes = RuleWorker.bytes(file, limit: QRReader.fileLimit), bytes.count <= QRReader.fileLimit
      else { return LabelReply(.unreadable) }
      return reader.read(bytes)
    case .draw(let fonts):
      let request: LabelRequest
      do { request = try JSONDecoder().decode(LabelRequest.self, from: message) } catch {
        return LabelReply(.badRequest)
      }
      guard let drawn = LabelDrawing.draw(request, fonts: fonts), drawn.count <= LabelRequest.fileLimit,
        write(drawn, to: file)
      else { return LabelReply(.cannotDraw) }
      return LabelReply(.done)
    }
  }

  private func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let put = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if put < 0 && errno == EINTR { continue }
      guard put > 0 else { return false }
      rest = rest.dropFirst(put)
    }
    return true
  }

  private func send(_ bytes: [UInt8]) -> Bool { airseal_send(0, bytes, bytes.count, nil, 0) == 0 }
}
