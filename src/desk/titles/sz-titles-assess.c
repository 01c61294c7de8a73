/* sz-titles-assess.c — 考核: the grades of a year, its cap and what follows (RULE asm-1 … asm-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-assess-grade.h"
#include "sz-assess-year.h"
#include "sz-grade-cell.h"
#include "sz-message.h"
#include "sz-titles-page.h"
#include "sz-titles-private.h"
#include "sz-view-career.h"

enum
{
  COLUMN_NAME,
  COLUMN_STAFF_NO,
  COLUMN_DEPARTMENT,
  COLUMN_GRADE,
  COLUMN_EFFECT,
  COLUMN_FINDING,
  COLUMN_SOUND, /* for the filter alone */
  N_COLUMNS
};

/* 病事假 201 天 (RULE asm-3). */
static char *
dup_reason (const SzAssessed *assessed)
{
  switch (assessed->reason)
    {
    case SZ_UNDETERMINED_NEW:
      return g_strdup (_ ("new, less than half a year"));
    case SZ_UNDETERMINED_LEAVE:
      return g_strdup_printf (ngettext ("ill or on leave %d day", "ill or on leave %d days",
                                        (gulong)assessed->leave_days),
                              assessed->leave_days);
    case SZ_UNDETERMINED_DISCIPLINE:
      return g_strdup (_ ("under discipline"));
    case SZ_UNDETERMINED_INVESTIGATION:
      return g_strdup (_ ("under investigation"));
    case SZ_UNDETERMINED_NOT:
    default:
      return g_strdup ("");
    }
}

