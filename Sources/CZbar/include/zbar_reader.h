#pragma once
#include <stddef.h>
#include <stdint.h>

/// A reader of QR codes through libzbar, where the system has it.
struct airseal_zbar;

/// Loads libzbar; NULL where the system has none.
struct airseal_zbar *airseal_zbar_open(void);

/// Finds QR codes in a grey picture of `width` times `height` bytes. The text of the first one goes into `text`.
/// Returns the number of different codes, or -1 where the picture cannot be read. `length` is the length of the text, which
/// may be more than `room`.
int airseal_zbar_read(
    const struct airseal_zbar *zbar, const uint8_t *grey, unsigned width, unsigned height, char *text, size_t room,
    size_t *length);
