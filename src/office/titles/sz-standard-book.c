/* sz-standard-book.c — the standards of titles that a college uses: shipped, and its own (RULE
 * ttl-12, ttl-13)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-standard-book.h"

#include <string.h>

#include "sz-office-act.h"
#include "sz-office-note.h"
#include "sz-params.h"
#include "sz-standard-file.h"
#include "sz-store-rounds.h"

#define KIND_IMPORT "title.standard.import"
#define KIND_EDIT "title.standard.edit"
#define KIND_EXPORT "title.standard.export"

void
sz_standard_entry_free (SzStandardEntry *entry)
{
  if (entry == NULL)
    return;
  sz_standard_free (entry->standard);
  g_free (entry->text);
  g_free (entry->hash);
  g_free (entry);
}

static void
free_entry_cb (gpointer data)
{
  sz_standard_entry_free (data);
}

GPtrArray *
sz_standard_entries_new (void)
{
  return g_ptr_array_new_with_free_func (free_entry_cb);
}

SzStandardEntry *
sz_standard_entry_parse (const char *text, gboolean own, GError **error)
{
  g_autoptr (GArray) faults = sz_standard_faults_new ();
  SzStandard *standard;
  SzStandardEntry *entry;

  g_return_val_if_fail (text != NULL, NULL);

  standard = sz_standard_parse (text, "title_standards", 0, faults, error);
  if (standard == NULL)
    return NULL;
  entry = g_new0 (SzStandardEntry, 1);
  entry->standard = standard;
  entry->text = g_strdup (text);
  entry->hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  entry->own = own;
  return entry;
}

static gboolean
add_own (SzOffice *office, GPtrArray *entries, GError **error)
{
  g_autoptr (GArray) rows
      = sz_store_title_standard_list (sz_office_get_store (office), SZ_ROWS_ALL, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      SzStandardEntry *entry
          = sz_standard_entry_parse (g_array_index (rows, SzTitleStandardRow, i).text, TRUE, error);

      if (entry == NULL)
        return FALSE;
      g_ptr_array_add (entries, entry);
    }
  return rows != NULL;
}

/* Whether the college has its own of this id or series. */
static gboolean
is_replaced (const GPtrArray *own, const SzStandard *standard)
{
  for (guint i = 0; i < own->len; i++)
    {
      const SzStandardEntry *entry = g_ptr_array_index (own, i);

      if (entry->own
          && (g_strcmp0 (entry->standard->id, standard->id) == 0
              || g_strcmp0 (entry->standard->series, standard->series) == 0))
        return TRUE;
    }
  return FALSE;
}

static int
compare_entries_cb (gconstpointer a, gconstpointer b)
{
  return sz_standard_compare ((*(SzStandardEntry *const *)a)->standard,
                              (*(SzStandardEntry *const *)b)->standard);
}

/* RULE ttl-13 */
GPtrArray *
sz_standard_book (SzOffice *office, GError **error)
{
  g_autoptr (GPtrArray) entries = sz_standard_entries_new ();
  g_autoptr (GPtrArray) texts = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  if (!add_own (office, entries, error))
    return NULL;
  texts = sz_standards_shipped ();
  for (guint i = 0; i < texts->len; i++)
    {
      SzStandardEntry *entry = sz_standard_entry_parse (g_ptr_array_index (texts, i), FALSE, error);

      if (entry == NULL)
        return NULL;
      if (is_replaced (entries, entry->standard))
        sz_standard_entry_free (entry);
      else
        g_ptr_array_add (entries, entry);
    }
  g_ptr_array_sort (entries, compare_entries_cb);
  return g_steal_pointer (&entries);
}

gboolean
sz_standard_is_active (const SzStandard *standard, const SzTitleRules *rules)
{
  g_return_val_if_fail (standard != NULL && rules != NULL, FALSE);
  return standard->switch_key == NULL
         || (g_str_equal (standard->switch_key, "title.student_affairs") && rules->student_affairs);
}

gboolean
sz_standard_in_force (const SzStandard *standard, SzDate day)
{
  g_return_val_if_fail (standard != NULL, FALSE);
  return sz_span_covers (standard->from, standard->to, day);
}

void
sz_standard_check_free (SzStandardCheck *check)
{
  if (check == NULL)
    return;
  g_array_unref (check->faults);
  g_free (check);
}

static SzStandardCheck *
make_check (void)
{
  SzStandardCheck *check = g_new0 (SzStandardCheck, 1);

  check->faults = sz_standard_faults_new ();
  return check;
}

static void
free_standard_cb (gpointer data)
{
  sz_standard_free (data);
}

SzStandardCheck *
sz_standard_check_files (char *const *paths, GError **error)
{
  g_autoptr (SzStandardCheck) check = make_check ();
  g_autoptr (GPtrArray) standards = g_ptr_array_new_with_free_func (free_standard_cb);

  g_return_val_if_fail (paths != NULL, NULL);

  for (guint i = 0; paths[i] != NULL; i++)
    {
      SzStandard *standard = sz_standard_load (paths[i], (int)i, check->faults, NULL, error);

      if (standard == NULL)
        return NULL;
      g_ptr_array_add (standards, standard);
    }
  sz_standards_check ((SzStandard *const *)standards->pdata, standards->len, check->faults);
  check->n_standards = standards->len;
  return g_steal_pointer (&check);
}

/* A file on its way into the college. */
typedef struct
{
  const char *path;
  SzStandard *standard;
  char *text;
  const char *read; /* (nullable): what was edited */
  SzStandardCheck *check;
} Import;

