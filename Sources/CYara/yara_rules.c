#include "include/yara_rules.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <yara.h>

#if YR_MAJOR_VERSION == 4 && YR_MINOR_VERSION == 2
static const char library[] = "libyara.so.9";
#elif YR_MAJOR_VERSION == 4 && YR_MINOR_VERSION >= 3
static const char library[] = "libyara.so.10";
#else
#error "libyara 4.2 or later is needed"
#endif

struct airseal_yara {
  YR_RULES *rules;
  int (*scan)(YR_RULES *, const uint8_t *, size_t, int, YR_CALLBACK_FUNC, void *, int);
  size_t count;
};

struct matches {
  char *names;
  size_t room;
  size_t used;
};

enum airseal_yara_state airseal_yara_compile(const char *const *texts, size_t count, struct airseal_yara **yara) {
  void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) return airseal_yara_absent;
  int (*initialize)(void) = (int (*)(void))dlsym(handle, "yr_initialize");
  int (*create)(YR_COMPILER **) = (int (*)(YR_COMPILER **))dlsym(handle, "yr_compiler_create");
  void (*destroy)(YR_COMPILER *) = (void (*)(YR_COMPILER *))dlsym(handle, "yr_compiler_destroy");
  void (*includes)(YR_COMPILER *, YR_COMPILER_INCLUDE_CALLBACK_FUNC, YR_COMPILER_INCLUDE_FREE_FUNC, void *) =
      (void (*)(YR_COMPILER *, YR_COMPILER_INCLUDE_CALLBACK_FUNC, YR_COMPILER_INCLUDE_FREE_FUNC, void *))dlsym(
          handle, "yr_compiler_set_include_callback");
  int (*add)(YR_COMPILER *, const char *, const char *) =
      (int (*)(YR_COMPILER *, const char *, const char *))dlsym(handle, "yr_compiler_add_string");
  int (*rules)(YR_COMPILER *, YR_RULES **) = (int (*)(YR_COMPILER *, YR_RULES **))dlsym(handle, "yr_compiler_get_rules");
  struct airseal_yara made = {0};
  made.scan = (int (*)(YR_RULES *, const uint8_t *, size_t, int, YR_CALLBACK_FUNC, void *, int))dlsym(
      handle, "yr_rules_scan_mem");
  if (!initialize || !create || !destroy || !includes || !add || !rules || !made.scan) return airseal_yara_absent;
  if (initialize() != ERROR_SUCCESS) return airseal_yara_refused;
  YR_COMPILER *compiler = NULL;
  if (create(&compiler) != ERROR_SUCCESS) return airseal_yara_refused;
  includes(compiler, NULL, NULL, NULL);
  int errors = 0;
  for (size_t index = 0; index < count && errors == 0; index++) errors = add(compiler, texts[index], NULL);
  if (errors == 0) errors = rules(compiler, &made.rules);
  destroy(compiler);
  if (errors != 0) return airseal_yara_refused;
  YR_RULE *rule;
  yr_rules_foreach(made.rules, rule) made.count++;
  *yara = malloc(sizeof made);
  if (*yara == NULL) return airseal_yara_refused;
  **yara = made;
  return airseal_yara_ready;
}

size_t airseal_yara_count(const struct airseal_yara *yara) { return yara->count; }

static int note(YR_SCAN_CONTEXT *context, int message, void *data, void *user) {
  (void)context;
  struct matches *matches = user;
  if (message != CALLBACK_MSG_RULE_MATCHING) return CALLBACK_CONTINUE;
  const char *name = ((YR_RULE *)data)->identifier;
  size_t length = strlen(name);
  if (matches->used + length + 2 > matches->room) return CALLBACK_ABORT;
  memcpy(matches->names + matches->used, name, length);
  matches->used += length;
  matches->names[matches->used++] = '\n';
  return CALLBACK_CONTINUE;
}

int airseal_yara_scan(
    const struct airseal_yara *yara, const uint8_t *bytes, size_t size, int seconds, char *names, size_t room) {
  struct matches matches = {.names = names, .room = room};
  memset(names, 0, room);
  return yara->scan(yara->rules, bytes, size, 0, note, &matches, seconds);
}
