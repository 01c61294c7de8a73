/* sz-supervision-rows.c — findings, rectification, families and tolerance as rows of lists
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-supervision-rows.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-codes.h"
#include "sz-field-list.h"
#include "sz-list-book.h"
#include "sz-whereabouts.h"
#include "sz-rectify-act.h"
#include "sz-tolerance-act.h"
#include "sz-view-due.h"
#include "sz-view-findings.h"
#include "sz-view-kinship.h"
#include "sz-when.h"

static const SzListColumn finding_columns[] = {
  { "order", N_ ("Order"), 44, .numeric = TRUE },
  { "gravity", N_ ("Severity"), 58 },
  { "no", N_ ("No."), 40, .numeric = TRUE },
  { "area", N_ ("Area"), 72 },
  { "message", N_ ("What"), 240 },
  { "concerns", N_ ("Concerns"), 84 },
  { "state", N_ ("State"), 62 },
  { "first", N_ ("First seen"), 90 },
  { "days", N_ ("Days open"), 76, .numeric = TRUE },
  { "whose", N_ ("Mine"), 72, .hidden = TRUE },
  { NULL },
};

static const SzListColumn rectify_columns[] = {
  { "no", N_ ("No."), 84 },
  { "area", N_ ("Area"), 74 },
  { "problem", N_ ("Problem"), 180 },
  { "unit", N_ ("Unit"), 84 },
  { "person", N_ ("Person"), 66 },
  { "deadline", N_ ("Deadline"), 90 },
  { "percent", N_ ("Percent"), 64, .numeric = TRUE },
  { "state", N_ ("State"), 66 },
  { "source", N_ ("Source"), 56 },
  { "closed", N_ ("Closed by"), 72 },
  { NULL },
};

static const SzListColumn family_columns[] = {
  { "a", N_ ("Person"), 62 },
  { "a_name", N_ ("Name"), 72, .name = TRUE },
  { "a_unit", N_ ("Department and duty"), 130 },
  { "relation", N_ ("Is to the relative"), 84 },
  { "b", N_ ("Relative"), 72, .hidden = TRUE },
  { "b_name", N_ ("Name of the relative"), 84 },
  { "b_unit", N_ ("The relative’s"), 110 },
  { "kinds", N_ ("What the rules say"), 130 },
  { NULL },
};

static const SzListColumn tolerance_columns[] = {
  { "no", N_ ("No."), 84 },          { "name", N_ ("Name"), 80, .name = TRUE },
  { "matter", N_ ("Matter"), 180 },  { "about", N_ ("About"), 84 },
  { "applied", N_ ("Applied"), 90 }, { "verified", N_ ("Verified"), 90 },
  { "decided", N_ ("Decided"), 90 }, { "decision", N_ ("Decision"), 76 },
  { "open", N_ ("Open to"), 66 },    { NULL },
};

static const SzListColumn due_columns[] = {
  { "date", N_ ("Date"), 96 },
  { "days", N_ ("Days left"), 76, .numeric = TRUE },
  { "what", N_ ("What"), 170 },
  { "key", N_ ("No."), 110 },
  { "name", N_ ("Who or what"), 360, .name = TRUE },
  { NULL },
};

const SzListColumn *
sz_supervision_columns (SzSupervisionList list)
{
  static const SzListColumn *const columns[SZ_N_SUPERVISION_LISTS]
      = { finding_columns, rectify_columns, family_columns, tolerance_columns, due_columns };

  g_return_val_if_fail ((guint)list < SZ_N_SUPERVISION_LISTS, finding_columns);
  return columns[list];
}

static const char *
name_gravity (int gravity)
{
  static const char *const names[SZ_N_GRAVITIES] = { N_ ("Error"), N_ ("Warning"), N_ ("Notice") };

  return _ (names[gravity]);
}

static const char *
find_style (int gravity)
{
  return gravity == SZ_GRAVITY_ERROR     ? "sz-error-row"
         : gravity == SZ_GRAVITY_WARNING ? "sz-warning-row"
                                         : NULL;
}

static const char *
name_state (SzFindingState state)
{
  return sz_case_state_name (&sz_case_finding, sz_finding_state_word (state));
}

/* Takes @texts, ended by NULL. */
static SzListRow *
make_row (gint64 id, const char *style, char **texts)
{
  const guint n = g_strv_length (texts);
  SzListRow *row = sz_list_row_new (id, n);

  memcpy (row->cells, texts, n * sizeof (char *));
  row->style = style;
  return row;
}

