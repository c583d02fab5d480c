import CSystemd

/// The entry at which a journal reader stands; valid only while it is handed over.
public struct JournalEntry: ~Copyable {
  private let journal: OpaquePointer
  /// Unix seconds.
  public let time: Int64

  init(_ journal: OpaquePointer, time: Int64) {
    self.journal = journal
    self.time = time
  }

  /// A field as text; nil where the entry lacks it. Throws `JournalDamage` where it cannot be read.
  ///
  /// The corresponding C function is `sd_journal_get_data`.
  public func field(_ name: String) throws(JournalDamage) -> String? {
    var data: UnsafeRawPointer?
    var length = 0
    let result = sd_journal_get_data(journal, name, &data, &length)
    if result == -2 { return nil }
    guard result >= 0, let data, length > name.utf8.count else { throw JournalDamage() }
    let bytes = UnsafeRawBufferPointer(start: data, count: length)
    return String(decoding: bytes.dropFirst(name.utf8.count + 1), as: UTF8.self)
  }
}

/// A part of a journal file that cannot be read.
public struct JournalDamage: Error {}
