import Facts
import LinuxHost

/// Tells pictures that may show a page from icons and the like.
enum PagePicture {
  /// Fewer pixels on the shorter side hold no readable page: A4 at 50 dots an inch has 413.
  private static let shortestSide = 400
  /// Longer than this times its width no page is.
  private static let longestShape = 3
  /// Pictures of formats whose size in pixels is not read count from this many bytes on.
  private static let largeFile = 20_000

  /// Whether an open file is such a picture in a place where users write; `head` holds its first bytes.
  static func mayShowPage(_ file: OpenFile, head: UnsafeRawBufferPointer, place: DocumentPlace)
    throws(FileError)
    -> Bool
  {
    guard place == .user, let format = PictureFormat(head) else { return false }
    guard let size = try format.size(file, head) else { return try file.info().size >= largeFile }
    let (short, long) = (min(size.width, size.height), max(size.width, size.height))
    return short >= shortestSide && long <= short * longestShape
  }
}
