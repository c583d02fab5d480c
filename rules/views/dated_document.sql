-- Secret documents beside connections: which came first, the day on which the document was made or changed, and how sure it is.
SELECT d.path, d.sha256, d.level, d.confidence, d.page, d.line, d.modified_at, d.first_time,
  CASE WHEN EXISTS (SELECT 1 FROM connection e WHERE e.begun <= d.first_time) THEN 'made_after'
    WHEN EXISTS (SELECT 1 FROM connection e WHERE e.begun <= d.modified_at) THEN 'changed_after'
    WHEN d.first_time IS NULL THEN 'order_unknown' ELSE 'kept_since' END AS act,
  CASE WHEN EXISTS (SELECT 1 FROM connection e WHERE e.begun <= d.first_time) THEN d.first_time
    WHEN EXISTS (SELECT 1 FROM connection e WHERE e.begun <= d.modified_at) THEN d.modified_at END AS made,
  CASE WHEN d.confidence = 'high' AND EXISTS (SELECT 1 FROM connection e WHERE e.grade = 'A')
    THEN 'certain' ELSE 'probable' END AS certainty
FROM secret_document d
