/* sz-title-result-act.c — who passed, and the titles they get (RULE ttl-18)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-office-act.h"
#include "sz-store-facts.h"
#include "sz-store-people.h"
#include "sz-title-life-private.h"

/* What the results of a round are read from. */
typedef struct
{
  GArray *objections;
  GArray *ballots;
  GArray *certificates;
} Facts;

static void
clear_facts (Facts *facts)
{
  g_clear_pointer (&facts->objections, g_array_unref);
  g_clear_pointer (&facts->ballots, g_array_unref);
  g_clear_pointer (&facts->certificates, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Facts, clear_facts)

static gboolean
read_facts (Facts *facts, SzStore *store, gint64 round_id, GError **error)
{
  facts->objections
      = sz_title_rows_of_round (sz_store_title_objection_list (store, SZ_ROWS_ALL, error),
                                round_id);
  facts->ballots
      = facts->objections != NULL
            ? sz_title_rows_of_round (sz_store_ballot_list (store, SZ_ROWS_ALL, error), round_id)
            : NULL;
  facts->certificates
      = facts->ballots != NULL
            ? sz_title_rows_of_round (sz_store_title_certificate_list (store, SZ_ROWS_ALL, error),
                                      round_id)
            : NULL;
  return facts->certificates != NULL;
}

static const char *
find_certificate (const Facts *facts, gint64 person_id)
{
  for (guint i = 0; i < facts->certificates->len; i++)
    {
      const SzTitleCertificateRow *row
          = &g_array_index (facts->certificates, SzTitleCertificateRow, i);

      if (row->person_id == person_id)
        return row->certificate;
    }
  return NULL;
}

static void
clear_grant_cb (gpointer data)
{
  SzTitleGrant *grant = data;

  g_free (grant->staff_no);
  g_free (grant->title);
  g_free (grant->certificate);
}

static int
compare_grants_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (((const SzTitleGrant *)a)->staff_no, ((const SzTitleGrant *)b)->staff_no);
}

GArray *
sz_title_result (SzOffice *office, const char *batch, GError **error)
{
  g_autoptr (SzTitleRound) round = NULL;
  g_auto (Facts) facts = { 0 };
  g_autoptr (GArray) grants = NULL;
  SzStore *store;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && batch != NULL, NULL);

  store = sz_office_get_store (office);
  round = sz_title_round_load (office, batch, error);
  if (round == NULL || !read_facts (&facts, store, round->row.id, error))
    return NULL;
  grants = g_array_new (FALSE, TRUE, sizeof (SzTitleGrant));
  g_array_set_clear_func (grants, clear_grant_cb);
  for (guint i = 0; i < round->applications->len; i++)
    {
      const SzTitleApplicationRow *row
          = &g_array_index (round->applications, SzTitleApplicationRow, i);
      SzTitleGrant grant = { 0 };

      if (!sz_title_passed (round, facts.objections, facts.ballots, row->person_id))
        continue;
      grant.staff_no = sz_title_dup_staff_no (store, row->person_id, error);
      if (grant.staff_no == NULL)
        return NULL;
      grant.title = g_strdup (sz_codes_name (SZ_TABLE_TITLE, row->title));
      grant.from = sz_title_ballot_of (facts.ballots, row->person_id)->meeting;
      grant.certificate = g_strdup (find_certificate (&facts, row->person_id));
      g_array_append_val (grants, grant);
    }
  g_array_sort (grants, compare_grants_cb);
  return g_steal_pointer (&grants);
}

/* What is given with the results. */
typedef struct
{
  SzTitleRound *round;
  const char *document;
  const GPtrArray *pairs;
} Given;

static gboolean
check_numbers (const GPtrArray *pairs, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 1; pairs != NULL && i < pairs->len; i += 2)
    if (!g_hash_table_add (seen, g_ptr_array_index (pairs, i)))
      return sz_error_set (error, SZ_ERROR_REFUSED, "certificate.duplicate", "value",
                           g_ptr_array_index (pairs, i), NULL);
  return TRUE;
}

