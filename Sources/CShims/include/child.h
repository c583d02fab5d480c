#pragma once
#include <stdint.h>

/// pidfd_open(2): a descriptor that becomes readable when the process ends.
/// Returns a descriptor, or -1 with errno.
int airseal_pidfd_open(int process);

/// pipe2(2), closed on exec; reading from its first end does not wait. Returns 0, or -1 with errno.
int airseal_output_pipe(int ends[2]);

/// A close-on-exec pipe of which neither end blocks. Returns 0, or -1 with errno.
int airseal_wake_pipe(int ends[2]);

/// A program to be started, and what it may do.
struct airseal_child {
  const char *program;
  char *const *arguments;
  char *const *environment;
  /// Becomes descriptors 1 and 2; 0 is /dev/null, and there are no others.
  int output;
  /// The user that it becomes if this process is root; 0 leaves it root.
  uint32_t user;
  /// 1 if that user may read every file all the same (CAP_DAC_READ_SEARCH), and nothing more.
  int reads_all;
  /// 1 if it gets a network of its own without any link, where this process may do that.
  int without_network;
};

/// Starts the program in a session of its own, where it can gain no rights; it dies with this thread.
/// Returns the process id, or -1 with errno, also where the program cannot be executed.
int airseal_start_child(const struct airseal_child *child);
