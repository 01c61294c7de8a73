/* test-titles-assess.c — the assessment of a year in the window: grades by keys and in their rows,
 * corrections (asm-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "page-desk.h"

#include "sz-assess-year.h"
#include "sz-grade-cell.h"
#include "sz-list-book.h"
#include "sz-list-page.h"
#include "sz-side-list.h"

static gint64
count_grade (PageDesk *desk, SzGrade grade)
{
  g_autoptr (SzOffice) office = page_desk_open_office (desk);
  g_autoptr (SzAssessYear) year = sz_assess_year (office, 2025, NULL);

  return year->grades[grade];
}

typedef struct
{
  PageDesk *desk;
  gint64 expected;
} Counting;

static gboolean
has_grades (gpointer data)
{
  const Counting *counting = data;

  return page_desk_is_settled (counting->desk)
         && count_grade (counting->desk, SZ_GRADE_UNQUALIFIED) == counting->expected;
}

/* A key gives the grade of the rows that are selected; Ctrl+Z takes it back. */
static void
test_grade (void)
{
  PageDesk desk;
  Counting counting = { &desk, 0 };
  gint64 before;

  page_desk_open (&desk, "titles:titles-assess");
  sz_list_page_choose (SZ_LIST_PAGE (desk.page), "year", "2025");
  desk_wait (page_desk_is_settled, &desk);
  before = count_grade (&desk, SZ_GRADE_UNQUALIFIED);
  sz_list_page_choose (SZ_LIST_PAGE (desk.page), "grade", "合格");
  desk_wait (page_desk_is_settled, &desk);
  sz_list_table_enter (sz_list_page_get_table (SZ_LIST_PAGE (desk.page)), FALSE);
  desk_wait (page_desk_is_settled, &desk);
  gtk_widget_activate_action (GTK_WIDGET (desk.page), "titles.grade", "i", SZ_GRADE_UNQUALIFIED);
  counting.expected = before + 1;
  desk_wait (has_grades, &counting);
  gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.undo", NULL);
  counting.expected = before;
  desk_wait (has_grades, &counting);
  page_desk_close (&desk);
}

/* The grade of somebody in a year. */
static SzGrade
get_grade (PageDesk *desk, int of, const char *staff_no)
{
  g_autoptr (SzOffice) office = page_desk_open_office (desk);
  g_autoptr (SzAssessYear) year = sz_assess_year (office, of, NULL);

  for (guint i = 0; i < year->people->len; i++)
    if (g_str_equal (g_array_index (year->people, SzAssessPerson, i).staff_no, staff_no))
      return g_array_index (year->people, SzAssessPerson, i).assessed.grade;
  return SZ_GRADE_NONE;
}

static gboolean
is_corrected (gpointer data)
{
  PageDesk *desk = data;

  return page_desk_has_no_dialog (desk)
         && get_grade (desk, (int)desk->count, desk->text) == SZ_GRADE_BASIC;
}

/* The row of the list at the left that says @text. */
static GtkWidget *
find_side_row (PageDesk *desk, const char *text)
{
  GtkWidget *list = desk_find (GTK_WIDGET (desk->page), SZ_TYPE_SIDE_LIST, NULL, NULL);
  GtkWidget *label = desk_find (list, GTK_TYPE_LABEL, "label", text);

  g_assert_nonnull (label);
  return gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW);
}

/* The years stand at the left with their states; in one that is confirmed a grade, chosen in its
   row, changes only as a correction with its reason. */
static void
test_correct (void)
{
  PageDesk desk;
  SzListTable *table;
  GtkWidget *row;
  GtkWidget *popover;
  GtkWidget *item;
  GtkWidget *dialog;
  g_autofree char *staff_no = NULL;

  page_desk_open (&desk, "titles:titles-assess");
  row = find_side_row (&desk, "2024");
  g_assert_nonnull (desk_find (row, GTK_TYPE_LABEL, "label", "已确认"));
  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (row)), GTK_LIST_BOX_ROW (row));
  desk_wait (page_desk_is_settled, &desk);
  sz_list_page_choose (SZ_LIST_PAGE (desk.page), "grade", "合格");
  sz_list_page_find (SZ_LIST_PAGE (desk.page));
  desk_wait (page_desk_is_settled, &desk);
  table = sz_list_page_get_table (SZ_LIST_PAGE (desk.page));
  sz_list_table_enter (table, FALSE);
  desk_wait (page_desk_is_settled, &desk);
  staff_no = g_strdup (sz_list_book_get_row (sz_list_page_get_book (SZ_LIST_PAGE (desk.page)),
                                             sz_list_table_get_current (table))
                           ->cells[1]);
  g_assert_true (sz_grade_cell_pop (GTK_WIDGET (table)));
  desk_turn ();
  popover = desk_find (GTK_WIDGET (table), GTK_TYPE_POPOVER_MENU, NULL, NULL);
  g_assert_nonnull (popover);
  item = desk_find (popover, GTK_TYPE_LABEL, "label", "基本合格 (3)");
  g_assert_nonnull (item);
  /* Its class is GTK's own. */
  g_signal_emit_by_name (gtk_widget_get_ancestor (item, g_type_from_name ("GtkModelButton")),
                         "clicked");
  desk_wait (page_desk_has_dialog, &desk);
  dialog = page_desk_find_dialog (&desk);
  gtk_editable_set_text (GTK_EDITABLE (desk_find (dialog, ADW_TYPE_ENTRY_ROW, NULL, NULL)),
                         "复核后更正");
  g_signal_emit_by_name (desk_find (dialog, GTK_TYPE_BUTTON, "label", "_Correct"), "clicked");
  desk.text = staff_no;
  desk.count = 2024;
  desk_wait (is_corrected, &desk);
  page_desk_close (&desk);
}

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  g_test_add_func ("/titles-page/asm-5/grade", test_grade);
  g_test_add_func ("/titles-page/asm-5/correct", test_correct);
  return g_test_run ();
}
