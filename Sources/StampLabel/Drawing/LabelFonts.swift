import CCairo
import Glibc

/// The two fonts of a label, read before the sandbox closes.
public final class LabelFonts {
  let regular: OpaquePointer
  let bold: OpaquePointer
  private let library: FT_Library
  private let faces: [FT_Face]
  private let bytes: [UnsafeMutableRawBufferPointer]

  /// Nil where a file is no font.
  public init?(regular regularFile: String, bold boldFile: String) {
    var library: FT_Library?
    guard FT_Init_FreeType(&library) == 0, let library else { return nil }
    self.library = library
    var faces: [FT_Face] = []
    var buffers: [UnsafeMutableRawBufferPointer] = []
    var made: [OpaquePointer] = []
    for path in [regularFile, boldFile] {
      guard let bytes = Self.read(path) else { return nil }
      buffers.append(bytes)
      var face: FT_Face?
      let code = FT_New_Memory_Face(
        library, bytes.assumingMemoryBound(to: UInt8.self).baseAddress, FT_Long(bytes.count), 0, &face)
      guard code == 0, let face,
        let font = cairo_ft_font_face_create_for_ft_face(face, Int32(FT_LOAD_NO_HINTING))
      else { return nil }
      faces.append(face)
      made.append(font)
    }
    (self.faces, self.bytes) = (faces, buffers)
    (regular, bold) = (made[0], made[1])
  }

  deinit {
    cairo_font_face_destroy(regular)
    cairo_font_face_destroy(bold)
    for face in faces { FT_Done_Face(face) }
    FT_Done_FreeType(library)
    for buffer in bytes { buffer.deallocate() }
  }

  /// Whether both fonts can show every letter of a text.
  func cover(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      faces.allSatisfy { FT_Get_Char_Index($0, FT_ULong(scalar.value)) != 0 }
    }
  }

  private static func read(_ path: String) -> UnsafeMutableRawBufferPointer? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var info = stat()
    guard fstat(file, &info) == 0, (1...32 << 20).contains(info.st_size) else { return nil }
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: Int(info.st_size), alignment: 16)
    var filled = 0
    while filled < bytes.count {
      let got = Glibc.read(file, bytes.baseAddress?.advanced(by: filled), bytes.count - filled)
      if got <= 0 { break }
      filled += got
    }
    if filled == bytes.count { return bytes }
    bytes.deallocate()
    return nil
  }
}
