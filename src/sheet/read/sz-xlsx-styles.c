/* sz-xlsx-styles.c — what cell styles make of a number
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-xlsx-private.h"

#define STYLES_MAX 65536u
#define ID_TWO_DECIMALS 2 /* 0.00, known to every program by its number */

typedef struct
{
  SzXml *xml;
  GHashTable *formats; /* number of a format defined in the file → SzXlsxShown + 1 */
  GByteArray *shown;
  GPtrArray *shapes;
  gboolean in_cell_styles;
} StyleReader;

static guint
parse_id (const char *text)
{
  guint64 id = text != NULL ? g_ascii_strtoull (text, NULL, 10) : 0;

  return (guint)MIN (id, G_MAXINT);
}

static int
choose_shown (StyleReader *reader, const char *code)
{
  SzXlsxShown shown = sz_number_format_shown (code);
  SzNumberShape *shape = NULL;

  if (shown != SZ_XLSX_SHOWN_DATE && reader->shapes->len < G_MAXUINT8 - SZ_XLSX_SHOWN_SHAPES)
    shape = sz_number_shape_new (code);
  if (shape == NULL)
    return (int)shown;
  g_ptr_array_add (reader->shapes, shape);
  return SZ_XLSX_SHOWN_SHAPES + (int)reader->shapes->len - 1;
}

static void
take_format (StyleReader *reader, const char **attributes)
{
  const char *code = sz_xml_attribute (attributes, "formatCode");
  guint id = parse_id (sz_xml_attribute (attributes, "numFmtId"));

  if (code == NULL)
    return;
  if (g_hash_table_size (reader->formats) >= STYLES_MAX)
    {
      sz_xml_refuse (reader->xml, "styles");
      return;
    }
  g_hash_table_insert (reader->formats, GUINT_TO_POINTER (id),
                       GINT_TO_POINTER (choose_shown (reader, code) + 1));
}

static SzXlsxShown
get_known (guint id)
{
  if (sz_number_format_id_is_date (id))
    return SZ_XLSX_SHOWN_DATE;
  return id == ID_TWO_DECIMALS ? SZ_XLSX_SHOWN_TWO_DECIMALS : SZ_XLSX_SHOWN_PLAIN;
}

static void
take_style (StyleReader *reader, const char **attributes)
{
  guint id = parse_id (sz_xml_attribute (attributes, "numFmtId"));
  int kind = GPOINTER_TO_INT (g_hash_table_lookup (reader->formats, GUINT_TO_POINTER (id)));
  guint8 shown = (guint8)(kind != 0 ? kind - 1 : (int)get_known (id));

  if (reader->shown->len >= STYLES_MAX)
    sz_xml_refuse (reader->xml, "styles");
  else
    g_byte_array_append (reader->shown, &shown, 1);
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
  StyleReader reader
      = { NULL, g_hash_table_new (NULL, NULL), g_byte_array_new (),
          g_ptr_array_new_with_free_func ((GDestroyNotify)sz_number_shape_free), FALSE };
  gboolean done
      = sz_xml_read_part (zip, input, part, &reader.xml, &handlers, &reader, cancellable, error);

  g_return_val_if_fail (styles != NULL, FALSE);

  styles->n = reader.shown->len;
  styles->shapes = reader.shapes;
  styles->shown = g_byte_array_free (reader.shown, FALSE);
  g_hash_table_unref (reader.formats);
  return done;
}

void
sz_xlsx_styles_clear (SzXlsxStyles *styles)
{
  g_clear_pointer (&styles->shown, g_free);
  g_clear_pointer (&styles->shapes, g_ptr_array_unref);
  styles->n = 0;
}
