import CGsf

/// A storage of an OLE2 compound file ([MS-CFB]), read by libgsf: streams and further storages by name.
final class OleStorage {
  /// Entries that one storage may have.
  static let entryLimit = 20_000
  private let infile: OpaquePointer
  /// Names of the entries, in the order of the directory.
  let names: [String]
  /// Size of the file in bytes: no stream is larger.
  private let fileSize: Int
  /// What libgsf reads from; inner storages keep their root alive.
  private let bytes: UnsafeMutableRawBufferPointer?
  private let root: OleStorage?

  /// The root storage of a file; throws `Unreadable`.
  init(_ bytes: [UInt8]) throws(Unreadable) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    copy.copyBytes(from: bytes)
    let start = copy.baseAddress?.assumingMemoryBound(to: UInt8.self)
    let opened = gsf_input_memory_new(start, gsf_off_t(bytes.count), 0).flatMap { source in
      defer { g_object_unref(UnsafeMutableRawPointer(source)) }
      return gsf_infile_msole_new(source, nil)
    }
    guard let opened else {
      copy.deallocate()
      throw Unreadable(.damaged)
    }
    self.bytes = copy
    fileSize = bytes.count
    root = nil
    infile = opened
    names = Self.entries(opened)
  }

  private init(_ infile: OpaquePointer, in parent: OleStorage) {
    self.infile = infile
    fileSize = parent.fileSize
    bytes = nil
    root = parent.root ?? parent
    names = Self.entries(infile)
  }

  deinit {
    g_object_unref(UnsafeMutableRawPointer(infile))
    bytes?.deallocate()
  }

  func has(_ name: String) -> Bool { names.contains(name) }

  /// The bytes of a stream; nil where none has the name. Throws `Unreadable`.
  func stream(_ name: String) throws(Unreadable) -> [UInt8]? {
    guard let input = child(name) else { return nil }
    defer { g_object_unref(UnsafeMutableRawPointer(input)) }
    guard !Self.isStorage(input) else { return nil }
    let size = Int(gsf_input_size(input))
    guard size > 0 else { return [] }
    guard size <= fileSize else { throw Unreadable(.damaged) }
    var isRead = false
    let content = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      isRead = gsf_input_read(input, size, buffer.baseAddress) != nil
      filled = isRead ? size : 0
    }
    guard isRead else { throw Unreadable(.damaged) }
    return content
  }

  /// A storage inside; nil where none has the name.
  func storage(_ name: String) -> OleStorage? {
    guard let input = child(name) else { return nil }
    guard Self.isStorage(input) else {
      g_object_unref(UnsafeMutableRawPointer(input))
      return nil
    }
    return OleStorage(input, in: self)
  }

  private func child(_ name: String) -> OpaquePointer? {
    guard let index = names.firstIndex(of: name) else { return nil }
    return gsf_infile_child_by_index(infile, Int32(index))
  }

  private static func isStorage(_ input: OpaquePointer) -> Bool {
    let instance = UnsafeMutablePointer<GTypeInstance>(input)
    return g_type_check_instance_is_a(instance, gsf_infile_get_type()) != 0
      && gsf_infile_num_children(input) >= 0
  }

  private static func entries(_ infile: OpaquePointer) -> [String] {
    let count = min(Int(gsf_infile_num_children(infile)), entryLimit)
    guard count > 0 else { return [] }
    return (0..<count).map { index in
      gsf_infile_name_by_index(infile, Int32(index)).map { String(cString: $0) } ?? ""
    }
  }
}
