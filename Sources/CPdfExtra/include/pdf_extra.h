#pragma once
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A PDF file opened by poppler-cpp, for what poppler-glib does not tell.
struct airseal_pdf;

/// Opens a file in memory, which must live on. Returns NULL where it cannot be opened.
struct airseal_pdf *airseal_pdf_open(const char *bytes, size_t count);

void airseal_pdf_close(struct airseal_pdf *pdf);

/// Calls `body` with every entry of the information dictionary, in UTF-8.
void airseal_pdf_information(
    struct airseal_pdf *pdf, void *context, void (*body)(void *context, const char *key, const char *value));

/// The text of a page, from 0, with that of its annotations and form fields as they are drawn, in UTF-8; NULL without one.
/// To be freed.
char *airseal_pdf_drawn_text(struct airseal_pdf *pdf, int page);

#ifdef __cplusplus
}
#endif
