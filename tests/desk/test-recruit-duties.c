/* test-recruit-duties.c — the year of the part-time quota, its lists and forms, what waits in a
 * duty (RULE rec-9, rec-19, rec-24, rec-26, rec-27)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "page-desk.h"

#include <string.h>

#include "sz-fees-act.h"
#include "sz-forms-page.h"
#include "sz-gauge.h"
#include "sz-list-page.h"
#include "sz-message.h"
#include "sz-parttime-names.h"
#include "sz-parttime-view.h"
#include "sz-quota-chart.h"
#include "sz-quota-day.h"
#include "sz-quota-year.h"
#include "sz-recruit-page.h"

static gboolean
has_text (gpointer data)
{
  PageDesk *desk = data;

  return page_desk_is_settled (desk)
         && desk_find (GTK_WIDGET (desk->page), GTK_TYPE_LABEL, "label", desk->text) != NULL;
}

static void
press_key (GtkWidget *widget, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
      if (handled)
        return;
    }
  g_assert_not_reached ();
}

/* RULE rec-24: the arrow keys move a day, Return lists who holds places that day, each with the way
 * to the contract; the words beside the gauge go to their days. */
static void
test_year (void)
{
  g_autoptr (SzOffice) office = NULL;
  g_autoptr (SzParttimeBook) book = NULL;
  g_autoptr (SzQuotaTerm) term = NULL;
  g_autofree char *day = NULL;
  g_autofree char *tightest = NULL;
  const SzParttimeContract *contract;
  SzQuotaChart *chart;
  PageDesk desk;

  page_desk_open (&desk, "parttime@2025-03-10");
  office = page_desk_open_office (&desk);
  sz_list_page_show_view (SZ_LIST_PAGE (desk.page), SZ_PARTTIME_QUOTA);
  desk_wait (page_desk_is_settled, &desk);
  g_assert_nonnull (desk_find (GTK_WIDGET (desk.page), SZ_TYPE_GAUGE, NULL, NULL));
  chart = SZ_QUOTA_CHART (desk_find (GTK_WIDGET (desk.page), SZ_TYPE_QUOTA_CHART, NULL, NULL));
  g_assert_cmpint (sz_quota_chart_get_day (chart), ==, 20250310);
  press_key (GTK_WIDGET (chart), GDK_KEY_Right);
  g_assert_cmpint (sz_quota_chart_get_day (chart), ==, 20250311);
  press_key (GTK_WIDGET (chart), GDK_KEY_Return);
  day = sz_date_format (20250311);
  desk.text = day;
  desk_wait (has_text, &desk);
  book = sz_parttime_book_load (office, NULL);
  for (guint i = 0; i < book->contracts->len; i++)
    {
      contract = g_ptr_array_index (book->contracts, i);
      if (sz_parttime_stretch_on (contract, 20250311) != NULL)
        g_assert_nonnull (
            desk_find (GTK_WIDGET (desk.page), GTK_TYPE_LABEL, "label", contract->row->name));
    }
  term = sz_quota_term (office, 20250101, 20251231, NULL);
  tightest = sz_date_format (
      sz_quota_term_day (term, sz_quota_month (term, term->from, term->to).tightest));
  g_signal_emit_by_name (desk_find (GTK_WIDGET (desk.page), GTK_TYPE_BUTTON, "name", "tightest"),
                         "clicked");
  desk.text = tightest;
  desk_wait (has_text, &desk);
  g_clear_object (&office);
  page_desk_close (&desk);
}

static gboolean
has_rows (gpointer data)
{
  PageDesk *desk = data;

  return page_desk_is_settled (desk)
         && sz_list_table_get_size (sz_list_page_get_table (SZ_LIST_PAGE (desk->page)))
                == desk->count;
}

/* RULE rec-24: the contracts of a day, and those that fall due, by the filters. */
static void
test_filters (void)
{
  g_autoptr (SzOffice) office = NULL;
  g_autoptr (SzParttimeBook) book = NULL;
  g_autofree char *place = NULL;
  g_autofree char *date = NULL;
  SzDate day = SZ_DATE_NONE;
  guint due = 0;
  PageDesk desk;

  page_desk_open (&desk, "parttime");
  office = page_desk_open_office (&desk);
  book = sz_parttime_book_load (office, NULL);
  for (guint i = 0; i < book->contracts->len && due == 0; i++)
    {
      const SzParttimeContract *contract = g_ptr_array_index (book->contracts, i);

      day = sz_date_add_days (sz_parttime_last (contract), -5);
      g_assert_true (sz_parttime_count_due (office, day, &due, NULL));
    }
  g_assert_cmpuint (due, >, 0);
  date = sz_date_format (day);
  place = g_strconcat ("parttime@", date, NULL);
  gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.page", "s", place);
  desk_wait (page_desk_is_settled, &desk);
  sz_list_page_choose (SZ_LIST_PAGE (desk.page), "due", "within 60 days");
  sz_list_page_find (SZ_LIST_PAGE (desk.page));
  desk.count = due;
  desk_wait (has_rows, &desk);
  sz_list_page_choose (SZ_LIST_PAGE (desk.page), "due", NULL);
  sz_list_page_choose (SZ_LIST_PAGE (desk.page), "on-day", "in force on the day");
  sz_list_page_find (SZ_LIST_PAGE (desk.page));
  desk.count = 0;
  for (guint i = 0; i < book->contracts->len; i++)
    desk.count += sz_parttime_stretch_on (g_ptr_array_index (book->contracts, i), day) != NULL;
  for (guint i = 0; i < book->cases->len; i++)
    {
      const SzParttimeCaseRow *open = &g_array_index (book->cases, SzParttimeCaseRow, i);

      desk.count += strcmp (open->state, "open") == 0 && open->from <= day && open->to >= day;
    }
  desk_wait (has_rows, &desk);
  g_clear_object (&office);
  page_desk_close (&desk);
}

