-- Storage, phones and network devices that were connected by cable since the installation.
SELECT port, kind, COALESCE(product, vendor, vendor_id || ':' || product_id, labels, evidence) AS device,
  vendor_id, product_id, serial, labels, accounts, confidence, evidence, path, first_seen, last_seen, occurrences,
  standing, purpose, seen_on
FROM usb_device_history
WHERE before_install = 0 AND connection = 'usb'
  AND kind IN ('storage', 'phone', 'tether', 'modem', 'ethernet', 'wifi', 'bluetooth')
