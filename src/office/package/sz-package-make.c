/* sz-package-make.c — handing over: a part of the college into a sealed file (RULE pkg-1, pkg-9)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-package-make.h"

#include <glib/gstdio.h>
#include <string.h>

#include "sz-audit.h"
#include "sz-office-act.h"
#include "sz-package-key.h"
#include "sz-package-keys.h"
#include "sz-package-part.h"
#include "sz-package-diff-private.h"
#include "sz-package-rows.h"
#include "sz-package-writer.h"
#include "sz-row-registry.h"

#define PASSWORD_MIN 12

typedef struct
{
  SzOffice *office;
  const SzPackageAsk *ask;
  const SzPackagePart *part;
  SzPackageMade *made;
  guint8 seed[32];
  char *sender;
  GByteArray *recipients;
  GString *peers;
  SzNatural *natural;
  SzPackageWriter *writer;
  GPtrArray *sections; /* of GPtrArray of SzNaturalRow */
  gboolean written;
} Make;

void
sz_package_made_clear (SzPackageMade *made)
{
  g_clear_pointer (&made->package, g_free);
  g_clear_pointer (&made->sha256, g_free);
}

gboolean
sz_package_find_recipients (SzOffice *office,
                            const char *const *to,
                            const char *password,
                            GByteArray *recipients,
                            GString *peers,
                            GError **error)
{
  for (gsize i = 0; to != NULL && to[i] != NULL; i++)
    {
      g_auto (SzTrustedKey) key = { .name = g_strdup (to[i]) };
      guint8 bytes[32], recipient[32];
      gboolean found = FALSE;

      if (!sz_store_key_find (sz_office_get_store (office), &key, &found, error))
        return FALSE;
      if (!found || !sz_package_key_from_hex (key.public_key, bytes)
          || !sz_package_key_recipient (bytes, recipient))
        return sz_error_set (error, SZ_ERROR_REFUSED, "key.unknown", "name", to[i], NULL);
      g_byte_array_append (recipients, recipient, sizeof recipient);
      g_string_append_printf (peers, "%s%s", peers->len > 0 ? "，" : "", key.name);
    }
  if (password == NULL && recipients->len == 0)
    return sz_error_set (error, SZ_ERROR_REFUSED, "package.nobody", NULL);
  if (password != NULL && g_utf8_strlen (password, -1) < PASSWORD_MIN)
    return sz_error_set (error, SZ_ERROR_REFUSED, "package.password_short", NULL);
  return recipients->len / 32 < SZ_PACKAGE_SLOTS_MAX
         || sz_error_set (error, SZ_ERROR_FORMAT, "package.too_large", NULL);
}

static gboolean
find_part (Make *make, GError **error)
{
  make->part = sz_package_part_find (make->ask->part);
  if (make->part == NULL)
    {
      g_autofree char *known = sz_package_part_dup_names ();

      return sz_error_set (error, SZ_ERROR_REFUSED, "package.part", "part", make->ask->part,
                           "known", known, NULL);
    }
  if (make->part->of_year != (make->ask->year != 0))
    return sz_error_set (error, SZ_ERROR_REFUSED,
                         make->part->of_year ? "package.year" : "package.no_year", "part",
                         make->part->name, NULL);
  return !g_file_test (make->ask->file, G_FILE_TEST_EXISTS)
         || sz_error_set (error, SZ_ERROR_REFUSED, "package.exists", "file", make->ask->file, NULL);
}

/* A count of this sender's key, from 1. */
static gboolean
find_number (Make *make, GError **error)
{
  g_autoptr (GArray) rows
      = sz_store_package_list (sz_office_get_store (make->office), SZ_ROWS_ALL, error);

  if (rows == NULL)
    return FALSE;
  make->made->number = 1;
  for (guint i = 0; i < rows->len; i++)
    {
      const SzPackageRow *row = &g_array_index (rows, SzPackageRow, i);

      if (g_str_equal (row->direction, "out") && g_str_equal (row->sender, make->sender)
          && row->number >= make->made->number)
        make->made->number = row->number + 1;
    }
  return TRUE;
}

