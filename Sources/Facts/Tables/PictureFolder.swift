/// A folder with pictures that are large enough to show a page, and that nobody read.
public struct PictureFolder: Fact {
  public static let table = Table(
    "picture_folder", "A folder with pictures that may show a page and that were not read",
    [
      .text("path", "Path"),
      .integer("pictures", "Pictures that were not read"),
      .integer("newest", "Last change of the newest (Unix seconds)"),
      .optionalTime("first_time", "Earliest time that the file system gives one of them"),
    ])

  public var path: String
  public var pictures: Int64
  public var newest: Int64
  public var firstTime: Int64?

  public init(path: String, pictures: Int64, newest: Int64, firstTime: Int64?) {
    self.path = path
    self.pictures = pictures
    self.newest = newest
    self.firstTime = firstTime
  }
}
