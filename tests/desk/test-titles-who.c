/* test-titles-who.c — who could apply: verdicts to filter by, what is missing entered from where it
 * is missed (ttl-11, ttl-19)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "page-desk.h"

#include <stdlib.h>
#include <string.h>

#include "sz-list-book.h"
#include "sz-register.h"
#include "sz-title-check.h"
#include "sz-title-round.h"
#include "sz-titles-page.h"
#include "sz-titles-words.h"

static guint
count (PageDesk *desk)
{
  return sz_list_table_get_size (sz_list_page_get_table (SZ_LIST_PAGE (desk->page)));
}

/* ---- the segments ---- */

/* The button that begins with the word of @verdict, and how many it says. */
static GtkWidget *
find_segment (PageDesk *desk, SzVerdict verdict, guint *n)
{
  const char *name = sz_title_verdict_name (verdict);
  g_autoptr (GQueue) widgets = g_queue_new ();
  GtkWidget *widget;

  g_queue_push_tail (widgets, desk->page);
  while ((widget = g_queue_pop_head (widgets)) != NULL)
    {
      const char *label
          = GTK_IS_TOGGLE_BUTTON (widget) ? gtk_button_get_label (GTK_BUTTON (widget)) : NULL;

      if (label != NULL && gtk_widget_get_mapped (widget) && g_str_has_prefix (label, name)
          && label[strlen (name)] == ' ')
        {
          *n = (guint)atoi (label + strlen (name));
          return widget;
        }
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        g_queue_push_tail (widgets, child);
    }
  return NULL;
}

typedef struct
{
  guint by_verdict[SZ_N_VERDICTS];
  guint all;
} Counts;

static gboolean
count_person_cb (const SzTitlePerson *person, gpointer user_data, GError **error)
{
  Counts *counts = user_data;

  for (guint i = 0; i < person->targets->len; i++)
    {
      const SzTargetResult *target = g_ptr_array_index (person->targets, i);

      counts->by_verdict[target->verdict]++;
      counts->all++;
    }
  return TRUE;
}

/* What the office finds in the round that is shown, not through the window. */
static void
count_people (PageDesk *desk, Counts *counts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = page_desk_open_office (desk);
  g_autoptr (GArray) briefs = sz_title_round_list (office, &error);
  g_autoptr (SzTitleRound) round = NULL;

  g_assert_no_error (error);
  round = sz_title_round_load (office,
                               g_array_index (briefs, SzTitleRoundBrief, briefs->len - 1).name,
                               &error);
  g_assert_no_error (error);
  sz_title_who_each (office, round, count_person_cb, counts, &error);
  g_assert_no_error (error);
}

static gboolean
is_counted (gpointer data)
{
  guint n;

  return page_desk_is_settled (data) && find_segment (data, SZ_VERDICT_MET, &n) != NULL;
}

/* Each says how many it is, and shows just those; one at a time, and pressed again everybody. */
static void
test_segments (void)
{
  PageDesk desk;
  Counts counts = { .all = 0 };
  GtkWidget *before = NULL;
  guint n;

  page_desk_open_of (&desk, 120, "titles:titles-who");
  desk_wait (is_counted, &desk);
  count_people (&desk, &counts);
  g_assert_cmpuint (count (&desk), ==, counts.all);
  g_assert_cmpuint (counts.by_verdict[SZ_VERDICT_MET], >, 0);
  g_assert_cmpuint (counts.by_verdict[SZ_VERDICT_UNMET], >, 0);
  for (int i = 0; i < SZ_N_VERDICTS; i++)
    {
      GtkWidget *segment = find_segment (&desk, (SzVerdict)i, &n);

      g_assert_nonnull (segment);
      g_assert_cmpuint (n, ==, counts.by_verdict[i]);
      g_assert_true (gtk_widget_get_sensitive (segment) == (n > 0));
      if (n == 0)
        continue;
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (segment), TRUE);
      desk_wait (is_counted, &desk);
      g_assert_cmpuint (count (&desk), ==, n);
      g_assert_true (before == NULL || !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (before)));
      /* The others still say how many they would be. */
      find_segment (&desk, SZ_VERDICT_UNMET, &n);
      g_assert_cmpuint (n, ==, counts.by_verdict[SZ_VERDICT_UNMET]);
      before = segment;
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (before), FALSE);
  desk_wait (is_counted, &desk);
  g_assert_cmpuint (count (&desk), ==, counts.all);
  /* A list without verdicts has no segments; what stood beside this one goes before it is read. */
  sz_list_page_show_view (SZ_LIST_PAGE (desk.page), "titles-assess");
  g_assert_null (find_segment (&desk, SZ_VERDICT_MET, &n));
  desk_wait (page_desk_is_settled, &desk);
  /* Back in a list that is read already it is there again. */
  sz_list_page_show_view (SZ_LIST_PAGE (desk.page), "titles-who");
  desk_wait (is_counted, &desk);
  sz_list_page_show_view (SZ_LIST_PAGE (desk.page), "titles-posts");
  desk_wait (page_desk_is_settled, &desk);
  g_assert_null (find_segment (&desk, SZ_VERDICT_MET, &n));
  page_desk_close (&desk);
}

/* ---- 补录 ---- */

static void
assert_filled (PageDesk *desk, const char *staff_no)
{
  GtkWidget *dialog;
  GtkWidget *row;

  desk_wait (page_desk_has_dialog, desk);
  dialog = page_desk_find_dialog (desk);
  row = desk_find (dialog, ADW_TYPE_ENTRY_ROW, "title", "工号");
  g_assert_nonnull (row);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, staff_no);
}

