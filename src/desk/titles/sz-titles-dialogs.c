/* sz-titles-dialogs.c — what is asked about an application, a round, an appointment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-titles-dialogs.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "sz-appoint-act.h"
#include "sz-assess-grade.h"
#include "sz-decimal.h"
#include "sz-message.h"
#include "sz-title-dialog.h"
#include "sz-title-file.h"
#include "sz-title-life.h"
#include "sz-title-round.h"

/* (transfer full): what undo wants, when @done. */
static char *
dup_act (SzOffice *office, gboolean done)
{
  const char *act = sz_office_get_last_act (office);

  return done ? g_strdup (act != NULL ? act : "") : NULL;
}

/* ---- an application ---- */

static gpointer
say_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const SzTitleInput *input = data;
  const char *text = input->texts[0];

  switch ((SzTitleAsk)input->ask)
    {
    case SZ_TITLE_ASK_REFUSE:
      return dup_act (office, sz_title_recommend (office, input->round, input->staff_no, FALSE,
                                                  text, error));
    case SZ_TITLE_ASK_DECIDE:
      return dup_act (office, sz_title_recommend (office, input->round, input->staff_no,
                                                  input->choices[0] == 0, input->texts[1], error));
    case SZ_TITLE_ASK_CONFIRM:
      return dup_act (office, sz_title_confirm (office, input->round, input->staff_no, text,
                                                input->texts[1], error));
    case SZ_TITLE_ASK_OBJECT:
    case SZ_TITLE_ASK_ANSWER:
      {
        const gboolean answer = input->ask == SZ_TITLE_ASK_ANSWER;
        const SzTitleObjection objection
            = { input->round, input->staff_no, answer ? NULL : text, answer ? text : NULL,
                answer && input->choices[1] == 1 };

        return dup_act (office, sz_title_object (office, &objection, error));
      }
    case SZ_TITLE_ASK_APPEAL:
      return dup_act (office, sz_title_appeal (office,
                                               &(SzTitleAppeal){ input->round, input->staff_no,
                                                                 input->days[1], text, NULL },
                                               error));
    case SZ_N_TITLE_ASKS:
    default:
      g_return_val_if_reached (NULL);
    }
}

void
sz_title_dialog_present (SzPage *page, SzTitleAsk ask, const SzTitleWhom *whom)
{
  static const SzTitleField reason[] = { { N_ ("Reason"), SZ_TITLE_FIELD_TEXT, TRUE }, { NULL } };
  static const SzTitleField evidence[] = { { N_ ("Condition"), SZ_TITLE_FIELD_TEXT, TRUE },
                                           { N_ ("What was looked at"), SZ_TITLE_FIELD_TEXT, TRUE },
                                           { NULL } };
  static const SzTitleField objection[]
      = { { N_ ("What is objected"), SZ_TITLE_FIELD_TEXT, TRUE }, { NULL } };
  static const char *const no_yes[] = { N_ ("No"), N_ ("Yes"), NULL };
  static const SzTitleField answer[]
      = { { N_ ("The conclusion"), SZ_TITLE_FIELD_TEXT, TRUE },
          { N_ ("Is the objection right?"), SZ_TITLE_FIELD_CHOICE, .choices = no_yes },
          { NULL } };
  static const char *const decisions[] = { N_ ("Recommend"), N_ ("Do Not Recommend"), NULL };
  static const SzTitleField decision[]
      = { { N_ ("Recommend or not"), SZ_TITLE_FIELD_CHOICE, .choices = decisions },
          { N_ ("Reason"), SZ_TITLE_FIELD_TEXT, TRUE },
          { NULL } };
  static const SzTitleField appeal[] = { { N_ ("What is asked for"), SZ_TITLE_FIELD_TEXT, TRUE },
                                         { N_ ("Day, as 2026-01-01"), SZ_TITLE_FIELD_DAY, FALSE },
                                         { NULL } };
  static const SzTitlePlan plans[SZ_N_TITLE_ASKS] = {
    { N_ ("Do Not Recommend"), N_ ("_Keep the Decision"), N_ ("The decision is kept"), reason,
      say_cb },
    { N_ ("Confirm a Condition"), N_ ("_Confirm"), N_ ("Confirmed"), evidence, say_cb },
    { N_ ("Objection"), N_ ("_Record"), N_ ("Recorded"), objection, say_cb },
    { N_ ("Answer the Objection"), N_ ("_Answer"), N_ ("Answered"), answer, say_cb },
    { N_ ("Appeal"), N_ ("_Record"), N_ ("Recorded"), appeal, say_cb },
    { N_ ("Decide a Tie"), N_ ("_Keep the Decision"), N_ ("The decision is kept"), decision,
      say_cb },
  };
  SzTitleInput *known;
  g_autofree char *hint = NULL;

  g_return_if_fail (SZ_IS_PAGE (page) && ask < SZ_N_TITLE_ASKS && whom != NULL);
  known = g_new0 (SzTitleInput, 1);
  known->ask = ask;
  known->round = g_strdup (whom->round);
  known->staff_no = g_strdup (whom->staff_no);
  hint = g_strdup_printf ("%s · %s · %s", whom->round, whom->staff_no, whom->name);
  sz_title_plan_present (page, &plans[ask], known,
                         &(SzTitleOffer){ hint,
                                          (const char *const[]){ whom->condition, NULL, NULL },
                                          whom->over });
}

