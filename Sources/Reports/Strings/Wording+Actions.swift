import Rules

extension Wording {
  static let users = text(
    "Người sử dụng máy và Thủ trưởng đơn vị", "User of the machine and head of the unit")
  static let technicians = text("Người quản lý, cán bộ kỹ thuật", "Keeper and technician of the machine")
  static let inspectors = text("Người kiểm tra", "Inspector")
  static let administrators = text("Người chạy airseal", "Whoever runs airseal")

  static let stop = text(
    """
    Không dùng máy này để soạn thảo, lưu giữ bí mật nhà nước; giữ nguyên hiện trạng, không tự xoá dữ liệu; \
    báo cáo Thủ trưởng đơn vị và phối hợp với Công an tỉnh để xử lý.
    """,
    """
    Do not draft or keep state secrets on this machine; leave it as it is and erase nothing; report to the \
    head of the unit and settle the matter with the provincial police.
    """)
  static let wait = text(
    "Chưa dùng máy này để soạn thảo, lưu giữ bí mật nhà nước cho đến khi có kết luận ĐẠT.",
    "Do not draft or keep state secrets on this machine until it has passed.")
  static let keep = text(
    """
    Tiếp tục quản lý, sử dụng máy đúng mục đích; kiểm tra lại khi thay đổi phần cứng, hệ điều hành hoặc \
    mục đích sử dụng.
    """,
    """
    Keep using the machine for its purpose only; inspect it again when its hardware, operating system or \
    purpose changes.
    """)
  static let answerHow = text(
    "Xem xét từng nội dung dưới đây, rồi lập phiếu trả lời có chữ ký số (airseal answer <mã>) và chạy lại",
    "Look into each item below, write a signed answer (airseal answer <id>) and run again")
  static let notRoot = text(
    """
    airseal không chạy bằng quyền quản trị (root) nên chưa đọc được mọi dữ kiện. Để kiểm tra đầy đủ, chạy: \
    sudo airseal scan
    """,
    "airseal did not run as root and could not read every fact. For a full inspection run: sudo airseal scan")
  static let runOnMachine = text(
    """
    Các dữ kiện về kết nối, thiết bị và phần cứng chỉ có trên máy đang hoạt động: khởi động máy cần kiểm tra \
    và chạy trên chính máy đó: sudo airseal scan
    """,
    """
    Facts about links, devices and hardware exist on the running machine only: start the machine itself and \
    run there: sudo airseal scan
    """)
}
