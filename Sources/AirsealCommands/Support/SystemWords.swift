import Glibc

/// What the kernel has against something, in the user's language.
enum SystemWords {
  static func reason(_ code: Int32) -> String {
    let english = String(cString: strerror(code))
    let vietnamese =
      switch code {
      case ENOSPC, EDQUOT: "hết dung lượng"
      case EROFS: "hệ thống tệp chỉ đọc"
      case EACCES, EPERM: "không có quyền ghi"
      case ENOENT: "không có thư mục này"
      case ENOTDIR: "không phải thư mục"
      case ELOOP: "là liên kết tượng trưng"
      case EIO: "lỗi đọc ghi của ổ đĩa"
      default: english
      }
    return say(vietnamese, english)
  }
}
