#define _GNU_SOURCE
#include "include/walk.h"

#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <string.h>
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

ssize_t airseal_read_folder(int folder, void *buffer, size_t room) {
  return syscall(SYS_getdents64, folder, buffer, room);
}

bool airseal_next_entry(const void *records, size_t count, size_t *position, struct airseal_folder_entry *entry) {
  const size_t head = offsetof(struct dirent64, d_name);
  while (count - *position > head) {
    const struct dirent64 *record = (const void *)((const char *)records + *position);
    size_t size = record->d_reclen;
    if (size <= head || size > count - *position) return false;
    *position += size;
    size_t length = strnlen(record->d_name, size - head);
    if (length == 0 || length == size - head) return false;
    if (record->d_name[0] == '.' && (length == 1 || (length == 2 && record->d_name[1] == '.'))) continue;
    entry->name = record->d_name;
    entry->length = length;
    entry->kind = record->d_type;
    return true;
  }
  return false;
}
