/// A message that does not follow the wire format; the sender is then not to be trusted any more.
public enum WireError: Error, Equatable {
  case truncated
  case trailingBytes
  case wrongMagic
  case unknownCode
  case outOfBounds
}
