#pragma once
#include <stdint.h>

/// What airseal_read_files_as changes of a thread.
struct airseal_rights {
  uint32_t uid;
  uint32_t gid;
  int count;
  uint32_t groups[256];
};

/// setfsuid(2), setfsgid(2) and no further groups for the calling thread alone: its file accesses are then judged as
/// those of that user. Needs root. Returns 0, or -1 with errno, and then nothing has changed.
int airseal_read_files_as(uint32_t uid, uint32_t gid, struct airseal_rights *before);

/// Gives the calling thread back what airseal_read_files_as took.
void airseal_restore_rights(const struct airseal_rights *before);
