#define _GNU_SOURCE
#include "include/bytes.h"

#include <string.h>

static bool stands_at(
    const uint8_t *bytes, size_t count, size_t at, const struct airseal_spellings *known, unsigned pair) {
  for (uint32_t index = known->starts[pair]; index < known->starts[pair + 1]; index++) {
    const struct airseal_spelling *spelling = &known->entries[index];
    if (at < spelling->offset) continue;
    size_t start = at - spelling->offset;
    if (count - start < spelling->length) continue;
    if (memcmp(bytes + start, known->pool + spelling->position, spelling->length) == 0) return true;
  }
  return false;
}

size_t airseal_next_spelling(
    const uint8_t *bytes, size_t count, size_t start, const struct airseal_spellings *known) {
  for (size_t at = start; at + 1 < count; at++) {
    unsigned pair = (unsigned)bytes[at] << 8 | bytes[at + 1];
    if (known->bitmap[pair >> 6] >> (pair & 63) & 1 && stands_at(bytes, count, at, known, pair)) return at;
  }
  return count;
}

bool airseal_contains(const uint8_t *bytes, size_t count, const uint8_t *word, size_t length) {
  return count >= length && length > 0 && memmem(bytes, count, word, length) != NULL;
}
