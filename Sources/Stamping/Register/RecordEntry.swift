/// A line of the register of inspection records (biên bản kiểm tra); times in Unix seconds.
public struct RecordEntry: Codable, Sendable, Equatable {
  public var record: String
  public var series: String
  public var year: Int
  public var number: Int
  public var state: StampEntry.State
  public var machine: String
  public var machineName: String
  public var unit: String
  public var inspector: String
  public var made: Int64
  /// The verdict, as `compliant`.
  public var conclusion: String
  public var stamp: String?

  /// An entry that the register gives its number to.
  public init(
    machine: String, machineName: String, unit: String, inspector: String, made: Int64, conclusion: String
  ) {
    self.record = ""
    self.series = ""
    self.year = 0
    self.number = 0
    self.state = .reserved
    self.machine = machine
    self.machineName = machineName
    self.unit = unit
    self.inspector = inspector
    self.made = made
    self.conclusion = conclusion
    self.stamp = nil
  }
}
