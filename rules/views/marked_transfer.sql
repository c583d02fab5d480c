-- Transfers of documents whose name bears a marking, or that are marked documents.
SELECT source, channel, account, path, peer, document, level, confidence, first_seen, last_seen
FROM document_transfer
WHERE level IN ('tuyet_mat', 'toi_mat', 'mat', 'review') AND confidence IN ('high', 'medium')
UNION
SELECT t.source, t.channel, t.account, t.path, t.peer, t.document, d.level, d.confidence, t.first_seen, t.last_seen
FROM document_transfer t JOIN marking d ON d.path = t.document
WHERE t.level = 'none' AND d.level IN ('tuyet_mat', 'toi_mat', 'mat', 'review')
  AND d.confidence IN ('high', 'medium')