static gboolean
read_sections (Make *make, GError **error)
{
  for (gsize i = 0; make->part->tables[i] != NULL; i++)
    {
      const SzRowType *type = sz_row_registry_find (make->part->tables[i]);
      GPtrArray *rows = sz_natural_list (make->natural, type, make->ask->year, error);

      if (rows == NULL)
        return FALSE;
      g_ptr_array_add (make->sections, rows);
      make->made->rows += rows->len;
    }
  return TRUE;
}

static json_t *
make_manifest (Make *make, const char *at, const SzAuditHead *head, const char *college)
{
  g_autofree char *origin = sz_store_dup_origin (sz_office_get_store (make->office), NULL);
  json_t *sections = json_array ();

  for (guint i = 0; i < make->sections->len; i++)
    json_array_append_new (sections,
                           json_pack ("{s:s, s:i}", "table", make->part->tables[i], "rows",
                                      (int)((GPtrArray *)make->sections->pdata[i])->len));
  return json_pack (
      "{s:i, s:s, s:s, s:I, s:{s:s, s:s}, s:{s:n, s:s, s:s}, s:{s:s}, s:s, s:s, s:i, s:s, s:o, s:n,"
      " s:b, s:{s:I, s:s}, s:s?, s:s, s:o}",
      "format", SZ_PACKAGE_FORMAT, "kind", "handover", "package", make->made->package, "number",
      (json_int_t)make->made->number, "college", "id", origin, "name", college, "from", "account",
      "name", sz_office_get_who (make->office), "office", "", "to", "office", make->peers->str,
      "created", at, "program", SHIZI_VERSION, "schema", sz_office_schema (), "part",
      make->part->name, "year",
      make->ask->year != 0 ? json_integer (make->ask->year) : json_null (), "run", "complete", 1,
      "head", "seq", (json_int_t)head->seq, "hash", head->hash, "answers", make->ask->answers,
      "sender_key", make->sender, "sections", sections);
}

static gboolean
write_section (Make *make, guint section, GError **error)
{
  const SzRowType *type = sz_row_registry_find (make->part->tables[section]);
  const GPtrArray *rows = make->sections->pdata[section];

  if (!sz_package_writer_add_line (make->writer,
                                   json_pack ("{s:s, s:o, s:i}", "table", type->table, "columns",
                                              sz_natural_columns (type), "rows", (int)rows->len),
                                   error))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const SzNaturalRow *row = rows->pdata[i];

      if (!sz_package_writer_add_line (make->writer, json_loads (row->values, 0, NULL), error))
        return FALSE;
    }
  return TRUE;
}

/* RULE pkg-10: what the disk gives back is what counts. */
static gboolean
write_file (Make *make, const char *at, GError **error)
{
  const SzPackageSealer sealer = { .password = make->ask->password,
                                   .recipients = make->recipients->data,
                                   .n_recipients = make->recipients->len / 32 };
  const SzPackageOpener opener = { .password = make->ask->password };
  g_autofree char *day = g_strndup (at, 10);
  g_autoptr (SzPackage) again = NULL;
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *bytes = NULL;
  gsize length = 0;

  for (guint i = 0; i < make->sections->len; i++)
    if (!write_section (make, i, error))
      return FALSE;
  if (!sz_package_writer_finish (make->writer, make->seed, day, &sealer, make->ask->file, error))
    return FALSE;
  make->written = TRUE;
  if (make->ask->password != NULL)
    {
      again = sz_package_open (make->ask->file, &opener, error);
      if (again == NULL)
        return FALSE;
    }
  if (!g_file_get_contents (make->ask->file, &bytes, &length, error))
    return FALSE;
  g_checksum_update (sum, (const guchar *)bytes, (gssize)length);
  make->made->sha256 = g_strdup (g_checksum_get_string (sum));
  return TRUE;
}

