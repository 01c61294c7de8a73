/* sz-post-acts.c — what is done about a post and its applicants: a dialog an act (RULE rec-11,
 * rec-16 … rec-22)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <string.h>

#include "sz-query-dialog.h"
#include "sz-case-tables.h"
#include "sz-exam-act.h"
#include "sz-post-acts.h"
#include "sz-recruit-act.h"
#include "sz-step-dialog.h"
#include "sz-step-links.h"

#define CHANGES (SZ_CHANGED_RECRUITMENT | SZ_CHANGED_PEOPLE | SZ_CHANGED_REGISTERS)

/* What a dialog is about. */
typedef struct
{
  char *plan;
  char *post;
  char *ticket;
  char *component;
} About;

static void
about_freed_cb (gpointer data)
{
  About *about = data;

  g_free (about->plan);
  g_free (about->post);
  g_free (about->ticket);
  g_free (about->component);
  g_free (about);
}

static SzApplicantAsk
make_ask (const About *about, const char *text)
{
  return (SzApplicantAsk){
    .plan = about->plan, .post = about->post, .ticket = about->ticket, .text = text
  };
}

static gboolean
read_day (const char *text, SzDate *day, GError **error)
{
  *day = SZ_DATE_NONE;
  return *text == '\0' || sz_date_parse (text, day, error);
}

static gboolean
pass_cb (SzOffice *office, const char *const *values, gconstpointer data, GError **error)
{
  const SzApplicantAsk ask = make_ask (data, values[0]);

  return sz_recruit_review (office, &ask, TRUE, *values[1] != '\0' ? values[1] : NULL, error);
}

static gboolean
fail_cb (SzOffice *office, const char *const *values, gconstpointer data, GError **error)
{
  const SzApplicantAsk ask = make_ask (data, values[0]);

  return sz_recruit_review (office, &ask, FALSE, *values[1] != '\0' ? values[1] : NULL, error);
}

static gboolean
withdraw_cb (SzOffice *office, const char *const *values, gconstpointer data, GError **error)
{
  SzApplicantAsk ask = make_ask (data, values[1]);

  return read_day (values[0], &ask.on, error) && sz_recruit_withdraw (office, &ask, error);
}

static gboolean
move_cb (SzOffice *office, const char *const *values, gconstpointer data, GError **error)
{
  SzApplicantAsk ask = make_ask (data, NULL);

  ask.post = NULL;
  return sz_recruit_move (office, &ask, values[0], error);
}

static const char *
get_outcome (const char *word)
{
  return *word == '\0' ? NULL : strcmp (word, "合格") == 0 ? "passed" : "failed";
}

static gboolean
check_cb (SzOffice *office, const char *const *values, gconstpointer data, GError **error)
{
  SzApplicantAsk ask = make_ask (data, values[3]);

  return read_day (values[2], &ask.on, error)
         && sz_recruit_check (office, &ask, get_outcome (values[0]), get_outcome (values[1]),
                              error);
}

static gboolean
object_cb (SzOffice *office, const char *const *values, gconstpointer data, GError **error)
{
  SzApplicantAsk ask = make_ask (data, values[1]);
  gint64 id = 0;

  return read_day (values[0], &ask.on, error) && sz_recruit_object (office, &ask, &id, error);
}

static gboolean
answer_cb (SzOffice *office, const char *const *values, gconstpointer data, GError **error)
{
  const About *about = data;

  return sz_recruit_answer (office, g_ascii_strtoll (about->ticket, NULL, 10),
                            strcmp (values[0], "成立") == 0, values[1], error);
}

static gboolean
hire_cb (SzOffice *office, const char *const *values, gconstpointer data, GError **error)
{
  const About *about = data;
  g_auto (SzHired) hired = { 0 };
  SzHireAsk ask = { .plan = about->plan, .post = about->post, .ticket = about->ticket };

  ask.staff_no = *values[1] != '\0' ? values[1] : NULL;
  ask.department = *values[2] != '\0' ? values[2] : NULL;
  ask.years = (int)g_ascii_strtoll (values[3], NULL, 10);
  ask.first_job = strcmp (values[4], "是") == 0;
  ask.agreement = *values[5] != '\0' ? values[5] : NULL;
  return read_day (values[0], &ask.first_day, error)
         && sz_recruit_hire (office, &ask, &hired, error);
}

static gboolean
lock_cb (SzOffice *office, const char *const *values, gconstpointer data, GError **error)
{
  const About *about = data;

  return sz_exam_lock (office, about->plan, about->post, values[0], error);
}

static gboolean
plan_cb (SzOffice *office, const char *const *values, gconstpointer data, GError **error)
{
  SzPlanAsk ask = { .code = values[0] };

  ask.name = *values[1] != '\0' ? values[1] : NULL;
  ask.document = *values[3] != '\0' ? values[3] : NULL;
  return read_day (values[2], &ask.cutoff, error) && sz_recruit_put_plan (office, &ask, error);
}

