/// A parser that is fed with bytes of any kind: it may refuse them, and must neither trap nor hang.
struct FuzzTarget: Sendable {
  let name: String
  let run: @Sendable ([UInt8]) -> Void

  /// Every parser written here; adding one is one line.
  static let all = documents + host + signed + hostFiles

  init(_ name: String, _ run: @escaping @Sendable ([UInt8]) throws -> Void) {
    self.name = name
    self.run = { bytes in
      do { try run(bytes) } catch {}
    }
  }
}
