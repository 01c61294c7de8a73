/* sz-xlsx-merges.c — joined cells, which a sheet tells only behind its rows
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-xlsx-private.h"

#define MERGES_MAX 200000u
#define CHUNK_BYTES 65536u
#define OVERLAP_BYTES 64u
#define PREFIX_BYTES 24u

typedef struct
{
  SzXml *xml;
  SzInput *input;
  SzXlsxSheetInfo *info;
  gboolean refused; /* a merge itself, not the XML around it */
} MergeReader;

static gboolean
parse_range (const char *text, SzXlsxMerge *merge)
{
  guint top, bottom, left, right;

  if (text == NULL || !sz_xlsx_ref_parse (text, &top, &left, &text))
    return FALSE;
  bottom = top;
  right = left;
  if (*text == ':' && !sz_xlsx_ref_parse (text + 1, &bottom, &right, &text))
    return FALSE;
  *merge = (SzXlsxMerge){ top, bottom, (guint16)left, (guint16)right };
  return *text == '\0' && top <= bottom && left <= right;
}

static void
merge_started_cb (gpointer owner, const char *name, const char **attributes)
{
  MergeReader *reader = owner;
  SzXlsxMerge merge;
  GError *fault = NULL;
  const char *ref;

  if (strcmp (name, "mergeCell") != 0)
    return;
  ref = sz_xml_attribute (attributes, "ref");
  if (!parse_range (ref, &merge))
    sz_input_refuse (reader->input, &fault, "merge", "cell", ref);
  else if (++reader->info->n_merge_tags > MERGES_MAX)
    sz_input_exceed (reader->input, &fault, "merges", MERGES_MAX, NULL, NULL);
  else if (merge.bottom > merge.top)
    g_array_append_val (reader->info->merges, merge);
  if (fault == NULL)
    return;
  reader->refused = TRUE;
  sz_xml_fail (reader->xml, fault);
}

static const SzXmlHandlers handlers = { merge_started_cb, NULL, NULL };

/* Where "</sheetData>" ends, which no text of a cell can hold; its prefix, "x:", goes to @prefix.
 */
static const char *
find_end_of_rows (const char *bytes, gsize n, char *prefix)
{
  static const char word[] = "sheetData";
  const char *end = bytes + n;
  const char *hit = bytes;

  while ((hit = memmem (hit, (gsize)(end - hit), word, sizeof word - 1)) != NULL)
    {
      const char *start = hit, *stop = hit + sizeof word - 1;

      while (start > bytes && (g_ascii_isalnum (start[-1]) || start[-1] == ':')
             && hit - start < (int)PREFIX_BYTES)
        start--;
      while (stop < end && g_ascii_isspace (*stop))
        stop++;
      if (start - bytes >= 2 && start[-1] == '/' && start[-2] == '<' && stop < end && *stop == '>')
        {
          memcpy (prefix, start, (gsize)(hit - start));
          prefix[hit - start] = '\0';
          return stop + 1;
        }
      hit += sizeof word - 1;
    }
  return NULL;
}

/* Bytes are read again in blocks that overlap, so that the tag is found on every seam. */
static const char *
seek_end_of_rows (SzZipPart *part,
                  char *buffer,
                  gsize *filled,
                  char *prefix,
                  GCancellable *cancellable,
                  GError **error)
{
  gsize kept = 0;

  while (TRUE)
    {
      gssize got = sz_zip_part_read (part, buffer + kept, CHUNK_BYTES, error);
      const char *end;

      if (got <= 0)
        return NULL;
      if (g_cancellable_is_cancelled (cancellable))
        {
          sz_error_set (error, SZ_ERROR_CANCELLED, "cancelled", NULL);
          return NULL;
        }
      *filled = kept + (gsize)got;
      end = find_end_of_rows (buffer, *filled, prefix);
      if (end != NULL)
        return end;
      kept = MIN (*filled, OVERLAP_BYTES);
      memmove (buffer, buffer + *filled - kept, kept);
    }
}

static gboolean
feed_rest (SzXml *xml, SzZipPart *part, char *buffer, GError **error)
{
  gssize got;

  while ((got = sz_zip_part_read (part, buffer, CHUNK_BYTES, error)) > 0)
    if (!sz_xml_feed (xml, buffer, (gsize)got, FALSE, error))
      return FALSE;
  return got == 0 && sz_xml_feed (xml, "", 0, TRUE, error);
}

/* Only inflates the rows, and parses what stands behind them. */
static gboolean
read_tail (SzXlsx *xlsx, MergeReader *reader, GCancellable *cancellable, GError **error)
{
  g_autoptr (SzZipPart) part = sz_zip_part_open (xlsx->zip, reader->info->part, error);
  g_autofree char *buffer = g_malloc (CHUNK_BYTES + OVERLAP_BYTES);
  g_autofree char *opening = NULL;
  char prefix[PREFIX_BYTES + 2] = "";
  const char *rest;
  gsize filled = 0;

  if (part == NULL)
    return FALSE;
  rest = seek_end_of_rows (part, buffer, &filled, prefix, cancellable, error);
  if (rest == NULL)
    return FALSE;
  opening = g_strdup_printf ("<%sworksheet>", prefix);
  reader->xml = sz_xml_new (xlsx->input, NULL, &handlers, reader);
  return sz_xml_feed (reader->xml, opening, strlen (opening), FALSE, error)
         && sz_xml_feed (reader->xml, rest, (gsize)(buffer + filled - rest), FALSE, error)
         && feed_rest (reader->xml, part, buffer, error);
}

static gint
compare_merges (gconstpointer a, gconstpointer b)
{
  const SzXlsxMerge *first = a, *second = b;

  if (first->top != second->top)
    return first->top < second->top ? -1 : 1;
  return (first->left > second->left) - (first->left < second->left);
}

static gboolean
read_whole (SzXlsx *xlsx, MergeReader *reader, GCancellable *cancellable, GError **error)
{
  reader->refused = FALSE;
  reader->info->n_merge_tags = 0;
  g_array_set_size (reader->info->merges, 0);
  return sz_xml_read_part (xlsx->zip, xlsx->input, reader->info->part, &reader->xml, &handlers,
                           reader, cancellable, error);
}

gboolean
sz_xlsx_merges_read (SzXlsx *xlsx, SzXlsxSheetInfo *info, GCancellable *cancellable, GError **error)
{
  MergeReader reader = { NULL, xlsx->input, info, FALSE };
  g_autoptr (GError) fault = NULL;
  gboolean done;

  if (info->merges_known)
    return TRUE;
  if (info->merges == NULL)
    info->merges = g_array_new (FALSE, FALSE, sizeof (SzXlsxMerge));
  done = read_tail (xlsx, &reader, cancellable, NULL);
  g_clear_pointer (&reader.xml, sz_xml_free);
  /* Other encodings, a sheet without rows, or a damaged one: parse all of it. */
  if (!done)
    done = read_whole (xlsx, &reader, cancellable, &fault);
  /* What is wrong with the XML will stop the rows too, and there it has an address. */
  if (!done && (reader.refused || g_error_matches (fault, SZ_ERROR, SZ_ERROR_CANCELLED)))
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  g_array_sort (info->merges, compare_merges);
  info->merges_known = done;
  return TRUE;
}
