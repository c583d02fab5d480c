import Collectors
import Rules
import SampleBuilder
import TestSupport

/// The samples, as the tests build and judge them.
struct Samples {
  let source = Built.root + "/samples"
  let pack: RulePack
  let options: CollectorOptions

  init() throws {
    pack = try RulePack(folder: Built.rules)
    options = CollectorOptions(rules: Built.rules, worker: Built.worker)
  }

  var builder: SampleBuilder { SampleBuilder(source: source, options: options, pack: pack) }
  var judge: SampleJudge { SampleJudge(options: options, pack: pack) }

  static func names() throws -> [String] { try Samples().builder.names() }
}
