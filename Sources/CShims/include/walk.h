#pragma once
#include <stdint.h>

/// openat2(2) below `root` that follows no symbolic link at all. Returns a descriptor, or -1 with errno.
int airseal_open_without_links(int root, const char *path, int flags);

/// The type number of the file system on which a descriptor lies (statfs(2)). Returns 0, or -1 with errno.
int airseal_file_system(int descriptor, uint64_t *type);
