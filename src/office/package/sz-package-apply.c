/* sz-package-apply.c — a package taken over, all or nothing, and taken back (RULE pkg-7, pkg-9)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-package-apply.h"

#include <string.h>

#include "sz-backup-keep.h"
#include "sz-frozen-rows.h"
#include "sz-office-act.h"
#include "sz-package-key.h"
#include "sz-package-keys.h"
#include "sz-package-diff-private.h"
#include "sz-package-rows.h"
#include "sz-package-run.h"
#include "sz-row-registry.h"
#include "sz-row-table.h"
#include "sz-undo.h"

typedef struct
{
  SzOffice *office;
  SzPackage *package;
  const SzPackageDecisions *decisions;
  SzPackageApplied *applied;
  SzNatural *natural;
  gint64 theirs; /* conflicts decided so */
  gint64 mine;
} Apply;

void
sz_package_applied_clear (SzPackageApplied *applied)
{
  g_clear_pointer (&applied->package, g_free);
  g_clear_pointer (&applied->act, g_free);
}

static gboolean
take_decision (GHashTable *rows, const char *line)
{
  const char *comma = strchr (line, ',');
  const char *last = strrchr (line, ',');
  g_autofree char *key = NULL;
  g_autofree char *table = NULL;
  SzTake take = SZ_TAKE_NEITHER;

  if (comma == NULL || last == comma)
    return FALSE;
  if (g_str_equal (last + 1, "theirs"))
    take = SZ_TAKE_THEIRS;
  else if (g_str_equal (last + 1, "mine"))
    take = SZ_TAKE_MINE;
  table = g_strndup (line, (gsize)(comma - line));
  key = g_strndup (comma + 1, (gsize)(last - comma - 1));
  /* Quoted where a key holds a comma or a quote. */
  if (key[0] == '"' && strlen (key) >= 2 && key[strlen (key) - 1] == '"')
    {
      g_auto (GStrv) parts = NULL;
      g_autofree char *bare = g_strndup (key + 1, strlen (key) - 2);

      parts = g_strsplit (bare, "\"\"", -1);
      g_free (key);
      key = g_strjoinv ("\"", parts);
    }
  g_hash_table_replace (rows, g_strconcat (table, "\t", key, NULL), GINT_TO_POINTER (take));
  return take != SZ_TAKE_NEITHER;
}

GHashTable *
sz_package_decisions_read (const char *file, GError **error)
{
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) fault = NULL;

  g_return_val_if_fail (file != NULL, NULL);

  if (!g_file_get_contents (file, &text, NULL, &fault))
    {
      sz_error_set (error, SZ_ERROR_IO, "file.unreadable", "file", file, "detail", fault->message,
                    NULL);
      return NULL;
    }
  lines = g_strsplit (g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", (int)i + 1);

      g_strchomp (lines[i]);
      if (*lines[i] == '\0' || (i == 0 && g_str_has_prefix (lines[i], "table,"))
          || take_decision (rows, lines[i]))
        continue;
      sz_error_set (error, SZ_ERROR_FORMAT, "package.decision", "file", file, "row", number, NULL);
      return NULL;
    }
  return g_steal_pointer (&rows);
}

static SzTake
decide (const Apply *apply, const SzHandoverItem *item)
{
  g_autofree char *name = g_strconcat (item->table, "\t", item->key, NULL);
  gpointer take
      = apply->decisions->rows != NULL ? g_hash_table_lookup (apply->decisions->rows, name) : NULL;

  return take != NULL ? (SzTake)GPOINTER_TO_INT (take) : apply->decisions->all;
}

static gboolean
check_decided (Apply *apply, const SzPackageDiff *diff, GError **error)
{
  gint64 open = 0;

  for (guint i = 0; i < diff->items->len; i++)
    {
      const SzHandoverItem *item = diff->items->pdata[i];

      if (item->state != SZ_HANDOVER_CONFLICT)
        continue;
      switch (decide (apply, item))
        {
        case SZ_TAKE_THEIRS:
          apply->theirs++;
          break;
        case SZ_TAKE_MINE:
          apply->mine++;
          break;
        case SZ_TAKE_NEITHER:
        default:
          open++;
          break;
        }
    }
  if (open > 0)
    {
      g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, open);

      return sz_error_set (error, SZ_ERROR_REFUSED, "package.conflicts", "count", count, NULL);
    }
  return TRUE;
}

static gboolean
write_item (Apply *apply, SzAct *act, const SzHandoverItem *item, GError **error)
{
  const SzFrozenTable *frozen = sz_frozen_table_find (item->table);
  const SzNaturalRow row = { item->id, item->row_version, item->key, item->theirs };

  if (item->id != 0)
    apply->applied->updated++;
  else
    apply->applied->inserted++;
  return frozen != NULL ? sz_frozen_put (apply->natural, act, frozen, &row, error)
                        : sz_natural_put (apply->natural, act, sz_row_registry_find (item->table),
                                          &row, error);
}