/* ---- a paper that is handed in ---- */

/* Empty texts of both: it stands alone. */
static gpointer
attach_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const SzTitleInput *input = data;
  const SzTitleAttachment attachment = { input->round,    input->staff_no, input->path,
                                         input->texts[0], input->texts[1], input->texts[2] };

  return dup_act (office, sz_title_attach (office, &attachment, error));
}

void
sz_title_attach_present (SzPage *page,
                         const SzTitleWhom *whom,
                         const char *material,
                         const char *path)
{
  static const SzTitleField fields[] = { { N_ ("Condition it shows"), SZ_TITLE_FIELD_TEXT, TRUE },
                                         { N_ ("What it is called"), SZ_TITLE_FIELD_TEXT, TRUE },
                                         { N_ ("Pages"), SZ_TITLE_FIELD_TEXT, FALSE },
                                         { NULL } };
  static const SzTitlePlan plan = { N_ ("Attach a Paper"), N_ ("_Attach"),
                                    N_ ("The paper is kept in the college"), fields, attach_cb };
  g_autofree char *name = NULL;
  g_autofree char *hint = NULL;
  g_autofree char *stem = NULL;
  SzTitleInput *known;

  g_return_if_fail (SZ_IS_PAGE (page) && whom != NULL && path != NULL);
  known = g_new0 (SzTitleInput, 1);
  known->round = g_strdup (whom->round);
  known->staff_no = g_strdup (whom->staff_no);
  known->path = g_strdup (path);
  name = g_path_get_basename (path);
  stem = g_strdup (*material != '\0' ? material : name);
  if (*material == '\0' && strrchr (stem, '.') != NULL && strrchr (stem, '.') != stem)
    *strrchr (stem, '.') = '\0';
  hint = g_strdup_printf ("%s · %s\n%s", whom->staff_no, whom->name, name);
  sz_title_plan_present (page, &plan, known,
                         &(SzTitleOffer){
                             hint, (const char *const[]){ whom->condition, stem, NULL }, NULL });
}

/* ---- an assessment ---- */

static gpointer
correct_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const SzTitleInput *input = data;
  const SzAssessGrades asked = { .year = input->year,
                                 .staff_nos = (const char *const *)input->people,
                                 .grade = input->grade,
                                 .reason = input->texts[0] };

  return dup_act (office, sz_assess_grade (office, &asked, error));
}

void
sz_assess_correct_present (SzPage *page, int year, GStrv people, SzGrade grade)
{
  static const SzTitleField reason[] = { { N_ ("Reason"), SZ_TITLE_FIELD_TEXT, TRUE }, { NULL } };
  static const SzTitlePlan plan = { N_ ("Correct a Grade"), N_ ("_Correct"),
                                    N_ ("The grade is corrected"), reason, correct_cb };
  const SzCode *code = sz_codes_by_value (SZ_TABLE_GRADE, (int)grade);
  SzTitleInput *known;
  g_autofree char *hint = NULL;

  g_return_if_fail (SZ_IS_PAGE (page) && people != NULL && code != NULL);
  known = g_new0 (SzTitleInput, 1);
  known->year = year;
  known->people = people;
  known->grade = grade;
  hint = g_strdup_printf (ngettext ("%d is confirmed: %u grade becomes %s as a correction.",
                                    "%d is confirmed: %u grades become %s as a correction.",
                                    g_strv_length (people)),
                          year, g_strv_length (people), code->name);
  sz_title_plan_present (page, &plan, known, &(SzTitleOffer){ hint });
}

/* ---- the panel ---- */

static gpointer
recuse_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const SzTitleInput *input = data;

  return dup_act (office, sz_title_recuse (office,
                                           &(SzTitleRecusal){ input->round, input->texts[0],
                                                              input->texts[1], input->texts[2] },
                                           error));
}

