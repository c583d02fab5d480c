#define _GNU_SOURCE
#include "include/control.h"

#include <errno.h>
#include <grp.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

static int address_of(const char *path, struct sockaddr_un *address) {
  *address = (struct sockaddr_un){.sun_family = AF_UNIX};
  if (strlen(path) >= sizeof address->sun_path) {
    errno = ENAMETOOLONG;
    return -1;
  }
  strcpy(address->sun_path, path);
  return 0;
}

static int failed(int descriptor) {
  int code = errno;
  close(descriptor);
  errno = code;
  return -1;
}

int airseal_control_connect(const char *path) {
  struct sockaddr_un address;
  if (address_of(path, &address) < 0) return -1;
  int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return -1;
  if (connect(descriptor, (struct sockaddr *)&address, sizeof address) < 0) return failed(descriptor);
  return descriptor;
}

int airseal_control_listen(const char *path) {
  struct sockaddr_un address;
  if (address_of(path, &address) < 0) return -1;
  int other = airseal_control_connect(path);
  if (other >= 0) {
    close(other);
    errno = EADDRINUSE;
    return -1;
  }
  if (errno == ECONNREFUSED) unlink(path);
  int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (descriptor < 0) return -1;
  if (bind(descriptor, (struct sockaddr *)&address, sizeof address) < 0 || chmod(path, 0666) < 0 ||
      listen(descriptor, 64) < 0)
    return failed(descriptor);
  return descriptor;
}

int airseal_control_accept(int listener) {
  return accept4(listener, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK);
}

int airseal_peer_of(int descriptor, struct airseal_peer *peer) {
  struct ucred credentials;
  socklen_t size = sizeof credentials;
  if (getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &size) < 0) return -1;
  *peer = (struct airseal_peer){.user = credentials.uid, .group = credentials.gid};
  return 0;
}

int airseal_is_member(uint32_t user, uint32_t group, const char *name) {
  char room[1 << 16];
  struct group entry, *found = NULL;
  if (getgrnam_r(name, &entry, room, sizeof room, &found) != 0 || !found) return 0;
  if (entry.gr_gid == group) return 1;
  struct passwd person, *known = NULL;
  char other[1 << 14];
  if (getpwuid_r(user, &person, other, sizeof other, &known) != 0 || !known) return 0;
  for (char **member = entry.gr_mem; *member; member++)
    if (strcmp(*member, person.pw_name) == 0) return 1;
  return 0;
}