/* What concerns whoever looks, or was answered by them. */
static gboolean
is_mine (const SzFindingItem *item, const char *who)
{
  return g_strcmp0 (item->name, who) == 0 || g_strcmp0 (item->finding.office, who) == 0
         || g_strcmp0 (item->finding.answered_by, who) == 0;
}

static SzListRow *
make_finding (const SzFindingItem *item, guint order, SzDate day, const char *user)
{
  const SzFinding *finding = &item->finding;
  const gboolean standing
      = finding->state == SZ_FINDING_OPEN || finding->state == SZ_FINDING_ANSWERED;
  const int days = sz_date_days (day) - sz_date_days (finding->first_seen);
  const char *who = *item->name != '\0' ? item->name : finding->office;
  char *texts[] = { g_strdup_printf ("%u", order),
                    g_strdup (name_gravity (finding->gravity)),
                    g_strdup_printf ("%" G_GINT64_FORMAT, finding->no),
                    g_strdup (sz_area_name (item->area)),
                    g_strdup (item->message),
                    g_strdup (who != NULL ? who : ""),
                    g_strdup (name_state ((SzFindingState)finding->state)),
                    sz_date_format (finding->first_seen),
                    standing ? g_strdup_printf ("%d", MAX (0, days)) : g_strdup (""),
                    g_strdup (is_mine (item, user) ? _ ("Mine") : ""),
                    NULL };
  SzListRow *row = make_row (finding->no, standing ? find_style (finding->gravity) : NULL, texts);

  row->numbers = g_new0 (gint64, row->n_columns);
  row->numbers[0] = order * 100;
  row->numbers[2] = finding->no * 100;
  row->numbers[8] = standing ? MAX (0, days) * 100 : 0;
  return row;
}

static gboolean
read_findings (SzOffice *office, SzDate day, GPtrArray *rows, GError **error)
{
  const SzFindingFilter all = { -1, -1, NULL, TRUE };
  g_autoptr (SzFindingsView) view = sz_view_findings (office, &all, error);

  for (guint i = 0; view != NULL && i < view->items->len; i++)
    g_ptr_array_add (rows, make_finding (&g_array_index (view->items, SzFindingItem, i), i + 1, day,
                                         sz_office_get_who (office)));
  return view != NULL;
}

static gboolean
read_rectify (SzOffice *office, SzDate day, GPtrArray *rows, GError **error)
{
  g_autoptr (SzRectifyView) view = sz_view_rectify (office, day, error);

  for (guint i = 0; view != NULL && i < sz_rectify_view_get_size (view); i++)
    {
      const SzRectifyItem *item = sz_rectify_view_get (view, i);
      const gboolean late = sz_rectify_is_overdue (item, day);
      char *texts[]
          = { g_strdup (item->no),
              g_strdup (sz_codes_by_value (SZ_TABLE_RECTIFY_AREA, (int)item->area)->name),
              g_strdup (item->problem),
              g_strdup (item->unit),
              g_strdup (item->person),
              sz_date_format (item->deadline),
              g_strdup_printf ("%d%%", item->percent),
              g_strdup (sz_rectify_state_name (sz_rectify_state (item))),
              g_strdup (sz_codes_by_value (SZ_TABLE_RECTIFY_SOURCE, (int)item->source)->name),
              g_strdup (item->closed_by),
              NULL };

      SzListRow *row
          = make_row (sz_rectify_view_get_id (view, i), late ? "sz-error-row" : NULL, texts);

      row->numbers = g_new0 (gint64, row->n_columns);
      row->numbers[6] = item->percent * 100;
      g_ptr_array_add (rows, row);
    }
  return view != NULL;
}

static char *
name_kinds (guint kinds)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint kind = SZ_KIN_KEY_UNIT; kind <= SZ_KIN_SUPERIOR; kind <<= 1)
    if ((kinds & kind) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? _ ("; ") : "",
                              sz_finding_condition (sz_kin_kind_word ((SzKinKinds)kind)));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The department, and what the person is there. */
static char *
write_office (const char *unit, const char *duty)
{
  return *unit != '\0' && *duty != '\0' ? g_strdup_printf ("%s · %s", unit, duty)
                                        : g_strconcat (unit, duty, NULL);
}

