#define _GNU_SOURCE
#include "include/background.h"

#include <linux/ioprio.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

int airseal_run_in_background(void) {
  if (setpriority(PRIO_PROCESS, 0, 19) < 0) return -1;
  return (int)syscall(SYS_ioprio_set, IOPRIO_WHO_PROCESS, 0, IOPRIO_PRIO_VALUE(IOPRIO_CLASS_IDLE, 0));
}