static gboolean
is_taken (const Apply *apply, const SzHandoverItem *item)
{
  return item->state != SZ_HANDOVER_KEPT
         && (item->state != SZ_HANDOVER_CONFLICT || decide (apply, item) == SZ_TAKE_THEIRS);
}

static int
compare_places_cb (gconstpointer a, gconstpointer b)
{
  const SzHandoverItem *const *left = a;
  const SzHandoverItem *const *right = b;

  return ((*left)->place > (*right)->place) - ((*left)->place < (*right)->place);
}

/* New and changed rows as they came, so that what is referred to is there and rows stand in the
   order in which they stood there; what goes, the other way round. */
static gboolean
write_items (Apply *apply, SzAct *act, const SzPackageDiff *diff, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_copy (diff->items, NULL, NULL);

  g_ptr_array_set_free_func (items, NULL);
  g_ptr_array_sort (items, compare_places_cb);
  for (guint i = 0; i < items->len; i++)
    {
      const SzHandoverItem *item = items->pdata[i];

      if (!is_taken (apply, item))
        apply->applied->kept++;
      else if (item->theirs != NULL && !write_item (apply, act, item, error))
        return FALSE;
    }
  for (guint i = items->len; i > 0; i--)
    {
      const SzHandoverItem *item = items->pdata[i - 1];

      if (!is_taken (apply, item) || item->theirs != NULL)
        continue;
      if (!sz_row_delete (act, sz_row_registry_find (item->table), item->id, item->row_version,
                          error))
        return FALSE;
      apply->applied->deleted++;
    }
  return TRUE;
}

static gboolean
keep_rows (Apply *apply, SzAct *act, const GPtrArray *rows, GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const SzHandoverItem *item = rows->pdata[i];
      SzHandoverRow kept = { .package = (char *)apply->package->id,
                             .of_table = (char *)item->table,
                             .row_key = item->key,
                             .row_values = item->theirs };

      /* One's own package that comes back is kept already. */
      if (!sz_store_handover_put (act, &kept, SZ_PUT_UPDATE, NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* RULE pkg-9 */
static gboolean
leave_trace (Apply *apply, SzAct *act, json_t *summary, GError **error)
{
  const SzPackageApplied *applied = apply->applied;
  g_autofree char *hex = sz_package_key_dup_hex (apply->package->sender);
  SzPackageRow row = { .act = (char *)sz_act_get_id (act),
                       .direction = (char *)"in",
                       .package = (char *)apply->package->id,
                       .number = apply->package->number,
                       .sender = hex,
                       .part = (char *)apply->package->part,
                       .at = (char *)sz_act_get_at (act),
                       .who = (char *)sz_act_get_who (act),
                       .sha256 = (char *)sz_package_reader_get_sha256 (apply->package->reader) };

  json_object_set_new (summary, "package", json_string (row.package));
  json_object_set_new (summary, "number", json_integer (row.number));
  json_object_set_new (summary, "part", json_string (row.part));
  json_object_set_new (summary, "inserted", json_integer (applied->inserted));
  json_object_set_new (summary, "updated", json_integer (applied->updated));
  json_object_set_new (summary, "deleted", json_integer (applied->deleted));
  json_object_set_new (summary, "kept", json_integer (applied->kept));
  json_object_set_new (summary, "theirs", json_integer (apply->theirs));
  json_object_set_new (summary, "mine", json_integer (apply->mine));
  json_object_set_new (summary, "sha256", json_string (row.sha256));
  return sz_store_package_put (act, &row, SZ_PUT_INSERT, NULL, error);
}

static gboolean
apply_package (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Apply *apply = user_data;
  g_autoptr (GPtrArray) rows
      = g_ptr_array_new_with_free_func ((GDestroyNotify)sz_handover_item_free);
  g_autoptr (SzPackageDiff) diff = NULL;

  if (!sz_package_check (apply->office, apply->package, TRUE, error))
    return FALSE;
  sz_act_queue_rows (act);
  diff = sz_package_compare (apply->office, apply->package, rows, error);
  if (diff == NULL || !check_decided (apply, diff, error))
    return FALSE;
  apply->natural = sz_natural_new (sz_act_get_store (act), error);
  return apply->natural != NULL && sz_package_run_judge (apply->office, diff, error)
         && write_items (apply, act, diff, error)
         && sz_package_run_settle (act, apply->natural, apply->package, &apply->applied->run, error)
         && keep_rows (apply, act, rows, error) && leave_trace (apply, act, summary, error);
}

gboolean
sz_office_package_apply (SzOffice *office,
                         const SzPackageSource *source,
                         const SzPackageDecisions *decisions,
                         SzPackageApplied *applied,
                         GError **error)
{
  g_autoptr (SzPackage) package = NULL;
  g_autoptr (GError) fault = NULL;
  g_autofree char *stamp = NULL;
  Apply apply = { .office = office, .decisions = decisions, .applied = applied };
  SzActHead head = { .kind = "package.apply", .source = source->file };
  gboolean done;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && source->file != NULL, FALSE);
  g_return_val_if_fail (decisions != NULL && applied != NULL, FALSE);

  package = sz_package_take (office, source, &fault);
  if (package == NULL)
    {
      sz_office_refuse (office, head.kind, source->file, NULL, fault, NULL);
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  apply.package = package;
  head.source_hash = sz_package_reader_get_sha256 (package->reader);
  stamp = sz_office_dup_stamp (office);
  if (!sz_backup_keep (sz_office_get_store (office), stamp, "import", NULL, NULL, error))
    return FALSE;
  done = sz_office_run (office, &head, apply_package, &apply, &applied->act, error);
  applied->package = g_strdup (package->id);
  sz_natural_free (apply.natural);
  return done
         && (applied->run == 0
             || sz_package_run_compare (office, applied->run, &applied->inputs_equal,
                                        &applied->n_differ, error));
}

static void
free_entry (SzPackageEntry *entry)
{
  g_free (entry->direction);
  g_free (entry->package);
  g_free (entry->part);
  g_free (entry->at);
  g_free (entry->who);
  g_free (entry->sender);
  g_free (entry);
}

GPtrArray *
sz_office_packages (SzOffice *office, GError **error)
{
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify)free_entry);

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);

  rows = sz_store_package_list (sz_office_get_store (office), SZ_ROWS_ALL, error);
  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      const SzPackageRow *row = &g_array_index (rows, SzPackageRow, i);
      SzPackageEntry *entry = g_new0 (SzPackageEntry, 1);

      *entry = (SzPackageEntry){ .no = row->id,
                                 .direction = g_strdup (row->direction),
                                 .package = g_strdup (row->package),
                                 .number = row->number,
                                 .part = g_strdup (row->part),
                                 .at = g_strdup (row->at),
                                 .who = g_strdup (row->who),
                                 .sender = sz_package_dup_key_name (office, row->sender, NULL),
                                 .undone = *row->undone_by != '\0' };
      g_ptr_array_add (entries, entry);
    }
  return g_steal_pointer (&entries);
}

