#pragma once
#include <stddef.h>
#include <stdint.h>

/// openat2(2) with RESOLVE_IN_ROOT: every symbolic link, absolute ones too, resolves below `root`.
/// Returns a descriptor, or -1 with errno.
int airseal_open_in_root(int root, const char *path, int flags);

/// statx(2) in plain numbers; a birth time of 0 means that the file system keeps none.
struct airseal_file_info {
  uint32_t mode;
  uint32_t uid;
  uint32_t gid;
  uint64_t size;
  uint64_t blocks;
  int64_t modified;
  int64_t changed;
  /// Nanoseconds of the second, for both times.
  uint32_t modified_fraction;
  uint32_t changed_fraction;
  int64_t born;
  uint64_t inode;
  uint64_t device;
  uint64_t links;
};

/// Describes an open descriptor. Returns 0, or -1 with errno.
int airseal_file_info(int descriptor, struct airseal_file_info *info);

/// Describes `name` in an open folder without following a link. Returns 0, or -1 with errno.
int airseal_file_info_at(int folder, const char *name, struct airseal_file_info *info);

/// Open flags of linux/fcntl.h that the importer leaves out.
extern const int airseal_o_path;
extern const int airseal_o_noatime;

/// Reads an extended attribute of an open file. Returns its length, 0 where there is none or the file system keeps none,
/// or -1 with errno.
long airseal_file_attribute(int descriptor, const char *name, void *buffer, size_t size);

/// A file that lies in memory only and has no name (memfd_create(2)). Returns a descriptor, or -1 with errno.
int airseal_memory_file(void);