static gboolean
read_families (SzOffice *office, SzDate day, GPtrArray *rows, GError **error)
{
  g_autoptr (GArray) pairs = sz_view_kinship (office, day, error);

  for (guint i = 0; pairs != NULL && i < pairs->len; i++)
    {
      const SzKinPair *pair = &g_array_index (pairs, SzKinPair, i);
      char *texts[] = { g_strdup (pair->a),
                        g_strdup (pair->a_name),
                        write_office (pair->a_unit, pair->a_duty),
                        g_strdup (pair->relation),
                        g_strdup (pair->b),
                        g_strdup (pair->b_name),
                        write_office (pair->b_unit, pair->b_duty),
                        name_kinds (pair->kinds),
                        NULL };

      g_ptr_array_add (rows, make_row (i + 1, pair->kinds != 0 ? "sz-error-row" : NULL, texts));
    }
  return pairs != NULL;
}

static gboolean
read_tolerance (SzOffice *office, SzDate day, GPtrArray *rows, GError **error)
{
  g_autoptr (SzToleranceView) view = sz_view_tolerance (office, error);

  for (guint i = 0; view != NULL && i < view->items->len; i++)
    {
      const SzToleranceItem *item = &g_array_index (view->items, SzToleranceItem, i);
      const SzTolerance *tolerance = &item->tolerance;
      char *texts[] = { g_strdup (tolerance->no),
                        g_strdup (item->name),
                        g_strdup (tolerance->matter),
                        g_strdup (tolerance->about),
                        sz_date_format (tolerance->applied),
                        sz_date_format (tolerance->verified),
                        sz_date_format (tolerance->decided),
                        g_strdup (sz_codes_name (SZ_TABLE_DECISION, tolerance->decision)),
                        g_strdup (sz_codes_name (SZ_TABLE_OPEN_TO, tolerance->open_to)),
                        NULL };

      g_ptr_array_add (rows, make_row (item->id, NULL, texts));
    }
  return view != NULL;
}

static gboolean
read_due (SzOffice *office, SzDate day, GPtrArray *rows, GError **error)
{
  g_autoptr (SzDueView) view = sz_view_due (office, day, 0, error);

  for (guint i = 0; view != NULL && i < view->items->len; i++)
    {
      const SzDue *due = &g_array_index (view->items, SzDue, i);
      const int days = sz_date_days (due->date) - sz_date_days (day);
      char *texts[]
          = { sz_date_format (due->date), g_strdup_printf ("%d", days), sz_due_dup_what (due->kind),
              /* An indicator has a name for people, its key is for the command line. */
              g_strdup (due->kind == SZ_DUE_TARGET_CHECKPOINT ? "" : due->key),
              g_strdup (due->name), NULL };
      SzListRow *row = make_row (i + 1, days < 0 ? "sz-error-row" : NULL, texts);

      row->numbers = g_new0 (gint64, row->n_columns);
      row->numbers[1] = days * 100;
      g_ptr_array_add (rows, row);
    }
  return view != NULL;
}

GPtrArray *
sz_supervision_read (SzOffice *office,
                     const SzListView *view,
                     const SzListAsk *ask,
                     GCancellable *cancellable,
                     GError **error)
{
  static gboolean (*const readers[SZ_N_SUPERVISION_LISTS]) (SzOffice *, SzDate, GPtrArray *,
                                                            GError **)
      = { read_findings, read_rectify, read_families, read_tolerance, read_due };
  g_autoptr (GPtrArray) rows = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && view != NULL && ask != NULL, NULL);
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify)sz_list_row_free);
  if (!readers[GPOINTER_TO_INT (view->data)](office, ask->day, rows, error))
    return NULL;
  g_ptr_array_set_free_func (rows, NULL);
  return g_steal_pointer (&rows);
}

/* ---- one of them ---- */

static char *
find_place (const SzFinding *finding)
{
  const SzFindingKind *kind = sz_finding_kind_find (finding->kind);

  return kind != NULL ? sz_whereabouts_of (kind->page, kind->parts, finding->subject)
                      : g_strdup ("people");
}

static const SzFindingItem *
find_finding (SzFindingsView *view, gint64 no)
{
  return view != NULL ? sz_findings_view_find (view, no) : NULL;
}

