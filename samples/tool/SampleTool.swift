import Collectors
import Foundation
import Rules
import SampleBuilder

/// `airseal-samples build|expect RULES SOURCE OUTPUT`: builds all samples, or also writes what they give as their expectation.
///
/// `airseal-samples find RULES FOLDER OUTPUT`: writes what the document collector finds below a folder.
@main
struct SampleTool {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 5, ["build", "expect", "find"].contains(arguments[1]) else {
      FileHandle.standardError.write(Data("airseal-samples build|expect|find RULES SOURCE OUTPUT\n".utf8))
      exit(64)
    }
    let worker = (CommandLine.arguments[0] as NSString).deletingLastPathComponent + "/airseal-parse"
    let options = CollectorOptions(rules: arguments[2], worker: worker)
    if arguments[1] == "find" {
      let lines = try DocumentFinder(options: options).lines(below: arguments[3])
      try (lines.joined(separator: "\n") + "\n").write(
        toFile: arguments[4], atomically: true, encoding: .utf8)
      return
    }
    let pack = try RulePack(folder: arguments[2])
    let builder = SampleBuilder(source: arguments[3], options: options, pack: pack)
    for name in try builder.names() {
      let folder = "\(arguments[4])/\(name)"
      try builder.build(name, into: folder)
      print(name)
      if arguments[1] == "expect" {
        let manifest = try Manifest.load(name, in: arguments[3])
        let outcome = try SampleJudge(options: options, pack: pack)
          .judge(folder, profile: manifest.profile, output: folder + ".scan")
        let json = try Expectation(outcome).json
        try json.write(toFile: "\(arguments[3])/\(name)/expected.json", atomically: true, encoding: .utf8)
      }
    }
  }
}
