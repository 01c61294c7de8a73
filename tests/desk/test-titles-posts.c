/* test-titles-posts.c — the structure in the window: bands that fold, bars, the what-if beside them
 * (pst-2, pst-5, pst-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "page-desk.h"

#include "sz-post-bar.h"
#include "sz-titles-page.h"
#include "sz-what-if-pane.h"

static guint
count (PageDesk *desk)
{
  return sz_list_table_get_size (sz_list_page_get_table (SZ_LIST_PAGE (desk->page)));
}

static SzWhatIfPane *
get_what_if (PageDesk *desk)
{
  return SZ_WHAT_IF_PANE (desk_find (GTK_WIDGET (desk->page), SZ_TYPE_WHAT_IF_PANE, NULL, NULL));
}

static gboolean
has_lines (gpointer data)
{
  PageDesk *desk = data;
  GtkListBox *list
      = GTK_LIST_BOX (desk_find (GTK_WIDGET (get_what_if (desk)), GTK_TYPE_LIST_BOX, NULL, NULL));
  g_autofree char *after = sz_what_if_pane_dup_after (get_what_if (desk));

  return page_desk_is_settled (desk) && gtk_list_box_get_row_at_index (list, 1) != NULL
         && *after != '\0';
}

/* Two people are asked to a level in the pane beside the list; the bars show what it would come to,
   and with the pane they go back. */
static void
test_what_if (void)
{
  PageDesk desk;
  SzChoiceButton *after;

  page_desk_open (&desk, "titles:titles-posts");
  gtk_widget_activate_action (GTK_WIDGET (desk.page), "titles.what-if", NULL);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_what_if (&desk))));
  sz_what_if_pane_add (get_what_if (&desk), "1001", "专技七级");
  sz_what_if_pane_add (get_what_if (&desk), "1002", "");
  desk_wait (has_lines, &desk);
  after = sz_list_page_get_filter (SZ_LIST_PAGE (desk.page), "after");
  g_assert_nonnull (sz_choice_button_get_choice (after));
  gtk_widget_activate_action (GTK_WIDGET (desk.page), "titles.what-if", NULL);
  desk_wait (page_desk_is_settled, &desk);
  g_assert_null (sz_choice_button_get_choice (after));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_what_if (&desk))));
  page_desk_close (&desk);
}

/* A band folds and unfolds its levels; the part that was shown last is remembered. */
static void
test_parts (void)
{
  PageDesk desk;
  guint whole;

  page_desk_open (&desk, "titles:titles-posts");
  whole = count (&desk);
  sz_list_table_enter (sz_list_page_get_table (SZ_LIST_PAGE (desk.page)), FALSE);
  desk_wait (page_desk_is_settled, &desk);
  gtk_widget_activate_action (GTK_WIDGET (desk.page), "titles.fold", NULL);
  desk_wait (page_desk_is_settled, &desk);
  g_assert_cmpuint (count (&desk), <, whole);
  gtk_widget_activate_action (GTK_WIDGET (desk.page), "titles.fold", NULL);
  desk_wait (page_desk_is_settled, &desk);
  g_assert_cmpuint (count (&desk), ==, whole);
  gtk_widget_activate_action (GTK_WIDGET (desk.page), "titles.part", "i", 2);
  desk_wait (page_desk_is_settled, &desk);
  g_assert_cmpstr (sz_list_page_get_view (SZ_LIST_PAGE (desk.page))->name, ==, "titles-who");
  gtk_widget_activate_action (GTK_WIDGET (desk.page), "titles.part", "i", 2);
  desk_wait (page_desk_is_settled, &desk);
  g_assert_cmpstr (sz_list_page_get_view (SZ_LIST_PAGE (desk.page))->name, ==, "titles-round");
  gtk_widget_activate_action (GTK_WIDGET (desk.page), "titles.part", "i", 3);
  desk_wait (page_desk_is_settled, &desk);
  g_assert_cmpstr (sz_list_page_get_view (SZ_LIST_PAGE (desk.page))->name, ==, "titles-rise");
  page_desk_close (&desk);
}

/* The bar of a level says its numbers, and is drawn from what it says. */
static void
test_bar (void)
{
  const SzPostFigures cases[]
      = { { 70, 2, 72, -1 }, { 3, 0, 2, -1 }, { 3, 1, 4, 5 }, { 0, 0, 0, 0 } };
  static const char *const texts[] = { "70+2/72", "3/2 ▲1", "3+1/4→5 ▲1", "0/0→0" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = sz_post_bar_dup_text (&cases[i]);
      SzPostFigures read;

      g_assert_cmpstr (text, ==, texts[i]);
      g_assert_true (sz_post_bar_parse (text, &read));
      g_assert_cmpint (read.there, ==, cases[i].there);
      g_assert_cmpint (read.cases, ==, cases[i].cases);
      g_assert_cmpint (read.approved, ==, cases[i].approved);
      g_assert_cmpint (read.after, ==, cases[i].after);
    }
}

int
main (int argc, char *argv[])
{
  desk_init (&argc, &argv);
  g_test_add_func ("/titles-posts/pst-6/what-if", test_what_if);
  g_test_add_func ("/titles-posts/pst-2/parts", test_parts);
  g_test_add_func ("/titles-posts/pst-5/bar", test_bar);
  return g_test_run ();
}
