#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// One spelling of a word.
struct airseal_spelling {
  /// Where its bytes start in the pool, and how many they are.
  uint32_t position;
  uint16_t length;
  /// Where the bytes that make its key stand in it.
  uint16_t offset;
};

/// Spellings by a key of 16 bits that is made of a few of their bytes.
struct airseal_index {
  /// 65,536 bits: the keys that some spelling has.
  const uint64_t *bitmap;
  /// 65,537 places in `entries`: where the spellings of a key start.
  const uint32_t *starts;
  const struct airseal_spelling *entries;
};

struct airseal_spellings {
  /// Spellings with bytes that are no ordinary ASCII; the key is a pair of bytes with one of those, the first the higher.
  struct airseal_index mixed;
  /// The others, each under two neighbouring windows of three bytes, so that every second position needs a look.
  struct airseal_index plain;
  const uint8_t *pool;
};

/// The key of a window of three bytes, the first the lowest.
static inline unsigned airseal_window_key(uint32_t window) { return window * 0x9E3779B1u >> 16; }

/// A position, at or after `start`, inside the first spelling that stands in the bytes; `count` if none.
size_t airseal_next_spelling(
    const uint8_t *bytes, size_t count, size_t start, const struct airseal_spellings *known);

/// Whether `word` stands in the bytes (memmem(3)).
bool airseal_contains(const uint8_t *bytes, size_t count, const uint8_t *word, size_t length);