typedef struct
{
  gint64 no;
  gint64 n_rows;
} Undo;

static gboolean
undo_package (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Undo *undo = user_data;
  g_auto (SzPackageRow) row = { 0 };
  g_autofree char *no = g_strdup_printf ("%" G_GINT64_FORMAT, undo->no);
  gboolean found = FALSE;

  if (!sz_store_package_get (sz_act_get_store (act), undo->no, &row, &found, error))
    return FALSE;
  if (!found)
    return sz_error_set (error, SZ_ERROR_REFUSED, "package.unknown", "no", no, NULL);
  if (!g_str_equal (row.direction, "in"))
    return sz_error_set (error, SZ_ERROR_REFUSED, "package.not_in", "no", no, NULL);
  if (*row.undone_by != '\0')
    return sz_error_set (error, SZ_ERROR_REFUSED, "undo.already", "act", row.act, "by",
                         row.undone_by, NULL);
  if (g_str_equal (row.part, "pay-result") ? !sz_package_run_undo (act, &row, &undo->n_rows, error)
                                           : !sz_undo_act (act, row.act, &undo->n_rows, error))
    return FALSE;
  json_object_set_new (summary, "no", json_integer (undo->no));
  json_object_set_new (summary, "package", json_string (row.package));
  json_object_set_new (summary, "rows", json_integer (undo->n_rows));
  g_free (row.undone_by);
  row.undone_by = g_strdup (sz_act_get_id (act));
  return sz_store_package_put (act, &row, SZ_PUT_INSERT, NULL, error);
}

gboolean
sz_office_package_undo (SzOffice *office, gint64 no, gint64 *n_rows, GError **error)
{
  Undo undo = { .no = no };

  g_return_val_if_fail (SZ_IS_OFFICE (office), FALSE);

  if (!sz_office_run (office, &(SzActHead){ .kind = "package.undo" }, undo_package, &undo, NULL,
                      error))
    return FALSE;
  if (n_rows != NULL)
    *n_rows = undo.n_rows;
  return TRUE;
}
