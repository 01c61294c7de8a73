/* sz-package-make.c — handing over: a part of the college into a sealed file (RULE pkg-1, pkg-9)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-package-make.h"

#include <glib/gstdio.h>
#include <string.h>

#include "sz-audit.h"
#include "sz-frozen-rows.h"
#include "sz-office-act.h"
#include "sz-package-key.h"
#include "sz-package-keys.h"
#include "sz-package-part.h"
#include "sz-package-diff-private.h"
#include "sz-package-rows.h"
#include "sz-package-writer.h"
#include "sz-row-registry.h"
#include "sz-store-pay.h"

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
  char *asked;         /* (nullable): what the part is of, as it travels */
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
      g_autofree char *key = NULL;
      guint8 bytes[32], recipient[32];

      if (!sz_package_find_key (office, to[i], &key, error))
        return FALSE;
      if (key == NULL || !sz_package_key_from_hex (key, bytes)
          || !sz_package_key_recipient (bytes, recipient))
        return sz_error_set (error, SZ_ERROR_REFUSED, "key.unknown", "name", to[i], NULL);
      g_byte_array_append (recipients, recipient, sizeof recipient);
      g_string_append_printf (peers, "%s%s", peers->len > 0 ? "，" : "", to[i]);
    }
  if (password == NULL && recipients->len == 0)
    return sz_error_set (error, SZ_ERROR_REFUSED, "package.nobody", NULL);
  if (password != NULL && g_utf8_strlen (password, -1) < PASSWORD_MIN)
    return sz_error_set (error, SZ_ERROR_REFUSED, "package.password_short", NULL);
  return recipients->len / 32 < SZ_PACKAGE_SLOTS_MAX
         || sz_error_set (error, SZ_ERROR_FORMAT, "package.too_large", NULL);
}

