import Foundation
import Testing

@testable import Stamping

/// Registers of records and waivers as tables for spreadsheets, out and in again.
@Suite struct RegisterContentsTests {
  private static let odd = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "'x", "a\"b", "a,b", "a\r\nb\nc", "|x", "%x", "",
    "Phòng “Tổng hợp”",
  ]

  private func record(_ number: Int, _ unit: String) -> RecordEntry {
    var entry = RecordEntry(
      machine: "00", machineName: "Máy Mẫu, S-1", unit: unit, inspector: "Trần Thị Mẫu", made: 1_781_492_400,
      conclusion: "compliant")
    (entry.record, entry.series, entry.year) = ("BB-2026-00000\(number)", "BB", 2026)
    (entry.number, entry.state) = (number, .issued)
    entry.stamp = number == 1 ? "THU-2026-000001" : nil
    return entry
  }

  private func waiver(_ number: Int, _ basis: String) -> WaiverEntry {
    WaiverEntry(
      digest: "d\(number)", check: "usb_unregistered_attached", scope: "0781:5567:A\n0781:5567:B",
      basis: basis,
      approver: "Nguyễn Văn Mẫu", unit: "X", machine: "00", issued: 1_781_492_400, expires: 1_813_028_400,
      key: "k")
  }

  @Test("Whatever stands in a cell comes back, and none is a formula", arguments: odd)
  func roundTrip(text: String) throws {
    let all: [RegisterContents] = [
      .records([record(1, text), record(2, "X")]), .waivers([waiver(1, text), waiver(2, "12/QĐ")]),
      .records([]),
      .waivers([]), .stamps([]),
    ]
    for contents in all {
      let table = contents.text
      #expect(table.unicodeScalars.first == "\u{FEFF}")
      #expect(try RegisterContents(table, file: "x") == contents)
    }
  }

  @Test func aRowThatIsNoneIsNamed() throws {
    let table = RegisterContents.records([record(1, "X"), record(2, "X")]).text
    #expect(throws: RegisterError.malformed("x", line: 3)) {
      try RegisterContents(table.replacing("BB-2026-000002", with: "BB-2026-000001"), file: "x")
    }
    #expect(throws: RegisterError.malformed("x", line: 2)) {
      try RegisterContents(table.replacing("BB-2026-000001", with: "BB-1"), file: "x")
    }
    #expect(throws: RegisterError.malformed("x", line: 1)) {
      try RegisterContents(table.replacing("Số biên bản", with: "Số"), file: "x")
    }
  }

  @Test func importIsAllOrNothing() throws {
    let machine = try StampedMachine()
    let registers = try Registers(writing: RegisterFolder(machine.scratch.path + "/registers"))
    #expect(try registers.take(.records([record(1, "X"), record(2, "Y")])) == 2)
    #expect(try registers.take(.records([record(2, "Y")])) == 0)
    #expect(throws: RegisterError.otherEntry("BB-2026-000002")) {
      try registers.take(.records([record(3, "X"), record(2, "Z")]))
    }
    #expect(try registers.records() == [record(1, "X"), record(2, "Y")])
    #expect(try registers.take(.waivers([waiver(1, "12/QĐ")])) == 1)
    #expect(throws: RegisterError.otherEntry("d1")) { try registers.take(.waivers([waiver(1, "13/QĐ")])) }
    #expect(try registers.waivers().map(\.basis) == ["12/QĐ"])
  }
}
