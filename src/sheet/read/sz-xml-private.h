/* sz-xml-private.h — expat behind guards, fed from a part of a zip
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-zip-private.h"

G_BEGIN_DECLS

/**
 * SzXml: pulls a part through expat. No DOCTYPE, capped depth, capped token (a tag with all its
 * attributes), capped memory of the parser itself; names come without their prefix.
 */
typedef struct _SzXml SzXml;

/** SzXmlHandlers: @attributes are name, value, name, value, …, NULL; names keep their prefix. */
typedef struct
{
  void (*start) (gpointer owner, const char *name, const char **attributes);
  void (*end) (gpointer owner, const char *name);
  /* (nullable): called only while the owner wants text, in pieces, without a NUL */
  void (*text) (gpointer owner, const char *text, gsize n);
} SzXmlHandlers;

typedef enum
{
  SZ_XML_FAILED,
  SZ_XML_PAUSED,
  SZ_XML_ENDED,
} SzXmlOutcome;

/** sz_xml_new: takes @part (nullable: then bytes come by sz_xml_feed()). */
SzXml *sz_xml_new (SzInput *input, SzZipPart *part, const SzXmlHandlers *handlers, gpointer owner);
void sz_xml_free (SzXml *xml);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzXml, sz_xml_free)

/** sz_xml_pull: parses on until a handler pauses, the part ends, or something is wrong. */
SzXmlOutcome sz_xml_pull (SzXml *xml, GCancellable *cancellable, GError **error);
/** sz_xml_feed: hands over bytes; for parsers made without a part. */
gboolean sz_xml_feed (SzXml *xml, const char *bytes, gsize n, gboolean last, GError **error);

/* For handlers. */

/** sz_xml_want_text: from here on text is handed over, or no longer. */
void sz_xml_want_text (SzXml *xml, gboolean wanted);
/** sz_xml_pause: sz_xml_pull() returns behind the present tag. */
void sz_xml_pause (SzXml *xml);
/** sz_xml_fail: takes @fault; nothing more is handed over. */
void sz_xml_fail (SzXml *xml, GError *fault);
/** sz_xml_refuse: "file.format" about this part. */
void sz_xml_refuse (SzXml *xml, const char *detail);

/** sz_xml_local_name: @name behind its prefix. */
const char *sz_xml_local_name (const char *name);
/** sz_xml_attribute: (nullable): value of an attribute by its local name. */
const char *sz_xml_attribute (const char **attributes, const char *name);
/** sz_xml_is_true: "1" and "true"; NULL is %FALSE. */
gboolean sz_xml_is_true (const char *value);
/** sz_xml_consumed: bytes taken from the part so far. */
guint64 sz_xml_consumed (const SzXml *xml);

/** sz_xml_read_part: a whole part in one go, for the small ones. */
gboolean sz_xml_read_part (SzZip *zip,
                           SzInput *input,
                           const char *name,
                           SzXml **place,
                           const SzXmlHandlers *handlers,
                           gpointer owner,
                           GCancellable *cancellable,
                           GError **error);

G_END_DECLS
