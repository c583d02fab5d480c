#define _GNU_SOURCE
#include "include/rights.h"

#include <errno.h>
#include <sys/fsuid.h>
#include <sys/syscall.h>
#include <unistd.h>

int airseal_read_files_as(uint32_t uid, uint32_t gid, struct airseal_rights *before) {
  before->count = getgroups(256, before->groups);
  if (before->count < 0) return -1;
  if (syscall(SYS_setgroups, 0, (const gid_t *)0) < 0) return -1;
  before->gid = (uint32_t)setfsgid(gid);
  before->uid = (uint32_t)setfsuid(uid);
  if ((uint32_t)setfsuid((uid_t)-1) == uid) return 0;
  airseal_restore_rights(before);
  errno = EPERM;
  return -1;
}

void airseal_restore_rights(const struct airseal_rights *before) {
  setfsuid(before->uid);
  setfsgid(before->gid);
  syscall(SYS_setgroups, (long)before->count, before->groups);
}
