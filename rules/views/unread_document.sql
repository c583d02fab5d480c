-- Documents that nobody read: what a package brought unchanged is not among them, nor are the system's own archives and data.
SELECT path, type, reason, size, modified_at, first_time
FROM document_scan
WHERE status = 'unreadable'
  AND (place = 'user' OR type NOT IN ('archive', 'compressed', 'unknown', 'other'))
