/* test-recruit-duties.c — the year of the part-time quota, its lists and forms, what waits in a
 * duty, a post in one line (RULE rec-7, rec-9, rec-15, rec-19, rec-24, rec-26, rec-27)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "desk-fixture.h"

#include <string.h>

#include "sz-field-list.h"
#include "sz-forms-page.h"
#include "sz-gauge.h"
#include "sz-list-page.h"
#include "sz-parttime-lists.h"
#include "sz-parttime-view.h"
#include "sz-post-acts.h"
#include "sz-post-tables.h"
#include "sz-quota-chart.h"
#include "sz-quota-day.h"
#include "sz-quota-year.h"
#include "sz-recruit-board.h"
#include "sz-recruit-page.h"
#include "sz-register.h"

typedef struct
{
  char *path;
  SzTasks *tasks;
  SzWindow *window;
  SzPage *page;
  const char *text; /* waited for */
  guint count;
} Desk;

static gboolean
is_settled (gpointer data)
{
  return sz_page_is_settled (((Desk *)data)->page);
}

/* @place: "recruit", "recruit@2025-06-20". */
static void
desk_open (Desk *desk, const char *place)
{
  g_auto (GStrv) words = g_strsplit (place, "@", 2);

  *desk = (Desk){ .path = desk_demo (30) };
  desk->window = desk_window (desk->path, &desk->tasks);
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.page", "s", place);
  desk->page = sz_window_get_page (desk->window, words[0]);
  desk_wait (is_settled, desk);
}

static void
desk_close (Desk *desk)
{
  desk_take_down (GTK_WINDOW (desk->window), desk->tasks, desk->path);
}

static SzOffice *
open_office (Desk *desk)
{
  g_autoptr (GError) error = NULL;
  SzOffice *office = sz_office_open (desk->path, "test", &error);

  g_assert_no_error (error);
  return office;
}

static gboolean
has_text (gpointer data)
{
  Desk *desk = data;

  return is_settled (desk)
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
  Desk desk;

  desk_open (&desk, "parttime@2025-03-10");
  office = open_office (&desk);
  sz_list_page_show_view (SZ_LIST_PAGE (desk.page), SZ_PARTTIME_QUOTA);
  desk_wait (is_settled, &desk);
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
  desk_close (&desk);
}

static gboolean
has_rows (gpointer data)
{
  Desk *desk = data;

  return is_settled (desk)
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
  Desk desk;

  desk_open (&desk, "parttime");
  office = open_office (&desk);
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
  desk_wait (is_settled, &desk);
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
  desk_close (&desk);
}

static const char *
get_form (Desk *desk)
{
  return sz_forms_page_get_chosen (SZ_FORMS_PAGE (sz_window_get_page (desk->window, "forms")));
}

static gboolean
has_form (gpointer data)
{
  Desk *desk = data;

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
  Desk desk;

  desk_open (&desk, "parttime");
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.page", "s", "parttime");
      sz_list_page_show_view (SZ_LIST_PAGE (desk.page), ways[i][0]);
      desk_wait (is_settled, &desk);
      sz_list_page_show_row (SZ_LIST_PAGE (desk.page), SZ_LIST_FIRST);
      desk_wait (is_settled, &desk);
      gtk_widget_activate_action (GTK_WIDGET (desk.page), ways[i][1], NULL);
      desk.text = ways[i][2];
      desk_wait (has_form, &desk);
    }
  desk_close (&desk);
}

/* ---- who fills the place ---- */

/* (nullable): the window over the main one. */
static GtkWidget *
find_dialog (Desk *desk)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (window != GTK_WIDGET (desk->window) && gtk_widget_get_visible (window))
        return window;
    }
  return NULL;
}

static gboolean
has_dialog (gpointer data)
{
  return find_dialog (data) != NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return find_dialog (data) == NULL && is_settled (data);
}

