#pragma once
#include <stdint.h>

/// Landlock ABI of the kernel; 0 if it has none.
int airseal_landlock_abi(void);

/// Denies every file, network and IPC right that Landlock of this ABI knows. Returns 0, or -1 with errno.
int airseal_landlock_deny_all(int abi);

/// prctl(PR_SET_NO_NEW_PRIVS). Returns 0, or -1 with errno.
int airseal_no_new_privileges(void);

/// prctl(PR_SET_DUMPABLE, 0). Returns 0, or -1 with errno.
int airseal_not_dumpable(void);

/// Asks for SIGKILL when the parent ends; a change of user takes it back. Returns 0, or -1 with errno.
int airseal_die_with_parent(void);

/// setgroups, setresgid and setresuid. Returns 0, or -1 with errno.
int airseal_become(uint32_t uid, uint32_t gid);

/// Closes every descriptor from `first` on. Returns 0, or -1 with errno.
int airseal_close_from(unsigned first);

/// setrlimit(2) of both limits. Returns 0, or -1 with errno.
int airseal_limit(int resource, uint64_t value);

/// The default-deny seccomp filter of the document worker. Returns 0, or -errno.
int airseal_seccomp(void);

/// Attempts of the self-test: 0 where it succeeded, otherwise the error number.
int airseal_try_open(const char *path);
int airseal_try_stat(const char *path);
int airseal_try_socket(void);
int airseal_try_connect(int socket);
int airseal_try_fork(void);
int airseal_try_exec(const char *program);
int airseal_try_kill(int process);
int airseal_try_ptrace(int process);
int airseal_try_executable_memory(void);

/// An unconnected local stream socket, made before the sandbox.
int airseal_local_socket(void);
