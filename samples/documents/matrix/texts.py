"""The texts of the matrix: an invented report with one marking in it."""

LEVELS = {
    "L1": ("tuyet_mat", "TUYỆT MẬT"),
    "L2": ("toi_mat", "Tối mật"),
    "L3": ("mat", "MẬT"),
}
# Kinds of marking that every format has to show once, in plain Unicode.
OTHERS = {
    "R1": ("review", "Lưu: VT; 04 bản; không được phép sao, chụp."),
    "F1": ("foreign", "TOP SECRET"),
    "D1": ("released", "GIẢI MẬT Từ: 01/3/2024"),
}
HEAD = ["ỦY BAN NHÂN DÂN", "TỈNH ĐỒNG LÚA", "Số: 41/BC-UBND"]
TAIL = ["BÁO CÁO", "Kết quả công tác quý III"]


def report(mark):
    """The lines of the report, the marking among them; without it for None."""
    return HEAD + ([mark] if mark else ["V/v báo cáo"]) + TAIL
