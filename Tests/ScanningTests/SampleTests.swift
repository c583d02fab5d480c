import Facts
import Rules
import SampleBuilder
import TestSupport
import Testing

@Suite struct SampleTests {
  @Test("Each sample gives what its expected.json says", arguments: try Samples.names())
  func expectation(name: String) throws {
    let samples = try Samples()
    let scratch = try Scratch()
    try samples.builder.build(name, into: scratch.path + "/recording")
    let manifest = try Manifest.load(name, in: samples.source)
    let outcome = try samples.judge.judge(
      scratch.path + "/recording", profile: manifest.profile, output: scratch.path + "/scan")
    let expected = try Expectation.read("\(samples.source)/\(name)/expected.json")
    #expect(Expectation(outcome) == expected)
    try Catalogue().check(name, SealedFacts(path: scratch.path + "/scan/facts.sqlite"))
    if name.hasPrefix("host-") || name == "innocent-twins" || name == "unused-tools" {
      let facts = try SealedFacts(path: scratch.path + "/scan/facts.sqlite")
      HostContacts.check(name, try facts.fetch(NetworkContact.self))
    }
  }

  @Test func everySampleOfTheListIsThere() throws {
    let required = [
      "antivirus-stale", "clean-standalone", "mirror-install", "no-permission", "once-online",
      "phone-attached", "secret-on-connected", "wiped-history", "innocent-twins", "host-debian-11",
      "host-fedora",
    ]
    #expect(Set(try Samples.names()).isSuperset(of: required))
  }
}
