/// Reads `labels.yaml`: names of coded values, by column and code.
struct LabelsDecoder {
  func decode(_ root: YamlValue) throws -> Labels {
    var texts: [String: LocalizedText] = [:]
    for group in try root.entries() {
      for entry in try group.value.entries() {
        texts["\(group.name).\(entry.name)"] = try entry.value.localized()
      }
    }
    return Labels(texts)
  }
}
