/* sz-titles-dialogs.c — what is asked about an application, a round, an appointment
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-titles-dialogs.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "sz-appoint-act.h"
#include "sz-decimal.h"
#include "sz-form-dialog.h"
#include "sz-message.h"
#include "sz-suggest-button.h"
#include "sz-title-life.h"
#include "sz-title-round.h"

#define FIELDS_MAX 6
#define PREVIEW_WIDTH 480
#define PREVIEW_HEIGHT 430

/* A field of the dialog. */
typedef enum
{
  FIELD_TEXT,
  FIELD_DAY,
  FIELD_YEAR,
  FIELD_POST,
} FieldKind;

typedef struct
{
  const char *title; /* msgid; NULL ends */
  FieldKind kind;
  gboolean required;
} Field;

/* What was typed, for the worker: texts owned, days read. */
typedef struct
{
  char *texts[FIELDS_MAX];
  SzDate days[FIELDS_MAX];
  SzTitleAsk ask;
  char *round;
  char *staff_no;
  GArray *numbers;
} Input;

static void
free_input (gpointer data)
{
  Input *input = data;

  for (guint i = 0; i < FIELDS_MAX; i++)
    g_free (input->texts[i]);
  g_free (input->round);
  g_free (input->staff_no);
  g_clear_pointer (&input->numbers, g_array_unref);
  g_free (input);
}

/* ---- one dialog for all of them: fields in a row, saved by one act ---- */

#define SZ_TYPE_TITLE_DIALOG (sz_title_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SzTitleDialog, sz_title_dialog, SZ, TITLE_DIALOG, SzFormDialog)

struct _SzTitleDialog
{
  SzFormDialog parent_instance;

  const Field *fields;
  GtkEditable *rows[FIELDS_MAX]; /* borrowed */
  SzPage *page;                  /* borrowed: the dialog is over its window */
  SzTaskFunc act;
  char *done; /* what is said then */
  Input *known;
  SzTaskFunc preview; /* (nullable): gives what it would come to, a text */
  SzJob *previewing;
  char *previewed; /* (nullable) */
  char *asked;     /* (nullable): what the preview is of */
};

G_DEFINE_FINAL_TYPE (SzTitleDialog, sz_title_dialog, SZ_TYPE_FORM_DIALOG)

static gboolean
is_sound (SzTitleDialog *self, guint i, const char **fault)
{
  const char *text = gtk_editable_get_text (self->rows[i]);
  SzDate day;

  *fault = NULL;
  if (self->fields[i].kind == FIELD_DAY && !sz_form_read_day (self->rows[i], &day))
    *fault = _ ("A day is written as 2026-01-01.");
  else if (self->fields[i].kind == FIELD_POST)
    {
      if (sz_form_mark (GTK_WIDGET (self->rows[i]),
                        *text != '\0' && sz_post_level (sz_post_parse (text)) == 0))
        *fault = _ ("A level is written as 专技七级.");
    }
  else if (self->fields[i].kind == FIELD_YEAR)
    {
      if (sz_form_mark (GTK_WIDGET (self->rows[i]),
                        *text != '\0' && (atoi (text) < 1990 || atoi (text) > 2100)))
        *fault = _ ("A year is written as 2025.");
    }
  return *fault == NULL && (*text != '\0' || !self->fields[i].required);
}

static Input *
dup_input (SzTitleDialog *self)
{
  Input *input = g_new0 (Input, 1);

  input->ask = self->known->ask;
  input->round = g_strdup (self->known->round);
  input->staff_no = g_strdup (self->known->staff_no);
  input->numbers = self->known->numbers != NULL ? g_array_ref (self->known->numbers) : NULL;
  for (guint i = 0; self->fields[i].title != NULL; i++)
    {
      input->texts[i] = g_strdup (gtk_editable_get_text (self->rows[i]));
      if (self->fields[i].kind == FIELD_DAY)
        sz_form_read_day (self->rows[i], &input->days[i]);
    }
  return input;
}

/* ---- what it would come to, as one types ---- */

static void
previewed_cb (gpointer owner, gpointer value)
{
  SzTitleDialog *self = owner;

  g_free (self->previewed);
  self->previewed = value;
  sz_form_dialog_say (SZ_FORM_DIALOG (self), self->previewed, FALSE);
}

static void
preview_failed_cb (gpointer owner, const GError *error)
{
  sz_form_dialog_refuse (owner, error);
}

