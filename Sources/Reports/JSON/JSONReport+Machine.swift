import Facts
import Rules

extension JSONReport {
  var scan: JSONValue {
    let scan = content.outcome.scan
    return .members([
      "collected_at": .number(scan.collectedAt),
      "collected_at_utc": Moment.stamp(scan.collectedAt).map(JSONValue.text),
      "utc_offset": .number(scan.utcOffset), "nature": .code(scan.nature),
      "occasion": .code(scan.occasion),
      "live_hardware": .flag(scan.liveHardware), "root": .text(scan.root),
      "effective_uid": .number(scan.effectiveUid), "airseal_version": .text(scan.airsealVersion),
    ])
  }

  var machine: JSONValue {
    .members([
      "digest": .text(content.outcome.machine),
      "identity": .list(
        content.outcome.identity.map { part in
          .members([
            "component": .code(part.component), "name": .text(part.name), "value": .text(part.value),
          ])
        }),
      "operating_system": content.outcome.operatingSystem.map(system),
    ])
  }

  func medium(_ medium: Medium) -> JSONValue {
    .members([
      "device": .text(medium.device), "medium": .code(medium.medium),
      "vendor_id": medium.vendorId.map(JSONValue.text), "product_id": medium.productId.map(JSONValue.text),
      "model": medium.model.map(JSONValue.text), "serial": medium.serial.map(JSONValue.text),
      "identity": medium.identity.map(JSONValue.text), "size": medium.size.map(JSONValue.number),
      "volumes": .number(medium.volumes), "file_systems": .text(medium.fileSystems),
      "standing": .code(medium.standing), "purpose": .code(medium.purpose),
    ])
  }

  var profile: JSONValue {
    let profile = content.outcome.profile
    return .members([
      "id": .text(profile.id), "title": .both(profile.title), "summary": .both(profile.summary),
    ])
  }

  func record(_ record: CollectionRecord) -> JSONValue {
    .members([
      "table_name": .text(record.tableName), "source": .text(record.source), "status": .code(record.status),
      "reason": .code(record.reason), "detail": .text(content.redactor.text(record.detail)),
      "rows": .number(record.rows), "skipped": .number(record.skipped), "duration": .number(record.duration),
    ])
  }

  func gap(_ gap: CollectionGap) -> JSONValue {
    let (path, detail) = content.shown(gap)
    return .members([
      "source": .text(gap.source), "path": .text(path), "reason": .code(gap.reason), "detail": .text(detail),
    ])
  }

  private func system(_ system: OperatingSystem) -> JSONValue {
    .members([
      "id": .text(system.id), "version_id": .text(system.versionId), "name": .text(system.name),
      "codename": system.codename.map(JSONValue.text), "kernel": system.kernel.map(JSONValue.text),
      "kernel_installed": system.kernelInstalled.map(JSONValue.text),
      "kernel_outdated": .flag(system.kernelOutdated),
      "installed_at": system.installedAt.map(JSONValue.number),
      "support_end": system.supportEnd.map(JSONValue.number),
      "support_source": system.supportSource.map(JSONValue.text),
      "support_data_date": system.supportDataDate.map(JSONValue.number),
    ])
  }
}
