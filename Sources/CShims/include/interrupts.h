#pragma once

/// From now on SIGINT, SIGTERM and SIGHUP, also where the parent had blocked them, only set a flag.
///
/// One that comes two seconds later ends the process with status 3.
void airseal_watch_interrupts(void);

/// 1 once such a signal came.
int airseal_interrupted(void);