static gboolean
take_finding (SzOffice *office, gint64 id, SzSupervisionSubject *subject, GError **error)
{
  const SzFindingFilter all = { -1, -1, NULL, TRUE };
  g_autoptr (SzFindingsView) view = sz_view_findings (office, &all, error);
  const SzFindingItem *item = find_finding (view, id);

  if (item == NULL)
    return view != NULL;
  subject->subject = g_strdup_printf ("%" G_GINT64_FORMAT, item->finding.no);
  subject->sentence = g_strdup (item->message);
  subject->place = find_place (&item->finding);
  subject->view = sz_view_finding_case (office, item, error);
  return subject->view != NULL;
}

static gboolean
take_item (SzOffice *office, gint64 id, SzSupervisionSubject *subject, GError **error)
{
  g_autoptr (SzRectifyView) view = sz_view_rectify (office, sz_office_today (office), error);

  for (guint i = 0; view != NULL && i < sz_rectify_view_get_size (view); i++)
    if (sz_rectify_view_get_id (view, i) == id)
      {
        const SzRectifyItem *item = sz_rectify_view_get (view, i);

        subject->subject = g_strdup (item->no);
        subject->sentence = g_strdup_printf ("%s %s", item->no, item->problem);
        subject->view = sz_view_rectify_case (office, view, item->no, error);
        return subject->view != NULL;
      }
  return view != NULL;
}

static gboolean
take_application (SzOffice *office, gint64 id, SzSupervisionSubject *subject, GError **error)
{
  g_autoptr (SzToleranceView) view = sz_view_tolerance (office, error);

  for (guint i = 0; view != NULL && i < view->items->len; i++)
    {
      const SzToleranceItem *item = &g_array_index (view->items, SzToleranceItem, i);

      if (item->id != id)
        continue;
      subject->subject = g_strdup (item->tolerance.no);
      subject->sentence = g_strdup_printf ("%s %s", item->tolerance.no, item->tolerance.matter);
      subject->view = sz_view_tolerance_case (office, view, item->tolerance.no, error);
      return subject->view != NULL;
    }
  return view != NULL;
}

/* What comes due has no states of its own, but stands somewhere. */
static gboolean
take_due (SzOffice *office, SzDate day, gint64 id, SzSupervisionSubject *subject, GError **error)
{
  g_autoptr (SzDueView) view = sz_view_due (office, day, 0, error);
  const SzDue *due;

  if (view == NULL || id < 1 || id > view->items->len)
    return view != NULL;
  due = &g_array_index (view->items, SzDue, id - 1);
  subject->sentence = g_strdup (due->name);
  subject->place
      = sz_whereabouts_of (sz_due_kind_page (due->kind), sz_due_kind_part (due->kind), due->key);
  return TRUE;
}

static gboolean
take_pair (SzOffice *office, SzDate day, gint64 id, SzSupervisionSubject *subject, GError **error)
{
  g_autoptr (GArray) pairs = sz_view_kinship (office, day, error);
  const SzKinPair *pair;

  if (pairs == NULL || id < 1 || id > pairs->len)
    return pairs != NULL;
  pair = &g_array_index (pairs, SzKinPair, id - 1);
  subject->sentence = g_strdup_printf ("%s %s %s", pair->a_name, pair->relation, pair->b_name);
  subject->place = sz_whereabouts_of_fact ("staff_no", pair->a);
  return TRUE;
}

SzSupervisionSubject *
sz_supervision_subject (
    SzOffice *office, SzSupervisionList list, gint64 id, SzDate day, GError **error)
{
  g_autoptr (SzSupervisionSubject) subject = NULL;
  gboolean taken = TRUE;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  subject = g_new0 (SzSupervisionSubject, 1);
  subject->list = list;
  subject->id = id;
  if (list == SZ_LIST_FINDINGS)
    taken = take_finding (office, id, subject, error);
  else if (list == SZ_LIST_RECTIFY)
    taken = take_item (office, id, subject, error);
  else if (list == SZ_LIST_TOLERANCE)
    taken = take_application (office, id, subject, error);
  else if (list == SZ_LIST_DUE)
    taken = take_due (office, day, id, subject, error);
  else if (list == SZ_LIST_FAMILIES)
    taken = take_pair (office, day, id, subject, error);
  return taken ? g_steal_pointer (&subject) : NULL;
}

void
sz_supervision_subject_free (SzSupervisionSubject *subject)
{
  if (subject == NULL)
    return;
  sz_case_view_free (subject->view);
  g_free (subject->subject);
  g_free (subject->sentence);
  g_free (subject->place);
  g_free (subject);
}

