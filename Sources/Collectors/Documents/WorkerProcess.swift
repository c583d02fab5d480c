import CShims
import Glibc
import ParseWire

/// One running document worker, which is not trusted: its answers are bounded, and it is killed where it breaks the rules.
final class WorkerProcess {
  /// The worker cannot be started, or its sandbox does not stand.
  struct Failure: Error {
    let detail: String
  }

  let socket: Int32
  /// nil where nothing was started: a signal to a process number below 2 would reach others.
  private let process: pid_t?
  /// Rules that the worker loaded; 0 before it greeted.
  private(set) var rules = 0
  /// Rules that it must have loaded; nil where any number will do.
  private let wanted: Int?
  /// Whether it greeted, and its sandbox stands.
  private(set) var isReady = false
  private let program: String
  private let deadline: ContinuousClock.Instant

  /// Starts a worker that finds markings; it must have loaded exactly so many rules.
  convenience init(program: String, markings: String, rules: Int) throws(Failure) {
    try self.init(program: program, arguments: ["--markings", markings], rules: rules)
  }

  /// Starts the program, which must greet within `patience` before it gets any file.
  init(
    program: String, arguments: [String], rules: Int? = nil, patience: Duration = .seconds(30)
  ) throws(Failure) {
    var pair: [Int32] = [-1, -1]
    guard airseal_socket_pair(&pair) == 0 else { throw Failure(detail: "socketpair") }
    self.program = program
    wanted = rules
    socket = pair[0]
    deadline = .now + patience
    let arguments = CStringArray([program] + arguments)
    let environment = CStringArray(Self.environment)
    let started = airseal_spawn_worker(program, arguments.pointers, environment.pointers, pair[1])
    let code = errno
    close(pair[1])
    process = started > 1 ? started : nil
    guard started > 1 else { throw Failure(detail: "\(program): \(String(cString: strerror(code)))") }
  }

  /// Takes the greeting where it is there; throws where it is wrong, or too late.
  func takeGreeting() throws(Failure) {
    guard hasReply else {
      if ContinuousClock.now > deadline { throw Failure(detail: "\(program): no greeting") }
      return
    }
    guard let bytes = receive() else { throw Failure(detail: "\(program): no greeting") }
    let greeting: WorkerGreeting
    do { greeting = try WorkerGreeting(decoding: bytes) } catch {
      throw Failure(detail: "\(program): wrong greeting")
    }
    guard greeting.hasSeccomp, greeting.hasNoNewPrivileges else {
      throw Failure(detail: "\(program): no sandbox")
    }
    guard wanted == nil || wanted == greeting.rules else {
      throw Failure(detail: "\(program): other marking rules")
    }
    rules = greeting.rules
    isReady = true
  }

  /// Waits for the greeting; throws where it is wrong, or too late.
  func waitForGreeting() throws(Failure) {
    while !isReady {
      var wait = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
      poll(&wait, 1, 1000)
      try takeGreeting()
    }
  }

  /// Sends one request; false where the worker is gone.
  func send(_ request: ParseRequest, _ descriptors: [Int32]) -> Bool {
    let bytes = request.encoded()
    return airseal_send(socket, bytes, bytes.count, descriptors, descriptors.count) == 0
  }

  /// The next reply to a request of `items` items; nil where the worker is gone or broke the rules.
  func reply(items: Int) -> ParseReply? {
    guard let bytes = receive() else { return nil }
    do { return try ParseReply(decoding: bytes, items: items, rules: rules) } catch { return nil }
  }

  /// Sends a datagram and waits for its answer; nil where the worker is gone or takes too long.
  func exchange(_ bytes: [UInt8], _ descriptors: [Int32], seconds: Int32) -> [UInt8]? {
    guard airseal_send(socket, bytes, bytes.count, descriptors, descriptors.count) == 0 else { return nil }
    var wait = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    return poll(&wait, 1, seconds * 1000) > 0 ? receive() : nil
  }

  /// Whether an answer waits.
  var hasReply: Bool {
    var wait = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    return poll(&wait, 1, 0) > 0
  }

  private func receive() -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: ParseReply.sizeLimit)
    var none = 0
    let count = airseal_receive(socket, &buffer, buffer.count, nil, &none, Int32(MSG_DONTWAIT))
    return count > 0 ? Array(buffer.prefix(count)) : nil
  }

  deinit {
    close(socket)
    guard let process else { return }
    kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }

  private static var environment: [String] {
    var variables = ["LANG=C.UTF-8", "LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin", "SWIFT_BACKTRACE=enable=no"]
    for name in ["AIRSEAL_ROOT", "LOCPATH", "GCONV_PATH"] {
      if let value = getenv(name) { variables.append("\(name)=\(String(cString: value))") }
    }
    return variables
  }
}

/// A null-ended array of C strings.
private final class CStringArray {
  let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  private let count: Int

  init(_ strings: [String]) {
    count = strings.count
    pointers = .allocate(capacity: strings.count + 1)
    for (index, string) in strings.enumerated() { (pointers + index).initialize(to: strdup(string)) }
    (pointers + strings.count).initialize(to: nil)
  }

  deinit {
    for index in 0..<count { free(pointers[index]) }
    pointers.deallocate()
  }
}
