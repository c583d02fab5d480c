/// What the worker is asked to do.
enum WorkerArguments {
  case serve(markings: String)
  /// Apply the YARA rules of a folder.
  case rules(folder: String)
  /// Draw a printed stamp with two fonts.
  case label(regular: String, bold: String)
  /// Read the QR code of a printed stamp.
  case code
  case selfTest(SelfTestReport.Language)
  case version
  case usage

  init(_ arguments: some Sequence<String>) {
    var markings: String?
    var rules: String?
    var language = SelfTestReport.Language.vi
    var isSelfTest = false
    var rest = Array(arguments)[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--version":
        self = .version
        return
      case "--self-test": isSelfTest = true
      case "--markings": markings = rest.popFirst()
      case "--yara": rules = rest.popFirst()
      case "--label":
        guard let regular = rest.popFirst(), let bold = rest.popFirst() else {
          self = .usage
          return
        }
        self = .label(regular: regular, bold: bold)
        return
      case "--code":
        self = .code
        return
      case "--lang":
        guard let value = rest.popFirst().flatMap(SelfTestReport.Language.init) else {
          self = .usage
          return
        }
        language = value
      default:
        self = .usage
        return
      }
    }
    if isSelfTest {
      self = .selfTest(language)
    } else if let markings {
      self = .serve(markings: markings)
    } else if let rules {
      self = .rules(folder: rules)
    } else {
      self = .usage
    }
  }
}
