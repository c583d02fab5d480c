#define _GNU_SOURCE
#include "include/clock.h"

#include <errno.h>
#include <string.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

int airseal_parse_time(const char *text, const char *form, int64_t *seconds) {
  struct tm fields;
  memset(&fields, 0, sizeof fields);
  fields.tm_mday = 1;
  const char *rest = strptime(text, form, &fields);
  if (!rest) return -1;
  *seconds = timegm(&fields);
  return (int)(rest - text);
}

// A far moment: the timer is there to be cancelled, not to run out.
static int arm(int descriptor) {
  struct itimerspec far = {.it_value = {.tv_sec = 0x7ffffffffffff}};
  return timerfd_settime(descriptor, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &far, NULL);
}

int airseal_clock_watch(void) {
  int descriptor = timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
  if (descriptor < 0) return -1;
  if (arm(descriptor) < 0) {
    int code = errno;
    close(descriptor);
    errno = code;
    return -1;
  }
  return descriptor;
}

int airseal_clock_was_set(int descriptor) {
  uint64_t expirations;
  if (read(descriptor, &expirations, sizeof expirations) >= 0) return 0;
  if (errno != ECANCELED) return errno == EAGAIN || errno == EINTR ? 0 : -1;
  return arm(descriptor) < 0 ? -1 : 1;
}
