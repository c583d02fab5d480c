import Synchronization

/// A prefilter that is built when it is first asked for, by whichever thread asks.
public final class LazyPrefilter: Sendable {
  private let make: @Sendable () -> BytePrefilter
  private let made = Mutex<BytePrefilter?>(nil)

  init(_ make: @escaping @Sendable () -> BytePrefilter) { self.make = make }

  public var value: BytePrefilter {
    made.withLock { made in
      if let filter = made { return filter }
      let filter = make()
      made = filter
      return filter
    }
  }
}
