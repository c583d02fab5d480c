import CShims
import Foundation
import Glibc

/// Asks a person at the terminal; what options gave already is not asked.
struct Interview {
  private let isTerminal = isatty(STDIN_FILENO) == 1
  private let input = Lines()

  func heading(_ text: String) throws { try Output.print("\n" + text) }

  /// A text; `option` is what gives it without a terminal. An empty reply takes the standard, where there is one.
  func text(
    _ prompt: String, given: String?, option: String, standard: String? = nil
  ) throws -> String {
    if let given, given.contains(where: { !$0.isWhitespace }) { return given }
    while true {
      let hint = standard.map { " [\($0)]" } ?? ""
      let reply = try line("\(prompt)\(hint): ", option: option, standard: standard)
      if !reply.isEmpty { return reply }
      if let standard { return standard }
      try Output.print(say("  Cần nhập nội dung này.", "  This is needed."))
    }
  }

  /// Yes or no; an empty reply is no, which never helps a machine to pass.
  func yes(_ prompt: String, option: String) throws -> Bool {
    while true {
      let words = say(" (c = có, k = không) [k]: ", " (y = yes, n = no) [n]: ")
      switch try line(prompt + words, option: option, standard: "k").lowercased() {
      case "", "k", "n", "không", "khong", "no": return false
      case "c", "y", "có", "co", "yes": return true
      default: try Output.print(say("  Trả lời c hoặc k.", "  Reply y or n."))
      }
    }
  }

  /// How many of several items hold.
  enum Portion {
    case all
    case none
    case each
  }

  /// Yes, no, or, of many, one by one; an empty reply is no.
  func some(_ prompt: String, isMany: Bool, option: String) throws -> Portion {
    guard isMany else { return try yes(prompt, option: option) ? .all : .none }
    while true {
      let words = say(
        " (c = có, k = không, t = từng mục) [k]: ", " (y = yes, n = no, e = each by itself) [n]: ")
      switch try line(prompt + words, option: option, standard: "k").lowercased() {
      case "", "k", "n", "không", "khong", "no": return .none
      case "c", "y", "có", "co", "yes": return .all
      case "t", "e", "từng", "tung", "each": return .each
      default: try Output.print(say("  Trả lời c, k hoặc t.", "  Reply y, n or e."))
      }
    }
  }

  /// One of several; an empty reply takes the first.
  func choice(_ prompt: String, _ choices: [(id: String, title: String)], option: String) throws -> String {
    for (number, choice) in choices.enumerated() {
      try Output.print("  \(number + 1). \(choice.title) (\(choice.id))")
    }
    while true {
      let reply = try line("\(prompt) [1]: ", option: option, standard: "1")
      if reply.isEmpty { return choices[0].id }
      if let number = Int(reply), choices.indices.contains(number - 1) { return choices[number - 1].id }
      if let choice = choices.first(where: { $0.id == reply }) { return choice.id }
      try Output.print(say("  Chọn số từ 1 đến \(choices.count).", "  Choose 1 to \(choices.count)."))
    }
  }

  /// Waits until the reader goes on; does not wait without a terminal.
  func pause() throws {
    guard isTerminal else { return }
    _ = try line(say("  (Enter để xem tiếp) ", "  (Enter to go on) "), option: "", standard: "")
  }

  private func line(_ prompt: String, option: String, standard: String?) throws -> String {
    guard isTerminal else {
      if let standard { return standard }
      throw Failure(
        .usage, "Không có terminal để hỏi; đưa vào bằng \(option).",
        "There is no terminal to ask on; give it with \(option).")
    }
    guard Output.emit(prompt, to: STDOUT_FILENO) == 0, let reply = input.next() else {
      throw Failure(
        .cannotWork, "Đã dừng theo yêu cầu; chưa cấp tem, chưa dùng số nào.",
        "Stopped; no stamp was issued and no number used.")
    }
    return reply.trimmingCharacters(in: .whitespaces)
  }

  /// Lines of standard input; an interrupt or the end is nil.
  private final class Lines {
    /// Milliseconds after which an interrupt is noticed that came just before the wait.
    private static let glance: Int32 = 200

    func next() -> String? {
      var bytes: [UInt8] = []
      while bytes.count < 4096 {
        if airseal_interrupted() == 1 { return nil }
        var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        let ready = poll(&input, 1, Self.glance)
        if ready == 0 || ready < 0 && errno == EINTR { continue }
        var byte: UInt8 = 0
        let got = Glibc.read(STDIN_FILENO, &byte, 1)
        if got < 0, errno == EINTR { continue }
        guard got == 1 else { return nil }
        if byte == 0x0A { return String(decoding: bytes, as: UTF8.self) }
        bytes.append(byte)
      }
      return nil
    }
  }
}
