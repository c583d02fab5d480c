import Attestation
import Facts
import Foundation
import Journal
import LinuxHost
import Monitoring
import Rules
import Scanning
import Stamping
import Tokens

extension Failure {
  /// The sentence and exit code for any error that a command meets.
  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as SealError: self.init(seal: error)
    case let error as RulePackError: self.init(pack: error)
    case let error as QueryError: self.init(query: error)
    case let error as AnswerError: self.init(answer: error)
    case let error as SignatureError:
      self.init(
        .doesNotVerify, "Chữ ký không hợp lệ: \(error.vietnamese).",
        "The signature does not verify: \(error.description).")
    case let error as RevocationError:
      let place = "\(error.path):\(error.line)"
      self.init(
        .doesNotVerify, "\(place): \(error.cause.vietnamese).", "\(place): \(error.cause.description).")
    case let error as KeyFileError:
      self.init(.usage, "\(error.vietnamese).", "\(error.description).")
    case let error as TokenError:
      self.init(error.isUsage ? .usage : .cannotWork, error.vietnamese.sentence, error.description.sentence)
    case let error as FileError:
      self.init(
        error.isAbsent ? .usage : .cannotWork, "Không đọc được \(error.description).",
        "Cannot read \(error.description).")
    case let error as RecordingError:
      self.init(.usage, "Bản ghi không hợp lệ: \(error).", "The recording is malformed: \(error).")
    case let error as MediumError: self.init(medium: error)
    case JudgeError.profileOfOtherSubject(let profile, let nature):
      self.init(
        .usage,
        nature == .medium
          ? "Dữ kiện là của phương tiện lưu trữ; “\(profile)” là loại máy. Dùng --profile medium."
          : "Dữ kiện là của máy; “\(profile)” chỉ dùng cho phương tiện lưu trữ. Chọn một loại máy.",
        nature == .medium
          ? "The facts are those of a medium; “\(profile)” is a profile of machines. Use --profile medium."
          : "The facts are those of a machine; “\(profile)” is for media only. Choose a profile of machines.")
    case let error as ConfigurationError:
      let refusal = error.refusal
      let place = "\(error.path):\(refusal.line):\(refusal.column)"
      self.init(
        .usage, "Cấu hình bị từ chối: \(place): \(refusal.problem).",
        "The configuration is refused: \(place): \(refusal.problem).")
    case let refusal as StampRefusal: self.init(refusal)
    case let error as RegisterError: self.init(error)
    case is StampVerification.AlteredFacts:
      self.init(
        .doesNotVerify, "Dữ kiện không phải là dữ kiện đã niêm phong khi dán tem: mã băm khác nhau.",
        "The facts are not those that were sealed for the stamp: their digests differ.")
    case let error as JournalFault: self.init(journal: error)
    case let refusal as ControlClient.Refusal: self.init(refusal)
    case let error as ControlSocketError:
      let reason = String(cString: strerror(error.code))
      self.init(
        .cannotWork, "Không dùng được socket điều khiển: \(reason).",
        "The control socket cannot be used: \(reason).")
    case let error as CollectionFailure:
      self.init(.cannotWork, "Không thu thập được dữ kiện: \(error)", "Cannot collect facts: \(error)")
    default:
      self.init(.cannotWork, "Lỗi nội bộ: \(error)", "Internal error: \(error)")
    }
  }

  private init(medium error: MediumError) {
    switch error {
    case .absent(let name):
      self.init(
        .usage, "Không có thiết bị, thư mục hoặc tệp ảnh đĩa \(name).",
        "There is no device, folder or image \(name).")
    case .noMedium(let name):
      self.init(
        .usage, "\(name) không phải ổ đĩa, thư mục hay tệp ảnh đĩa.",
        "\(name) is neither a disk, a folder nor an image.")
    case .noFileSystem(let name):
      self.init(
        .usage, "\(name) không chứa hệ thống tệp hay bảng phân vùng nào nhận ra được.",
        "\(name) holds no known file system or partition table.")
    case .runningSystem(let name, let point):
      self.init(
        .usage, "\(name) là ổ đĩa của hệ thống đang chạy (gắn tại \(point)); kiểm tra máy bằng: airseal scan",
        "The running system stands on \(name) (mounted at \(point)); inspect the machine with: airseal scan")
    case .needsRoot(let name):
      self.init(
        .usage,
        "Cần quyền root để gắn \(name) ở chế độ chỉ đọc; chạy bằng sudo, hoặc chỉ tên thư mục đã gắn.",
        "Mounting \(name) for reading needs root; use sudo, or name the folder where it is mounted.")
    case .unreadable(let name, let detail):
      self.init(.cannotWork, "Không đọc được \(name): \(detail).", "Cannot read \(name): \(detail).")
    }
  }

  private init(seal error: SealError) {
    switch error {
    case .missing(let path):
      self.init(.usage, "Không có tệp dữ kiện \(path).", "There is no facts file \(path).")
    case .unsealed(let path):
      self.init(
        .doesNotVerify,
        "\(path) không có niêm phong: cần tệp \(path).sha256 hoặc --digest.",
        "\(path) carries no seal: \(path).sha256 or --digest is needed.")
    case .altered(let path):
      self.init(
        .doesNotVerify, "\(path) đã bị thay đổi sau khi niêm phong, không dùng làm căn cứ được.",
        "\(path) was altered after it was sealed and cannot be relied on.")
    case .schema(let path, let version):
      self.init(
        .cannotWork,
        "\(path) theo lược đồ \(version), bản airseal này đọc lược đồ \(Schema.version): quét lại, "
          + "hoặc dùng bản airseal đã lập dữ kiện.",
        "\(path) follows schema \(version); this airseal reads schema \(Schema.version): scan again, or use "
          + "the airseal that made the facts.")
    case .cannotWrite(let path):
      self.init(
        .cannotWork, "Không ghi được \(path): kiểm tra quyền ghi và dung lượng còn trống.",
        "Cannot write \(path): check the rights and the free space.")
    }
  }

  init(_ refusal: ControlClient.Refusal) {
    switch refusal.name {
    case "PermissionDenied":
      self.init(
        .cannotWork, "airseald từ chối: cần quyền root hoặc thuộc nhóm airseal.",
        "airseald refuses: root, or membership of the group airseal, is needed.")
    case "ScanRunning":
      self.init(
        .cannotWork, "Một lượt tự kiểm tra đang chạy; chờ xong rồi thử lại.",
        "A self-check is running; try again when it has ended.")
    default:
      self.init(
        .cannotWork, "airseald không làm được: \(refusal.name).", "airseald could not do it: \(refusal.name)."
      )
    }
  }

  private init(journal fault: JournalFault) {
    let place = fault.sequence
    switch fault {
    case .altered:
      self.init(
        .doesNotVerify, "Nhật ký đã bị sửa tại mục \(place).", "The journal was changed at entry \(place).")
    case .missing:
      self.init(
        .doesNotVerify, "Nhật ký bị xoá từ mục \(place).", "Entries of the journal are gone from \(place) on."
      )
    case .malformed:
      self.init(
        .doesNotVerify, "Mục \(place) không phải là mục nhật ký.", "Row \(place) is no entry of the journal.")
    case .cutTail:
      self.init(
        .doesNotVerify, "Nhật ký bị cắt cuối: thiếu từ mục \(place).",
        "The end of the journal is cut off: entries are gone from \(place) on.")
    case .otherChain:
      self.init(
        .doesNotVerify, "Mục \(place) không phải là mục đã ký xác nhận.",
        "Entry \(place) is not the one that was signed.")
    }
  }

  private init(pack error: RulePackError) {
    let language = Speech.language
    let lines = error.problems.map { "\($0.file):\($0.line):\($0.column): \($0.message[language])" }
    self.init(
      .cannotWork, "Bộ quy tắc bị từ chối:\n" + lines.joined(separator: "\n"),
      "The rule pack is refused:\n" + lines.joined(separator: "\n"))
  }

  private init(query error: QueryError) {
    switch error {
    case .notASelect:
      self.init(
        .usage, "Chỉ nhận một câu lệnh SELECT, chỉ đọc.", "Only one reading SELECT statement is taken.")
    case .invalid(let message):
      self.init(.usage, "Câu lệnh SQL không hợp lệ: \(message).", "The SQL is not valid: \(message).")
    case .timedOut:
      self.init(.usage, "Câu lệnh SQL chạy quá lâu, đã dừng.", "The SQL ran for too long and was stopped.")
    }
  }

  private init(answer error: AnswerError) {
    let place = "\(error.path):\(error.line)"
    self.init(.doesNotVerify, "\(place): \(error.cause.vietnamese).", "\(place): \(error.cause.description).")
  }
}

extension TokenError {
  /// Whether other input would help, rather than another state of the token.
  fileprivate var isUsage: Bool {
    switch self {
    case .notAnAddress, .pinInAddress, .moduleAbsent, .moduleNotTrusted, .noModule, .ambiguousToken,
      .ambiguousKey,
      .noKey, .wrongPIN:
      true
    default: false
    }
  }
}

extension String {
  /// With a capital at its beginning and a full stop.
  fileprivate var sentence: String { prefix(1).uppercased() + dropFirst() + "." }
}
