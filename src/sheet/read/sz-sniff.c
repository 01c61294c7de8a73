/* sz-sniff.c — the kind of a file by what is in it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-sniff-private.h"

#include <string.h>

#define HEAD_BYTES 4096

typedef struct
{
  const char *bytes;
  gsize n;
  const char *detail;
} Magic;

static const Magic magics[] = {
  { "%PDF-", 5, "pdf" },
  { "{\\rtf", 5, "rtf" },
  { "\x89PNG", 4, "picture" },
  { "\xff\xd8\xff", 3, "picture" },
  { "GIF8", 4, "picture" },
  { "Rar!\x1a", 5, "archive" },
  { "7z\xbc\xaf\x27\x1c", 6, "archive" },
  { "\x1f\x8b", 2, "archive" },
  { "SQLite format 3", 15, "database" },
  { "PK\x05\x06", 4, "zip" }, /* an empty container */
  { "PK\x07\x08", 4, "zip" }, /* one of several volumes */
};

/* Headings stand in angle brackets too: "<div" is a tag only where the word ends. */
static const char *const html_openings[] = {
  "<!doctype", "<html", "<head", "<body", "<table", "<meta", "<style", "<script", "<div", "<!--",
};

/* What stands at the beginning behind a mark and blanks, in small letters. */
static char *
fold_head (const char *head, gsize n)
{
  gsize start = n >= 3 && memcmp (head, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  while (start < n && g_ascii_isspace (head[start]))
    start++;
  return g_ascii_strdown (head + start, (gssize)(n - start));
}

static gboolean
begins_tag (const char *folded, const char *opening)
{
  return g_str_has_prefix (folded, opening)
         && (opening[1] == '!' || !g_ascii_isalnum (folded[strlen (opening)]));
}

static const char *
name_markup (const char *head, gsize n)
{
  g_autofree char *folded = fold_head (head, n);

  for (gsize i = 0; i < G_N_ELEMENTS (html_openings); i++)
    if (begins_tag (folded, html_openings[i]))
      return "html";
  /* A web page with its pictures, as old programs "save as Excel". */
  if (g_str_has_prefix (folded, "mime-version:"))
    return "html";
  if (!g_str_has_prefix (folded, "<?xml"))
    return NULL;
  return strstr (folded, "<html") != NULL ? "html" : "xml_file";
}

static const char *
name_stranger (const char *head, gsize n)
{
  if (n == 0)
    return "empty";
  for (gsize i = 0; i < G_N_ELEMENTS (magics); i++)
    if (n >= magics[i].n && memcmp (head, magics[i].bytes, magics[i].n) == 0)
      return magics[i].detail;
  return name_markup (head, n);
}

static gboolean
is_named_workbook (const char *name)
{
  g_autofree char *folded = g_ascii_strdown (name, -1);

  return g_str_has_suffix (folded, ".xlsx") || g_str_has_suffix (folded, ".xlsm")
         || g_str_has_suffix (folded, ".xls") || g_str_has_suffix (folded, ".xltx");
}

static gboolean
has_byte_order_mark (const char *head, gsize n)
{
  return n >= 2 && (memcmp (head, "\xff\xfe", 2) == 0 || memcmp (head, "\xfe\xff", 2) == 0);
}

/* Under the name of a workbook, bytes that are no text are a damaged workbook and not a list in an
   unknown encoding: that is the sentence that helps. */
static gboolean
looks_binary (const char *head, gsize n)
{
  gsize controls = 0;

  if (has_byte_order_mark (head, n))
    return FALSE;
  for (gsize i = 0; i < n; i++)
    controls += (guchar)head[i] < 0x20 && !g_ascii_isspace (head[i]);
  return controls > 0;
}

SzSniff
sz_sniff_input (const SzInput *input, const char **detail, GError **error)
{
  char head[HEAD_BYTES];
  gssize n = sz_input_read_at (input, 0, head, sizeof head, error);
  gsize known = n > 0 ? (gsize)n : 0;

  *detail = NULL;
  if (n < 0)
    return SZ_SNIFF_FAILED;
  if (known >= 4 && memcmp (head, "PK\x03\x04", 4) == 0)
    return SZ_SNIFF_ZIP;
  if (known >= 8 && memcmp (head, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) == 0)
    {
      *detail = "ole";
      return sz_sniff_ole (input);
    }
  *detail = name_stranger (head, known);
  if (*detail == NULL && is_named_workbook (input->name) && looks_binary (head, known))
    *detail = "damaged";
  return *detail == NULL ? SZ_SNIFF_TEXT : SZ_SNIFF_OTHER;
}
