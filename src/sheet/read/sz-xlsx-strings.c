/* sz-xlsx-strings.c — the shared strings of a workbook, in one block
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-xlsx-private.h"

/* A million rows of ten texts fit; more is kept from eating the office's machine. */
#define ARENA_BYTES (160u * 1024u * 1024u)
#define STRINGS_MAX 10000000u
#define FIRST_BYTES 65536u
#define FIRST_STRINGS 4096u

typedef struct
{
  SzXml *xml;
  SzInput *input;
  SzXlsxStrings *strings;
  gsize string_start;
  gsize run_start;
  gboolean in_string;
  gboolean in_reading_aid; /* <rPh>: how the text is pronounced */
  gboolean in_text;
  gboolean preserve;
} StringReader;

static void
exceed (StringReader *reader, const char *limit, guint64 value)
{
  GError *fault = NULL;

  sz_input_exceed (reader->input, &fault, limit, value, NULL, NULL);
  sz_xml_fail (reader->xml, fault);
}

static void
grow_block (SzXlsxStrings *strings, gsize n)
{
  if (strings->size - strings->used > n)
    return;
  strings->size = MAX (strings->size, FIRST_BYTES);
  while (strings->size - strings->used <= n)
    strings->size *= 2;
  strings->bytes = g_realloc (strings->bytes, strings->size);
}

static void
string_text_cb (gpointer owner, const char *text, gsize n)
{
  StringReader *reader = owner;
  SzXlsxStrings *strings = reader->strings;

  if (strings->used - reader->string_start + n > reader->input->limits.cell_bytes)
    exceed (reader, "cell_bytes", reader->input->limits.cell_bytes);
  else if (strings->used + n >= ARENA_BYTES)
    exceed (reader, "shared_strings", ARENA_BYTES);
  else
    {
      grow_block (strings, n);
      memcpy (strings->bytes + strings->used, text, n);
      strings->used += n;
    }
}

static void
begin_string (StringReader *reader)
{
  SzXlsxStrings *strings = reader->strings;

  if (strings->n >= STRINGS_MAX)
    {
      exceed (reader, "shared_strings", STRINGS_MAX);
      return;
    }
  if (strings->n == strings->room)
    {
      strings->room = MAX (2 * strings->room, FIRST_STRINGS);
      strings->starts = g_renew (guint32, strings->starts, strings->room);
    }
  reader->in_string = TRUE;
  reader->string_start = strings->used;
  strings->starts[strings->n++] = (guint32)strings->used;
}

static void
string_started_cb (gpointer owner, const char *name, const char **attributes)
{
  StringReader *reader = owner;
  const char *space;

  if (strcmp (name, "si") == 0 && !reader->in_string)
    begin_string (reader);
  else if (strcmp (name, "rPh") == 0)
    reader->in_reading_aid = TRUE;
  else if (strcmp (name, "t") == 0 && reader->in_string && !reader->in_reading_aid)
    {
      space = sz_xml_attribute (attributes, "space");
      reader->preserve = g_strcmp0 (space, "preserve") == 0;
      reader->run_start = reader->strings->used;
      reader->in_text = TRUE;
      sz_xml_want_text (reader->xml, TRUE);
    }
}

static void
end_text (StringReader *reader)
{
  SzXlsxStrings *strings = reader->strings;

  reader->in_text = FALSE;
  sz_xml_want_text (reader->xml, FALSE);
  if (!reader->preserve && strings->used > reader->run_start)
    strings->used = reader->run_start
                    + sz_xlsx_text_trim (strings->bytes + reader->run_start,
                                         strings->used - reader->run_start);
}

static void
end_string (StringReader *reader)
{
  SzXlsxStrings *strings = reader->strings;

  grow_block (strings, 1);
  strings->used = reader->string_start
                  + sz_xlsx_text_unescape (strings->bytes + reader->string_start,
                                           strings->used - reader->string_start);
  strings->bytes[strings->used++] = '\0';
  reader->in_string = FALSE;
  reader->in_reading_aid = FALSE;
}

static void
string_ended_cb (gpointer owner, const char *name)
{
  StringReader *reader = owner;

  if (strcmp (name, "t") == 0 && reader->in_text)
    end_text (reader);
  else if (strcmp (name, "rPh") == 0)
    reader->in_reading_aid = FALSE;
  else if (strcmp (name, "si") == 0 && reader->in_string)
    end_string (reader);
}

gboolean
sz_xlsx_strings_read (SzXlsxStrings *strings,
                      SzZip *zip,
                      SzInput *input,
                      const char *part,
                      GCancellable *cancellable,
                      GError **error)
{
  static const SzXmlHandlers handlers = { string_started_cb, string_ended_cb, string_text_cb };
  StringReader reader = { .input = input, .strings = strings };

  return sz_xml_read_part (zip, input, part, &reader.xml, &handlers, &reader, cancellable, error);
}

void
sz_xlsx_strings_clear (SzXlsxStrings *strings)
{
  g_clear_pointer (&strings->bytes, g_free);
  g_clear_pointer (&strings->starts, g_free);
  memset (strings, 0, sizeof *strings);
}
