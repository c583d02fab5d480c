#pragma once
#include <stddef.h>
#include <stdint.h>

/// Gives the calling thread, and those that it starts, mounts of their own; what is mounted then, nobody else sees, and
/// it goes with the process. Returns 0, or -1 with errno.
int airseal_private_mounts(void);

/// Mounts a block device for reading: no programs, no devices, no set-id files. Returns 0, or -1 with errno.
int airseal_mount_reading(const char *device, const char *folder, const char *type, const char *options);

/// Shows a mounted folder at another place in the same way, without what is mounted below it. Returns 0, or -1 with errno.
int airseal_show_reading(const char *source, const char *folder);

/// Takes a mount away, at the latest when its last file is closed. Returns 0, or -1 with errno.
int airseal_unmount(const char *folder);

/// Makes a part of an open file or disk a block device that nothing can be written to, and puts its path into `name`.
/// `size` 0 is the rest. The device goes once the returned descriptor and every mount of it are closed; -1 with errno.
int airseal_loop_reading(int file, uint64_t offset, uint64_t size, char *name, size_t room);

/// Bytes of a block device; 0 where the kernel does not tell.
uint64_t airseal_disk_size(int disk);
