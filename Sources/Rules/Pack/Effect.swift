/// What a failed check does to the verdict.
public enum Effect: String, Sendable, Codable, CaseIterable {
  /// A fail is KHÔNG ĐẠT.
  case required
  /// A fail is CHƯA KẾT LUẬN until a person settles it.
  case blocksPass = "blocks_pass"
  case informational
  case notSelected = "not_selected"
}
