-- Contacts over a mobile network: modems, and links over phones and modems.
SELECT source, kind, name, peer, interface, first_seen, last_seen, time_basis, grade, before_install, occurrences, path
FROM network_contact
WHERE before_install = 0 AND grade IN ('A', 'B')
  AND kind IN ('modem_connected', 'tether_up')