/* ---- the dialogs ---- */

static const char *const outcomes[] = { "合格", "不合格", NULL };
static const char *const answers[] = { "成立", "不成立", NULL };
static const char *const yes_no[] = { "是", "否", NULL };

static const SzQueryField review_fields[]
    = { { N_ ("Reason") }, { N_ ("Second reviewer") }, { NULL } };
static const SzQueryField withdraw_fields[]
    = { { N_ ("Day"), SZ_QUERY_DAY, TRUE }, { N_ ("Reason"), SZ_QUERY_TEXT, TRUE }, { NULL } };
static const SzQueryField move_fields[]
    = { { N_ ("To post (code)"), SZ_QUERY_TEXT, TRUE }, { NULL } };
static const SzQueryField check_fields[]
    = { { N_ ("Medical examination"), SZ_QUERY_TEXT, FALSE, NULL, outcomes },
        { N_ ("Inspection"), SZ_QUERY_TEXT, FALSE, NULL, outcomes },
        { N_ ("Day"), SZ_QUERY_DAY },
        { N_ ("Note") },
        { NULL } };
static const SzQueryField object_fields[]
    = { { N_ ("Day"), SZ_QUERY_DAY, TRUE }, { N_ ("Objection"), SZ_QUERY_TEXT, TRUE }, { NULL } };
static const SzQueryField answer_fields[]
    = { { N_ ("Verdict"), SZ_QUERY_TEXT, TRUE, "不成立", answers },
        { N_ ("Answer"), SZ_QUERY_TEXT, TRUE },
        { NULL } };
static const SzQueryField hire_fields[]
    = { { N_ ("First day"), SZ_QUERY_DAY, TRUE },
        { N_ ("Staff number (the next when empty)") },
        { N_ ("Department (the post's when empty)") },
        { N_ ("Years of the contract (3 when empty)") },
        { N_ ("First job"), SZ_QUERY_TEXT, FALSE, "否", yes_no },
        { N_ ("Number of the agreement (part-time only)") },
        { NULL } };
static const SzQueryField plan_fields[] = { { N_ ("Plan"), SZ_QUERY_TEXT, TRUE },
                                            { N_ ("Name") },
                                            { N_ ("Cut-off day"), SZ_QUERY_DAY },
                                            { N_ ("Number of the document (文号)") },
                                            { NULL } };

static const struct
{
  const char *act;
  const char *title; /* msgid */
  const SzQueryField *fields;
  SzQueryFunc func;
} dialogs[] = {
  { "pass", N_ ("Qualified"), review_fields, pass_cb },
  { "fail", N_ ("Not Qualified"), review_fields, fail_cb },
  { "withdraw", N_ ("The Applicant Withdraws"), withdraw_fields, withdraw_cb },
  { "move", N_ ("Move to Another Post"), move_fields, move_cb },
  { "check", N_ ("Medical Examination and Inspection"), check_fields, check_cb },
  { "object", N_ ("Objection"), object_fields, object_cb },
  { "answer", N_ ("Answer the Objection"), answer_fields, answer_cb },
  { "hire", N_ ("Hire"), hire_fields, hire_cb },
  { "plan", N_ ("Plan of Recruitment"), plan_fields, plan_cb },
};

static void
saved_cb (SzPage *page)
{
  sz_page_toast (page, _ ("Saved"), NULL, NULL, NULL);
}

static void
show (SzPage *page, const SzQueryOrder *order)
{
  SzQueryDialog *dialog
      = sz_query_dialog_new (sz_page_get_window (page), sz_page_get_tasks (page), order);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), page, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static About *
make_about (SzRecruitDesk *desk, const char *post, const char *ticket)
{
  About *about = g_new0 (About, 1);

  about->plan = g_strdup (desk != NULL && desk->book != NULL ? desk->book->plan.code : NULL);
  about->post = g_strdup (post);
  about->ticket = g_strdup (ticket);
  return about;
}

/* The component is chosen from those of the post. */
static void
ask_lock (SzPage *page, SzRecruitDesk *desk, const char *code, const char *component)
{
  const SzQueryField fields[] = { { N_ ("Component"), SZ_QUERY_TEXT, TRUE, component }, { NULL } };

  show (page,
        &(SzQueryOrder){ .title = _ ("Lock the Scores"),
                         .hint = _ ("When its sheet is signed. From then on a score changes by "
                                    "a correction with a reason only."),
                         .verb = _ ("_Lock"),
                         .fields = fields,
                         .func = lock_cb,
                         .data = make_about (desk, code, NULL),
                         .free_data = about_freed_cb,
                         .changes = CHANGES });
}

