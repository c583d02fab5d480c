import AirsealCommands
import Foundation
import TestSupport
import Testing

/// Generated files are up to date.
@Suite struct GeneratedFilesTests {
  @Test func tableReference() throws {
    let text = try String(contentsOfFile: Built.root + "/docs/reference/facts.md", encoding: .utf8)
    #expect(
      text.trimmingCharacters(in: .newlines) == TableReference.markdown().trimmingCharacters(in: .newlines))
  }

  @Test func registry() throws {
    let made = try Run("/bin/sh", [Built.root + "/packaging/generate-registry.sh"]).output
    let kept = try String(
      contentsOfFile: Built.root + "/Sources/Collectors/Registry.swift", encoding: .utf8)
    #expect(made == kept, "Sources/Collectors/Registry.swift is out of date. Please run make generate.")
  }
}
