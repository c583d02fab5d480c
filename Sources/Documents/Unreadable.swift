import ParseWire

/// Why the text of a document could not be read.
struct Unreadable: Error, Equatable {
  let cause: ParseReply.Cause

  init(_ cause: ParseReply.Cause) { self.cause = cause }
}
