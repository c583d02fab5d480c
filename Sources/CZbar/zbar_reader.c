#include "include/zbar_reader.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <zbar.h>

struct airseal_zbar {
  zbar_image_scanner_t *scanner;
  __typeof__(&zbar_image_create) image_create;
  __typeof__(&zbar_image_set_format) image_set_format;
  __typeof__(&zbar_image_set_size) image_set_size;
  __typeof__(&zbar_image_set_data) image_set_data;
  __typeof__(&zbar_image_destroy) image_destroy;
  __typeof__(&zbar_image_first_symbol) first_symbol;
  __typeof__(&zbar_symbol_next) symbol_next;
  __typeof__(&zbar_symbol_get_data) get_data;
  __typeof__(&zbar_symbol_get_data_length) get_length;
  __typeof__(&zbar_scan_image) scan;
};

#define TAKE(field, name) (made.field = (__typeof__(made.field))dlsym(library, name))

struct airseal_zbar *airseal_zbar_open(void) {
  void *library = dlopen("libzbar.so.0", RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return NULL;
  struct airseal_zbar made = {0};
  __typeof__(&zbar_image_scanner_create) create =
      (__typeof__(&zbar_image_scanner_create))dlsym(library, "zbar_image_scanner_create");
  __typeof__(&zbar_image_scanner_set_config) set =
      (__typeof__(&zbar_image_scanner_set_config))dlsym(library, "zbar_image_scanner_set_config");
  if (create == NULL || set == NULL || !TAKE(image_create, "zbar_image_create") ||
      !TAKE(image_set_format, "zbar_image_set_format") || !TAKE(image_set_size, "zbar_image_set_size") ||
      !TAKE(image_set_data, "zbar_image_set_data") || !TAKE(image_destroy, "zbar_image_destroy") ||
      !TAKE(first_symbol, "zbar_image_first_symbol") || !TAKE(symbol_next, "zbar_symbol_next") ||
      !TAKE(get_data, "zbar_symbol_get_data") || !TAKE(get_length, "zbar_symbol_get_data_length") ||
      !TAKE(scan, "zbar_scan_image"))
    return NULL;
  made.scanner = create();
  if (made.scanner == NULL) return NULL;
  set(made.scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
  set(made.scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
  struct airseal_zbar *zbar = malloc(sizeof made);
  if (zbar != NULL) *zbar = made;
  return zbar;
}

int airseal_zbar_read(
    const struct airseal_zbar *zbar, const uint8_t *grey, unsigned width, unsigned height, char *text, size_t room,
    size_t *length) {
  zbar_image_t *image = zbar->image_create();
  if (image == NULL) return -1;
  zbar->image_set_format(image, zbar_fourcc('Y', '8', '0', '0'));
  zbar->image_set_size(image, width, height);
  zbar->image_set_data(image, grey, (unsigned long)width * height, NULL);
  int found = zbar->scan(zbar->scanner, image) < 0 ? -1 : 0;
  const zbar_symbol_t *symbol = found < 0 ? NULL : zbar->first_symbol(image);
  for (; symbol != NULL; symbol = zbar->symbol_next(symbol)) {
    const char *data = zbar->get_data(symbol);
    size_t size = zbar->get_length(symbol);
    if (found == 0) {
      *length = size;
      memcpy(text, data, size < room ? size : room);
      found = 1;
    } else if (size != *length || memcmp(text, data, size < room ? size : room) != 0) {
      found++;
    }
  }
  zbar->image_destroy(image);
  return found;
}
