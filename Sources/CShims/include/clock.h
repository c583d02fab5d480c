#pragma once
#include <stdint.h>

/// strptime(3) in the C locale: seconds since 1970 as if the text were in UTC.
/// Returns how many bytes of the text were used, or -1 where it does not follow the form.
int airseal_parse_time(const char *text, const char *form, int64_t *seconds);

/// A descriptor that becomes readable when the wall clock is set (TFD_TIMER_CANCEL_ON_SET of timerfd_create(2)).
/// Returns it, or -1 with errno.
int airseal_clock_watch(void);

/// Takes the news of a set clock from that descriptor and watches on. Returns 1 if the clock was set, 0 if not, or -1 with errno.
int airseal_clock_was_set(int descriptor);
