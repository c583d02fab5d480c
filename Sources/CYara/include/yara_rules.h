#pragma once
#include <stddef.h>
#include <stdint.h>

/// YARA rules that are compiled and ready, through libyara where the system has it.
struct airseal_yara;

enum airseal_yara_state {
  airseal_yara_ready = 0,
  /// The system has no libyara of the version that this was built for.
  airseal_yara_absent = 1,
  /// A rule is wrong, or there is no memory.
  airseal_yara_refused = 2,
};

/// Loads libyara and compiles texts of rules, without includes. `yara` is set where the state is ready.
enum airseal_yara_state airseal_yara_compile(const char *const *texts, size_t count, struct airseal_yara **yara);

/// Rules that were compiled.
size_t airseal_yara_count(const struct airseal_yara *yara);

/// Scans bytes for at most `seconds`; the names of the rules that match, each with a line end behind it, go into `names`, as
/// many as fit. Returns 0, or libyara's error number (26 is time over).
int airseal_yara_scan(
    const struct airseal_yara *yara, const uint8_t *bytes, size_t size, int seconds, char *names, size_t room);