/* 年限扣 12 月；2026 年不得晋升 (RULE asm-4). */
static char *
dup_effect (SzGrade grade, const SzAssessYear *year)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const int months = grade < SZ_GRADE_NONE ? year->deduct_months[grade] : 0;

  if (months > 0)
    g_string_append_printf (text, _ ("%d months off the years"), months);
  if (grade == SZ_GRADE_BASIC || grade == SZ_GRADE_UNQUALIFIED)
    g_string_append_printf (text, _ ("%sno rise in %d"), months > 0 ? _ ("; ") : "",
                            year->year + 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What is found about a person, each in its sentence; who should be 不确定档次 is told so before
   there is a grade, too: "should be 不确定档次: ill or on leave 201 days". */
static char *
dup_findings (const SzAssessed *assessed)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *reason = dup_reason (assessed);

  for (int flag = 0; flag < SZ_N_ASSESS_FLAGS; flag++)
    {
      static const char *const words[SZ_N_ASSESS_FLAGS] = {
        N_ ("excellent beside a discipline"), N_ ("no grade"),
        N_ ("should be 不确定档次"),          N_ ("基本合格 two years running"),
        N_ ("不合格 two years running"),
      };
      const gboolean expected = 1u << flag == SZ_ASSESS_SHOULD_BE_UNDETERMINED && *reason != '\0'
                                && assessed->grade != SZ_GRADE_UNDETERMINED;

      if ((assessed->flags & 1u << flag) == 0 && !expected)
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? _ ("; ") : "", _ (words[flag]));
      if (expected)
        g_string_append_printf (text, _ (": %s"), reason);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GPtrArray *
read_year_cb (SzOffice *office,
              const SzListView *view,
              const SzListAsk *ask,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (SzAssessYear) year = sz_assess_year (office, _sz_titles_get_year (ask), error);
  GPtrArray *rows;

  if (year == NULL)
    return NULL;
  rows = g_ptr_array_new ();
  for (guint i = 0; i < year->people->len; i++)
    {
      const SzAssessPerson *person = &g_array_index (year->people, SzAssessPerson, i);
      const SzCode *grade = sz_codes_by_value (SZ_TABLE_GRADE, (int)person->assessed.grade);
      SzListRow *row = sz_list_row_new (i + 1, N_COLUMNS);

      row->cells[COLUMN_NAME] = g_strdup (person->name);
      row->cells[COLUMN_DEPARTMENT] = g_strdup (person->department);
      row->cells[COLUMN_GRADE] = g_strdup (grade != NULL ? grade->name : _ ("no grade"));
      row->cells[COLUMN_FINDING] = dup_findings (&person->assessed);
      row->cells[COLUMN_EFFECT] = dup_effect (person->assessed.grade, year);
      row->cells[COLUMN_SOUND]
          = g_strdup (*row->cells[COLUMN_FINDING] != '\0' ? _ ("with something to look at")
                                                          : _ ("nothing to look at"));
      row->cells[COLUMN_STAFF_NO] = g_strdup (person->staff_no);
      row->style = person->assessed.flags != 0 ? "warning" : NULL;
      g_ptr_array_add (rows, row);
    }
  return rows;
}

/* ---- one person: five years, and what lies beside the grades ---- */

#define LAST_YEARS 5

static void
add_career_cb (const SzCareer *career, gpointer user_data)
{
  GPtrArray *fields = user_data;
  const gsize first = career->n_grades > LAST_YEARS ? career->n_grades - LAST_YEARS : 0;

  sz_fields_add_heading (fields, _ ("The last years"));
  for (gsize i = career->n_grades; i-- > first;)
    {
      const int year = career->grades[i].year;
      const SzCode *grade = sz_codes_by_value (SZ_TABLE_GRADE, (int)career->grades[i].grade);
      static const char *const kinds[] = { "病假", "事假", NULL };
      const int days = sz_career_leave_days (career, kinds, sz_date_make (year, 1, 1),
                                             sz_date_make (year, 12, 31));
      g_autofree char *title = g_strdup_printf ("%d", year);
      g_autofree char *away
          = days > 0 ? g_strdup_printf (ngettext (" · ill or away %d day", " · ill or away %d days",
                                                  (gulong)days),
                                        days)
                     : g_strdup ("");

      sz_fields_take (fields, title, g_strconcat (grade != NULL ? grade->name : "—", away, NULL));
    }
  for (gsize i = 0; i < career->n_discipline; i++)
    {
      const SzDisciplineFact *fact = &career->discipline[i];
      const SzCode *kind = sz_codes_by_value (SZ_TABLE_DISCIPLINE, (int)fact->kind);
      g_autofree char *from = sz_date_format (fact->from);
      SzField *field = sz_fields_add (fields, from, kind != NULL ? kind->name : "—");

      field->style = "warning";
    }
}

static SzListDetails *
describe_person (
    SzOffice *office, const SzListView *view, gpointer book, gint64 id, SzDate day, GError **error)
{
  const SzListRow *row = sz_list_book_get_row (book, id);
  SzListDetails *details;

  if (row == NULL)
    return sz_list_book_describe (book, id);
  details = g_new0 (SzListDetails, 1);
  details->fields = sz_fields_new ();
  details->name = g_strdup (row->cells[COLUMN_NAME]);
  details->line
      = g_strdup_printf ("%s · %s", row->cells[COLUMN_STAFF_NO], row->cells[COLUMN_DEPARTMENT]);
  _sz_titles_add_place (details->fields, row->cells[COLUMN_STAFF_NO]);
  sz_fields_add (details->fields, _ ("Grade"), row->cells[COLUMN_GRADE]);
  sz_fields_add (details->fields, _ ("What does not fit"), row->cells[COLUMN_FINDING]);
  sz_fields_add (details->fields, _ ("Effect"), row->cells[COLUMN_EFFECT]);
  if (sz_view_career (office, row->cells[COLUMN_STAFF_NO], add_career_cb, details->fields, error))
    return details;
  sz_list_details_free (details);
  return NULL;
}

/* 优秀 19 / 名额 19（应参加 98 × 20%） */
static char *
describe_cap (SzOffice *office, const SzListView *view, const SzListAsk *ask, const GPtrArray *rows)
{
  g_autoptr (SzAssessYear) year = sz_assess_year (office, _sz_titles_get_year (ask), NULL);
  g_autofree char *ratio = NULL;

  (void)rows;
  if (year == NULL)
    return NULL;
  ratio = sz_decimal_format (year->cap_ratio_x1e4, 2);
  return g_strdup_printf (_ ("excellent %d of %d allowed (%d due × %s %%)"),
                          (int)year->grades[SZ_GRADE_EXCELLENT], (int)year->cap, (int)year->due,
                          ratio);
}

/* ---- acts ---- */

typedef struct
{
  int year;
  SzGrade grade;
  GStrv people;
} Grading;

static void
free_grading (gpointer data)
{
  Grading *grading = data;

  g_strfreev (grading->people);
  g_free (grading);
}

static gpointer
grade_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Grading *grading = data;
  const SzAssessGrades asked = { .year = grading->year,
                                 .staff_nos = (const char *const *)grading->people,
                                 .grade = grading->grade };

  return GINT_TO_POINTER (sz_assess_grade (office, &asked, error));
}

