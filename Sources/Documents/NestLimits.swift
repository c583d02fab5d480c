/// How far documents inside documents are followed, so that no archive can hold the worker up.
struct NestLimits {
  /// Documents that may stand around a document.
  var depth = 8
  /// Documents inside one file, all levels together.
  var documents = 100_000
  /// Bytes that are unpacked out of one file, all levels together.
  var bytes = 4 << 30
  /// Largest document that is unpacked, bytes.
  var documentSize = 128 << 20
  /// How often larger than the file the unpacked bytes may be, once they are more than `freeBytes`.
  var ratio = 200
  var freeBytes = 256 << 20
}
