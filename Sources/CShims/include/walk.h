#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// openat2(2) below `root` that follows no symbolic link at all. Returns a descriptor, or -1 with errno.
int airseal_open_without_links(int root, const char *path, int flags);

/// The type number of the file system on which a descriptor lies (statfs(2)). Returns 0, or -1 with errno.
int airseal_file_system(int descriptor, uint64_t *type);

/// Reads the next entries of an open folder as records of getdents64(2). Returns their bytes, 0 at the end, or -1 with errno.
ssize_t airseal_read_folder(int folder, void *buffer, size_t room);

/// One record of getdents64(2).
struct airseal_folder_entry {
  const char *name;
  size_t length;
  /// DT_REG and the like of dirent.h; 0 where the file system does not say.
  uint8_t kind;
};

/// The record that starts at `*position`, which moves to the next. Returns false at the end or on a broken record.
bool airseal_next_entry(const void *records, size_t count, size_t *position, struct airseal_folder_entry *entry);
