/* sz-package-look.c — a package as it is looked at before it is taken over (RULE pkg-5, pkg-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-package-look.h"

#include <string.h>

#include "sz-package-diff-private.h"
#include "sz-package-key.h"
#include "sz-register.h"

static void
field_freed_cb (gpointer data)
{
  SzPackageLookField *field = data;

  g_free (field->name);
  g_free (field->mine);
  g_free (field->theirs);
  g_free (field->base);
  g_free (field);
}

static void
free_row (SzPackageLookRow *row)
{
  g_free (row->table);
  g_free (row->key);
  g_ptr_array_unref (row->fields);
  g_free (row);
}

void
sz_package_look_free (SzPackageLook *look)
{
  if (look == NULL)
    return;
  g_free (look->part);
  g_free (look->from);
  g_free (look->created);
  g_free (look->fingerprint);
  g_free (look->key);
  g_free (look->sender);
  g_ptr_array_unref (look->rows);
  g_free (look);
}

static char *
write_value (const char *table, const char *column, const json_t *value, const char **heading)
{
  g_autofree char *text = json_is_integer (value) ? g_strdup_printf ("%" JSON_INTEGER_FORMAT,
                                                                     json_integer_value (value))
                                                  : NULL;
  const char *plain = json_is_string (value) ? json_string_value (value) : "";

  return sz_register_dup_shown (table, column, text != NULL ? text : plain, heading);
}

static GPtrArray *
list_fields (const SzHandoverItem *item)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func (field_freed_cb);
  json_t *differing = sz_handover_item_fields (item);
  json_t *entry;
  gsize i;

  json_array_foreach (differing, i, entry)
  {
    const char *column = json_string_value (json_object_get (entry, "field"));
    const json_t *base = json_object_get (entry, "base");
    const char *heading = NULL;
    SzPackageLookField *field = g_new0 (SzPackageLookField, 1);

    field->mine = write_value (item->table, column, json_object_get (entry, "mine"), &heading);
    field->theirs = write_value (item->table, column, json_object_get (entry, "theirs"), &heading);
    if (base != NULL && !json_is_null (base))
      field->base = write_value (item->table, column, base, &heading);
    field->name = g_strdup (heading != NULL ? heading : column);
    g_ptr_array_add (fields, field);
  }
  json_decref (differing);
  return fields;
}

static void
add_rows (SzPackageLook *look, const SzPackageDiff *diff, gboolean conflicts)
{
  for (guint i = 0; i < diff->items->len; i++)
    {
      const SzHandoverItem *item = diff->items->pdata[i];
      SzPackageLookRow *row;

      if ((item->state == SZ_HANDOVER_CONFLICT) != conflicts)
        continue;
      row = g_new0 (SzPackageLookRow, 1);
      *row = (SzPackageLookRow){ .table = g_strdup (item->table),
                                 .key = g_strdup (item->key),
                                 .state = item->state,
                                 .why = item->why,
                                 .fields = list_fields (item) };
      g_ptr_array_add (look->rows, row);
    }
}

static SzPackageLook *
make_look (SzOffice *office, const SzPackage *package, const SzPackageDiff *diff)
{
  SzPackageLook *look = g_new0 (SzPackageLook, 1);
  const json_t *from = json_object_get (package->manifest, "from");

  look->part = g_strdup (package->part);
  look->number = package->number;
  look->from = g_strdup (json_string_value (json_object_get (from, "name")));
  look->created = g_strdup (json_string_value (json_object_get (package->manifest, "created")));
  look->fingerprint = sz_package_dup_fingerprint (package->sender);
  look->key = sz_package_key_dup_hex (package->sender);
  look->sender = sz_package_dup_sender (office, package, NULL);
  look->n_same = diff->n_same;
  look->n_conflicts = diff->n_conflicts;
  look->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)free_row);
  add_rows (look, diff, TRUE);
  add_rows (look, diff, FALSE);
  return look;
}

SzPackageLook *
sz_office_package_look (SzOffice *office, const SzPackageSource *source, GError **error)
{
  g_autoptr (SzPackage) package = NULL;
  g_autoptr (SzPackageDiff) diff = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && source != NULL && source->file != NULL, NULL);

  package = sz_package_take (office, source, error);
  if (package == NULL || !sz_store_begin_read (sz_office_get_store (office), error))
    return NULL;
  if (sz_package_check (office, package, FALSE, error))
    diff = sz_package_compare (office, package, NULL, error);
  sz_store_end_read (sz_office_get_store (office));
  return diff != NULL ? make_look (office, package, diff) : NULL;
}
