/* sz-title-panel.c — the panel of a round: its members, who of them must not vote on whom, and
 * recusal 回避 (RULE ttl-14, ttl-17, aud-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-title-panel.h"

#include "sz-office-act.h"
#include "sz-office-private.h"
#include "sz-panel-kin.h"
#include "sz-store-people.h"
#include "sz-title-life-private.h"

static void
clear_line_cb (gpointer data)
{
  SzPanelLine *line = data;

  g_free (line->member);
  g_free (line->staff_no);
  g_free (line->employer);
  g_free (line->title);
  g_free (line->specialty);
  g_free (line->duty);
  g_free (line->applicant);
  g_free (line->applicant_no);
  g_free (line->reason);
}

void
sz_title_panel_free (SzTitlePanel *panel)
{
  if (panel == NULL)
    return;
  g_array_unref (panel->lines);
  g_free (panel);
}

/* What a panel is read from. */
typedef struct
{
  SzStore *store;
  SzTitleRound *round;
  GArray *members;
  GArray *recusals;
  GPtrArray *files; /* of SzPersonFile, one an application */
} Source;

static void
clear_source (Source *source)
{
  sz_title_round_free (source->round);
  g_clear_pointer (&source->members, g_array_unref);
  g_clear_pointer (&source->recusals, g_array_unref);
  g_clear_pointer (&source->files, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Source, clear_source)

static gboolean
load_source (Source *source, SzOffice *office, const char *batch, GError **error)
{
  source->store = sz_office_get_store (office);
  source->round = sz_title_round_load (office, batch, error);
  if (source->round == NULL)
    return FALSE;
  source->members
      = sz_title_rows_of_round (sz_store_panel_member_list (source->store, SZ_ROWS_ALL, error),
                                source->round->row.id);
  source->recusals
      = source->members != NULL
            ? sz_title_rows_of_round (sz_store_recusal_list (source->store, SZ_ROWS_ALL, error),
                                      source->round->row.id)
            : NULL;
  if (source->recusals == NULL)
    return FALSE;
  source->files = g_ptr_array_new_with_free_func ((GDestroyNotify)sz_person_file_free);
  for (guint i = 0; i < source->round->applications->len; i++)
    {
      const SzTitleApplicationRow *row
          = &g_array_index (source->round->applications, SzTitleApplicationRow, i);
      SzPersonFile *file = sz_store_person_by_id (source->store, row->person_id, error);

      if (file == NULL)
        return FALSE;
      g_ptr_array_add (source->files, file);
    }
  return TRUE;
}

static const SzRecusalRow *
find_recusal (const Source *source, const char *member, gint64 person_id)
{
  for (guint i = 0; i < source->recusals->len; i++)
    {
      const SzRecusalRow *row = &g_array_index (source->recusals, SzRecusalRow, i);

      if (row->person_id == person_id && g_strcmp0 (row->member, member) == 0)
        return row;
    }
  return NULL;
}

static void
add_member (SzTitlePanel *panel, const SzPanelMemberRow *row)
{
  const SzPanelLine line = { .kind = SZ_PANEL_MEMBER,
                             .member = g_strdup (row->name),
                             .staff_no = g_strdup (row->staff_no),
                             .employer = g_strdup (row->employer),
                             .title = g_strdup (row->title),
                             .specialty = g_strdup (row->specialty),
                             .duty = g_strdup (row->duty) };

  g_array_append_val (panel->lines, line);
}

static void
add_pair (SzTitlePanel *panel,
          SzPanelLineKind kind,
          const SzPanelMemberRow *member,
          const SzPersonFile *file,
          const char *reason)
{
  const SzPanelLine line = { .kind = kind,
                             .member = g_strdup (member->name),
                             .staff_no = g_strdup (member->staff_no),
                             .employer = g_strdup (member->employer),
                             .applicant = g_strdup (file->person.name),
                             .applicant_no = g_strdup (file->person.staff_no),
                             .reason = g_strdup (reason) };

  panel->open += kind != SZ_PANEL_RECUSED;
  g_array_append_val (panel->lines, line);
}

/* What stands between a member and an applicant, if anything does. */
static gboolean
judge_pair (SzTitlePanel *panel,
            const Source *source,
            const SzPanelMemberRow *member,
            const SzPersonFile *file,
            GError **error)
{
  const SzRecusalRow *recusal = find_recusal (source, member->name, file->person.id);
  g_autofree char *relation = NULL;
  gboolean kin = FALSE;

  if (!sz_panel_find_kin (source->store, member, file->person.id, &kin, &relation, error))
    return FALSE;
  if (g_strcmp0 (member->staff_no, file->person.staff_no) == 0)
    add_pair (panel, SZ_PANEL_SELF, member, file, NULL);
  else if (recusal != NULL)
    add_pair (panel, SZ_PANEL_RECUSED, member, file,
              recusal->reason != NULL && *recusal->reason != '\0' ? recusal->reason : relation);
  else if (kin)
    add_pair (panel, SZ_PANEL_KIN, member, file, relation);
  return TRUE;
}

SzTitlePanel *
sz_title_panel (SzOffice *office, const char *batch, GError **error)
{
  g_autoptr (SzTitlePanel) panel = NULL;
  g_auto (Source) source = { NULL };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && batch != NULL, NULL);

  if (!load_source (&source, office, batch, error))
    return NULL;
  panel = g_new0 (SzTitlePanel, 1);
  panel->lines = g_array_new (FALSE, TRUE, sizeof (SzPanelLine));
  g_array_set_clear_func (panel->lines, clear_line_cb);
  panel->members = source.members->len;
  panel->least = sz_title_round_panel_least (source.round);
  for (guint i = 0; i < source.members->len; i++)
    add_member (panel, &g_array_index (source.members, SzPanelMemberRow, i));
  for (guint i = 0; i < source.members->len; i++)
    for (guint j = 0; j < source.files->len; j++)
      if (!judge_pair (panel, &source, &g_array_index (source.members, SzPanelMemberRow, i),
                       g_ptr_array_index (source.files, j), error))
        return NULL;
  return g_steal_pointer (&panel);
}

