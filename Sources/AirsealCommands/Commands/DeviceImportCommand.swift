import ArgumentParser
import Attestation
import Foundation
import Scanning

/// `airseal device import`
struct DeviceImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: say(
        "Nhập danh sách có chữ ký của máy khác.", "Take in a signed register of another machine."),
      discussion: say(
        "Chỉ nhập khi mọi dòng đều xác thực được bằng khoá được tin cậy; dòng đã có được bỏ qua.",
        "Takes in all lines or none: each must verify with a trusted key; lines that are there are passed over."
      ))
  }

  @Argument(help: ArgumentHelp(say("Tệp cần nhập.", "File to take in."), valueName: "file"))
  var file: String
  @OptionGroup var options: RegisterOptions

  func run() throws {
    let store = try options.store()
    let offered = try DeviceRegister(file, trust: store)
    var register = try options.load()
    var count = 0
    for line in offered.lines where try register.add(line, trust: store) { count += 1 }
    try options.save(register)
    try Output.print(say("Đã nhập \(count) dòng mới.", "Took in \(count) new lines."))
  }
}
