#define _GNU_SOURCE
#include "include/mounts.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <linux/loop.h>
#include <sched.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <unistd.h>

static const unsigned long reading = MS_RDONLY | MS_NOSUID | MS_NODEV | MS_NOEXEC | MS_NOATIME;

int airseal_private_mounts(void) {
  if (unshare(CLONE_NEWNS) < 0) return -1;
  return mount("", "/", NULL, MS_REC | MS_SLAVE, NULL);
}

int airseal_mount_reading(const char *device, const char *folder, const char *type, const char *options) {
  return mount(device, folder, type, reading, options);
}

int airseal_show_reading(const char *source, const char *folder) {
  if (mount(source, folder, NULL, MS_BIND, NULL) < 0) return -1;
  if (mount(NULL, folder, NULL, MS_BIND | MS_REMOUNT | reading, NULL) == 0) return 0;
  int code = errno;
  umount2(folder, MNT_DETACH);
  errno = code;
  return -1;
}

int airseal_unmount(const char *folder) { return umount2(folder, MNT_DETACH | UMOUNT_NOFOLLOW); }

int airseal_loop_reading(int file, uint64_t offset, uint64_t size, char *name, size_t room) {
  int control = open("/dev/loop-control", O_RDWR | O_CLOEXEC);
  if (control < 0) return -1;
  struct loop_config config = {.fd = (uint32_t)file};
  config.info.lo_offset = offset;
  config.info.lo_sizelimit = size;
  config.info.lo_flags = LO_FLAGS_READ_ONLY | LO_FLAGS_AUTOCLEAR;
  int device = -1;
  int code = EBUSY;
  for (int attempt = 0; attempt < 16; attempt++) {
    int number = ioctl(control, LOOP_CTL_GET_FREE);
    if (number < 0) {
      code = errno;
      break;
    }
    snprintf(name, room, "/dev/loop%d", number);
    device = open(name, O_RDONLY | O_CLOEXEC);
    if (device < 0) {
      code = errno;
      break;
    }
    if (ioctl(device, LOOP_CONFIGURE, &config) == 0) {
      close(control);
      return device;
    }
    code = errno;
    close(device);
    if (code != EBUSY) break;
  }
  close(control);
  errno = code;
  return -1;
}

uint64_t airseal_disk_size(int disk) {
  uint64_t size = 0;
  return ioctl(disk, BLKGETSIZE64, &size) == 0 ? size : 0;
}