static void
fill (GtkWidget *dialog, const char *title, const char *text)
{
  GtkWidget *row = desk_find (dialog, ADW_TYPE_ENTRY_ROW, "title", title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static GtkLabel *
find_holders (Desk *desk)
{
  GtkWidget *label = desk_find (find_dialog (desk), GTK_TYPE_LABEL, "name", "sz-holders");

  return label != NULL && gtk_widget_get_visible (label) ? GTK_LABEL (label) : NULL;
}

static gboolean
has_holders (gpointer data)
{
  return find_holders (data) != NULL;
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
  g_auto (GStrv) all = NULL;
  GtkWidget *dialog;
  const char *href;
  gboolean followed = FALSE;
  Desk desk;

  desk_open (&desk, "parttime");
  gtk_widget_activate_action (GTK_WIDGET (desk.page), "parttime.open", NULL);
  desk_wait (has_dialog, &desk);
  dialog = find_dialog (&desk);
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
  g_signal_emit_by_name (find_holders (&desk), "activate-link", place, &followed);
  g_assert_true (followed);
  desk_wait (has_no_dialog, &desk);
  office = open_office (&desk);
  judgement = sz_quota_judge (office, &ask, NULL);
  g_assert_false (judgement->accepted);
  g_assert_false (sz_quota_refusal (judgement, &refused));
  all = sz_error_dup_args (refused);
  args = g_strjoinv ("\n", all);
  g_assert_nonnull (strstr (args, "names="));
  g_assert_nonnull (strstr (args, g_array_index (judgement->holders, SzQuotaHolder, 0).name));
  g_clear_object (&office);
  desk_close (&desk);
}

/* ---- what waits, beside the duty ---- */

static gboolean
has_badge (gpointer data)
{
  Desk *desk = data;
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
  Desk desk;

  desk_open (&desk, "people@2025-06-20");
  {
    g_autoptr (SzOffice) office = open_office (&desk);
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
  desk_wait (is_settled, &desk);
  g_assert_true (has_badge (&desk));
  desk_close (&desk);
}

/* ---- a post ---- */

static SzPostPane *
open_post (Desk *desk, const char *code)
{
  sz_recruit_page_open (SZ_RECRUIT_PAGE (desk->page), code);
  desk_wait (is_settled, desk);
  return sz_recruit_page_get_pane (SZ_RECRUIT_PAGE (desk->page));
}

static const char *
get_line (SzPostPane *pane, const char *name)
{
  return gtk_label_get_label (
      GTK_LABEL (desk_find (GTK_WIDGET (pane), GTK_TYPE_LABEL, "name", name)));
}

/* RULE rec-15, rec-1: the scheme in one line; above the applicants what they come to; on the board
 * what each post waits for, and since when. */
static void
test_lines (void)
{
  Desk desk;

  desk_open (&desk, "recruit@2025-06-20");
  {
    g_autoptr (SzOffice) office = open_office (&desk);
    g_autoptr (SzRecruitDesk) read = sz_recruit_desk_open (office, NULL, 20250620, NULL);
    const SzRecruitPost *post = sz_recruit_book_post (read->book, "A05");
    g_autofree char *people
        = g_strdup_printf ("%u 报名 · %u 合格", post->registered, post->qualified);
    SzPostPane *pane = open_post (&desk, "A05");

    g_assert_nonnull (strstr (get_line (pane, "applicants-line"), people));
    g_assert_nonnull (strstr (get_line (pane, "applicants-line"), "→ 招"));
    g_assert_nonnull (strstr (get_line (pane, "scheme-line"), "考察 1:"));
    for (guint i = 0; i < read->book->posts->len; i++)
      {
        const SzRecruitPost *one = g_ptr_array_index (read->book->posts, i);
        const SzRecruitCard *card = &g_array_index (read->cards, SzRecruitCard, i);
        g_autofree char *line = sz_recruit_card_line (one, card);

        g_assert_cmpstr (line, !=, "");
        if (sz_recruit_post_since (one) != SZ_DATE_NONE && !card->has_notice)
          g_assert_nonnull (strstr (line, "since"));
      }
  }
  desk_close (&desk);
}

static guint
count_days (GtkWidget *root)
{
  guint n = gtk_widget_has_css_class (root, "sz-notice-day") ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_days (child);
  return n;
}

/* RULE rec-7: every notice of a post as a strip of its days. */
static void
test_notices (void)
{
  g_autofree char *code = NULL;
  SzPostPane *pane;
  guint days = 0;
  guint most = 0;
  Desk desk;

  desk_open (&desk, "recruit@2025-06-20");
  {
    g_autoptr (SzOffice) office = open_office (&desk);
    g_autoptr (SzRecruitDesk) read = sz_recruit_desk_open (office, NULL, 20250620, NULL);

    for (guint i = 0; i < read->book->posts->len; i++)
      {
        const SzRecruitPost *post = g_ptr_array_index (read->book->posts, i);
        g_autoptr (GArray) notices = sz_recruit_post_notices (post);

        if (notices->len <= most)
          continue;
        most = notices->len;
        g_free (code);
        code = g_strdup (post->row->code);
        days = 0;
        for (guint j = 0; j < notices->len; j++)
          {
            const SzRecruitNotice *notice = &g_array_index (notices, SzPostNotice, j).notice;

            days += (guint)(sz_date_days (notice->to) - sz_date_days (notice->from) + 1);
          }
      }
  }
  g_assert_cmpuint (most, >, 1);
  pane = open_post (&desk, code);
  sz_post_pane_show_tab (pane, "notice");
  g_assert_cmpuint (count_days (GTK_WIDGET (pane)), ==, days);
  desk_close (&desk);
}

/* RULE rec-15, rec-29: a declared relation of a judge to an applicant stands under the scheme
 * before anything is marked. */
static void
test_relations (void)
{
  const SzRegister *reg = sz_register_find ("kinship");
  g_autoptr (SzOffice) office = NULL;
  g_autoptr (GError) error = NULL;
  char *path = desk_demo (30);
  char *cells[12] = { NULL };
  SzRegisterRow row = { .cells = cells };
  g_autofree char *act = NULL;
  guint before;

  office = sz_office_open (path, "test", &error);
  g_assert_no_error (error);
  {
    g_autoptr (SzRecruitDesk) desk = sz_recruit_desk_open (office, NULL, 20250620, &error);
    const SzRecruitPost *post = sz_recruit_book_post (desk->book, "A05");
    const SzRecruitPerson *person = g_ptr_array_index (post->people, 0);
    const SzJudgeRow *judge = NULL;

    for (guint i = 0; i < desk->book->judges->len && judge == NULL; i++)
      {
        const SzJudgeRow *one = &g_array_index (desk->book->judges, SzJudgeRow, i);

        if (*one->id_number != '\0' && (*one->post == '\0' || strcmp (one->post, "A05") == 0))
          judge = one;
      }
    g_assert_nonnull (judge);
    before = desk->ties->len;
    g_assert_cmpuint (reg->n_columns, <=, G_N_ELEMENTS (cells));
    for (guint i = 0; i < reg->n_columns; i++)
      cells[i] = g_strdup (strcmp (reg->columns[i].heading, "身份证号") == 0 ? judge->id_number
                           : strcmp (reg->columns[i].heading, "姓名") == 0   ? judge->name
                           : strcmp (reg->columns[i].heading, "亲属身份证号") == 0
                               ? person->row->id_number
                           : strcmp (reg->columns[i].heading, "亲属姓名") == 0 ? person->row->name
                           : strcmp (reg->columns[i].heading, "关系") == 0     ? "夫妻"
                                                                               : "");
  }
  sz_office_register_put (office, reg, &row, &act, &error);
  g_assert_no_error (error);
  {
    g_autoptr (SzRecruitDesk) desk = sz_recruit_desk_open (office, NULL, 20250620, &error);
    const SzRecruitPost *post = sz_recruit_book_post (desk->book, "A05");
    g_autoptr (GPtrArray) fields = sz_post_scheme_fields (desk, post);
    gboolean said = FALSE;

    g_assert_cmpuint (desk->ties->len, >, before);
    for (guint i = 0; i < fields->len; i++)
      {
        const SzField *field = g_ptr_array_index (fields, i);

        said |= field->value != NULL && strstr (field->value, "夫妻") != NULL;
      }
    g_assert_true (said);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    g_free (cells[i]);
  g_clear_object (&office);
  desk_demo_free (path);
}

/* F03b of the component is asked a printer for at once. */
static void
test_printing (void)
{
  Desk desk;

  desk_open (&desk, "recruit@2025-06-20");
  open_post (&desk, "A05");
  {
    g_autoptr (SzOffice) office = open_office (&desk);
    g_autoptr (SzRecruitDesk) read = sz_recruit_desk_open (office, NULL, 20250620, NULL);

    sz_post_acts_print (desk.page, read, "A05", "面试");
  }
  desk_wait (has_dialog, &desk);
  gtk_window_close (GTK_WINDOW (find_dialog (&desk)));
  desk_wait (has_no_dialog, &desk);
  desk_close (&desk);
}

int
main (int argc, char *argv[])
{
  desk_init (&argc, &argv);
  g_test_add_func ("/desk/rec-24/year", test_year);
  g_test_add_func ("/desk/rec-24/filters", test_filters);
  g_test_add_func ("/desk/rec-26/rec-27/forms", test_forms);
  g_test_add_func ("/desk/rec-9/holders", test_holders);
  g_test_add_func ("/desk/rec-19/rec-29/waiting", test_waiting);
  g_test_add_func ("/desk/rec-1/rec-15/lines", test_lines);
  g_test_add_func ("/desk/rec-7/notices", test_notices);
  g_test_add_func ("/desk/rec-15/relations", test_relations);
  g_test_add_func ("/desk/rec-2/printing", test_printing);
  return g_test_run ();
}
