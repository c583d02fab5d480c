import Foundation
import LinuxHost
import TestSupport
import Testing

@Suite struct TrustedProgramTests {
  @Test func theSystemsProgramsAreTrusted() throws {
    try TrustedProgram.require("/bin/sh")
    try TrustedProgram.require("/usr/bin/env")
  }

  @Test func aProgramThatOthersCouldReplaceIsNot() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/tool"
    #expect(
      FileManager.default.createFile(atPath: path, contents: Data(), attributes: [.posixPermissions: 0o755]))
    let error = #expect(throws: FileError.self) { try TrustedProgram.require(path) }
    #expect(error?.reason == .untrustedProgram)
    #expect(throws: FileError.self) { try LiveHost().run(ProgramCall(path, [], seconds: 1)) }
  }

  @Test(arguments: ["sh", "", "/nonexistent/tool"])
  func neverByNameAlone(path: String) {
    #expect(throws: FileError.self) { try TrustedProgram.require(path) }
  }

  @Test func aFolderIsNoProgram() {
    let error = #expect(throws: FileError.self) { try TrustedProgram.require("/usr/bin") }
    #expect(error?.reason == .notRegularFile)
  }
}
