/// Types of signed statements, the `typ` of their headers; a signature for one never counts as another.
public enum Statement {
  /// The answer of a person to a manual question.
  public static let answer = "airseal-answer-1"
}
