import Attestation
import Foundation
import Testing

@testable import Stamping

/// A register that was written out and signed, and what others make of it.
@Suite struct RegisterExportTests {
  @Test("A changed, lost or added byte, and rows or cells that changed places")
  func changedTable() throws {
    let machine = try StampedMachine()
    let folder = RegisterFolder(machine.scratch.path + "/registers")
    let registers = try Registers(writing: folder)
    for _ in 0..<3 {
      _ = try registers.issue(machine.issue(), series: "THU", at: StampedMachine.issued, utcOffset: 0)
    }
    let entries = try registers.stamps()
    let table = StampTable.text(entries)
    let signature = try RegisterExport.sign(table, rows: entries.count, at: 5, with: machine.key)
    func read(_ data: Data) throws -> RegisterContents {
      try RegisterExport.content(data, file: "x", signature: signature, trust: machine.trust)
    }
    #expect(try read(Data(table.utf8)) == .stamps(entries))
    for index in 0..<1000 {
      var bytes = Data(table.utf8)
      let place = Int.random(in: bytes.indices)
      switch index % 4 {
      case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8)
      case 1: bytes = bytes.prefix(place)
      case 2: bytes.insert(UInt8.random(in: 0...255), at: place)
      default: bytes.swapAt(place, Int.random(in: bytes.indices))
      }
      guard bytes != Data(table.utf8) else { continue }
      #expect(throws: SignatureError.payload) { try read(bytes) }
    }
    #expect(throws: SignatureError.payload) { try read(Data(StampTable.text(entries.reversed()).utf8)) }
    #expect(throws: SignatureError.payload) {
      try read(Data(StampTable.text(Array(entries.dropLast())).utf8))
    }
    var swapped = entries
    (swapped[0].unit, swapped[0].issuer) = (swapped[0].issuer, swapped[0].unit)
    #expect(throws: SignatureError.payload) { try read(Data(StampTable.text(swapped).utf8)) }
  }
}
