import CShims
import Facts
import Glibc

/// Mounts the parts of a medium for reading below a folder of its own.
struct MediumMounter {
  let name: String
  /// The open disk or image.
  let file: Int32
  let table: MountTable

  func mount(
    _ parts: [MediumPart], source: OpenedMedium.Source, size: UInt64
  ) throws -> OpenedMedium {
    let base = try Self.makeFolder()
    var volumes: [OpenedMedium.Volume] = []
    var problems: [OpenedMedium.Problem] = []
    var points: [String] = []
    for (index, part) in parts.enumerated() {
      let path = parts.count == 1 ? "/" : "/\(index + 1)"
      let point = parts.count == 1 ? base : base + path
      if point != base, mkdir(point, 0o700) != 0 {
        problems.append(.init(path: part.label, reason: .internalError, detail: point))
        continue
      }
      points.append(point)
      if let problem = mount(part, at: point) {
        problems.append(problem)
      } else {
        let type = part.mountedAt?.type ?? part.signature?.name ?? ""
        volumes.append(.init(path: path, fileSystem: type))
      }
    }
    do {
      return OpenedMedium(
        name: name, source: source, files: try FileTree(root: base), volumes: volumes, problems: problems,
        size: size, base: base, points: points)
    } catch {
      throw MediumError.unreadable(name, detail: error.description)
    }
  }

  /// What keeps a part from being read; nil once it is mounted.
  private func mount(_ part: MediumPart, at point: String) -> OpenedMedium.Problem? {
    func problem(_ reason: Reason, _ detail: String) -> OpenedMedium.Problem {
      .init(path: part.label, reason: reason, detail: detail)
    }
    if let mounted = part.mountedAt {
      guard airseal_show_reading(mounted.point, point) == 0 else {
        return problem(.readFailed, "\(mounted.point): \(String(cString: strerror(errno)))")
      }
      return nil
    }
    if part.isUnreadable { return problem(.readFailed, "") }
    guard let signature = part.signature else { return problem(.unknownType, "no known file system") }
    switch signature.content {
    case .encrypted: return problem(.encrypted, signature.name)
    case .foreign: return problem(.unsupported, signature.name)
    case .files(let ways):
      var device = [CChar](repeating: 0, count: 32)
      let loop = airseal_loop_reading(file, part.offset, part.size, &device, device.count)
      guard loop >= 0 else { return problem(.internalError, "loop: \(String(cString: strerror(errno)))") }
      defer { close(loop) }
      var code: Int32 = 0
      for way in ways {
        if airseal_mount_reading(device, point, way.type, way.options) == 0 { return nil }
        code = errno
      }
      let isMissing = code == ENODEV
      return problem(
        isMissing ? .unsupported : .damaged, "\(signature.name): \(String(cString: strerror(code)))")
    }
  }

  private static func makeFolder() throws -> String {
    for folder in ["/run", "/tmp"] {
      var template = Array("\(folder)/airseal-medium-XXXXXX".utf8CString)
      if mkdtemp(&template) != nil {
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      }
    }
    throw MediumError.unreadable("/run", detail: String(cString: strerror(errno)))
  }
}
