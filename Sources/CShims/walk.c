#define _GNU_SOURCE
#include "include/walk.h"

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

int airseal_open_without_links(int root, const char *path, int flags) {
  struct open_how how = {
      .flags = (uint64_t)(unsigned int)flags | O_CLOEXEC,
      .resolve = RESOLVE_IN_ROOT | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS};
  return (int)syscall(SYS_openat2, root, path, &how, sizeof how);
}

int airseal_file_system(int descriptor, uint64_t *type) {
  struct statfs info;
  if (fstatfs(descriptor, &info) < 0) return -1;
  *type = (uint64_t)info.f_type;
  return 0;
}
