import Facts

/// Why facts cannot be judged at all.
public enum JudgeError: Error, Equatable {
  /// The facts hold no row about the act of collecting.
  case noScan
  case unknownEdition(String)
  /// The profile makes sense under another edition only.
  case profileNeedsEdition(profile: String, edition: String)
  /// A profile of machines for facts of a medium, or the other way round.
  case profileOfOtherSubject(profile: String, nature: ScanNature)
}
