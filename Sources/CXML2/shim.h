#pragma once
#include <libxml/xmlversion.h>
// ICU's headers would clash with those of Foundation; nothing used here has an ICU type in its layout.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/SAX2.h>
#include <libxml/HTMLparser.h>
#include <libxml/xmlerror.h>
