import CGsf

/// Writes OLE2 files, for tests: a storage's entries are streams or storages.
indirect enum OleEntry {
  case stream([UInt8])
  case storage([String: OleEntry])

  /// The finished file of a root storage.
  static func file(_ entries: [String: OleEntry]) -> [UInt8] {
    gsf_init()
    guard let sink = gsf_output_memory_new(), let root = gsf_outfile_msole_new(sink) else { return [] }
    write(entries, root)
    close(UnsafeMutablePointer(root))
    defer { g_object_unref(UnsafeMutableRawPointer(sink)) }
    guard let bytes = gsf_output_memory_get_bytes(OpaquePointer(sink)) else { return [] }
    return Array(UnsafeBufferPointer(start: bytes, count: Int(gsf_output_size(sink))))
  }

  private static func write(_ entries: [String: OleEntry], _ storage: OpaquePointer) {
    for (name, entry) in entries.sorted(by: { $0.key < $1.key }) {
      switch entry {
      case .stream(let bytes):
        guard let child = gsf_outfile_new_child(storage, name, 0) else { continue }
        gsf_output_write(child, bytes.count, bytes)
        close(child)
      case .storage(let inner):
        guard let child = gsf_outfile_new_child(storage, name, 1) else { continue }
        write(inner, OpaquePointer(child))
        close(child)
      }
    }
  }

  private static func close(_ output: UnsafeMutablePointer<GsfOutput>) {
    gsf_output_close(output)
    g_object_unref(output)
  }
}
