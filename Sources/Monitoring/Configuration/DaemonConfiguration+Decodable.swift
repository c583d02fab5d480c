extension DaemonConfiguration: Decodable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case watch
    case onFinding = "on_finding"
    case selfCheck = "self_check"
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init()
    watch = try values.decodeIfPresent(Watch.self, forKey: .watch) ?? watch
    onFinding = try values.decodeIfPresent(OnFinding.self, forKey: .onFinding) ?? onFinding
    selfCheck = try values.decodeIfPresent(SelfCheck.self, forKey: .selfCheck) ?? selfCheck
  }
}

extension DaemonConfiguration.Watch: Decodable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case devices
    case links
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init()
    devices = try values.decodeIfPresent(Bool.self, forKey: .devices) ?? devices
    links = try values.decodeIfPresent(Bool.self, forKey: .links) ?? links
  }
}

extension DaemonConfiguration.OnFinding: Decodable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case program
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init()
    program = try values.decodeIfPresent(String.self, forKey: .program)
  }
}

extension DaemonConfiguration.SelfCheck: Decodable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case profile
    case documents
    case keepCount = "keep_count"
    case keepDays = "keep_days"
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init()
    profile = try values.decodeIfPresent(String.self, forKey: .profile)
    documents = try values.decodeIfPresent(Bool.self, forKey: .documents) ?? documents
    keepCount = try values.decodeIfPresent(Int.self, forKey: .keepCount) ?? keepCount
    keepDays = try values.decodeIfPresent(Int.self, forKey: .keepDays) ?? keepDays
  }
}
