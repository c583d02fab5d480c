/// Why facts cannot be sealed or trusted.
public enum SealError: Error, Equatable {
  case missing(String)
  /// No seal stands beside the file and none was given.
  case unsealed(String)
  /// The file is not what was sealed.
  case altered(String)
  /// The facts follow another version of the schema.
  case schema(String, Int)
  case cannotWrite(String)
}
