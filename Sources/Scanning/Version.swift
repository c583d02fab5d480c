/// The version of airseal.
public enum Version {
  public static let current = "0.1.0"
}
