#pragma once

/// Lets every other program have the processor and the disks first: nice 19, class idle of ioprio_set(2).
/// Threads and programs started later inherit it. Returns 0, or -1 with errno.
int airseal_run_in_background(void);
