#define _GNU_SOURCE
#include "include/bytes.h"

#include <string.h>

/// Bytes that are listed at a time, bytes of a vector, and factors that spread keys: of several thousand odd ones those
/// by which the three-byte runs of Vietnamese and English text least often share a key with a spelling.
enum { chunk_size = 4096, block_size = 16, pair_factor = 0x6F15, third_factor = 0x4F51 };

typedef uint16_t keys __attribute__((vector_size(block_size)));

uint16_t airseal_spelling_key(const uint8_t *bytes) {
  uint32_t pair = bytes[0] | (uint32_t)bytes[1] << 8;
  return (uint16_t)(pair * pair_factor) ^ (uint16_t)(bytes[2] * third_factor);
}

uint16_t airseal_spelling_check(const uint8_t *bytes) {
  uint32_t window = bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16;
  return (uint16_t)(window * 0x85EBCA6Bu >> 16);
}

/// The keys of eight positions, every second from the first on; reads 18 bytes.
static keys eight_keys(const uint8_t *bytes) {
  keys pairs, thirds;
  memcpy(&pairs, bytes, sizeof pairs);
  memcpy(&thirds, bytes + 2, sizeof thirds);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  pairs = pairs >> 8 | pairs << 8;
  thirds >>= 8;
#else
  thirds &= 0xFF;
#endif
  return (pairs * (uint16_t)pair_factor) ^ (thirds * (uint16_t)third_factor);
}

/// Lists the first of every four positions, each second one, of which one has a known key; returns how many.
///
/// The list grows without a branch, which nobody could predict.
static size_t list_groups(const uint8_t *bytes, size_t blocks, const uint8_t *marks, uint16_t *groups) {
  size_t count = 0;
  for (size_t block = 0; block < blocks; block++) {
    size_t at = block * block_size;
    keys both[2] = {eight_keys(bytes + at), eight_keys(bytes + at + 1)};
    uint64_t fours[4];
    memcpy(fours, both, sizeof fours);
    for (size_t part = 0; part < 4; part++) {
      uint64_t four = fours[part];
      groups[count] = (uint16_t)(at + part / 2 + (part & 1) * 8);
      count += marks[four & 0xFFFF] | marks[four >> 16 & 0xFFFF] | marks[four >> 32 & 0xFFFF] | marks[four >> 48];
    }
  }
  return count;
}

static bool stands_at(
    const uint8_t *bytes, size_t count, size_t at, const struct airseal_spellings *known) {
  unsigned key = airseal_spelling_key(bytes + at);
  for (uint32_t each = known->starts[key]; each < known->starts[key + 1]; each++) {
    const struct airseal_spelling *spelling = &known->entries[each];
    if (at < spelling->offset) continue;
    size_t start = at - spelling->offset;
    if (count - start < spelling->length) continue;
    const uint8_t *word = known->pool + spelling->position;
    if (bytes[start] != word[0] || bytes[start + spelling->length - 1] != word[spelling->length - 1]) continue;
    if (memcmp(bytes + start, word, spelling->length) == 0) return true;
  }
  return false;
}

/// Whether the three bytes at a position may be those of a spelling: 1 or 0.
static uint8_t is_marked(const uint8_t *bytes, const struct airseal_spellings *known) {
  return known->marks[airseal_spelling_key(bytes)] & known->checks[airseal_spelling_check(bytes)];
}

/// Lists the positions of the groups at which a spelling may be; returns how many.
static size_t list_positions(
    const uint8_t *bytes, const uint16_t *groups, size_t length, const struct airseal_spellings *known,
    uint16_t *positions) {
  size_t count = 0;
  for (size_t index = 0; index < length; index++) {
    for (size_t step = 0; step < 8; step += 2) {
      positions[count] = (uint16_t)(groups[index] + step);
      count += is_marked(bytes + groups[index] + step, known);
    }
  }
  return count;
}

/// The lowest position in blocks of bytes inside a spelling; `count` if none.
static size_t first_in_blocks(
    const uint8_t *bytes, size_t count, size_t from, size_t blocks, const struct airseal_spellings *known) {
  uint16_t groups[chunk_size / 4], positions[chunk_size];
  size_t length = list_groups(bytes + from, blocks, known->marks, groups);
  length = list_positions(bytes + from, groups, length, known, positions);
  size_t first = count;
  for (size_t index = 0; index < length; index++) {
    size_t at = from + positions[index];
    // The positions of one block are not in order.
    if (first < from + (positions[index] & ~(block_size - 1u))) break;
    if (at < first && stands_at(bytes, count, at, known)) first = at;
  }
  return first;
}

size_t airseal_next_spelling(
    const uint8_t *bytes, size_t count, size_t start, const struct airseal_spellings *known) {
  size_t at = start;
  // Where spellings are frequent, a small step wastes less.
  for (size_t most = 8; at + block_size + 3 <= count; most *= 2) {
    if (most > chunk_size / block_size) most = chunk_size / block_size;
    size_t blocks = (count - at - 3) / block_size;
    if (blocks > most) blocks = most;
    size_t found = first_in_blocks(bytes, count, at, blocks, known);
    if (found < count) return found;
    at += blocks * block_size;
  }
  for (; at + 3 <= count; at++)
    if (is_marked(bytes + at, known) && stands_at(bytes, count, at, known)) return at;
  return count;
}

const void *airseal_find(const void *bytes, size_t count, const uint8_t *word, size_t length) {
  return length > 0 ? memmem(bytes, count, word, length) : NULL;
}

bool airseal_contains(const uint8_t *bytes, size_t count, const uint8_t *word, size_t length) {
  return airseal_find(bytes, count, word, length) != NULL;
}
