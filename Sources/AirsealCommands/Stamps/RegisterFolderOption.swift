import ArgumentParser
import Stamping

/// Where the registers lie.
struct RegisterFolderOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("Thư mục các sổ theo dõi.", "Folder of the registers."), valueName: "dir"))
  var registers: String?

  func folder(_ installation: Installation) -> RegisterFolder {
    RegisterFolder(registers ?? installation.registers)
  }

  /// The registers for reading; throws a failure where there are none.
  func open(_ installation: Installation) throws -> Registers {
    let folder = folder(installation)
    guard let registers = try Registers(reading: folder) else {
      throw Failure(
        .usage, "Chưa có sổ theo dõi trong \(folder.path).", "There are no registers in \(folder.path).")
    }
    return registers
  }
}
