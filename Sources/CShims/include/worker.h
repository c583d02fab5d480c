#pragma once
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// Sends one datagram with descriptors (SCM_RIGHTS). Returns 0, or -1 with errno.
int airseal_send(int socket, const void *bytes, size_t count, const int *descriptors, size_t descriptor_count);

/// Receives one datagram and its descriptors, close-on-exec. Returns its length, 0 at the end, or -1 with errno;
/// EMSGSIZE if it was cut (its descriptors are then closed). `descriptor_count` holds the room, then the number.
ssize_t airseal_receive(int socket, void *bytes, size_t room, int *descriptors, size_t *descriptor_count, int flags);

/// A connected pair of close-on-exec SOCK_SEQPACKET sockets. Returns 0, or -1 with errno.
int airseal_socket_pair(int pair[2]);

/// Starts a program with `socket` as descriptor 0, /dev/null as 1 and 2, and no other descriptor.
/// Returns the process id, or -1 with errno.
pid_t airseal_spawn_worker(const char *program, char *const arguments[], char *const environment[], int socket);
