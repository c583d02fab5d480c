import Foundation
import TestSupport
import Testing

/// Secrets that are typed on a terminal.
@Suite struct SecretPromptTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Runs a program on a terminal of its own and answers each prompt; prints what the terminal showed, and whether it
  /// echoed while a secret was typed.
  private static let script = """
    import os, pty, select, sys, termios
    answers = [a.encode().decode('unicode_escape').encode('latin1') for a in sys.argv[1].split('|')]
    hook = os.environ.get('BEFORE_ANSWER')
    child, master = pty.fork()
    if child == 0:
        os.execv(sys.argv[2], sys.argv[2:])
    shown, echoed = b'', False
    while True:
        try:
            piece = os.read(master, 4096)
        except OSError:
            break
        if not piece:
            break
        shown += piece
        if answers and shown.rstrip(b'\\n').endswith(b': '):
            echoed = echoed or bool(termios.tcgetattr(master)[3] & termios.ECHO)
            if hook:
                os.system(hook)
            os.write(master, answers.pop(0))
            shown += b'<answered>'
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    after = termios.tcgetattr(master)[3] & termios.ECHO
    sys.stdout.buffer.write(shown)
    print('\\nstatus', status, 'echoed', echoed, 'restored', bool(after))
    """

  private func onTerminal(
    _ answers: [String], _ arguments: [String], environment: [String: String] = [:]
  ) throws -> String {
    let file = scratch.path + "/terminal.py"
    try Self.script.write(toFile: file, atomically: true, encoding: .utf8)
    let run = try Run(
      "/usr/bin/python3",
      [file, answers.joined(separator: "|"), Built.airseal] + arguments + ["--lang", "en"],
      environment: environment)
    #expect(run.status == 0, "\(run.errors)")
    return run.output
  }

  @Test func aPassphraseIsTypedTwiceAndNotShown() throws {
    let key = scratch.path + "/key"
    let made = try onTerminal(
      ["correct horse\\r", "correct horse\\r"], ["key", "new", key, "--name", "A"])
    #expect(made.contains("status 0 echoed False restored True"), "\(made)")
    #expect(!made.contains("horse"))
    let shown = try Run(Built.airseal, ["key", "show", key, "--lang", "en"])
    #expect(shown.output.contains("below a passphrase"))
    #expect(
      try Run(Built.airseal, ["key", "trust", key + ".pub", "--trust", scratch.path + "/i"]).status == 0)
    let kid = try #require(shown.output.split(separator: "\n").first?.split(separator: " ").last)
    let revoke = [
      "key", "revoke", String(kid), "--reason", "superseded", "--key", key, "--trust", scratch.path + "/i",
    ]
    let wrong = try onTerminal(["wrong\\r"], revoke)
    #expect(wrong.contains("wrong passphrase") && wrong.contains("status 64"), "\(wrong)")
    let right = try onTerminal(["corrx\\x7fect horse\\r"], revoke)
    #expect(right.contains("status 0 echoed False restored True"), "\(right)")
  }

  @Test func twoThatDifferMakeNoKey() throws {
    let key = scratch.path + "/key"
    let made = try onTerminal(["correct horse\\r", "correct mouse\\r"], ["key", "new", key, "--name", "A"])
    #expect(made.contains("do not match") && made.contains("status 64"), "\(made)")
    let short = try onTerminal(["short\\r"], ["key", "new", key, "--name", "A"])
    #expect(short.contains("too short") && short.contains("status 64"), "\(short)")
    #expect(!FileManager.default.fileExists(atPath: key))
  }

  @Test func controlCLeavesNothingAndRestoresTheTerminal() throws {
    let key = scratch.path + "/key"
    let made = try onTerminal(["corr\\x03"], ["key", "new", key, "--name", "A"])
    #expect(made.contains("Cancelled") && made.contains("status 1 echoed False restored True"), "\(made)")
    #expect(!FileManager.default.fileExists(atPath: key))
  }

  @Test func aPINIsNotShownAndATokenMayGoWhileItIsTyped() throws {
    let token = try SoftToken(keys: ["p256"])
    let arguments = [
      "key", "import", scratch.path + "/k", "--name", "A", "--test", "--pkcs11", token.address("p256"),
    ]
    let wrong = try onTerminal(["111111\\r"], arguments, environment: token.environment)
    #expect(wrong.contains("Wrong PIN") && wrong.contains("status 64"), "\(wrong)")
    let good = try onTerminal([SoftToken.pin + "\\r"], arguments, environment: token.environment)
    #expect(good.contains("status 0 echoed False restored True") && !good.contains(SoftToken.pin), "\(good)")
    var environment = token.environment
    environment["BEFORE_ANSWER"] = "rm -rf \(token.tokens)/*"
    let gone = try onTerminal(
      [SoftToken.pin + "\\r"], ["key", "import", scratch.path + "/k2"] + arguments.dropFirst(3),
      environment: environment)
    #expect(gone.contains("The token was removed") && gone.contains("status 1"), "\(gone)")
  }
}
