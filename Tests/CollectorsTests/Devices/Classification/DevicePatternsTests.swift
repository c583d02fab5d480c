import Facts
import LinuxHost
import TestSupport
import Testing

@testable import Collectors

@Suite struct DevicePatternsTests {
  private let file = "/devices/interfaces.yaml"

  private func rules(_ change: (String) -> String) throws -> String {
    let text = try FileTree(root: CollectorOptions.test.rules).text(file)
    let tree = try TemporaryTree().file(file, change(text))
    return tree.real("/")
  }

  @Test func theShippedFileIsWellFormed() throws {
    let patterns = try DevicePatterns(rules: CollectorOptions.test.rules)
    for pattern in patterns.interfaces.values.joined() {
      #expect(pattern.utf8.count == 6 && pattern.allSatisfy { $0.isHexDigit && !$0.isUppercase || $0 == "?" })
    }
    for vendor in patterns.vendors.values.joined() {
      #expect(vendor.utf8.count == 4 && vendor.allSatisfy(\.isHexDigit))
    }
    for product in patterns.products.values.joined() { #expect(product.utf8.count == 9) }
  }

  @Test(arguments: [
    ("phone_tether:", "phone_teter:"), ("serial_board:", "boards:"), ("interfaces:", "interface:"),
  ])
  func aTypingErrorIsAnError(word: String, typo: String) throws {
    let error = #expect(throws: CollectionFailure.self) {
      try DevicePatterns(rules: rules { $0.replacing(word, with: typo) })
    }
    #expect(error?.status == .error && error?.reason == .damaged)
  }

  @Test func brokenYamlIsAnErrorThatNamesTheFile() throws {
    let error = #expect(throws: CollectionFailure.self) {
      try DevicePatterns(rules: rules { _ in "interfaces: [\n" })
    }
    #expect(error?.detail.contains("devices/interfaces.yaml") == true)
  }

  @Test func aMissingFileIsAnError() throws {
    let tree = try TemporaryTree().devices("")
    let options = CollectorOptions(rules: tree.path, worker: "")
    #expect(try UsbDeviceCollector.run(on: tree.host(), options).status == .error)
  }
}