static gboolean
keep (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const Given *given = user_data;
  SzPutResult result;

  json_object_set_new (summary, "batch", json_string (given->round->row.name));
  if (g_str_equal (given->round->state, "done"))
    return sz_error_set (error, SZ_ERROR_REFUSED, "batch.state", "batch", given->round->row.name,
                         "value", given->round->state, "stands",
                         sz_case_state_name (&sz_case_title_round, given->round->state), NULL);
  if (!check_numbers (given->pairs, error))
    return FALSE;
  for (guint i = 0; given->pairs != NULL && i + 1 < given->pairs->len; i += 2)
    {
      SzTitleCertificateRow row = { .round_id = given->round->row.id,
                                    .certificate = g_ptr_array_index (given->pairs, i + 1) };

      if (!sz_title_person_id (sz_act_get_store (act), g_ptr_array_index (given->pairs, i),
                               &row.person_id, error))
        return FALSE;
      if (sz_title_round_application (given->round, row.person_id) == NULL)
        return sz_error_set (error, SZ_ERROR_REFUSED, "batch.no_application", "batch",
                             given->round->row.name, "staff_no",
                             g_ptr_array_index (given->pairs, i), NULL);
      if (!sz_store_title_certificate_put (act, &row, SZ_PUT_UPDATE, &result, error))
        return FALSE;
    }
  if (given->document == NULL)
    return TRUE;
  g_free (given->round->row.document);
  given->round->row.document = g_strdup (given->document);
  return sz_store_title_round_put (act, &given->round->row, SZ_PUT_UPDATE, &result, error);
}

gboolean
sz_title_result_keep (SzOffice *office,
                      const char *batch,
                      const char *document,
                      const GPtrArray *pairs,
                      GError **error)
{
  g_autoptr (SzTitleRound) round = NULL;
  Given given = { NULL, document, pairs };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && batch != NULL, FALSE);

  round = sz_title_round_load (office, batch, error);
  given.round = round;
  return round != NULL
         && sz_office_run (office, &(SzActHead){ .kind = "title.result" }, keep, &given, NULL,
                           error);
}

/* The dated record, and what it lies on. */
static gboolean
write_title (SzAct *act,
             const SzTitleRound *round,
             const SzTitleApplicationRow *application,
             SzDate from,
             const char *certificate,
             GError **error)
{
  SzRecord record = { .field = SZ_RECORD_TITLE, .from = from, .value = application->title };
  SzPaperRow paper = { .person_id = application->person_id,
                       .field = (char *)sz_record_field_code (SZ_RECORD_TITLE),
                       .from = from,
                       .document = round->row.document,
                       .certificate = (char *)certificate };
  SzPutResult result;

  return sz_store_record_change (act, application->person_id, &record, error)
         && sz_store_paper_put (act, &paper, SZ_PUT_UPDATE, &result, error);
}

/* RULE ttl-18 */
gboolean
sz_title_write_results (SzAct *act, const SzTitleRound *round, GError **error)
{
  g_auto (Facts) facts = { 0 };
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (act != NULL && round != NULL, FALSE);

  if (!read_facts (&facts, sz_act_get_store (act), round->row.id, error))
    return FALSE;
  for (guint i = 0; i < round->applications->len; i++)
    {
      const SzTitleApplicationRow *row
          = &g_array_index (round->applications, SzTitleApplicationRow, i);
      const char *certificate = find_certificate (&facts, row->person_id);

      if (!sz_title_passed (round, facts.objections, facts.ballots, row->person_id))
        continue;
      if (certificate != NULL && *certificate != '\0'
          && !g_hash_table_add (seen, (gpointer)certificate))
        return sz_error_set (error, SZ_ERROR_REFUSED, "certificate.duplicate", "value", certificate,
                             NULL);
      if (!write_title (act, round, row,
                        sz_title_ballot_of (facts.ballots, row->person_id)->meeting, certificate,
                        error))
        return FALSE;
    }
  return TRUE;
}