static const char *
get_form (PageDesk *desk)
{
  return sz_forms_page_get_chosen (SZ_FORMS_PAGE (sz_window_get_page (desk->window, "forms")));
}

static gboolean
has_form (gpointer data)
{
  PageDesk *desk = data;

  return g_strcmp0 (get_form (desk), desk->text) == 0;
}

/* RULE rec-26, rec-27: the forms of a sheet of fees and of the funds are a press away. */
static void
test_forms (void)
{
  static const char *const ways[][3] = { { "parttime-fees", "parttime.print-sheet", "F09" },
                                         { "parttime-fees", "parttime.print-bank", "fee-bank" },
                                         { "parttime-funds", "parttime.print-funds", "F08" },
                                         { "parttime-contracts", "parttime.print-roster", "F07" } };
  PageDesk desk;

  page_desk_open (&desk, "parttime");
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.page", "s", "parttime");
      sz_list_page_show_view (SZ_LIST_PAGE (desk.page), ways[i][0]);
      desk_wait (page_desk_is_settled, &desk);
      sz_list_page_show_row (SZ_LIST_PAGE (desk.page), SZ_LIST_FIRST);
      desk_wait (page_desk_is_settled, &desk);
      gtk_widget_activate_action (GTK_WIDGET (desk.page), ways[i][1], NULL);
      desk.text = ways[i][2];
      desk_wait (has_form, &desk);
    }
  page_desk_close (&desk);
}

/* RULE rec-26: the months of a contract with the sheets that pay them stand beside it. */
static void
test_taught (void)
{
  g_autofree char *said = NULL;
  gint64 id = 0;
  PageDesk desk;

  page_desk_open (&desk, "parttime@2025-12-10");
  {
    g_autoptr (SzOffice) office = page_desk_open_office (&desk);
    g_autoptr (SzFeeSheet) sheet = sz_fees_load (office, 1, NULL);
    const SzFeePerson *person = &g_array_index (sheet->lines, SzFeePerson, 0);
    g_autoptr (GArray) taught = sz_parttime_taught (office, person->contract_id, NULL);
    const SzParttimeTaught *first = &g_array_index (taught, SzParttimeTaught, 0);
    g_autofree char *paid = sz_date_format (sheet->paid_on);
    g_autofree char *hours = sz_decimal_format (person->line.hours_x100, SZ_HOURS_DECIMALS);

    g_assert_cmpint (first->sheet, ==, 1);
    g_assert_cmpint (first->hours_x100, ==, person->line.hours_x100);
    said = g_strdup_printf ("%s h, sheet 1, paid on %s", hours, paid);
    id = person->contract_id;
  }
  sz_list_page_show_view (SZ_LIST_PAGE (desk.page), SZ_PARTTIME_CONTRACTS);
  sz_list_page_show_row (SZ_LIST_PAGE (desk.page), id);
  desk.text = said;
  desk_wait (has_text, &desk);
  page_desk_close (&desk);
}

/* ---- who fills the place ---- */

static void
fill (GtkWidget *dialog, const char *title, const char *text)
{
  GtkWidget *row = desk_find (dialog, ADW_TYPE_ENTRY_ROW, "title", title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static GtkLabel *
find_holders (PageDesk *desk)
{
  GtkWidget *label = desk_find (page_desk_find_dialog (desk), GTK_TYPE_LABEL, "name", "sz-holders");

  return label != NULL && gtk_widget_get_visible (label) ? GTK_LABEL (label) : NULL;
}

static gboolean
has_holders (gpointer data)
{
  return find_holders (data) != NULL;
}

/* (nullable): the sentence below @widget that leads to @place of the help. */
static GtkWidget *
find_rule_link (GtkWidget *widget, const char *place)
{
  GtkWidget *found
      = GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), place) != NULL
            ? widget
            : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_rule_link (child, place);
  return found;
}

/* RULE rec-9: over the limit the dialog names those who fill the place, and leads to each; the
 * sentence of the office names them too. */
