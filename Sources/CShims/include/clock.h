#pragma once
#include <stdint.h>

/// strptime(3) in the C locale: seconds since 1970 as if the text were in UTC.
/// Returns how many bytes of the text were used, or -1 where it does not follow the form.
int airseal_parse_time(const char *text, const char *form, int64_t *seconds);
