#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// One spelling of a word.
struct airseal_spelling {
  /// Where its bytes start in the pool, and how many they are.
  uint32_t position;
  uint16_t length;
  /// Where the three bytes that make its key stand in it.
  uint16_t offset;
};

/// Spellings of at least three bytes, by a key of 16 bits that is made of three of their bytes.
struct airseal_spellings {
  /// 65,536 bytes: 1 for the keys that some spelling has, otherwise 0.
  const uint8_t *marks;
  /// The same for the second keys of the same bytes, so that few others pass both.
  const uint8_t *checks;
  /// 65,537 places in `entries`: where the spellings of a key start.
  const uint32_t *starts;
  const struct airseal_spelling *entries;
  const uint8_t *pool;
};

/// The key of three bytes.
uint16_t airseal_spelling_key(const uint8_t *bytes);

/// The second key of three bytes.
uint16_t airseal_spelling_check(const uint8_t *bytes);

/// A position, at or after `start`, inside the first spelling that stands in the bytes; `count` if none.
size_t airseal_next_spelling(
    const uint8_t *bytes, size_t count, size_t start, const struct airseal_spellings *known);

/// Where `word` first stands in the bytes (memmem(3)); NULL where it does not, or is empty.
const void *airseal_find(const void *bytes, size_t count, const uint8_t *word, size_t length);

/// Whether `word` stands in the bytes.
bool airseal_contains(const uint8_t *bytes, size_t count, const uint8_t *word, size_t length);