static gboolean
keep_rows (Make *make, SzAct *act, GError **error)
{
  for (guint s = 0; s < make->sections->len; s++)
    {
      const GPtrArray *rows = make->sections->pdata[s];

      for (guint i = 0; i < rows->len; i++)
        {
          const SzNaturalRow *row = rows->pdata[i];
          SzHandoverRow kept = { .package = make->made->package,
                                 .of_table = (char *)make->part->tables[s],
                                 .row_key = row->key,
                                 .row_values = row->values };

          if (!sz_store_handover_put (act, &kept, SZ_PUT_INSERT, NULL, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* RULE pkg-9 */
static gboolean
leave_trace (Make *make, SzAct *act, json_t *summary, GError **error)
{
  SzPackageRow row = { .act = (char *)sz_act_get_id (act),
                       .direction = (char *)"out",
                       .package = make->made->package,
                       .number = make->made->number,
                       .sender = make->sender,
                       .peers = make->peers->str,
                       .part = (char *)make->part->name,
                       .at = (char *)sz_act_get_at (act),
                       .who = (char *)sz_act_get_who (act),
                       .sha256 = make->made->sha256 };
  const guint slots = make->recipients->len / 32 + (make->ask->password != NULL ? 1 : 0);

  json_object_set_new (summary, "package", json_string (row.package));
  json_object_set_new (summary, "number", json_integer (row.number));
  json_object_set_new (summary, "part", json_string (row.part));
  json_object_set_new (summary, "rows", json_integer (make->made->rows));
  json_object_set_new (summary, "sha256", json_string (row.sha256));
  json_object_set_new (summary, "slots", json_integer (slots));
  json_object_set_new (summary, "to", json_string (row.peers));
  return sz_store_package_put (act, &row, SZ_PUT_INSERT, NULL, error);
}

static gboolean
make_package (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Make *make = user_data;
  SzStore *store = sz_act_get_store (act);
  SzAuditHead head = { 0 };
  g_autofree char *college = sz_office_dup_college (make->office, error);

  if (college == NULL || !find_part (make, error)
      || !sz_package_find_recipients (make->office, make->ask->to, make->ask->password,
                                      make->recipients, make->peers, error)
      || !find_number (make, error) || !sz_audit_head (store, &head, error))
    return FALSE;
  make->natural = sz_natural_new (store, error);
  if (make->natural == NULL || !read_sections (make, error))
    return FALSE;
  make->writer = sz_package_writer_new (SZ_PACKAGE_HANDOVER, make->made->package);
  return sz_package_writer_add_line (make->writer,
                                     make_manifest (make, sz_act_get_at (act), &head, college),
                                     error)
         && write_file (make, sz_act_get_at (act), error) && keep_rows (make, act, error)
         && leave_trace (make, act, summary, error);
}

gboolean
sz_office_package_make (SzOffice *office,
                        const SzPackageAsk *ask,
                        SzPackageMade *made,
                        GError **error)
{
  Make make = { .office = office, .ask = ask, .made = made };
  guint8 public_key[32];
  gboolean done;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && ask != NULL && made != NULL, FALSE);
  g_return_val_if_fail (ask->part != NULL && ask->file != NULL, FALSE);

  if (!sz_office_key_seed (office, make.seed, error))
    return FALSE;
  sz_package_key_public (make.seed, public_key);
  make.sender = sz_package_key_dup_hex (public_key);
  make.recipients = g_byte_array_new ();
  make.peers = g_string_new (NULL);
  make.sections = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  made->package = g_uuid_string_random ();
  done = sz_office_run (office, &(SzActHead){ .kind = "package.make", .source = ask->file },
                        make_package, &make, NULL, error);
  if (!done && make.written)
    g_unlink (ask->file);
  sz_package_key_wipe (make.seed, sizeof make.seed);
  g_free (make.sender);
  g_byte_array_unref (make.recipients);
  g_string_free (make.peers, TRUE);
  g_ptr_array_unref (make.sections);
  sz_natural_free (make.natural);
  sz_package_writer_free (make.writer);
  return done;
}
