import Testing

@testable import Facts

@Suite struct ColumnNameTests {
  @Test(arguments: [
    ("firstSeen", "first_seen"), ("sha256", "sha256"), ("path", "path"), ("isUsbId", "is_usb_id"),
  ])
  func bothWays(_ property: String, _ column: String) {
    #expect(ColumnName.column(of: property) == column)
    #expect(ColumnName.property(of: column) == property)
  }

  @Test func everyDeclaredColumnIsFoundAgain() {
    for column in Schema.tables.flatMap(\.columns).map(\.name) {
      #expect(ColumnName.column(of: ColumnName.property(of: column)) == column)
    }
  }
}
