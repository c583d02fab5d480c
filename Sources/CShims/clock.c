#define _GNU_SOURCE
#include "include/clock.h"

#include <string.h>
#include <time.h>

int airseal_parse_time(const char *text, const char *form, int64_t *seconds) {
  struct tm fields;
  memset(&fields, 0, sizeof fields);
  fields.tm_mday = 1;
  const char *rest = strptime(text, form, &fields);
  if (!rest) return -1;
  *seconds = timegm(&fields);
  return (int)(rest - text);
}