static void
test_holders (void)
{
  const SzQuotaAsk ask = { .from = 20250301, .to = 20250630, .asked_x1e4 = 500 * SZ_RATIO_ONE };
  g_autoptr (SzOffice) office = NULL;
  g_autoptr (SzQuotaJudgement) judgement = NULL;
  g_autoptr (GError) refused = NULL;
  g_autofree char *place = NULL;
  g_autofree char *args = NULL;
  g_autofree char *sentence = NULL;
  g_auto (GStrv) all = NULL;
  GtkWidget *dialog;
  const char *href;
  gboolean followed = FALSE;
  PageDesk desk;

  page_desk_open (&desk, "parttime");
  gtk_widget_activate_action (GTK_WIDGET (desk.page), "parttime.open", NULL);
  desk_wait (page_desk_has_dialog, &desk);
  dialog = page_desk_find_dialog (&desk);
  fill (dialog, "Name", "王五");
  fill (dialog, "ID number", "370102199001010017");
  fill (dialog, "From", "2025-03-01");
  fill (dialog, "To", "2025-06-30");
  fill (dialog, "Share of the establishment (1 when empty)", "500");
  desk_wait (has_holders, &desk);
  href = strstr (gtk_label_get_label (find_holders (&desk)), "href=\"");
  g_assert_nonnull (href);
  place = g_strndup (href + 6, strcspn (href + 6, "\""));
  g_assert_true (g_str_has_prefix (place, "parttime:") || g_str_has_prefix (place, "recruit?"));
  /* What stands against it while one types leads to its rule, as a refusal does. */
  g_assert_nonnull (find_rule_link (dialog, "rules#rec-9"));
  g_signal_emit_by_name (find_holders (&desk), "activate-link", place, &followed);
  g_assert_true (followed);
  desk_wait (page_desk_has_no_dialog, &desk);
  office = page_desk_open_office (&desk);
  judgement = sz_quota_judge (office, &ask, NULL);
  g_assert_false (judgement->accepted);
  g_assert_false (sz_quota_refusal (judgement, &refused));
  all = sz_error_dup_args (refused);
  args = g_strjoinv ("\n", all);
  sentence = sz_message_for_error (refused);
  g_assert_nonnull (strstr (sentence, g_array_index (judgement->holders, SzQuotaHolder, 0).name));
  g_assert_nonnull (strstr (args, "names="));
  g_assert_nonnull (strstr (args, g_array_index (judgement->holders, SzQuotaHolder, 0).name));
  g_clear_object (&office);
  page_desk_close (&desk);
}

/* ---- what waits, beside the duty ---- */

static gboolean
has_badge (gpointer data)
{
  PageDesk *desk = data;
  GtkWidget *name = desk_find (GTK_WIDGET (desk->window), GTK_TYPE_LABEL, "label", "Recruitment");
  GtkWidget *badge = gtk_widget_get_next_sibling (name);
  g_autofree char *count = g_strdup_printf ("%u", desk->count);

  return gtk_widget_get_visible (badge)
         && g_strcmp0 (gtk_label_get_label (GTK_LABEL (badge)), count) == 0;
}

/* RULE rec-19, rec-29: steps that are due and findings, before the page of the duty was made, and
 * still when it is. */
static void
test_waiting (void)
{
  guint due = 0;
  guint risks = 0;
  PageDesk desk;

  page_desk_open (&desk, "people@2025-06-20");
  {
    g_autoptr (SzOffice) office = page_desk_open_office (&desk);
    g_autoptr (SzRecruitDesk) read = sz_recruit_desk_open (office, NULL, 20250620, NULL);

    for (guint i = 0; i < read->cards->len; i++)
      {
        due += g_array_index (read->cards, SzRecruitCard, i).due ? 1 : 0;
        risks += g_array_index (read->cards, SzRecruitCard, i).risks;
      }
    desk.count = sz_recruit_desk_waiting (read);
  }
  g_assert_cmpuint (due, >, 0);
  g_assert_cmpuint (desk.count, ==, due + risks);
  desk_wait (has_badge, &desk);
  gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.page", "s", "recruit");
  desk.page = sz_window_get_page (desk.window, "recruit");
  desk_wait (page_desk_is_settled, &desk);
  g_assert_true (has_badge (&desk));
  page_desk_close (&desk);
}

int
main (int argc, char *argv[])
{
  desk_init (&argc, &argv);
  g_test_add_func ("/desk/rec-24/year", test_year);
  g_test_add_func ("/desk/rec-24/filters", test_filters);
  g_test_add_func ("/desk/rec-26/rec-27/forms", test_forms);
  g_test_add_func ("/desk/rec-26/taught", test_taught);
  g_test_add_func ("/desk/rec-9/holders", test_holders);
  g_test_add_func ("/desk/rec-19/rec-29/waiting", test_waiting);
  return g_test_run ();
}
