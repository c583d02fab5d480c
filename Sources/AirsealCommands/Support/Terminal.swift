import Foundation
import Glibc

/// The terminal that the user sits at, whatever the standard streams are.
enum Terminal {
  /// A line that is typed without being shown; nil where there is no terminal, a failure where Ctrl-C or Ctrl-D ends it.
  static func readSecret(_ prompt: String) throws -> String? {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    var before = termios()
    guard tcgetattr(terminal, &before) == 0 else { return nil }
    var silent = before
    silent.c_lflag &= ~tcflag_t(ECHO | ECHONL | ICANON | ISIG | IEXTEN)
    silent.c_iflag &= ~tcflag_t(INLCR | IGNCR)
    silent.c_iflag |= tcflag_t(ICRNL)
    guard tcsetattr(terminal, TCSAFLUSH, &silent) == 0 else { return nil }
    defer {
      _ = tcsetattr(terminal, TCSAFLUSH, &before)
      _ = Output.emit("\n", to: terminal)
    }
    guard Output.emit(prompt, to: terminal) == 0 else { return nil }
    return try line(terminal)
  }

  private static func line(_ terminal: Int32) throws -> String {
    var bytes: [UInt8] = []
    while bytes.count < 1024 {
      var byte: UInt8 = 0
      let got = Glibc.read(terminal, &byte, 1)
      if got < 0 && errno == EINTR { continue }
      guard got == 1 else { throw cancelled }
      switch byte {
      case 0x0A: return String(decoding: bytes, as: UTF8.self)
      case 0x03, 0x04: throw cancelled
      case 0x15: bytes = []
      case 0x08, 0x7F:
        while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
      default: bytes.append(byte)
      }
    }
    throw cancelled
  }

  private static var cancelled: Failure {
    Failure(.cannotWork, "Đã huỷ theo yêu cầu; chưa ký gì.", "Cancelled; nothing was signed.")
  }
}