void
sz_post_acts_ask (
    SzPage *page, SzRecruitDesk *desk, const char *post, const char *act, const char *ticket)
{
  g_autofree char *hint = NULL;

  g_return_if_fail (SZ_IS_PAGE (page) && act != NULL);
  if (sz_page_get_tasks (page) == NULL)
    return;
  if (strcmp (act, "lock") == 0)
    {
      ask_lock (page, desk, post, ticket);
      return;
    }
  hint = post != NULL ? g_strdup_printf ("%s %s", post, ticket != NULL ? ticket : "") : NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (dialogs); i++)
    if (strcmp (dialogs[i].act, act) == 0)
      show (page, &(SzQueryOrder){ .title = _ (dialogs[i].title),
                                   .hint = hint,
                                   .fields = dialogs[i].fields,
                                   .func = dialogs[i].func,
                                   .data = make_about (desk, post, ticket),
                                   .free_data = about_freed_cb,
                                   .changes = CHANGES });
}

/* ---- outcomes ---- */

typedef struct
{
  About *about;
  char *physical;
  char *inspection;
  SzDate day;
} Outcome;

static void
outcome_freed_cb (gpointer data)
{
  Outcome *outcome = data;

  about_freed_cb (outcome->about);
  g_free (outcome->physical);
  g_free (outcome->inspection);
  g_free (outcome);
}

static gpointer
put_outcome_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Outcome *outcome = data;
  SzApplicantAsk ask = make_ask (outcome->about, NULL);

  ask.on = outcome->day;
  return GINT_TO_POINTER (
      sz_recruit_check (office, &ask, outcome->physical, outcome->inspection, error));
}

void
sz_post_acts_check (SzPage *page,
                    SzRecruitDesk *desk,
                    const char *post,
                    const SzPostOutcome *pressed)
{
  Outcome *outcome;

  g_return_if_fail (SZ_IS_PAGE (page) && desk != NULL && post != NULL && pressed != NULL);
  outcome = g_new0 (Outcome, 1);
  outcome->about = make_about (desk, post, pressed->ticket);
  outcome->physical = g_strdup (pressed->physical);
  outcome->inspection = g_strdup (pressed->inspection);
  outcome->day = sz_page_get_as_of (page);
  sz_page_write (page,
                 SZ_WORK (put_outcome_cb, outcome, outcome_freed_cb, NULL, .changes = CHANGES),
                 NULL);
}

/* ---- steps ---- */

static void
taken_cb (SzPage *page)
{
  sz_page_toast (page, _ ("The step was taken."), NULL, NULL, NULL);
}

static const SzCaseMove *
find_move (const char *state, const char *verb)
{
  if (verb != NULL)
    return sz_case_find_move (&sz_case_recruit_post, state, verb);
  for (guint i = 0; i < sz_case_recruit_post.n_moves; i++)
    {
      const SzCaseMove *move = &sz_case_recruit_post.moves[i];

      if (*move->from != '\0'
          && sz_case_find_move (&sz_case_recruit_post, state, move->verb) == move)
        return move;
    }
  return NULL;
}

void
sz_post_acts_step (SzPage *page, SzRecruitDesk *desk, const char *code, const char *verb)
{
  const SzRecruitPost *post;
  const SzCaseMove *move;
  g_autofree char *subject = NULL;
  SzStepDialog *dialog;

  g_return_if_fail (SZ_IS_PAGE (page) && desk != NULL && code != NULL);
  post = desk->book != NULL ? sz_recruit_book_post (desk->book, code) : NULL;
  move = post != NULL ? find_move (post->state, verb) : NULL;
  if (move == NULL || sz_page_get_tasks (page) == NULL)
    return;
  subject = g_strdup_printf ("%s %s", post->row->code, post->row->name);
  dialog = sz_step_dialog_new (sz_page_get_window (page), sz_page_get_tasks (page),
                               &(SzStepOrder){ .move = move,
                                               .subject_id = post->row->id,
                                               .subject = subject,
                                               .day = sz_page_get_as_of (page),
                                               .approvals = TRUE,
                                               .walk = sz_recruit_step_at,
                                               .changes = CHANGES });
  sz_step_links_attach (SZ_FORM_DIALOG (dialog), page, code);
  g_signal_connect_object (dialog, "taken", G_CALLBACK (taken_cb), page, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

const char *
sz_post_act_right (const char *act)
{
  static const char *const rights[][2]
      = { { "pass", "recruit.review" },       { "fail", "recruit.review" },
          { "withdraw", "recruit.withdraw" }, { "move", "recruit.move" },
          { "check", "recruit.check" },       { "hire", "recruit.hire" },
          { "object", "recruit.objection" },  { "answer", "recruit.answer" } };

  g_return_val_if_fail (act != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rights); i++)
    if (g_str_equal (rights[i][0], act))
      return rights[i][1];
  return NULL;
}
