-- Documents whose marking speaks of a Vietnamese state secret in force, surely enough to accuse.
SELECT path, sha256, level, rule, confidence, page, line, modified_at, first_time
FROM marking
WHERE level IN ('tuyet_mat', 'toi_mat', 'mat', 'review') AND confidence IN ('high', 'medium')