void
sz_title_recusal_present (SzPage *page, const SzTitleRecusal *recusal)
{
  static const SzTitleField fields[]
      = { { N_ ("Member of the panel"), SZ_TITLE_FIELD_TEXT, TRUE },
          { N_ ("Applicant's staff no."), SZ_TITLE_FIELD_TEXT, TRUE },
          { N_ ("Reason"), SZ_TITLE_FIELD_TEXT, FALSE },
          { NULL } };
  static const SzTitlePlan plan = { N_ ("Register a Recusal"), N_ ("_Record"),
                                    N_ ("The recusal is registered"), fields, recuse_cb };
  SzTitleInput *known;

  g_return_if_fail (SZ_IS_PAGE (page) && recusal != NULL);
  known = g_new0 (SzTitleInput, 1);
  known->round = g_strdup (recusal->batch);
  sz_title_plan_present (page, &plan, known,
                         &(SzTitleOffer){ recusal->batch,
                                          (const char *const[]){ recusal->member, recusal->staff_no,
                                                                 recusal->reason } });
}

/* ---- a round ---- */

static gpointer
make_round_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const SzTitleInput *input = data;
  const SzTitleRoundNew asked = { .name = input->texts[0],
                                  .year = atoi (input->texts[1]),
                                  .opens = input->days[2],
                                  .closes = input->days[3],
                                  .cutoff = input->days[4] };

  return dup_act (office, sz_title_round_new (office, &asked, error));
}

void
sz_title_round_dialog_present (SzPage *page)
{
  static const SzTitleField fields[] = { { N_ ("Name of the round"), SZ_TITLE_FIELD_TEXT, TRUE },
                                         { N_ ("Year"), SZ_TITLE_FIELD_YEAR, TRUE },
                                         { N_ ("Applications from"), SZ_TITLE_FIELD_DAY, TRUE },
                                         { N_ ("Applications to"), SZ_TITLE_FIELD_DAY, TRUE },
                                         { N_ ("Years are counted to"), SZ_TITLE_FIELD_DAY, TRUE },
                                         { NULL } };
  static const SzTitlePlan plan
      = { N_ ("New Round"), N_ ("_Make"), N_ ("The round was made"), fields, make_round_cb };
  int year;
  g_autofree char *name = NULL;
  g_autofree char *number = NULL;
  g_autofree char *opens = NULL;
  g_autofree char *closes = NULL;
  g_autofree char *cutoff = NULL;

  g_return_if_fail (SZ_IS_PAGE (page));
  if (sz_page_get_tasks (page) == NULL)
    return;
  year = sz_date_year (sz_page_get_as_of (page));
  name = g_strdup_printf ("%d年度职称评审", year);
  number = g_strdup_printf ("%d", year);
  opens = g_strdup_printf ("%d-10-09", year);
  closes = g_strdup_printf ("%d-10-31", year);
  cutoff = g_strdup_printf ("%d-12-31", year);
  sz_title_plan_present (
      page, &plan, g_new0 (SzTitleInput, 1),
      &(SzTitleOffer){
          _ ("Its standards are those in force on the first day; opening it freezes them."),
          (const char *const[]){ name, number, opens, closes, cutoff } });
}

/* ---- appointments ---- */

static gpointer
open_case_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const SzTitleInput *input = data;
  g_autoptr (SzAppointCase) shown = sz_appoint_case_new ();
  const SzAppointAsk ask = { .staff_no = input->texts[0],
                             .post = sz_post_parse (input->texts[1]),
                             .day = input->days[2],
                             .approval = *input->texts[3] != '\0' ? input->texts[3] : NULL };

  return dup_act (office, sz_appoint_open (office, &ask, shown, error));
}

/* "晋级，可用 1 · 系数 1.1000 → 1.2000，自 2026-01-01 · 聘期 …", or why it would be refused. */
static char *
describe_case (const SzAppointCase *shown)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *before = sz_decimal_format (shown->before_x1e4, 4);
  g_autofree char *after = sz_decimal_format (shown->after_x1e4, 4);
  g_autofree char *pay_from = sz_date_format (shown->pay_from);
  g_autofree char *from = sz_date_format (shown->term_from);
  g_autofree char *to = sz_date_format (shown->term_to);

  g_string_append (text, shown->kind == SZ_MOVE_RISE    ? _ ("✓ rise")
                         : shown->kind == SZ_MOVE_LOWER ? _ ("✓ lowering")
                                                        : _ ("✓ new in the band"));
  if (shown->has_vacancy)
    g_string_append_printf (text, _ (", %d free"), shown->vacancy);
  if (*pay_from != '\0')
    g_string_append_printf (text, _ (" · coefficient %s → %s from %s"),
                            shown->has_before ? before : "—", shown->has_after ? after : "—",
                            pay_from);
  g_string_append_printf (text, _ (" · term %s – %s"), from, *to != '\0' ? to : "—");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gpointer
