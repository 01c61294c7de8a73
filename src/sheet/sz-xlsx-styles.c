/* sz-xlsx-styles.c — which cell styles show dates
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-xlsx-private.h"

#define STYLES_MAX 65536u

typedef struct
{
  SzXml *xml;
  GHashTable *formats; /* number of a format defined in the file → 1 no date, 2 date */
  GByteArray *is_date;
  gboolean in_cell_styles;
} StyleReader;

static guint
parse_id (const char *text)
{
  guint64 id = text != NULL ? g_ascii_strtoull (text, NULL, 10) : 0;

  return (guint)MIN (id, G_MAXINT);
}

static void
take_format (StyleReader *reader, const char **attributes)
{
  const char *code = sz_xml_attribute (attributes, "formatCode");
  guint id = parse_id (sz_xml_attribute (attributes, "numFmtId"));
  int kind;

  if (code == NULL)
    return;
  if (g_hash_table_size (reader->formats) >= STYLES_MAX)
    {
      sz_xml_refuse (reader->xml, "styles");
      return;
    }
  kind = sz_number_format_is_date (code) ? 2 : 1;
  g_hash_table_insert (reader->formats, GUINT_TO_POINTER (id), GINT_TO_POINTER (kind));
}

static void
take_style (StyleReader *reader, const char **attributes)
{
  guint id = parse_id (sz_xml_attribute (attributes, "numFmtId"));
  int kind = GPOINTER_TO_INT (g_hash_table_lookup (reader->formats, GUINT_TO_POINTER (id)));
  guint8 is_date = kind != 0 ? kind == 2 : sz_number_format_id_is_date (id);

  if (reader->is_date->len >= STYLES_MAX)
    sz_xml_refuse (reader->xml, "styles");
  else
    g_byte_array_append (reader->is_date, &is_date, 1);
}

static void
style_started_cb (gpointer owner, const char *name, const char **attributes)
{
  StyleReader *reader = owner;

  if (strcmp (name, "numFmt") == 0)
    take_format (reader, attributes);
  else if (strcmp (name, "cellXfs") == 0)
    reader->in_cell_styles = TRUE;
  else if (reader->in_cell_styles && strcmp (name, "xf") == 0)
    take_style (reader, attributes);
}

static void
style_ended_cb (gpointer owner, const char *name)
{
  StyleReader *reader = owner;

  if (strcmp (name, "cellXfs") == 0)
    reader->in_cell_styles = FALSE;
}

gboolean
sz_xlsx_styles_read (SzXlsxStyles *styles,
                     SzZip *zip,
                     SzInput *input,
                     const char *part,
                     GCancellable *cancellable,
                     GError **error)
{
  static const SzXmlHandlers handlers = { style_started_cb, style_ended_cb, NULL };
  StyleReader reader = { NULL, g_hash_table_new (NULL, NULL), g_byte_array_new (), FALSE };
  gboolean done
      = sz_xml_read_part (zip, input, part, &reader.xml, &handlers, &reader, cancellable, error);

  styles->n = reader.is_date->len;
  styles->is_date = g_byte_array_free (reader.is_date, FALSE);
  g_hash_table_unref (reader.formats);
  return done;
}

void
sz_xlsx_styles_clear (SzXlsxStyles *styles)
{
  g_clear_pointer (&styles->is_date, g_free);
  styles->n = 0;
}