static void
give_grade (SzTitlesPage *self, GStrv people, SzGrade grade)
{
  SzListPage *page = SZ_LIST_PAGE (self);
  SzChoiceButton *years = sz_list_page_get_filter (page, "year");
  const char *year = years != NULL ? sz_choice_button_get_choice (years) : NULL;
  const SzCode *code = sz_codes_by_value (SZ_TABLE_GRADE, (int)grade);
  const guint n = g_strv_length (people);
  Grading *grading;
  g_autofree char *text = NULL;

  if (n == 0 || year == NULL)
    {
      g_strfreev (people);
      return;
    }
  /* Once it is confirmed a grade changes only as a correction. */
  if (g_strcmp0 (_sz_titles_get_state (self), "confirmed") == 0)
    {
      sz_assess_correct_present (SZ_PAGE (self), (int)g_ascii_strtoll (year, NULL, 10), people,
                                 grade);
      return;
    }
  grading = g_new0 (Grading, 1);
  grading->year = (int)g_ascii_strtoll (year, NULL, 10);
  grading->grade = grade;
  grading->people = people;
  text = g_strdup_printf (ngettext ("%s given to %u person", "%s given to %u people", n),
                          code->name, n);
  _sz_titles_write (self, grade_cb, grading, free_grading, text);
}

/* The staff numbers of the rows; @only_missing: of all rows that have no grade. */
static GStrv
list_people (SzTitlesPage *self, gboolean only_missing)
{
  SzListPage *page = SZ_LIST_PAGE (self);
  gpointer book = sz_list_page_get_book (page);
  g_autoptr (GArray) ids = sz_list_table_get_selected (sz_list_page_get_table (page));
  GPtrArray *people = g_ptr_array_new ();
  const guint n
      = only_missing && book != NULL ? (guint)sz_list_book_source ()->count (book, NULL) : ids->len;

  for (guint i = 0; book != NULL && i < n; i++)
    {
      const gint64 id = only_missing ? (gint64)i + 1 : g_array_index (ids, gint64, i);
      const SzListRow *row = sz_list_book_get_row (book, id);

      if (row != NULL && (!only_missing || g_str_equal (row->cells[COLUMN_GRADE], _ ("no grade"))))
        g_ptr_array_add (people, g_strdup (row->cells[COLUMN_STAFF_NO]));
    }
  g_ptr_array_add (people, NULL);
  return (GStrv)g_ptr_array_free (people, FALSE);
}

static void
grade_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const SzListView *view = sz_list_page_get_view (SZ_LIST_PAGE (widget));

  if (g_str_equal (view->name, "titles-assess"))
    give_grade (SZ_TITLES_PAGE (widget), list_people (SZ_TITLES_PAGE (widget), FALSE),
                (SzGrade)g_variant_get_int32 (parameter));
}

static void
fill_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  give_grade (SZ_TITLES_PAGE (widget), list_people (SZ_TITLES_PAGE (widget), TRUE),
              SZ_GRADE_QUALIFIED);
}

