#define _GNU_SOURCE
#include "include/child.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/capability.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

int airseal_pidfd_open(int process) { return (int)syscall(SYS_pidfd_open, process, 0); }

int airseal_output_pipe(int ends[2]) {
  if (pipe2(ends, O_CLOEXEC) < 0) return -1;
  return fcntl(ends[0], F_SETFL, O_NONBLOCK);
}

int airseal_wake_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC | O_NONBLOCK); }

static int become(uint32_t user, int reads_all) {
  if (syscall(SYS_setgroups, 0, (const gid_t *)0) < 0) return -1;
  if (reads_all && prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0) < 0) return -1;
  if (syscall(SYS_setresgid, user, user, user) < 0) return -1;
  if (syscall(SYS_setresuid, user, user, user) < 0) return -1;
  if (!reads_all) return 0;
  struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3, .pid = 0};
  struct __user_cap_data_struct rights[2] = {{0}, {0}};
  uint32_t bit = 1u << CAP_DAC_READ_SEARCH;
  rights[0].effective = rights[0].permitted = rights[0].inheritable = bit;
  if (syscall(SYS_capset, &header, rights) < 0) return -1;
  return prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, CAP_DAC_READ_SEARCH, 0, 0);
}

static int prepare(const struct airseal_child *child) {
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, 0);
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  setsid();
  umask(077);
  if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) < 0) return -1;
  struct rlimit no_core = {0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  int null = open("/dev/null", O_RDONLY);
  if (null < 0 || dup2(null, 0) < 0 || dup2(child->output, 1) < 0 || dup2(child->output, 2) < 0) return -1;
#ifdef SYS_close_range
  syscall(SYS_close_range, 3u, ~0u, 4u /* CLOSE_RANGE_CLOEXEC */);
#endif
  int is_root = geteuid() == 0;
  if (child->without_network && is_root) unshare(CLONE_NEWNET);
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0) return -1;
  if (child->user != 0 && is_root && become(child->user, child->reads_all) < 0) return -1;
  return chdir("/");
}

int airseal_start_child(const struct airseal_child *child) {
  int failure[2];
  if (pipe2(failure, O_CLOEXEC) < 0) return -1;
  pid_t process = fork();
  if (process == 0) {
    if (prepare(child) == 0) execve(child->program, child->arguments, child->environment);
    int code = errno;
    ssize_t written = write(failure[1], &code, sizeof code);
    _exit(written == sizeof code ? 126 : 127);
  }
  int code = errno;
  close(failure[1]);
  if (process > 0) {
    ssize_t got;
    code = 0;
    do {
      got = read(failure[0], &code, sizeof code);
    } while (got < 0 && errno == EINTR);
    if (got == 0) code = 0;
    if (code != 0) {
      int status;
      while (waitpid(process, &status, 0) < 0 && errno == EINTR) {
      }
    }
  }
  close(failure[0]);
  if (code == 0) return process;
  errno = code;
  return -1;
}
