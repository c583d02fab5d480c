import Foundation

/// Feeds one of the parsers with what libFuzzer makes up: `airseal-fuzz TARGET [libFuzzer's arguments]`.
@main
struct AirsealFuzz {
  // Set once before libFuzzer calls.
  nonisolated(unsafe) static var target: FuzzTarget?

  static func main() {
    var arguments = CommandLine.arguments
    guard arguments.count > 1, let target = FuzzTarget.all.first(where: { $0.name == arguments[1] }) else {
      print(FuzzTarget.all.map(\.name).joined(separator: "\n"))
      exit(arguments.count > 1 ? 64 : 0)
    }
    Self.target = target
    arguments.remove(at: 1)
    var count = Int32(arguments.count)
    var pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = .allocate(
      capacity: arguments.count + 1)
    for (index, argument) in arguments.enumerated() { pointers?[index] = strdup(argument) }
    pointers?[arguments.count] = nil
    exit(
      LLVMFuzzerRunDriver(&count, &pointers) { bytes, count in
        AirsealFuzz.target?.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
        return 0
      })
  }
}

@_silgen_name("LLVMFuzzerRunDriver")
func LLVMFuzzerRunDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ run: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32