/* Each part wants one thing or none. */
static gboolean
check_asked (Make *make, GError **error)
{
  const SzPackageAsk *ask = make->ask;
  const struct
  {
    SzPackageOf of;
    gboolean given;
    const char *missing;
  } words[] = {
    { SZ_PACKAGE_OF_YEAR, ask->year != 0, "package.year" },
    { SZ_PACKAGE_OF_RUN, ask->run != 0, "package.run" },
    { SZ_PACKAGE_OF_PLAN, ask->plan != NULL, "package.plan" },
    { SZ_PACKAGE_OF_BATCH, ask->batch != NULL, "package.batch" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const gboolean wanted = make->part->of == words[i].of;

      if (wanted && !words[i].given)
        return sz_error_set (error, SZ_ERROR_REFUSED, words[i].missing, "part", make->part->name,
                             NULL);
      if (!wanted && words[i].given)
        return sz_error_set (error, SZ_ERROR_REFUSED, "package.superfluous", "part",
                             make->part->name, "option", sz_package_of_word (words[i].of), NULL);
    }
  return TRUE;
}

/* RULE pkg-1: a run goes out from 已复核 on. */
static gboolean
find_run (Make *make, GError **error)
{
  g_auto (SzPayRun) run = { 0 };
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, make->ask->run);
  gboolean found = FALSE;

  if (!sz_store_pay_get (sz_office_get_store (make->office), make->ask->run, &run, &found, error))
    return FALSE;
  if (!found)
    return sz_error_set (error, SZ_ERROR_REFUSED, "run.unknown", "run", number, NULL);
  if (g_strcmp0 (run.state, "computed") == 0)
    return sz_error_set (error, SZ_ERROR_REFUSED, "package.run_state", "run", number, NULL);
  make->asked = g_strdup (run.act_id);
  return TRUE;
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
  if (!check_asked (make, error) || (make->ask->run != 0 && !find_run (make, error)))
    return FALSE;
  if (make->asked == NULL)
    make->asked = g_strdup (make->ask->plan != NULL ? make->ask->plan : make->ask->batch);
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

/* RULE pkg-12 */
static gboolean
check_limits (const GPtrArray *rows, GError **error)
{
  gboolean within = rows->len <= SZ_PACKAGE_ROWS_MAX;

  for (guint i = 0; within && i < rows->len; i++)
    {
      const SzNaturalRow *row = rows->pdata[i];
      json_t *values;
      json_t *value;
      gsize at;

      if (strlen (row->values) <= SZ_PACKAGE_TEXT_MAX)
        continue;
      values = json_loads (row->values, 0, NULL);
      json_array_foreach (values, at, value)
      {
        within = within && json_string_length (value) <= SZ_PACKAGE_TEXT_MAX;
      }
      json_decref (values);
    }
  return within || sz_error_set (error, SZ_ERROR_FORMAT, "package.too_large", NULL);
}

static gboolean
read_sections (Make *make, GError **error)
{
  g_autoptr (SzPackageScope) scope
      = sz_package_scope_new (make->part, make->ask->year, make->asked);
  gboolean head = FALSE; /* of plan or batch, on which all others hang */

  for (const SzPackageTable *line = make->part->tables; line->table != NULL; line++)
    {
      GPtrArray *rows = sz_package_scope_list (scope, make->natural, line->table, error);

      if (rows == NULL)
        return FALSE;
      g_ptr_array_add (make->sections, rows);
      make->made->rows += rows->len;
      if (!check_limits (rows, error))
        return FALSE;
      if (make->asked == NULL || line->column == NULL || head)
        continue;
      head = TRUE;
      if (rows->len == 0)
        return sz_error_set (error, SZ_ERROR_REFUSED, "package.nothing", "part", make->part->name,
                             "name", make->asked, NULL);
    }
  return TRUE;
}

static json_t *
make_manifest (Make *make, const char *at, const SzAuditHead *head, const char *college)
{
  g_autofree char *origin = sz_store_dup_origin (sz_office_get_store (make->office), NULL);
  json_t *sections = json_array ();
  json_t *manifest;

  for (guint i = 0; i < make->sections->len; i++)
    json_array_append_new (sections,
                           json_pack ("{s:s, s:i}", "table", make->part->tables[i].table, "rows",
                                      (int)((GPtrArray *)make->sections->pdata[i])->len));
  manifest
      = json_pack ("{s:i, s:s, s:s, s:I, s:{s:s, s:s}, s:{s:n, s:s, s:s}, s:{s:s}, s:s, s:s, s:i, "
                   "s:s, s:o, s:s?,"
                   " s:b, s:{s:I, s:s}, s:s?, s:s, s:o}",
                   "format", SZ_PACKAGE_FORMAT, "kind", "handover", "package", make->made->package,
                   "number", (json_int_t)make->made->number, "college", "id", origin, "name",
                   college, "from", "account", "name", sz_office_get_who (make->office), "office",
                   "", "to", "office", make->peers->str, "created", at, "program", SHIZI_VERSION,
                   "schema", sz_office_schema (), "part", make->part->name, "year",
                   make->ask->year != 0 ? json_integer (make->ask->year) : json_null (), "run",
                   make->ask->run != 0 ? make->asked : NULL, "complete", 1, "head", "seq",
                   (json_int_t)head->seq, "hash", head->hash, "answers", make->ask->answers,
                   "sender_key", make->sender, "sections", sections);
  /* Beside what every manifest has. */
  if (make->ask->plan != NULL || make->ask->batch != NULL)
    json_object_set_new (manifest, sz_package_of_word (make->part->of), json_string (make->asked));
  return manifest;
}

static gboolean
write_section (Make *make, guint section, GError **error)
{
  const char *table = make->part->tables[section].table;
  const SzFrozenTable *frozen = sz_frozen_table_find (table);
  const GPtrArray *rows = make->sections->pdata[section];

  if (!sz_package_writer_add_line (make->writer,
                                   json_pack ("{s:s, s:o, s:i}", "table", table, "columns",
                                              frozen != NULL ? sz_frozen_columns (frozen)
                                                             : sz_natural_columns (
                                                                 sz_row_registry_find (table)),
                                              "rows", (int)rows->len),
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
      const char *table = make->part->tables[s].table;

      /* What is frozen is compared with nothing. */
      for (guint i = 0; sz_frozen_table_find (table) == NULL && i < rows->len; i++)
        {
          const SzNaturalRow *row = rows->pdata[i];
          SzHandoverRow kept = { .package = make->made->package,
                                 .of_table = (char *)table,
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
  g_free (make.asked);
  g_byte_array_unref (make.recipients);
  g_string_free (make.peers, TRUE);
  g_ptr_array_unref (make.sections);
  sz_natural_free (make.natural);
  sz_package_writer_free (make.writer);
  return done;
}
