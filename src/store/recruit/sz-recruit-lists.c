/* sz-recruit-lists.c — the rows of one plan of recruitment, and what fills the part-time quota
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-recruit-lists.h"

#include <string.h>

#include "sz-row-sql.h"
#include "sz-row-table.h"
#include "sz-store-private.h"

#define OF_APPLICANTS "applicant_id IN (SELECT id FROM applicants WHERE plan = $1)"
#define OF_POSITIONS "position_id IN (SELECT id FROM recruit_positions WHERE plan = $1)"

static SzStmt *
prepare_select (SzStore *store, const SzRowType *type, const char *condition, GError **error)
{
  SzRowSql *sql = sz_row_sql (store, type, error);
  g_autofree char *text = NULL;

  if (sql == NULL)
    return NULL;
  text = g_strdup_printf ("SELECT %s FROM %s WHERE %s", sql->columns, type->table, condition);
  return sz_db_prepare (store->db, text, error);
}

/* Takes @stmt, which is bound. */
static GArray *
take_rows (SzStmt *stmt, const SzRowType *type, GDestroyNotify clear, GError **error)
{
  g_autoptr (SzStmt) rows_stmt = stmt;
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, (guint)type->size);

  g_array_set_clear_func (rows, clear);
  for (;;)
    {
      SzValue values[SZ_COLUMNS_MAX];
      gboolean more = TRUE;
      gint64 *head;

      if (!sz_stmt_step (rows_stmt, &more, error))
        return NULL;
      if (!more)
        return g_steal_pointer (&rows);
      g_array_set_size (rows, rows->len + 1);
      head = (gpointer)(rows->data + (rows->len - 1) * type->size);
      sz_row_type_fetch (type, rows_stmt, 2, values);
      head[0] = sz_stmt_int (rows_stmt, 0);
      head[1] = sz_stmt_int (rows_stmt, 1);
      if (!sz_row_type_fill (type, values, TRUE, head, error))
        return NULL;
    }
}

