/* sz-package-run.c — a pay run that came from another office (RULE pkg-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-package-run.h"

#include <string.h>

#include "sz-case-tables.h"
#include "sz-frozen-rows.h"
#include "sz-package-diff-private.h"
#include "sz-package-keys.h"
#include "sz-pay-basis.h"
#include "sz-pay-stale.h"
#include "sz-rights.h"
#include "sz-store-case.h"
#include "sz-store-pay-book.h"
#include "sz-store-pay-edit.h"

#define VERB_AT 2 /* of case_steps: case_id, seq, verb */

static gboolean
allow_step (SzOffice *office, const SzHandoverItem *item, GError **error)
{
  json_t *values = json_loads (item->theirs, 0, NULL);
  const char *verb = json_string_value (json_array_get (values, VERB_AT));
  g_autofree char *act = g_strconcat ("pay.", g_strcmp0 (verb, "pay") == 0 ? "paid" : verb, NULL);

  json_decref (values);
  /* A step that nobody can take here is no step of a run. */
  return sz_rights_find (act) != NULL ? sz_office_allow (office, act, error)
                                      : sz_error_set (error, SZ_ERROR_FORMAT, "package.value",
                                                      "table", item->table, "key", item->key, NULL);
}

gboolean
sz_package_run_judge (SzOffice *office, const SzPackageDiff *diff, GError **error)
{
  gboolean fresh = FALSE;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && diff != NULL, FALSE);

  for (guint i = 0; i < diff->items->len; i++)
    {
      const SzHandoverItem *item = diff->items->pdata[i];

      fresh |= g_str_equal (item->table, "pay_runs") && item->state == SZ_HANDOVER_NEW;
      if (!fresh && g_str_equal (item->table, "case_steps") && item->theirs != NULL
          && g_str_has_prefix (item->key, sz_case_pay_run.kind)
          && !allow_step (office, item, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
sz_package_run_settle (
    SzAct *act, SzNatural *natural, const SzPackage *package, gint64 *run, GError **error)
{
  g_return_val_if_fail (act != NULL && natural != NULL && package != NULL && run != NULL, FALSE);

  if (!g_str_equal (package->part, "pay-result"))
    return TRUE;
  *run = sz_natural_id_of (natural, "pay_runs", package->run);
  return *run != 0 ? sz_frozen_settle (act, *run, error)
                   : sz_error_set (error, SZ_ERROR_FORMAT, "package.damaged", NULL);
}

gboolean
sz_package_run_compare (
    SzOffice *office, gint64 run, gboolean *equal, guint *n_differ, GError **error)
{
  g_auto (SzPayRun) head = { 0 };
  g_auto (SzPayLife) life = { 0 };
  g_autoptr (SzPayBasis) basis = NULL;
  g_autoptr (GArray) changes = NULL;
  g_autofree char *hash = NULL;
  gboolean found = FALSE;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && equal != NULL && n_differ != NULL, FALSE);

  if (!sz_store_begin_read (sz_office_get_store (office), error))
    return FALSE;
  if (sz_store_pay_get (sz_office_get_store (office), run, &head, &found, error) && found
      && sz_store_pay_life_of (sz_office_get_store (office), run, &life, error))
    basis = sz_pay_basis_read (office, head.from, head.to, (SzProgress){ 0 }, NULL, error);
  if (basis != NULL)
    changes = sz_office_pay_stale (office, run, NULL, error);
  sz_store_end_read (sz_office_get_store (office));
  if (changes == NULL)
    return FALSE;
  hash = sz_pay_facts_dup_hash (basis->facts);
  *n_differ = changes->len;
  /* The hash minds in which order rows came here; the inputs that the run kept do not. */
  *equal = changes->len == 0 && (*life.inputs_hash != '\0' || g_str_equal (hash, head.inputs_hash));
  return TRUE;
}

/* As many steps as came, and as the act that brought it left the run. */
static gboolean
check_untouched (SzAct *act, const SzPackageRow *package, const SzPayRun *run, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, run->id);
  g_autofree char *last = NULL;
  g_auto (SzHandoverRow) row = { 0 };
  g_autoptr (SzCaseFile) file
      = sz_store_case_load (sz_act_get_store (act), sz_case_pay_run.kind, run->id, error);
  gboolean found = FALSE;

  if (file == NULL)
    return FALSE;
  last = file->steps->len > 0
             ? g_strdup_printf ("%s|%s|%" G_GINT64_FORMAT, sz_case_pay_run.kind, run->act_id,
                                g_array_index (file->steps, SzCaseStep, file->steps->len - 1).seq)
             : g_strdup ("");
  row.package = g_strdup (package->package);
  row.of_table = g_strdup ("case_steps");
  row.row_key = g_steal_pointer (&last);
  if (!sz_store_handover_find (sz_act_get_store (act), &row, &found, error))
    return FALSE;
  return found
         || sz_error_set (error, SZ_ERROR_REFUSED, "undo.changed_since", "act", package->act,
                          "table", "pay_runs", "row", id, NULL);
}

static gboolean
drop_kept (SzAct *act, const SzPackageRow *package, gint64 *n_rows, GError **error)
{
  g_autoptr (GArray) rows
      = sz_store_handover_list_of (sz_act_get_store (act), package->package, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const SzHandoverRow *row = &g_array_index (rows, SzHandoverRow, i);

      ++*n_rows;
      if (!sz_store_handover_delete (act, row->id, row->row_version, error))
        return FALSE;
    }
  return rows != NULL;
}

gboolean
sz_package_run_undo (SzAct *act, const SzPackageRow *package, gint64 *n_rows, GError **error)
{
  g_autoptr (GArray) runs = NULL;
  g_auto (SzHandoverRow) row = { 0 };

  g_return_val_if_fail (act != NULL && package != NULL && n_rows != NULL, FALSE);

  runs = sz_store_pay_list (sz_act_get_store (act), error);
  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const SzPayRun *run = &g_array_index (runs, SzPayRun, i);
      gboolean found = FALSE;
      gboolean made = FALSE;

      sz_store_handover_clear (&row);
      row.package = g_strdup (package->package);
      row.of_table = g_strdup ("pay_runs");
      row.row_key = g_strdup (run->act_id);
      if (!sz_store_handover_find (sz_act_get_store (act), &row, &found, error))
        return FALSE;
      if (!found)
        continue;
      if (!sz_store_made_by (sz_act_get_store (act), package->act, "pay_runs", run->id, &made,
                             error))
        return FALSE;
      if (!made)
        break;
      return check_untouched (act, package, run, error) && sz_frozen_drop (act, run->id, error)
             && sz_store_pay_remove (act, run->id, error)
             && drop_kept (act, package, n_rows, error);
    }
  return runs != NULL
         && sz_error_set (error, SZ_ERROR_REFUSED, "undo.not_possible", "act", package->act,
                          "table", "pay_runs", NULL);
}

