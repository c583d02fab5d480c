-- What keeps the history from reaching back to the first use of the disk.
SELECT 'earlier_life' AS question, path, at, hours, cycles, source
FROM machine_life
WHERE earlier_life = 1
UNION ALL
SELECT 'origin_unknown', path, at, hours, cycles, source
FROM machine_life
WHERE witness = 'disk_power' AND hours IS NULL AND vouched_by = 'none'
UNION ALL
SELECT sign, path, at, NULL, NULL, source
FROM history_sign
WHERE sign IN ('nothing_persists', 'logging_disabled', 'links_not_kept') AND weight IN ('unambiguous', 'independent')
UNION
SELECT 'origin_' || o.origin_standing, o.path, o.vouched_since, o.hours, NULL, m.source
FROM machine_origin o JOIN machine_life m
WHERE o.origin_standing IN ('disk_not_found', 'contradicted', 'installed_later', 'future', 'test_key', 'not_authentic')
  AND m.witness = 'disk_power' AND (m.earlier_life = 1 OR (m.hours IS NULL AND m.vouched_by = 'none'))
