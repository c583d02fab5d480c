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
