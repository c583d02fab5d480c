import ParseWire

/// What the cache keeps of one file: a key that only this machine's secret can make, and how the file was settled.
struct CacheEntry: Sendable {
  let key: UInt64
  let result: CachedResult
}

/// How an earlier scan settled a file.
enum CachedResult: Sendable {
  /// Without a row.
  case counted(TallyClass)
  case reply(CachedReply)
}

/// An earlier answer that leaves rows.
struct CachedReply: Sendable, Equatable {
  let reply: ParseReply
  /// SHA-256 of the file, hex; empty where nothing was found in it.
  let sha256: String
}
