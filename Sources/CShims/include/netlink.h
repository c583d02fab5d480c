#pragma once
#include <linux/if_arp.h>
#include <linux/if_link.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// Opens a route netlink socket with a large receive buffer; it belongs to no event group.
/// Returns a descriptor, or -1 with errno.
int airseal_netlink_open(void);

/// Opens a route netlink socket that hears the event groups (RTMGRP_…) and never waits; `room` bytes is its receive buffer.
/// Returns a descriptor, or -1 with errno.
int airseal_netlink_listen(uint32_t groups, int room);

/// Sends one request to the kernel. Returns 0, or -1 with errno.
int airseal_netlink_send(int socket, const void *bytes, size_t count);

/// Receives one datagram of the kernel; datagrams of other senders are passed over.
/// Returns its length, or -1 with errno; EMSGSIZE if it did not fit.
ssize_t airseal_netlink_receive(int socket, void *bytes, size_t capacity);
