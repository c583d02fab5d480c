#pragma once
#include <stdint.h>

/// Who is at the other end of a local socket.
struct airseal_peer {
  uint32_t user;
  uint32_t group;
};

/// Listens on a local stream socket that does not block and that everybody may connect to; a socket file that nobody
/// listens on any more is replaced. Returns a descriptor, or -1 with errno.
int airseal_control_listen(const char *path);

/// The next client, as a socket that does not block. Returns a descriptor, or -1 with errno.
int airseal_control_accept(int listener);

/// Connects to a local stream socket. Returns a descriptor that blocks, or -1 with errno.
int airseal_control_connect(const char *path);

/// SO_PEERCRED of unix(7). Returns 0, or -1 with errno.
int airseal_peer_of(int socket, struct airseal_peer *peer);

/// Whether a user with that first group belongs to the group of that name, as the machine's files say. Returns 1 or 0.
int airseal_is_member(uint32_t user, uint32_t group, const char *name);
