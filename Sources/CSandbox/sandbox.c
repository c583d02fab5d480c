#define _GNU_SOURCE
#include "include/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <unistd.h>

struct rules {
  uint64_t files;
  uint64_t network;
  uint64_t scoped;
};

int airseal_landlock_abi(void) {
  long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  return abi < 0 ? 0 : (int)abi;
}

int airseal_landlock_deny_all(int abi) {
  struct rules rules = {.files = 0x1fff};
  size_t size = offsetof(struct rules, network);
  if (abi >= 2) rules.files = 0x3fff;
  if (abi >= 3) rules.files = 0x7fff;
  if (abi >= 5) rules.files = 0xffff;
  if (abi >= 4) {
    rules.network = 3;
    size = offsetof(struct rules, scoped);
  }
  if (abi >= 6) {
    rules.scoped = 3;
    size = sizeof rules;
  }
  int ruleset = (int)syscall(SYS_landlock_create_ruleset, &rules, size, 0);
  if (ruleset < 0) return -1;
  int result = (int)syscall(SYS_landlock_restrict_self, ruleset, 0);
  int code = errno;
  close(ruleset);
  errno = code;
  return result;
}

int airseal_no_new_privileges(void) { return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); }

int airseal_not_dumpable(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

int airseal_die_with_parent(void) { return prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0); }

int airseal_become(uint32_t uid, uint32_t gid) {
  if (setgroups(0, NULL) < 0) return -1;
  if (setresgid(gid, gid, gid) < 0) return -1;
  return setresuid(uid, uid, uid);
}

int airseal_close_from(unsigned first) { return close_range(first, ~0U, 0); }

int airseal_limit(int resource, uint64_t value) {
  struct rlimit limit = {.rlim_cur = value, .rlim_max = value};
  struct rlimit now;
  if (getrlimit((__rlimit_resource_t)resource, &now) < 0) return -1;
  if (now.rlim_max < value) limit.rlim_cur = limit.rlim_max = now.rlim_max;
  return setrlimit((__rlimit_resource_t)resource, &limit);
}

static int allow(scmp_filter_ctx filter) {
  static const int calls[] = {
      SCMP_SYS(read), SCMP_SYS(pread64), SCMP_SYS(write), SCMP_SYS(lseek), SCMP_SYS(close), SCMP_SYS(dup),
      SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(futex), SCMP_SYS(recvmsg), SCMP_SYS(sendmsg),
      SCMP_SYS(getrandom), SCMP_SYS(clock_gettime), SCMP_SYS(madvise), SCMP_SYS(exit_group),
      SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigreturn), SCMP_SYS(gettid), SCMP_SYS(getpid),
  };
  int code = 0;
  for (size_t index = 0; code == 0 && index < sizeof calls / sizeof *calls; index++) {
    code = seccomp_rule_add(filter, SCMP_ACT_ALLOW, calls[index], 0);
  }
  if (code == 0) {
    code = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
  }
  if (code == 0) {
    code = seccomp_rule_add(
        filter, SCMP_ACT_ALLOW, SCMP_SYS(newfstatat), 1, SCMP_A3(SCMP_CMP_MASKED_EQ, AT_EMPTY_PATH, AT_EMPTY_PATH));
  }
  if (code == 0) {
    code = seccomp_rule_add(
        filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)getpid()));
  }
  return code;
}

int airseal_seccomp(void) {
  scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
  if (filter == NULL) return -ENOMEM;
  int code = allow(filter);
  if (code == 0) code = seccomp_load(filter);
  seccomp_release(filter);
  return code;
}

static int outcome(long result) { return result < 0 ? errno : 0; }

int airseal_try_open(const char *path) { return outcome(open(path, O_RDONLY | O_CLOEXEC)); }

int airseal_try_stat(const char *path) {
  struct stat info;
  return outcome(stat(path, &info));
}

int airseal_try_socket(void) { return outcome(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)); }

int airseal_local_socket(void) { return socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0); }

int airseal_try_connect(int socket) {
  struct sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = "/run/systemd/journal/stdout"};
  return outcome(connect(socket, (struct sockaddr *)&address, sizeof address));
}

int airseal_try_fork(void) {
  pid_t child = fork();
  if (child == 0) _exit(0);
  return outcome(child);
}

int airseal_try_exec(const char *program) {
  char *const arguments[] = {(char *)program, NULL};
  return outcome(execve(program, arguments, arguments + 1));
}

int airseal_try_kill(int process) { return outcome(kill(process, 0)); }

int airseal_try_ptrace(int process) { return outcome(ptrace(PTRACE_ATTACH, process, NULL, NULL)); }

int airseal_try_executable_memory(void) {
  void *memory = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return memory == MAP_FAILED ? errno : 0;
}
