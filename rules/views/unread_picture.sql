-- Folders with pictures, and files of scanned pages without text, that may show a document.
SELECT path, pictures, newest, first_time
FROM picture_folder
UNION ALL
SELECT path, 1, modified_at, first_time
FROM document_scan
WHERE status = 'image_only' AND place = 'user'
