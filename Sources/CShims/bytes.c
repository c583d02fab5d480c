#define _GNU_SOURCE
#include "include/bytes.h"

#include <string.h>

typedef int8_t block __attribute__((vector_size(16)));

/// Whether a byte of the block is no ordinary ASCII: 0 to 8, or 128 and above.
static bool is_mixed(const uint8_t *bytes) {
  block values;
  memcpy(&values, bytes, sizeof values);
  block small = values < 9;
  uint64_t halves[2];
  memcpy(halves, &small, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

static bool stands_at(
    const uint8_t *bytes, size_t count, size_t at, const struct airseal_index *index, const uint8_t *pool,
    unsigned key) {
  for (uint32_t each = index->starts[key]; each < index->starts[key + 1]; each++) {
    const struct airseal_spelling *spelling = &index->entries[each];
    if (at < spelling->offset) continue;
    size_t start = at - spelling->offset;
    if (count - start < spelling->length) continue;
    const uint8_t *known = pool + spelling->position;
    if (bytes[start] != known[0] || bytes[start + spelling->length - 1] != known[spelling->length - 1]) continue;
    if (memcmp(bytes + start, known, spelling->length) == 0) return true;
  }
  return false;
}

static bool holds(const struct airseal_index *index, unsigned key) {
  return index->bitmap[key >> 6] >> (key & 63) & 1;
}

/// A pair of which one byte is no ordinary ASCII, at a position that has a successor.
static bool mixed_at(const uint8_t *bytes, size_t count, size_t at, const struct airseal_spellings *known) {
  unsigned key = (unsigned)bytes[at] << 8 | bytes[at + 1];
  return holds(&known->mixed, key) && stands_at(bytes, count, at, &known->mixed, known->pool, key);
}

static bool plain_at(const uint8_t *bytes, size_t count, size_t at, const struct airseal_spellings *known) {
  uint32_t window = (uint32_t)bytes[at] | (uint32_t)bytes[at + 1] << 8 | (uint32_t)bytes[at + 2] << 16;
  unsigned key = airseal_window_key(window);
  return holds(&known->plain, key) && stands_at(bytes, count, at, &known->plain, known->pool, key);
}

size_t airseal_next_spelling(
    const uint8_t *bytes, size_t count, size_t start, const struct airseal_spellings *known) {
  size_t at = start;
  // The window reads four bytes, the pair one beyond the block.
  for (; at + 20 <= count; at += 16) {
    bool any = false;
    for (size_t step = 0; step < 16; step += 2) {
      uint32_t window;
      memcpy(&window, bytes + at + step, sizeof window);
      any |= holds(&known->plain, airseal_window_key(window & 0xFFFFFF));
    }
    for (size_t step = 0; any && step < 16; step += 2)
      if (plain_at(bytes, count, at + step, known)) return at + step;
    if (!is_mixed(bytes + at) && (int8_t)bytes[at + 16] >= 9) continue;
    for (size_t step = 0; step < 16; step++)
      if (mixed_at(bytes, count, at + step, known)) return at + step;
  }
  for (; at + 1 < count; at++) {
    if (mixed_at(bytes, count, at, known)) return at;
    if (at + 2 < count && plain_at(bytes, count, at, known)) return at;
  }
  return count;
}

bool airseal_contains(const uint8_t *bytes, size_t count, const uint8_t *word, size_t length) {
  return count >= length && length > 0 && memmem(bytes, count, word, length) != NULL;
}
