import Collectors
import Testing

/// Every collector has a name that reports show.
@Suite struct SourceLabelTests {
  @Test func everyCollectorIsNamed() throws {
    let labels = try Samples().pack.labels
    for type in Registry.all + Registry.medium {
      #expect(labels.has("source.\(type.name)"), "source.\(type.name)")
    }
  }
}
