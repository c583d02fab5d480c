/// Chooses for each spelling the three bytes by which it is looked for: those that ordinary files hold least.
struct WindowChoice {
  /// What a further key costs, beside how often its bytes stand in ordinary files.
  private static let keyCost: Float = 1e-5
  /// A key's own cost counts so often, because every hit looks at all its spellings once.
  private static let newcomer: Float = 20

  private var taken: Set<Int> = []

  /// Where the bytes stand in a spelling of at least three.
  mutating func offset(in spelling: [UInt8]) -> Int {
    var best = (offset: 0, window: 0, cost: Float.infinity)
    for offset in 0...(spelling.count - 3) {
      let window =
        Int(spelling[offset]) | Int(spelling[offset + 1]) << 8 | Int(spelling[offset + 2]) << 16
      let share = OrdinaryText.shared.share(of: window)
      let cost = taken.contains(window) ? share : share * Self.newcomer + Self.keyCost
      if cost < best.cost { best = (offset, window, cost) }
    }
    taken.insert(best.window)
    return best.offset
  }
}