#define DEFINE_LIST(name, type, prefix, condition)                                                 \
  GArray *name (SzStore *store, const char *plan, GError **error)                                  \
  {                                                                                                \
    SzStmt *stmt;                                                                                  \
                                                                                                   \
    g_return_val_if_fail (store != NULL && plan != NULL, NULL);                                    \
    stmt = prepare_select (store, &type, condition " ORDER BY id", error);                         \
    if (stmt == NULL)                                                                              \
      return NULL;                                                                                 \
    sz_stmt_bind_text (stmt, 1, plan);                                                             \
    return take_rows (stmt, &type, (GDestroyNotify)prefix##_clear, error);                         \
  }

DEFINE_LIST (sz_store_plan_positions, sz_position_type, sz_store_position, "plan = $1")
DEFINE_LIST (sz_store_plan_applicants, sz_applicant_type, sz_store_applicant, "plan = $1")
DEFINE_LIST (sz_store_plan_relaxations, sz_relaxation_type, sz_store_relaxation, "plan = $1")
DEFINE_LIST (sz_store_plan_judges, sz_judge_type, sz_store_judge, "plan = $1")
DEFINE_LIST (sz_store_plan_honours,
             sz_honour_type,
             sz_store_honour,
             "id_number IN (SELECT id_number FROM applicants WHERE plan = $1)")
DEFINE_LIST (sz_store_plan_scores, sz_score_type, sz_store_score, OF_APPLICANTS)
DEFINE_LIST (sz_store_plan_locks, sz_score_lock_type, sz_store_score_lock, OF_POSITIONS)
DEFINE_LIST (sz_store_plan_checks, sz_check_type, sz_store_check, OF_APPLICANTS)
DEFINE_LIST (sz_store_plan_decisions, sz_decision_type, sz_store_decision, OF_APPLICANTS)
DEFINE_LIST (sz_store_plan_objections, sz_objection_type, sz_store_objection, OF_POSITIONS)
DEFINE_LIST (sz_store_plan_hires, sz_hire_type, sz_store_hire, OF_POSITIONS)

static GArray *
list_by_number (SzStore *store,
                const SzRowType *type,
                const char *condition,
                gint64 number,
                GDestroyNotify clear,
                GError **error)
{
  SzStmt *stmt = prepare_select (store, type, condition, error);

  if (stmt == NULL)
    return NULL;
  sz_stmt_bind_int (stmt, 1, number);
  return take_rows (stmt, type, clear, error);
}

GArray *
sz_store_contract_stretches (SzStore *store, gint64 contract_id, GError **error)
{
  g_return_val_if_fail (store != NULL, NULL);
  return list_by_number (store, &sz_stretch_type, "contract_id = $1 ORDER BY from_date",
                         contract_id, (GDestroyNotify)sz_store_stretch_clear, error);
}

GArray *
sz_store_fee_lines_of (SzStore *store, gint64 sheet_id, GError **error)
{
  g_return_val_if_fail (store != NULL, NULL);
  return list_by_number (store, &sz_fee_line_type, "sheet_id = $1 ORDER BY ordinal", sheet_id,
                         (GDestroyNotify)sz_store_fee_line_clear, error);
}

GArray *
sz_store_lectures_of_sheet (SzStore *store, gint64 sheet_id, GError **error)
{
  g_return_val_if_fail (store != NULL, NULL);
  return list_by_number (store, &sz_lecture_type, "sheet_id = $1 ORDER BY day, id", sheet_id,
                         (GDestroyNotify)sz_store_lecture_clear, error);
}

GArray *
sz_store_lectures_between (SzStore *store, SzDate from, SzDate to, GError **error)
{
  char first[16];
  char last[16];
  SzStmt *stmt;

  g_return_val_if_fail (store != NULL, NULL);
  stmt = prepare_select (store, &sz_lecture_type,
                         "day >= $1 AND day <= $2 AND sheet_id IS NULL ORDER BY day, id", error);
  if (stmt == NULL)
    return NULL;
  sz_date_to_text (from, first);
  sz_date_to_text (to, last);
  sz_stmt_bind_text (stmt, 1, first);
  sz_stmt_bind_text (stmt, 2, last);
  return take_rows (stmt, &sz_lecture_type, (GDestroyNotify)sz_store_lecture_clear, error);
}

static void
clear_cheat_cb (gpointer data)
{
  g_free (((SzCheat *)data)->id_number);
}

/* RULE rec-16 */
GArray *
sz_store_cheats (SzStore *store, const char *plan, GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;
  g_autoptr (GArray) cheats = g_array_new (FALSE, FALSE, sizeof (SzCheat));

  g_return_val_if_fail (store != NULL && plan != NULL, NULL);
  g_array_set_clear_func (cheats, clear_cheat_cb);
  stmt = sz_db_prepare (store->db,
                        "SELECT a.id_number, p.cutoff FROM exam_scores s"
                        " JOIN applicants a ON a.id = s.applicant_id"
                        " JOIN recruit_plans p ON p.code = a.plan"
                        " WHERE s.status = 'cheated' AND a.plan <> $1 AND a.id_number IN"
                        " (SELECT id_number FROM applicants WHERE plan = $1)",
                        error);
  if (stmt == NULL)
    return NULL;
  sz_stmt_bind_text (stmt, 1, plan);
  for (;;)
    {
      SzCheat cheat;
      gboolean more = TRUE;

      if (!sz_stmt_step (stmt, &more, error))
        return NULL;
      if (!more)
        return g_steal_pointer (&cheats);
      cheat.id_number = g_strdup (sz_stmt_text (stmt, 0));
      cheat.cutoff = sz_date_from_text (sz_stmt_text (stmt, 1));
      g_array_append_val (cheats, cheat);
    }
}

static void
clear_maker_cb (gpointer data)
{
  SzScoreMaker *maker = data;

  g_free (maker->post);
  g_free (maker->who);
}

GArray *
sz_store_score_makers (SzStore *store, const char *plan, GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;
  g_autoptr (GArray) makers = g_array_new (FALSE, FALSE, sizeof (SzScoreMaker));

  g_return_val_if_fail (store != NULL && plan != NULL, NULL);
  g_array_set_clear_func (makers, clear_maker_cb);
  stmt = sz_db_prepare (store->db,
                        "SELECT DISTINCT a.post, s.changed_by FROM exam_scores s"
                        " JOIN applicants a ON a.id = s.applicant_id WHERE a.plan = $1"
                        " ORDER BY a.post, s.changed_by",
                        error);
  if (stmt == NULL)
    return NULL;
  sz_stmt_bind_text (stmt, 1, plan);
  for (;;)
    {
      SzScoreMaker maker;
      gboolean more = TRUE;

      if (!sz_stmt_step (stmt, &more, error))
        return NULL;
      if (!more)
        return g_steal_pointer (&makers);
      maker.post = g_strdup (sz_stmt_text (stmt, 0));
      maker.who = g_strdup (sz_stmt_text (stmt, 1));
      g_array_append_val (makers, maker);
    }
}

char *
sz_store_next_ticket (SzStore *store, const char *plan, const char *post, GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;
  const gsize prefix = post != NULL ? strlen (post) + 1 : 0;
  gint64 last = 0;

  g_return_val_if_fail (store != NULL && plan != NULL && post != NULL, NULL);
  stmt = sz_db_prepare (store->db,
                        "SELECT ticket FROM applicants WHERE plan = $1"
                        " AND substr (ticket, 1, CAST ($2 AS INTEGER)) = $3",
                        error);
  if (stmt == NULL)
    return NULL;
  sz_stmt_bind_text (stmt, 1, plan);
  sz_stmt_bind_int (stmt, 2, g_utf8_strlen (post, -1) + 1);
  {
    g_autofree char *start = g_strconcat (post, "-", NULL);
    gboolean more = TRUE;

    sz_stmt_bind_text (stmt, 3, start);
    for (;;)
      {
        if (!sz_stmt_step (stmt, &more, error))
          return NULL;
        if (!more)
          break;
        last = MAX (last, g_ascii_strtoll (sz_stmt_text (stmt, 0) + prefix, NULL, 10));
      }
  }
  return g_strdup_printf ("%s-%03" G_GINT64_FORMAT, post, last + 1);
}

gboolean
sz_store_applicant_by_ticket (SzStore *store,
                              const char *plan,
                              const char *ticket,
                              SzApplicantRow *row,
                              gboolean *found,
                              GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;
  gint64 id = 0;

  g_return_val_if_fail (store != NULL && plan != NULL && ticket != NULL, FALSE);
  g_return_val_if_fail (row != NULL && found != NULL, FALSE);
  *found = FALSE;
  stmt = sz_db_prepare (store->db, "SELECT id FROM applicants WHERE plan = $1 AND ticket = $2",
                        error);
  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_text (stmt, 1, plan);
  sz_stmt_bind_text (stmt, 2, ticket);
  if (!sz_stmt_step (stmt, found, error))
    return FALSE;
  if (!*found)
    return TRUE;
  id = sz_stmt_int (stmt, 0);
  g_clear_pointer (&stmt, sz_stmt_done);
  return sz_store_applicant_get (store, id, row, found, error);
}

#define TERM "to_date >= $1 AND from_date <= $2"
#define USES                                                                                       \
  "SELECT from_date, to_date, fte_x1e4, id, 0 FROM contracts WHERE " TERM                          \
  " UNION ALL SELECT from_date, to_date, fte_x1e4, contract_id, 0 FROM contract_stretches"         \
  " WHERE " TERM " UNION ALL SELECT from_date, to_date, fte_x1e4, 0, id FROM parttime_cases"       \
  " WHERE state = 'open' AND " TERM

/* RULE rec-9: the text of a month alone sorts before its days, so that the least of the term is
 * looked for by its month. */
gboolean
sz_store_quota_uses (
    SzStore *store, SzDate from, SzDate to, SzQuotaUseFn fn, gpointer user_data, GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;
  char first[16];
  char last[16] = "9";

  g_return_val_if_fail (store != NULL && fn != NULL, FALSE);
  stmt = sz_db_prepare (store->db, USES, error);
  if (stmt == NULL)
    return FALSE;
  sz_date_to_text (from != SZ_DATE_NONE ? from / 100 * 100 : from, first);
  if (to != SZ_DATE_NONE)
    sz_date_to_text (to, last);
  sz_stmt_bind_text (stmt, 1, first);
  sz_stmt_bind_text (stmt, 2, last);
  for (;;)
    {
      SzQuotaUse use;
      gboolean more = TRUE;

      if (!sz_stmt_step (stmt, &more, error))
        return FALSE;
      if (!more)
        return TRUE;
      use.from = sz_date_from_text (sz_stmt_text (stmt, 0));
      use.to = sz_date_from_text (sz_stmt_text (stmt, 1));
      use.fte_x1e4 = sz_stmt_int (stmt, 2);
      use.contract_id = sz_stmt_int (stmt, 3);
      use.case_id = sz_stmt_int (stmt, 4);
      fn (&use, user_data);
    }
}

gboolean
sz_store_quota_name (
    SzStore *store, const SzQuotaUse *use, char **agreement, char **name, GError **error)
{
  g_autoptr (SzStmt) stmt = NULL;
  gboolean found = FALSE;

  g_return_val_if_fail (store != NULL && use != NULL, FALSE);
  g_return_val_if_fail (agreement != NULL && name != NULL, FALSE);
  stmt = sz_db_prepare (store->db,
                        use->contract_id != 0
                            ? "SELECT agreement_no, name FROM contracts WHERE id = $1"
                            : "SELECT '', name FROM parttime_cases WHERE id = $1",
                        error);
  if (stmt == NULL)
    return FALSE;
  sz_stmt_bind_int (stmt, 1, use->contract_id != 0 ? use->contract_id : use->case_id);
  if (!sz_stmt_step (stmt, &found, error))
    return FALSE;
  *agreement = g_strdup (found ? sz_stmt_text (stmt, 0) : "");
  *name = g_strdup (found ? sz_stmt_text (stmt, 1) : "");
  return TRUE;
}

/* So many a statement: it costs as much to begin one as to read some rows. */
#define NAMES_AT_ONCE 64

static char *
make_names_sql (void)
{
  GString *sql = g_string_new ("SELECT id, agreement_no, name FROM contracts WHERE id IN (");

  for (guint i = 1; i <= NAMES_AT_ONCE; i++)
    g_string_append_printf (sql, "%s$%u", i > 1 ? ", " : "", i);
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

gboolean
sz_store_quota_names (SzStore *store,
                      const gint64 *ids,
                      gsize n_ids,
                      SzQuotaNameFn fn,
                      gpointer user_data,
                      GError **error)
{
  g_autofree char *sql = NULL;

  g_return_val_if_fail (store != NULL && fn != NULL && (ids != NULL || n_ids == 0), FALSE);
  sql = make_names_sql ();
  for (gsize first = 0; first < n_ids; first += NAMES_AT_ONCE)
    {
      g_autoptr (SzStmt) stmt = sz_db_prepare (store->db, sql, error);
      gboolean more = TRUE;

      if (stmt == NULL)
        return FALSE;
      /* no row has the id 0 */
      for (gsize i = 0; i < NAMES_AT_ONCE; i++)
        sz_stmt_bind_int (stmt, (int)i + 1, first + i < n_ids ? ids[first + i] : 0);
      for (;;)
        {
          if (!sz_stmt_step (stmt, &more, error))
            return FALSE;
          if (!more)
            break;
          fn (sz_stmt_int (stmt, 0), sz_stmt_text (stmt, 1), sz_stmt_text (stmt, 2), user_data);
        }
    }
  return TRUE;
}