gboolean
sz_package_run_sender (SzOffice *office, gint64 run, char **sender, GError **error)
{
  g_auto (SzPayRun) head = { 0 };
  g_autoptr (GArray) rows = NULL;
  gboolean found = FALSE;
  SzStore *store;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && sender != NULL, FALSE);

  *sender = NULL;
  store = sz_office_get_store (office);
  if (!sz_store_pay_get (store, run, &head, &found, error))
    return FALSE;
  rows = found ? sz_store_package_list (store, SZ_ROWS_ALL, error) : NULL;
  for (guint i = 0; rows != NULL && i < rows->len && *sender == NULL; i++)
    {
      const SzPackageRow *package = &g_array_index (rows, SzPackageRow, i);
      g_auto (SzHandoverRow) row = { 0 };
      gboolean brought = FALSE;

      if (!g_str_equal (package->direction, "in") || !g_str_equal (package->part, "pay-result")
          || *package->undone_by != '\0')
        continue;
      row.package = g_strdup (package->package);
      row.of_table = g_strdup ("pay_runs");
      row.row_key = g_strdup (head.act_id);
      if (!sz_store_handover_find (store, &row, &brought, error))
        return FALSE;
      if (brought)
        *sender = sz_package_dup_key_name (office, package->sender, error);
    }
  return !found || rows != NULL;
}
