import Attestation
import Foundation
import Testing

@testable import Stamping

/// The register as a table for spreadsheets.
@Suite struct StampTableTests {
  private func entry(_ number: Int, unit: String = "Đơn vị mẫu") throws -> StampEntry {
    let number = RegisterNumber(series: "THU", year: 2026, number: number)
    let machine = try StampedMachine()
    var stamp = try machine.stamp(number.text)
    stamp.unit = unit
    return StampEntry(try machine.sign(stamp), number, .issued)
  }

  @Test(
    "Whatever stands in a cell comes back, and none is a formula",
    arguments: [
      "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "'x", "''=1", "a\"b", "a,b", "a\r\nb", "", "|x",
      "%x",
      "\u{00A0}=cmd", "Phòng “Tổng hợp”",
    ])
  func roundTrip(unit: String) throws {
    let entries = [try entry(1, unit: unit), try entry(2)]
    let text = StampTable.text(entries)
    #expect(text.unicodeScalars.first == "\u{FEFF}")
    let cell = CSV.cell(unit)
    let inner = cell.dropFirst().drop { $0.isWhitespace }
    #expect(!["=", "+", "-", "@", "|", "%"].contains(String(inner.prefix(1))))
    #expect(try StampTable.entries(text, file: "x") == entries)
  }

  @Test func whatIsNotATableIsRefusedWithItsLine() throws {
    let text = StampTable.text([try entry(1), try entry(2)])
    func refused(_ changed: String) -> Int? {
      do {
        _ = try StampTable.entries(changed, file: "x")
        return nil
      } catch {
        if case .malformed(_, let line) = error { return line }
        return -1
      }
    }
    #expect(refused(String(text.dropFirst())) == 1)
    #expect(refused(text.replacing("\r\n", with: "\n")) != nil)
    #expect(refused(text.replacing("THU-2026-000002", with: "THU-2026-2")) == 3)
    #expect(refused(text.replacing("THU-2026-000002", with: "THU-2026-000001")) == 3)
    #expect(refused(text.replacing("\"issued\"", with: "\"reserved\"")) == 2)
    #expect(refused(text + "x") != nil)
  }

  @Test func importIsAllOrNothingAndVoidStaysVoid() throws {
    let machine = try StampedMachine()
    let folder = RegisterFolder(machine.scratch.path + "/registers")
    let registers = try Registers(writing: folder)
    var first = try entry(1)
    #expect(try registers.take(.stamps([first, try entry(2)])) == 2)
    (first.state, first.voidedAt, first.voidReason, first.voidedBy) = (.void, 5, "x", "B")
    #expect(try registers.take(.stamps([first])) == 1)
    first.state = .issued
    #expect(try registers.take(.stamps([first])) == 0)
    #expect(try registers.stamp("THU-2026-000001")?.state == .void)
    #expect(throws: RegisterError.otherKey("THU-2026-000002")) {
      try registers.take(.stamps([entry(3), entry(2, unit: "another")]))
    }
    #expect(try registers.stamps().count == 2)
  }
}