/* ---- recusal ---- */

typedef struct
{
  SzTitleRound *round;
  const SzTitleRecusal *recusal;
  gint64 person_id;
} Job;

static gboolean
refuse (const Job *job, const char *code, GError **error)
{
  return sz_error_set (error, SZ_ERROR_REFUSED, code, "batch", job->round->row.name, "staff_no",
                       job->recusal->staff_no, "value", job->recusal->member, NULL);
}

static gboolean
put_recusal (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  const Job *job = user_data;
  const SzTitleRecusal *recusal = job->recusal;
  SzPanelMemberRow member = { .round_id = job->round->row.id, .name = g_strdup (recusal->member) };
  SzRecusalRow row = { .round_id = job->round->row.id,
                       .member = (char *)recusal->member,
                       .person_id = job->person_id,
                       .reason = (char *)(recusal->reason != NULL ? recusal->reason : "") };
  g_autoptr (GArray) known = NULL;
  gboolean found = FALSE;
  gboolean asked;
  SzPutResult result;

  json_object_set_new (summary, "batch", json_string (recusal->batch));
  json_object_set_new (summary, "member", json_string (recusal->member));
  json_object_set_new (summary, "staff_no", json_string (recusal->staff_no));
  asked = sz_store_panel_member_find (sz_act_get_store (act), &member, &found, error);
  sz_store_panel_member_clear (&member);
  if (!asked)
    return FALSE;
  if (!found)
    return refuse (job, "panel.unknown", error);
  if (sz_title_round_application (job->round, job->person_id) == NULL)
    return refuse (job, "batch.no_application", error);
  known
      = sz_title_rows_of_round (sz_store_recusal_list (sz_act_get_store (act), SZ_ROWS_ALL, error),
                                job->round->row.id);
  if (known == NULL)
    return FALSE;
  if (find_recusal (&(Source){ .recusals = known }, recusal->member, job->person_id) != NULL)
    return refuse (job, "recusal.known", error);
  return sz_store_recusal_put (act, &row, SZ_PUT_INSERT, &result, error);
}

gboolean
sz_title_recuse (SzOffice *office, const SzTitleRecusal *recusal, GError **error)
{
  g_autoptr (SzTitleRound) round = NULL;
  Job job = { .recusal = recusal };

  g_return_val_if_fail (SZ_IS_OFFICE (office) && recusal != NULL, FALSE);
  g_return_val_if_fail (recusal->member != NULL && recusal->staff_no != NULL, FALSE);

  round = sz_title_round_load (office, recusal->batch, error);
  job.round = round;
  return round != NULL
         && sz_title_person_id (sz_office_get_store (office), recusal->staff_no, &job.person_id,
                                error)
         && sz_office_run (office, &(SzActHead){ .kind = "title.recuse" }, put_recusal, &job, NULL,
                           error);
}
