#define _GNU_SOURCE
#include "include/files.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>

int airseal_open_in_root(int root, const char *path, int flags) {
  struct open_how how = {.flags = (uint64_t)(unsigned int)flags | O_CLOEXEC, .resolve = RESOLVE_IN_ROOT | RESOLVE_NO_MAGICLINKS};
  return (int)syscall(SYS_openat2, root, path, &how, sizeof how);
}

static void fill(const struct statx *raw, struct airseal_file_info *info) {
  info->mode = raw->stx_mode;
  info->uid = raw->stx_uid;
  info->gid = raw->stx_gid;
  info->size = raw->stx_size;
  info->blocks = raw->stx_blocks;
  info->modified = raw->stx_mtime.tv_sec;
  info->changed = raw->stx_ctime.tv_sec;
  info->modified_fraction = raw->stx_mtime.tv_nsec;
  info->changed_fraction = raw->stx_ctime.tv_nsec;
  info->born = raw->stx_mask & STATX_BTIME ? raw->stx_btime.tv_sec : 0;
  info->inode = raw->stx_ino;
  info->device = makedev(raw->stx_dev_major, raw->stx_dev_minor);
  info->links = raw->stx_nlink;
}

int airseal_file_info(int descriptor, struct airseal_file_info *info) {
  struct statx raw;
  if (statx(descriptor, "", AT_EMPTY_PATH | AT_NO_AUTOMOUNT, STATX_BASIC_STATS | STATX_BTIME, &raw) < 0) return -1;
  fill(&raw, info);
  return 0;
}

int airseal_file_info_at(int folder, const char *name, struct airseal_file_info *info) {
  struct statx raw;
  if (statx(folder, name, AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT, STATX_BASIC_STATS | STATX_BTIME, &raw) < 0) return -1;
  fill(&raw, info);
  return 0;
}

const int airseal_o_path = O_PATH;
const int airseal_o_noatime = O_NOATIME;

long airseal_file_attribute(int descriptor, const char *name, void *buffer, size_t size) {
  ssize_t length = fgetxattr(descriptor, name, buffer, size);
  if (length < 0 && (errno == ENODATA || errno == ENOTSUP)) return 0;
  return length;
}

int airseal_memory_file(void) { return memfd_create("airseal", MFD_CLOEXEC); }
