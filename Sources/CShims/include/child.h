#pragma once

/// pidfd_open(2): a descriptor that becomes readable when the process ends.
/// Returns a descriptor, or -1 with errno.
int airseal_pidfd_open(int process);

/// pipe2(2), closed on exec; reading from its first end does not wait. Returns 0, or -1 with errno.
int airseal_output_pipe(int ends[2]);