/* Alt+↓ in a row, as on any drop-down. */
static void
menu_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, widget))
    sz_grade_cell_pop (focus);
}

static void
f16_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzChoiceButton *years = sz_list_page_get_filter (SZ_LIST_PAGE (widget), "year");
  const char *year = years != NULL ? sz_choice_button_get_choice (years) : NULL;
  const SzFormParams params = { .year = year != NULL ? (int)g_ascii_strtoll (year, NULL, 10) : 0 };

  if (params.year != 0)
    _sz_titles_save_form (SZ_TITLES_PAGE (widget), "F16", &params);
}

void
_sz_titles_install_assess (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "titles.grade", "i", grade_action_cb);
  gtk_widget_class_install_action (klass, "titles.fill", NULL, fill_action_cb);
  gtk_widget_class_install_action (klass, "titles.grade-menu", NULL, menu_action_cb);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Down, GDK_ALT_MASK, "titles.grade-menu",
                                       NULL);
  gtk_widget_class_install_action (klass, "titles.f16", NULL, f16_action_cb);
  /* 1 … 5: 优秀 合格 基本合格 不合格 不确定档次 */
  for (int i = 0; i < SZ_GRADE_NONE; i++)
    gtk_widget_class_add_binding_action (klass, GDK_KEY_1 + (guint)i, 0, "titles.grade", "i", i);
}

static const SzListColumn columns[] = {
  [COLUMN_NAME] = { "name", N_ ("Name"), 84, .name = TRUE },
  [COLUMN_STAFF_NO] = { "staff-no", N_ ("Staff no."), 62 },
  [COLUMN_DEPARTMENT] = { "department", N_ ("Department"), 96 },
  [COLUMN_GRADE] = { "grade", N_ ("Grade"), 104, .wrap = sz_grade_cell_new },
  [COLUMN_EFFECT] = { "effect", N_ ("Effect"), 128 },
  [COLUMN_FINDING] = { "finding", N_ ("What does not fit"), 204 },
  [COLUMN_SOUND] = { "sound", N_ ("To be looked at"), 120, .hidden = TRUE },
  [N_COLUMNS] = { NULL },
};

const SzListView *
_sz_titles_assess_view (void)
{
  static const SzListAction grades[]
      = { { N_ ("优秀 (1)"), "titles.grade(0)", SZ_NEEDS_SOME },
          { N_ ("合格 (2)"), "titles.grade(1)", SZ_NEEDS_SOME },
          { N_ ("基本合格 (3)"), "titles.grade(2)", SZ_NEEDS_SOME },
          { N_ ("不合格 (4)"), "titles.grade(3)", SZ_NEEDS_SOME },
          { N_ ("不确定档次 (5)"), "titles.grade(4)", SZ_NEEDS_SOME },
          { NULL } };
  static const SzListFilter filters[]
      = { { "year", N_ ("Year"), .reads = TRUE, .hidden = TRUE },
          { "grade", N_ ("Grade"), "grade", N_ ("All grades") },
          { "sound", N_ ("To be looked at"), "sound", N_ ("Everybody") },
          { "department", N_ ("Department"), "department", N_ ("All departments") },
          { NULL } };
  static const SzListAction actions[]
      = { { N_ ("_Grade"), NULL, .menu = grades },
          { N_ ("Fill _合格"), "titles.fill", .tooltip = N_ ("To everybody without a grade") },
          { N_ ("_Save F16…"), "titles.f16" },
          { N_ ("_Import…"), "win.import" },
          { NULL } };
  static const SzListView view = {
    .name = "titles-assess",
    .title = N_ ("Assessment"),
    .unit = N_ ("people"),
    .columns = columns,
    .filters = filters,
    .actions = actions,
    .empty = { "emblem-ok-symbolic", N_ ("Nobody Due"),
               N_ ("Import the roster: who is in service at the end of a year takes part."),
               "win.import" },
    .read = read_year_cb,
    .details = describe_person,
    .line = describe_cap,
  };

  return &view;
}
