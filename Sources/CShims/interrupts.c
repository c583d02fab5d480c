#include "include/interrupts.h"

#include <signal.h>
#include <stddef.h>
#include <time.h>
#include <unistd.h>

static volatile sig_atomic_t interrupted;
static time_t first;

static void note(int number) {
  (void)number;
  struct timespec now = {0};
  clock_gettime(CLOCK_MONOTONIC, &now);
  if (interrupted && now.tv_sec - first >= 2) _exit(3);
  if (!interrupted) first = now.tv_sec;
  interrupted = 1;
}

void airseal_watch_interrupts(void) {
  struct sigaction action = {.sa_handler = note};
  sigaction(SIGINT, &action, NULL);
  sigaction(SIGTERM, &action, NULL);
  sigaction(SIGHUP, &action, NULL);
  sigset_t heard;
  sigemptyset(&heard);
  sigaddset(&heard, SIGINT);
  sigaddset(&heard, SIGTERM);
  sigaddset(&heard, SIGHUP);
  pthread_sigmask(SIG_UNBLOCK, &heard, NULL);
}

int airseal_interrupted(void) { return interrupted; }