/* ---- beside the list ---- */

/* What happened, the latest last: who, when, what was said. */
static void
add_steps (GPtrArray *fields, const SzCaseView *view)
{
  if (view->steps->len > 0)
    sz_fields_add_heading (fields, _ ("What happened"));
  for (guint i = 0; i < view->steps->len; i++)
    {
      const SzCaseStep *step = &g_array_index (view->steps, SzCaseStep, i);
      const SzCaseMove *move = sz_case_find_move (view->table, step->from, step->verb);
      g_autofree char *when = sz_when_format (step->at);
      g_autofree char *line = g_strdup_printf ("%s %s", when, step->who);

      sz_fields_add (fields, move != NULL ? move->name : step->verb, line);
      if (step->reason != NULL && *step->reason != '\0')
        sz_fields_add_note (fields, step->reason);
      if (step->document != NULL && *step->document != '\0')
        sz_fields_add (fields, _ ("Evidence"), step->document);
    }
}

static void
add_facts (GPtrArray *fields, const SzFindingItem *item)
{
  g_auto (GStrv) facts = sz_finding_facts (item);
  g_autofree char *where = find_place (&item->finding);

  sz_field_set_place (sz_fields_add_note (fields, item->message), where);
  sz_fields_add_heading (fields, _ ("Facts"));
  for (guint i = 0; facts[i] != NULL; i += 3)
    {
      SzField *field = sz_fields_add (fields, facts[i + 1], facts[i + 2]);
      g_autofree char *place = sz_whereabouts_of_fact (facts[i], facts[i + 2]);

      if (field != NULL && place != NULL)
        sz_field_set_place (field, place);
    }
  sz_fields_add (fields, _ ("Found when"), sz_finding_condition (item->finding.kind));
}

static gboolean
describe_finding (SzOffice *office, gint64 id, SzListDetails *details, GError **error)
{
  const SzFindingFilter all = { -1, -1, NULL, TRUE };
  g_autoptr (SzFindingsView) view = sz_view_findings (office, &all, error);
  const SzFindingItem *item = find_finding (view, id);
  g_autoptr (SzCaseView) walked = NULL;
  g_autofree char *number = NULL;

  if (item == NULL)
    return view != NULL;
  walked = sz_view_finding_case (office, item, error);
  if (walked == NULL)
    return FALSE;
  number = g_strdup_printf ("%" G_GINT64_FORMAT, item->finding.no);
  details->name = g_strdup_printf (_ ("No. %s"), number);
  details->line = g_strdup_printf ("%s · %s · %s", name_gravity (item->finding.gravity),
                                   sz_area_name (item->area),
                                   name_state ((SzFindingState)item->finding.state));
  add_facts (details->fields, item);
  add_steps (details->fields, walked);
  return TRUE;
}

/* All columns of a row of the other lists, where it leads, and its steps. */
static gboolean
add_subject (SzOffice *office,
             SzSupervisionList list,
             gint64 id,
             SzDate day,
             SzListDetails *details,
             GError **error)
{
  g_autoptr (SzSupervisionSubject) subject = sz_supervision_subject (office, list, id, day, error);

  if (subject == NULL)
    return FALSE;
  if (subject->place != NULL && subject->sentence != NULL)
    {
      SzField *field = sz_fields_add (details->fields, _ ("About"), subject->sentence);

      if (field != NULL)
        sz_field_set_place (field, subject->place);
    }
  if (subject->view == NULL)
    return TRUE;
  g_free (details->line);
  details->line = g_strdup (sz_case_state_name (subject->view->table, subject->view->state));
  add_steps (details->fields, subject->view);
  return TRUE;
}

SzListDetails *
sz_supervision_describe (
    SzOffice *office, const SzListView *view, gpointer book, gint64 id, SzDate day, GError **error)
{
  const SzSupervisionList list = (SzSupervisionList)GPOINTER_TO_INT (view->data);
  g_autoptr (SzListDetails) details = NULL;
  gboolean described;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && book != NULL, NULL);

  if (list != SZ_LIST_FINDINGS)
    {
      details = sz_list_book_describe (book, id);
      described = add_subject (office, list, id, day, details, error);
    }
  else
    {
      details = g_new0 (SzListDetails, 1);
      details->fields = sz_fields_new ();
      described = describe_finding (office, id, details, error);
    }
  return described ? g_steal_pointer (&details) : NULL;
}