/* Every register that a fact of a standard is kept in opens with the person filled in. */
static void
test_registers (void)
{
  static const char *const words[]
      = { "education", "appointments",      "assessments", "yearly-hours", "certificates",
          "roles",     "further-education", "practice",    "achievements" };
  PageDesk desk;

  page_desk_open_of (&desk, 60, "titles:titles-who");
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_test_message ("%s", words[i]);
      gtk_widget_activate_action (GTK_WIDGET (desk.page), "titles.enter-fact", "(ss)", words[i],
                                  "1001");
      assert_filled (&desk, "1001");
      gtk_window_destroy (GTK_WINDOW (page_desk_find_dialog (&desk)));
      desk_turn ();
    }
  page_desk_close (&desk);
}

static gboolean
has_offer (gpointer data)
{
  PageDesk *desk = data;

  return page_desk_is_settled (desk)
         && desk_find (GTK_WIDGET (desk->page), GTK_TYPE_BUTTON, "tooltip-text",
                       "Enter what is missing…")
                != NULL;
}

static guint
count_rows (PageDesk *desk, const char *word)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = page_desk_open_office (desk);
  g_autoptr (GPtrArray) rows = sz_register_read (office, sz_register_find (word), NULL, &error);

  g_assert_no_error (error);
  return rows->len;
}

static gboolean
is_entered (gpointer data)
{
  PageDesk *desk = data;

  return page_desk_has_no_dialog (desk) && count_rows (desk, "practice") == desk->count + 1;
}

static void
type (GtkWidget *dialog, const char *heading, const char *text)
{
  GtkWidget *row = desk_find (dialog, ADW_TYPE_ENTRY_ROW, "title", heading);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

/* From the condition that misses it, in the details of who misses it; what is saved is a row of the
   register, and can be taken back. */
static void
test_enter (void)
{
  PageDesk desk;
  GtkWidget *segment;
  GtkWidget *dialog;
  g_autofree char *staff_no = NULL;
  guint n;

  page_desk_open_of (&desk, 60, "titles:titles-who");
  desk_wait (is_counted, &desk);
  segment = find_segment (&desk, SZ_VERDICT_UNMET, &n);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (segment), TRUE);
  desk_wait (is_counted, &desk);
  sz_list_table_enter (sz_list_page_get_table (SZ_LIST_PAGE (desk.page)), FALSE);
  desk_wait (has_offer, &desk);
  {
    gpointer book = sz_list_page_get_book (SZ_LIST_PAGE (desk.page));
    const SzListRow *row
        = sz_list_book_get_row (book, sz_list_page_get_current (SZ_LIST_PAGE (desk.page)));

    staff_no = g_strdup (row->cells[8]);
  }
  g_signal_emit_by_name (desk_find (GTK_WIDGET (desk.page), GTK_TYPE_BUTTON, "tooltip-text",
                                    "Enter what is missing…"),
                         "clicked");
  assert_filled (&desk, staff_no);
  gtk_window_destroy (GTK_WINDOW (page_desk_find_dialog (&desk)));
  desk_turn ();
  desk.count = count_rows (&desk, "practice");
  gtk_widget_activate_action (GTK_WIDGET (desk.page), "titles.enter-fact", "(ss)", "practice",
                              staff_no);
  assert_filled (&desk, staff_no);
  dialog = page_desk_find_dialog (&desk);
  type (dialog, "起", "2024-07-01");
  type (dialog, "止", "2024-08-31");
  g_signal_emit_by_name (desk_find (dialog, GTK_TYPE_BUTTON, "label", "_Save"), "clicked");
  desk_wait (is_entered, &desk);
  page_desk_close (&desk);
}

/* (nullable): the button that leads to a register's rows. */
static GtkWidget *
find_source (GtkWidget *root)
{
  if (GTK_IS_ACTIONABLE (root)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (root)), "win.page") == 0)
    {
      GVariant *target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (root));

      if (g_str_has_prefix (g_variant_get_string (target, NULL), "registers:register-"))
        return root;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_source (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_source (gpointer data)
{
  PageDesk *desk = data;

  return page_desk_is_settled (desk) && find_source (GTK_WIDGET (desk->page)) != NULL;
}

/* The row of the sheet that gave a value is one press away: its register, with the person's rows.
 */
static void
test_source (void)
{
  PageDesk desk;
  SzListPage *registers;
  g_autofree char *place = NULL;
  const char *staff_no;
  GtkWidget *button;

  page_desk_open_of (&desk, 60, "titles:titles-who");
  sz_list_table_enter (sz_list_page_get_table (SZ_LIST_PAGE (desk.page)), FALSE);
  desk_wait (has_source, &desk);
  button = find_source (GTK_WIDGET (desk.page));
  place = g_strdup (
      g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button)),
                            NULL));
  staff_no = strchr (place, '?') + 1;
  gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.page", "s", place);
  desk.page = sz_window_get_page (desk.window, "registers");
  desk_wait (page_desk_is_settled, &desk);
  registers = SZ_LIST_PAGE (desk.page);
  g_test_message ("%s: %u rows", place,
                  sz_list_table_get_size (sz_list_page_get_table (registers)));
  g_assert_cmpuint (sz_list_table_get_size (sz_list_page_get_table (registers)), >, 0);
  g_assert_cmpuint (sz_list_table_get_size (sz_list_page_get_table (registers)), <, 60);
  g_assert_cmpstr (sz_page_get_search (desk.page), ==, staff_no);
  page_desk_close (&desk);
}

int
main (int argc, char **argv)
{
  desk_init (&argc, &argv);
  g_test_add_func ("/titles-who/ttl-11/segments", test_segments);
  g_test_add_func ("/titles-who/ttl-10/registers", test_registers);
  g_test_add_func ("/titles-who/ttl-10/enter", test_enter);
  g_test_add_func ("/titles-who/ttl-11/source", test_source);
  return g_test_run ();
}