/* Asks anew only when something else is typed. */
static void
ask_preview (SzTitleDialog *self)
{
  Input *input = dup_input (self);
  g_autofree char *asked
      = g_strjoin ("\n", input->texts[0], input->texts[1], input->texts[2], input->texts[3], NULL);

  if (g_strcmp0 (asked, self->asked) == 0)
    {
      free_input (input);
      return;
    }
  g_free (self->asked);
  self->asked = g_steal_pointer (&asked);
  g_clear_pointer (&self->previewed, g_free);
  sz_job_read (self->previewing, sz_form_dialog_get_tasks (SZ_FORM_DIALOG (self)),
               SZ_WORK (self->preview, input, free_input, g_free), previewed_cb);
}

static SzFormCheck
sz_title_dialog_check (SzFormDialog *dialog)
{
  SzTitleDialog *self = SZ_TITLE_DIALOG (dialog);
  SzFormCheck verdict = { .complete = TRUE };

  for (guint i = 0; self->fields != NULL && self->fields[i].title != NULL; i++)
    {
      const char *fault;

      verdict.complete &= is_sound (self, i, &fault);
      if (fault != NULL && verdict.fault == NULL)
        verdict.fault = g_strdup (fault);
    }
  if (self->fields != NULL && self->preview != NULL && self->previewing != NULL && verdict.complete
      && verdict.fault == NULL)
    {
      ask_preview (self);
      verdict.notice = g_strdup (self->previewed);
    }
  return verdict;
}

static void
written_cb (gpointer owner, gpointer value)
{
  SzTitleDialog *self = owner;
  g_autofree char *act = value;

  sz_page_done (self->page, self->done, act);
  sz_form_dialog_finish (owner);
}

static void
sz_title_dialog_save (SzFormDialog *dialog)
{
  SzTitleDialog *self = SZ_TITLE_DIALOG (dialog);

  sz_form_dialog_write (dialog,
                        SZ_WORK (self->act, dup_input (self), free_input, g_free,
                                 .changes = SZ_CHANGED_TITLES),
                        written_cb);
}

/* A reading under way keeps the object; the dialog is gone all the same. */
static void
sz_title_dialog_unrealize (GtkWidget *widget)
{
  g_clear_pointer (&SZ_TITLE_DIALOG (widget)->previewing, sz_job_free);
  GTK_WIDGET_CLASS (sz_title_dialog_parent_class)->unrealize (widget);
}

static void
sz_title_dialog_finalize (GObject *object)
{
  SzTitleDialog *self = SZ_TITLE_DIALOG (object);

  g_clear_pointer (&self->previewing, sz_job_free);
  g_free (self->previewed);
  g_free (self->asked);
  g_free (self->done);
  g_clear_pointer (&self->known, free_input);
  G_OBJECT_CLASS (sz_title_dialog_parent_class)->finalize (object);
}

static void
sz_title_dialog_class_init (SzTitleDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sz_title_dialog_finalize;
  GTK_WIDGET_CLASS (klass)->unrealize = sz_title_dialog_unrealize;
  SZ_FORM_DIALOG_CLASS (klass)->check = sz_title_dialog_check;
  SZ_FORM_DIALOG_CLASS (klass)->save = sz_title_dialog_save;
}

static void
sz_title_dialog_init (SzTitleDialog *self)
{
  self->previewing = sz_job_new (self, preview_failed_cb);
}

/* What one of the dialogs is. */
typedef struct
{
  const char *title; /* msgid */
  const char *verb;  /* msgid */
  const char *done;  /* msgid */
  const Field *fields;
  SzTaskFunc act;
  SzTaskFunc preview; /* (nullable) */
} Plan;

