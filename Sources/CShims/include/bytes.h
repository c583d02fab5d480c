#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// One spelling of a word.
struct airseal_spelling {
  /// Where its bytes start in the pool, and how many they are.
  uint32_t position;
  uint16_t length;
  /// Where its rarest byte pair stands in it.
  uint16_t offset;
};

/// Spellings sorted by their rarest byte pair, first byte the higher.
struct airseal_spellings {
  /// 65,536 bits: the pairs that some spelling has.
  const uint64_t *bitmap;
  /// 65,537 places in `entries`: where the spellings of a pair start.
  const uint32_t *starts;
  const struct airseal_spelling *entries;
  const uint8_t *pool;
};

/// The position, at or after `start`, of the rarest pair of the first spelling that stands in the bytes; `count` if none.
size_t airseal_next_spelling(
    const uint8_t *bytes, size_t count, size_t start, const struct airseal_spellings *known);

/// Whether `word` stands in the bytes (memmem(3)).
bool airseal_contains(const uint8_t *bytes, size_t count, const uint8_t *word, size_t length);
