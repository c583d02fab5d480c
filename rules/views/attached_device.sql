-- Storage, phones and network devices attached now; radios and networks inside the machine are judged as radios and links.
SELECT d.port, d.kind, COALESCE(d.product, d.vendor, d.vendor_id || ':' || d.product_id) AS device,
  d.vendor_id, d.product_id, d.serial, d.standing, d.purpose, d.seen_on,
  s.collected_at AS seen
FROM usb_device d JOIN scan s
WHERE d.kind IN ('storage', 'phone', 'tether', 'modem')
  OR (d.kind = 'card_reader' AND d.has_medium = 1)
  OR (d.kind IN ('wifi', 'bluetooth', 'ethernet') AND d.built_in = 0)
UNION ALL
SELECT p.syspath, p.kind, COALESCE(p.model, p.kind), NULL, NULL, p.serial, 'no_identity', 'none', 'none',
  s.collected_at
FROM peripheral p JOIN scan s
WHERE p.kind = 'memory_card'