/* @known: (transfer full); @offered: (nullable): texts for the fields, in their order. */
static void
present (SzPage *page, const Plan *plan, const char *hint, Input *known, const char *const *offered)
{
  SzTitleDialog *self
      = g_object_new (SZ_TYPE_TITLE_DIALOG, "transient-for", sz_page_get_window (page), "tasks",
                      sz_page_get_tasks (page), "title", _ (plan->title), NULL);
  SzFormDialog *dialog = SZ_FORM_DIALOG (self);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->page = page;
  self->known = known;
  self->act = plan->act;
  self->preview = plan->preview;
  self->done = g_strdup (_ (plan->done));
  for (guint i = 0; plan->fields[i].title != NULL; i++)
    {
      self->rows[i] = sz_form_dialog_add_entry (dialog, group, _ (plan->fields[i].title),
                                                plan->fields[i].required);
      if (offered != NULL && offered[i] != NULL)
        gtk_editable_set_text (self->rows[i], offered[i]);
      if (plan->fields[i].kind == FIELD_POST)
        {
          GtkWidget *button = sz_suggest_button_new (self->rows[i], _ ("Levels"));

          sz_suggest_button_offer_posts (SZ_SUGGEST_BUTTON (button));
          adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->rows[i]), button);
        }
    }
  self->fields = plan->fields;
  sz_form_dialog_set_hint (dialog, hint);
  sz_form_dialog_set_verb (dialog, _ (plan->verb));
  sz_form_dialog_add (dialog, GTK_WIDGET (group));
  /* What it comes to is said below the fields, and takes no room from them. */
  if (self->preview != NULL)
    gtk_window_set_default_size (GTK_WINDOW (self), PREVIEW_WIDTH, PREVIEW_HEIGHT);
  sz_form_dialog_begin (dialog);
  gtk_window_present (GTK_WINDOW (self));
}

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
  const Input *input = data;
  const char *text = input->texts[0];

  switch (input->ask)
    {
    case SZ_TITLE_ASK_REFUSE:
      return dup_act (office, sz_title_recommend (office, input->round, input->staff_no, FALSE,
                                                  text, error));
    case SZ_TITLE_ASK_CONFIRM:
      return dup_act (office, sz_title_confirm (office, input->round, input->staff_no, text,
                                                input->texts[1], error));
    case SZ_TITLE_ASK_OBJECT:
    case SZ_TITLE_ASK_ANSWER:
      {
        const gboolean answer = input->ask == SZ_TITLE_ASK_ANSWER;
        const SzTitleObjection objection
            = { input->round, input->staff_no, answer ? NULL : text, answer ? text : NULL,
                answer && g_str_equal (input->texts[1], _ ("yes")) };

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
  static const Field reason[] = { { N_ ("Reason"), FIELD_TEXT, TRUE }, { NULL } };
  static const Field evidence[] = { { N_ ("Condition"), FIELD_TEXT, TRUE },
                                    { N_ ("What was looked at"), FIELD_TEXT, TRUE },
                                    { NULL } };
  static const Field objection[] = { { N_ ("What is objected"), FIELD_TEXT, TRUE }, { NULL } };
  static const Field answer[] = { { N_ ("The conclusion"), FIELD_TEXT, TRUE },
                                  { N_ ("Is the objection right? (yes)"), FIELD_TEXT, FALSE },
                                  { NULL } };
  static const Field appeal[] = { { N_ ("What is asked for"), FIELD_TEXT, TRUE },
                                  { N_ ("Day, as 2026-01-01"), FIELD_DAY, FALSE },
                                  { NULL } };
  static const Plan plans[SZ_N_TITLE_ASKS] = {
    { N_ ("Do Not Recommend"), N_ ("_Decide"), N_ ("Decided"), reason, say_cb },
    { N_ ("Confirm a Condition"), N_ ("_Confirm"), N_ ("Confirmed"), evidence, say_cb },
    { N_ ("Objection"), N_ ("_Record"), N_ ("Recorded"), objection, say_cb },
    { N_ ("Answer the Objection"), N_ ("_Answer"), N_ ("Answered"), answer, say_cb },
    { N_ ("Appeal"), N_ ("_Record"), N_ ("Recorded"), appeal, say_cb },
  };
  Input *known;
  g_autofree char *hint = NULL;

  g_return_if_fail (SZ_IS_PAGE (page) && ask < SZ_N_TITLE_ASKS && whom != NULL);
  known = g_new0 (Input, 1);
  known->ask = ask;
  known->round = g_strdup (whom->round);
  known->staff_no = g_strdup (whom->staff_no);
  hint = g_strdup_printf ("%s · %s · %s", whom->round, whom->staff_no, whom->name);
  present (page, &plans[ask], hint, known,
           whom->condition != NULL ? (const char *const[]){ whom->condition, NULL } : NULL);
}

/* ---- the panel ---- */

static gpointer
recuse_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Input *input = data;

  return dup_act (office, sz_title_recuse (office,
                                           &(SzTitleRecusal){ input->round, input->texts[0],
                                                              input->texts[1], input->texts[2] },
                                           error));
}

