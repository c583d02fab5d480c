#include "pdf_extra.h"

#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <string>

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-page.h>

struct airseal_pdf {
  std::unique_ptr<poppler::document> document;
};

static std::string utf8(const poppler::ustring &text) {
  const poppler::byte_array bytes = text.to_utf8();
  return std::string(bytes.begin(), bytes.end());
}

static void ignore_message(const std::string &, void *) {}

airseal_pdf *airseal_pdf_open(const char *bytes, size_t count) {
  if (count > static_cast<size_t>(0x7FFFFFFF)) return nullptr;
  try {
    poppler::set_debug_error_function(ignore_message, nullptr);
    std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes, static_cast<int>(count)));
    if (!document || document->is_locked()) return nullptr;
    auto *pdf = new airseal_pdf;
    pdf->document = std::move(document);
    return pdf;
  } catch (const std::exception &) {
    return nullptr;
  }
}

void airseal_pdf_close(airseal_pdf *pdf) { delete pdf; }

void airseal_pdf_information(
    airseal_pdf *pdf, void *context, void (*body)(void *, const char *, const char *)) {
  try {
    for (const std::string &key : pdf->document->info_keys()) {
      body(context, key.c_str(), utf8(pdf->document->info_key(key)).c_str());
    }
  } catch (const std::exception &) {
  }
}

char *airseal_pdf_drawn_text(airseal_pdf *pdf, int page) {
  try {
    std::unique_ptr<poppler::page> opened(pdf->document->create_page(page));
    if (!opened) return nullptr;
    return strdup(utf8(opened->text(poppler::rectf(), poppler::page::physical_layout)).c_str());
  } catch (const std::exception &) {
    return nullptr;
  }
}
