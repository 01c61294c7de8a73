/* sz-package-take.c — a package opened and judged before its rows are (RULE pkg-4, pkg-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-package-diff.h"

#include "sz-package-key.h"
#include "sz-package-keys.h"
#include "sz-package-diff-private.h"
#include "sz-package-part.h"
#include "sz-package-rows.h"

SzPackage *
sz_package_take (SzOffice *office, const SzPackageSource *source, GError **error)
{
  guint8 seed[32], secret[32];
  const SzPackageOpener opener = { .password = source->password, .secret = secret };
  SzPackage *package;

  if (!sz_office_key_seed (office, seed, error))
    return NULL;
  sz_package_key_secret (seed, secret);
  package = sz_package_open (source->file, &opener, error);
  sz_package_key_wipe (seed, sizeof seed);
  sz_package_key_wipe (secret, sizeof secret);
  if (package != NULL && sz_package_reader_get_kind (package->reader) != SZ_PACKAGE_HANDOVER)
    {
      sz_package_free (package);
      sz_error_set (error, SZ_ERROR_FORMAT, "package.is_backup", "file", source->file, NULL);
      return NULL;
    }
  return package;
}

const char *
sz_package_asked (const SzPackage *package)
{
  const SzPackagePart *part = sz_package_part_find (package->part);

  return part == NULL || part->of == SZ_PACKAGE_OF_YEAR
             ? NULL
             : json_string_value (
                 json_object_get (package->manifest, sz_package_of_word (part->of)));
}

char *
sz_package_dup_sender (SzOffice *office, const SzPackage *package, GError **error)
{
  g_autofree char *hex = sz_package_key_dup_hex (package->sender);
  char *name = sz_package_dup_known_name (office, hex, error);
  SzKnownKey *own;

  own = name == NULL ? sz_office_key_own (office, NULL) : NULL;
  if (own != NULL)
    {
      if (g_str_equal (own->public_key, hex))
        name = g_strdup ("");
      sz_known_key_free (own);
    }
  return name;
}

/* Applied before, or older than what was applied of this key. */
static gboolean
check_number (SzOffice *office, const SzPackage *package, GError **error)
{
  g_autoptr (GArray) rows
      = sz_store_package_list (sz_office_get_store (office), SZ_ROWS_ALL, error);
  g_autofree char *hex = sz_package_key_dup_hex (package->sender);
  gint64 last = 0;

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const SzPackageRow *row = &g_array_index (rows, SzPackageRow, i);

      if (!g_str_equal (row->direction, "in") || *row->undone_by != '\0')
        continue;
      if (g_str_equal (row->package, package->id))
        return sz_error_set (error, SZ_ERROR_REFUSED, "package.repeated", "at", row->at, "who",
                             row->who, NULL);
      if (g_str_equal (row->sender, hex))
        last = MAX (last, row->number);
    }
  if (package->number <= last)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, package->number);
      g_autofree char *applied = g_strdup_printf ("%" G_GINT64_FORMAT, last);

      return sz_error_set (error, SZ_ERROR_REFUSED, "package.older", "number", number, "last",
                           applied, NULL);
    }
  return TRUE;
}

gboolean
sz_package_check (SzOffice *office, const SzPackage *package, gboolean known, GError **error)
{
  g_autofree char *origin = NULL;
  g_autofree char *sender = NULL;
  g_autofree char *fingerprint = NULL;

  if (package->schema > sz_office_schema ())
    return sz_error_set (error, SZ_ERROR_NEWER_SCHEMA, "package.newer_schema", NULL);
  origin = sz_store_dup_origin (sz_office_get_store (office), error);
  if (origin == NULL)
    return FALSE;
  if (!g_str_equal (origin, package->college))
    return sz_error_set (error, SZ_ERROR_REFUSED, "package.other_college", "college",
                         json_string_value (
                             json_object_get (json_object_get (package->manifest, "college"),
                                              "name")),
                         NULL);
  sender = sz_package_dup_sender (office, package, NULL);
  fingerprint = sz_package_dup_fingerprint (package->sender);
  if (known && sender == NULL)
    return sz_error_set (error, SZ_ERROR_REFUSED, "package.unknown_sender", "fingerprint",
                         fingerprint, NULL);
  return check_number (office, package, error);
}

json_t *
sz_office_package_show (SzOffice *office, const SzPackageSource *source, GError **error)
{
  static const char *const members[] = { "package", "number", "part", "year",    "run",
                                         "college", "from",   "to",   "created", "answers" };
  g_autoptr (SzPackage) package = NULL;
  g_autofree char *sender = NULL;
  g_autofree char *fingerprint = NULL;
  json_t *shown;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && source != NULL && source->file != NULL, NULL);

  package = sz_package_take (office, source, error);
  if (package == NULL)
    return NULL;
  shown = json_object ();
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      json_t *value = json_object_get (package->manifest, members[i]);

      json_object_set_new (shown, members[i], value != NULL ? json_incref (value) : json_null ());
    }
  sender = sz_package_dup_sender (office, package, NULL);
  fingerprint = sz_package_dup_fingerprint (package->sender);
  json_object_set_new (shown, "sender",
                       json_pack ("{s:s, s:s?, s:b}", "fingerprint", fingerprint, "name",
                                  sender != NULL && *sender == '\0' ? sz_office_get_who (office)
                                                                    : sender,
                                  "trusted", sender != NULL));
  json_object_set (shown, "sections", json_object_get (package->manifest, "sections"));
  return shown;
}

SzPackageDiff *
sz_office_package_diff (SzOffice *office, const SzPackageSource *source, GError **error)
{
  g_autoptr (SzPackage) package = NULL;
  SzPackageDiff *diff = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && source != NULL && source->file != NULL, NULL);

  package = sz_package_take (office, source, error);
  if (package == NULL || !sz_store_begin_read (sz_office_get_store (office), error))
    return NULL;
  if (sz_package_check (office, package, FALSE, error))
    diff = sz_package_compare (office, package, NULL, error);
  sz_store_end_read (sz_office_get_store (office));
  return diff;
}
