-- Connections of this installation, past (grades A and B) and present; `begun` is the earliest known time.
SELECT source, kind, COALESCE(name, peer, interface, path) AS detail, path AS trace_path, grade,
  first_seen, last_seen, COALESCE(first_seen, last_seen) AS begun
FROM network_contact
WHERE grade IN ('A', 'B') AND before_install = 0
UNION ALL
SELECT 'network_interface', 'link_up_now', i.name, COALESCE(i.syspath, i.name), 'B',
  s.collected_at, s.collected_at, s.collected_at
FROM network_interface i JOIN scan s
WHERE i.carrier = 1 AND i.software_only = 0