/* Checked beside the college's other standards; what is said of these is no news. */
static void
check_among (SzStandardCheck *check, const GPtrArray *entries, SzStandard *standard)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; i < entries->len; i++)
    {
      SzStandardEntry *entry = g_ptr_array_index (entries, i);

      if (entry->own && g_strcmp0 (entry->standard->id, standard->id) != 0)
        g_ptr_array_add (all, entry->standard);
    }
  /* What was found while reading stands under number 0. */
  for (guint i = 0; i < check->faults->len; i++)
    g_array_index (check->faults, SzStandardFault, i).place.standard = (int)all->len;
  g_ptr_array_add (all, standard);
  sz_standards_check ((SzStandard *const *)all->pdata, all->len, check->faults);
  for (guint i = 0; i < check->faults->len;)
    if (g_array_index (check->faults, SzStandardFault, i).place.standard != (int)all->len - 1)
      g_array_remove_index (check->faults, i);
    else
      i++;
  check->n_standards = 1;
}

static gboolean
check_beside (Import *import, SzOffice *office, GError **error)
{
  g_autoptr (GPtrArray) entries = sz_standard_entries_new ();

  if (!add_own (office, entries, error))
    return FALSE;
  check_among (import->check, entries, import->standard);
  return TRUE;
}

/* A text is nothing that could be chosen field by field: whoever comes second looks at it anew. */
static gboolean
check_unmoved (SzAct *act, const Import *import, GError **error)
{
  g_auto (SzTitleStandardRow) there = { .standard_id = g_strdup (import->standard->id) };
  gboolean found = FALSE;

  if (!sz_store_title_standard_find (sz_act_get_store (act), &there, &found, error))
    return FALSE;
  return !found || g_str_equal (there.text, import->read) || g_str_equal (there.text, import->text)
         || sz_error_set (error, SZ_ERROR_STALE, "row.stale", "table", "title_standards", "id",
                          import->standard->id, NULL);
}

static gboolean
put_standard (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Import *import = user_data;
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, import->text, -1);
  SzTitleStandardRow row
      = { .standard_id = import->standard->id, .text = import->text, .hash = hash };
  SzPutResult result;

  if (sz_standard_faults_errors (import->check->faults) > 0)
    return sz_error_set (error, SZ_ERROR_FORMAT, "standard.faulty", "id", import->standard->id,
                         "where", g_array_index (import->check->faults, SzStandardFault, 0).where,
                         NULL);
  if (import->read != NULL && !check_unmoved (act, import, error))
    return FALSE;
  json_object_set_new (summary, "standard", json_string (import->standard->id));
  json_object_set_new (summary, "hash", json_string (hash));
  return sz_store_title_standard_put (act, &row, SZ_PUT_UPDATE, &result, error);
}

/* @kind: of the act; takes what was loaded. */
static SzStandardCheck *
take (SzOffice *office, const char *kind, Import *import, GError **error)
{
  g_autoptr (GError) reason = NULL;
  const gboolean done
      = check_beside (import, office, &reason)
        && sz_office_run (office, &(SzActHead){ .kind = kind, .source = import->path },
                          put_standard, import, NULL, &reason);

  sz_standard_free (import->standard);
  g_free (import->text);
  if (done || sz_standard_faults_errors (import->check->faults) > 0)
    return import->check;
  sz_standard_check_free (import->check);
  g_propagate_error (error, g_steal_pointer (&reason));
  return NULL;
}

SzStandardCheck *
sz_standard_import (SzOffice *office, const char *path, GError **error)
{
  Import import = { .path = path };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && path != NULL, NULL);

  import.check = make_check ();
  import.standard = sz_standard_load (path, 0, import.check->faults, &import.text, error);
  if (import.standard != NULL)
    return take (office, KIND_IMPORT, &import, error);
  sz_standard_check_free (import.check);
  return NULL;
}

SzStandardCheck *
sz_standard_save (SzOffice *office, const char *text, const char *read, GError **error)
{
  Import import = { .read = read };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && text != NULL && read != NULL, NULL);

  import.check = make_check ();
  import.standard = sz_standard_parse (text, "title_standards", 0, import.check->faults, error);
  import.text = g_strdup (text);
  if (import.standard != NULL)
    return take (office, KIND_EDIT, &import, error);
  g_free (import.text);
  sz_standard_check_free (import.check);
  return NULL;
}

SzStandardCheck *
sz_standard_check_text (const char *text, const GPtrArray *entries, GError **error)
{
  g_autoptr (SzStandardCheck) check = make_check ();
  g_autoptr (SzStandard) standard = NULL;

  g_return_val_if_fail (text != NULL && entries != NULL, NULL);

  standard = sz_standard_parse (text, "title_standards", 0, check->faults, error);
  if (standard == NULL)
    return NULL;
  check_among (check, entries, standard);
  return g_steal_pointer (&check);
}

gboolean
sz_standard_export (SzOffice *office, const char *id, const char *path, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && id != NULL && path != NULL, FALSE);

  entries = sz_standard_book (office, error);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const SzStandardEntry *entry = g_ptr_array_index (entries, i);
      g_autoptr (GError) reason = NULL;

      if (g_strcmp0 (entry->standard->id, id) != 0)
        continue;
      if (!g_file_set_contents (path, entry->text, -1, &reason))
        return sz_error_set (error, SZ_ERROR_IO, "file.unwritable", "file", path, "detail",
                             reason->message, NULL);
      return sz_office_note_file (office, KIND_EXPORT, path, NULL, json_pack ("{s:s}", "id", id),
                                  error);
    }
  return entries != NULL
         && sz_error_set (error, SZ_ERROR_FORMAT, "standard.unknown", "id", id, NULL);
}