preview_case_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const SzTitleInput *input = data;
  g_autoptr (SzAppointCase) shown = sz_appoint_case_new ();
  g_autoptr (GError) refusal = NULL;
  const SzAppointAsk ask = { .staff_no = input->texts[0],
                             .post = sz_post_parse (input->texts[1]),
                             .day = input->days[2],
                             .approval = *input->texts[3] != '\0' ? input->texts[3] : NULL };
  g_autofree char *why = NULL;

  (void)error;
  if (sz_appoint_preview (office, &ask, shown, &refusal))
    return describe_case (shown);
  why = sz_message_for_error (refusal);
  return g_strconcat ("✗ ", why, NULL);
}

void
sz_appoint_dialog_present (SzPage *page, const char *staff_no, SzPost post)
{
  static const SzTitleField fields[]
      = { { N_ ("Staff no."), SZ_TITLE_FIELD_TEXT, TRUE },
          { N_ ("Level"), SZ_TITLE_FIELD_POST, TRUE },
          { N_ ("Appointment day, as 2026-01-01"), SZ_TITLE_FIELD_DAY, TRUE },
          { N_ ("Approval number (批文号), without a vacancy"), SZ_TITLE_FIELD_TEXT, FALSE },
          { NULL } };
  static const SzTitlePlan plan = { N_ ("Open an Appointment"),
                                    N_ ("_Open the Case"),
                                    N_ ("The appointment is open"),
                                    fields,
                                    open_case_cb,
                                    preview_case_cb };
  g_autofree char *level = post != 0 ? sz_post_name (post) : NULL;
  g_autofree char *day = NULL;

  g_return_if_fail (SZ_IS_PAGE (page));
  if (sz_page_get_tasks (page) == NULL)
    return;
  day = sz_date_format (sz_page_get_as_of (page));
  sz_title_plan_present (
      page, &plan, g_new0 (SzTitleInput, 1),
      &(SzTitleOffer){ _ ("Years count from the appointment day; pay follows from the next month."),
                       (const char *const[]){ staff_no, level, day, NULL } });
}

static gpointer
decide_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const SzTitleInput *input = data;
  g_autoptr (SzAppointCase) shown = sz_appoint_case_new ();

  return dup_act (office,
                  sz_appoint_decide (office, (const gint64 *)(gconstpointer)input->numbers->data,
                                     input->numbers->len, input->texts[0], shown, error));
}

void
sz_appoint_decide_present (SzPage *page, GArray *numbers)
{
  static const SzTitleField fields[]
      = { { N_ ("Number of the document (文号)"), SZ_TITLE_FIELD_TEXT, TRUE }, { NULL } };
  static const SzTitlePlan plan
      = { N_ ("Decide"), N_ ("_Decide the Cases"), N_ ("The decision is kept"), fields, decide_cb };
  SzTitleInput *known;
  g_autofree char *hint = NULL;

  g_return_if_fail (SZ_IS_PAGE (page) && numbers != NULL);
  known = g_new0 (SzTitleInput, 1);
  known->numbers = numbers;
  hint = g_strdup_printf (ngettext ("%u appointment is decided.",
                                    "%u appointments are decided together: all or none.",
                                    numbers->len),
                          numbers->len);
  sz_title_plan_present (page, &plan, known, &(SzTitleOffer){ hint });
}

static gpointer
withdraw_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const SzTitleInput *input = data;
  g_autoptr (SzAppointCase) shown = sz_appoint_case_new ();

  return dup_act (office, sz_appoint_withdraw (office, g_array_index (input->numbers, gint64, 0),
                                               input->texts[0], shown, error));
}

void
sz_appoint_withdraw_present (SzPage *page, gint64 number)
{
  static const SzTitleField fields[] = { { N_ ("Reason"), SZ_TITLE_FIELD_TEXT, TRUE }, { NULL } };
  static const SzTitlePlan plan
      = { N_ ("Withdraw"), N_ ("_Withdraw"), N_ ("Withdrawn"), fields, withdraw_cb };
  SzTitleInput *known;

  g_return_if_fail (SZ_IS_PAGE (page));
  known = g_new0 (SzTitleInput, 1);
  known->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (known->numbers, number);
  sz_title_plan_present (page, &plan, known, &(SzTitleOffer){ NULL });
}
