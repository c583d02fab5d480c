#define _GNU_SOURCE
#include "include/child.h"

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

int airseal_pidfd_open(int process) { return (int)syscall(SYS_pidfd_open, process, 0); }

int airseal_output_pipe(int ends[2]) {
  if (pipe2(ends, O_CLOEXEC) < 0) return -1;
  return fcntl(ends[0], F_SETFL, O_NONBLOCK);
}