void
sz_title_recusal_present (SzPage *page, const SzTitleRecusal *recusal)
{
  static const Field fields[] = { { N_ ("Member of the panel"), FIELD_TEXT, TRUE },
                                  { N_ ("Applicant's staff no."), FIELD_TEXT, TRUE },
                                  { N_ ("Reason"), FIELD_TEXT, FALSE },
                                  { NULL } };
  static const Plan plan = { N_ ("Register a Recusal"), N_ ("_Record"),
                             N_ ("The recusal is registered"), fields, recuse_cb };
  Input *known;

  g_return_if_fail (SZ_IS_PAGE (page) && recusal != NULL);
  known = g_new0 (Input, 1);
  known->round = g_strdup (recusal->batch);
  present (page, &plan, recusal->batch, known,
           (const char *const[]){ recusal->member, recusal->staff_no, recusal->reason, NULL });
}

/* ---- a round ---- */

static gpointer
make_round_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Input *input = data;
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
  static const Field fields[] = {
    { N_ ("Name of the round"), FIELD_TEXT, TRUE },   { N_ ("Year"), FIELD_YEAR, TRUE },
    { N_ ("Applications from"), FIELD_DAY, TRUE },    { N_ ("Applications to"), FIELD_DAY, TRUE },
    { N_ ("Years are counted to"), FIELD_DAY, TRUE }, { NULL }
  };
  static const Plan plan
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
  present (page, &plan,
           _ ("Its standards are those in force on the first day; opening it freezes them."),
           g_new0 (Input, 1), (const char *const[]){ name, number, opens, closes, cutoff, NULL });
}

/* ---- appointments ---- */

static gpointer
open_case_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Input *input = data;
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
  const Input *input = data;
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
  static const Field fields[]
      = { { N_ ("Staff no."), FIELD_TEXT, TRUE },
          { N_ ("Level"), FIELD_POST, TRUE },
          { N_ ("Appointment day, as 2026-01-01"), FIELD_DAY, TRUE },
          { N_ ("Approval number (批文号), without a vacancy"), FIELD_TEXT, FALSE },
          { NULL } };
  static const Plan plan = { N_ ("Open an Appointment"),
                             N_ ("_Open"),
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
  present (page, &plan,
           _ ("Years count from the appointment day; pay follows from the next month."),
           g_new0 (Input, 1), (const char *const[]){ staff_no, level, day, NULL, NULL });
}

static gpointer
decide_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Input *input = data;
  g_autoptr (SzAppointCase) shown = sz_appoint_case_new ();

  return dup_act (office,
                  sz_appoint_decide (office, (const gint64 *)(gconstpointer)input->numbers->data,
                                     input->numbers->len, input->texts[0], shown, error));
}

void
sz_appoint_decide_present (SzPage *page, GArray *numbers)
{
  static const Field fields[]
      = { { N_ ("Number of the document (文号)"), FIELD_TEXT, TRUE }, { NULL } };
  static const Plan plan = { N_ ("Decide"), N_ ("_Decide"), N_ ("Decided"), fields, decide_cb };
  Input *known;
  g_autofree char *hint = NULL;

  g_return_if_fail (SZ_IS_PAGE (page) && numbers != NULL);
  known = g_new0 (Input, 1);
  known->numbers = numbers;
  hint = g_strdup_printf (ngettext ("%u appointment is decided.",
                                    "%u appointments are decided together: all or none.",
                                    numbers->len),
                          numbers->len);
  present (page, &plan, hint, known, NULL);
}

static gpointer
withdraw_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Input *input = data;
  g_autoptr (SzAppointCase) shown = sz_appoint_case_new ();

  return dup_act (office, sz_appoint_withdraw (office, g_array_index (input->numbers, gint64, 0),
                                               input->texts[0], shown, error));
}

void
sz_appoint_withdraw_present (SzPage *page, gint64 number)
{
  static const Field fields[] = { { N_ ("Reason"), FIELD_TEXT, TRUE }, { NULL } };
  static const Plan plan
      = { N_ ("Withdraw"), N_ ("_Withdraw"), N_ ("Withdrawn"), fields, withdraw_cb };
  Input *known;

  g_return_if_fail (SZ_IS_PAGE (page));
  known = g_new0 (Input, 1);
  known->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (known->numbers, number);
  present (page, &plan, NULL, known, NULL);
}
