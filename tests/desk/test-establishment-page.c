/* test-establishment-page.c — the ledger of the establishment in the window: its bar, its forecast
 * (RULE rec-12 … rec-14)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "page-desk.h"

#include <string.h>

#include "sz-establishment-book.h"
#include "sz-establishment-people.h"
#include "sz-establishment-strip.h"
#include "sz-forecast-chart.h"
#include "sz-list-page.h"
#include "sz-overview-cards.h"
#include "sz-recruit-page.h"
#include "sz-register-dialog.h"
#include "sz-reserve.h"

/* Beside the ledger. */
static SzForecastChart *
find_chart (PageDesk *desk)
{
  return SZ_FORECAST_CHART (
      desk_find (GTK_WIDGET (desk->page), SZ_TYPE_FORECAST_CHART, NULL, NULL));
}

/* RULE rec-14: what would be is drawn and said, from the month of the day on at first, and kept
 * nowhere. */
static void
test_supposing (void)
{
  SzForecastChart *chart;
  g_autofree char *before = NULL;
  PageDesk desk;

  page_desk_open (&desk, "establishment");
  chart = find_chart (&desk);
  {
    const SzDate day = sz_page_get_as_of (desk.page);
    g_autofree char *month
        = g_strdup_printf ("%04d-%02d", sz_date_year (day), sz_date_month_of_year (day));

    g_assert_cmpstr (sz_forecast_chart_get_month (chart), ==, month);
  }
  before = g_strdup (sz_forecast_chart_get_words (chart));
  sz_forecast_chart_suppose (chart, 400, 3);
  g_assert_nonnull (strstr (sz_forecast_chart_get_words (chart), "over the establishment"));
  g_assert_cmpuint (strlen (sz_forecast_chart_get_month (chart)), ==, strlen ("2027-03"));
  sz_forecast_chart_suppose (chart, 0, 0);
  g_assert_cmpstr (sz_forecast_chart_get_words (chart), ==, before);
  page_desk_close (&desk);
}

static void
press_part (PageDesk *desk, const char *part)
{
  GtkWidget *button = desk_find (GTK_WIDGET (desk->page), GTK_TYPE_BUTTON, "name", part);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_focusable (button));
  g_signal_emit_by_name (button, "clicked");
  desk_wait (page_desk_is_settled, desk);
}

static const char *
get_list (PageDesk *desk)
{
  return sz_list_page_get_view (SZ_LIST_PAGE (desk->page))->name;
}

static gboolean
shows_person (gpointer data)
{
  PageDesk *desk = data;
  SzPage *people = sz_window_get_page (desk->window, "people");

  return sz_list_page_get_current (SZ_LIST_PAGE (people)) == desk->id;
}

/* RULE rec-12: a part of the bar lists those whom it counts, as many of them, and the way leads to
 * each. */
static void
test_occupied (void)
{
  SzEstablishmentStrip *strip;
  SzLedgerBalance balance;
  SzListTable *table;
  const double width = 1000;
  PageDesk desk;

  page_desk_open (&desk, "establishment");
  {
    const SzDate day = sz_page_get_as_of (desk.page);
    g_autoptr (SzOffice) office = page_desk_open_office (&desk);
    g_autoptr (SzEstablishmentBook) book = sz_establishment_book_load (office, NULL);
    g_autoptr (GArray) people = sz_establishment_people (office, day, NULL);

    sz_establishment_balance (book, day, &balance);
    g_assert_cmpint (balance.occupied, >, 1);
    g_assert_cmpuint (people->len, ==, balance.occupied);
    desk.id = g_array_index (people, SzEstablishmentPerson, 1).id;
  }
  strip = SZ_ESTABLISHMENT_STRIP (
      desk_find (GTK_WIDGET (desk.page), SZ_TYPE_ESTABLISHMENT_STRIP, NULL, NULL));
  g_assert_cmpint (sz_establishment_strip_find_part (strip, width + 1, width), ==, -1);
  g_assert_cmpint (sz_establishment_strip_find_part (strip, 0, width), ==,
                   balance.frozen > 0 ? SZ_PART_FROZEN : SZ_PART_OCCUPIED);
  press_part (&desk, "frozen");
  g_assert_cmpstr (get_list (&desk), ==, "establishment-ledger");
  press_part (&desk, "vacant");
  g_assert_cmpstr (get_list (&desk), ==, "establishment-forecast");
  press_part (&desk, "occupied");
  g_assert_cmpstr (get_list (&desk), ==, "establishment-people");
  table = sz_list_page_get_table (SZ_LIST_PAGE (desk.page));
  g_assert_cmpuint (sz_list_table_get_size (table), ==, balance.occupied);
  sz_list_table_select (table, desk.id);
  gtk_widget_activate_action (GTK_WIDGET (desk.page), "establishment.show", NULL);
  desk_wait (shows_person, &desk);
  page_desk_close (&desk);
}

static gboolean
shows_a_post (gpointer data)
{
  PageDesk *desk = data;
  SzPage *page = sz_window_get_page (desk->window, "recruit");
  SzPostPane *pane = sz_recruit_page_get_pane (SZ_RECRUIT_PAGE (page));

  return g_strcmp0 (sz_post_pane_get_post (pane), desk->text) == 0;
}

/* RULE rec-13: what is reserved are the open posts, and each stands on its board. */
static void
test_reserved (void)
{
  SzListTable *table;
  PageDesk desk;

  page_desk_open (&desk, "establishment");
  {
    g_autoptr (SzOffice) office = page_desk_open_office (&desk);
    g_autoptr (GArray) open = sz_reservations (office, SZ_USES_ESTABLISHED, NULL);

    for (guint i = 0; i < open->len && desk.text == NULL; i++)
      {
        const SzReservation *one = &g_array_index (open, SzReservation, i);

        if (one->places > (gint64)one->hired->len)
          {
            desk.id = one->position_id;
            desk.text = g_strdup (one->code);
          }
      }
  }
  g_assert_nonnull (desk.text);
  press_part (&desk, "reserved");
  g_assert_cmpstr (get_list (&desk), ==, "establishment-posts");
  table = sz_list_page_get_table (SZ_LIST_PAGE (desk.page));
  sz_list_table_select (table, desk.id);
  g_assert_cmpint (sz_list_page_get_current (SZ_LIST_PAGE (desk.page)), ==, desk.id);
  gtk_widget_activate_action (GTK_WIDGET (desk.page), "establishment.show", NULL);
  desk_wait (shows_a_post, &desk);
  g_free ((char *)desk.text);
  page_desk_close (&desk);
}

static gboolean
has_text (gpointer data)
{
  PageDesk *desk = data;

  return page_desk_is_settled (desk)
         && desk_find (GTK_WIDGET (desk->page), GTK_TYPE_LABEL, "label", desk->text) != NULL;
}

/* RULE rec-14: a month of the chart beside the ledger names those who retire in it. */
static void
test_names (void)
{
  SzForecastChart *chart;
  guint index = 0;
  PageDesk desk;

  page_desk_open (&desk, "establishment");
  {
    const SzMonth first = sz_date_month (sz_page_get_as_of (desk.page));
    g_autoptr (SzOffice) office = page_desk_open_office (&desk);
    g_autoptr (SzForecast) forecast = sz_establishment_forecast (office, first, 36, NULL);
    const SzForecastName *name;

    g_assert_cmpuint (forecast->retirements->len, >, 0);
    name = &g_array_index (forecast->retirements, SzForecastName, 0);
    index = (guint)(MAX (name->month, first) - first);
    desk.text = g_strdup (name->name);
  }
  chart = find_chart (&desk);
  sz_forecast_chart_choose (chart, index);
  desk_wait (has_text, &desk);
  g_assert_cmpstr (get_list (&desk), ==, "establishment-ledger");
  g_free ((char *)desk.text);
  page_desk_close (&desk);
}

static GtkWidget *
find_register (PageDesk *desk)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (SZ_IS_REGISTER_DIALOG (window))
        return window;
    }
  return NULL;
}

static gboolean
has_register (gpointer data)
{
  return find_register (data) != NULL;
}

/* RULE rec-12: a row of the ledger is corrected as its sheet has it. */
static void
test_correcting (void)
{
  PageDesk desk;

  page_desk_open (&desk, "establishment");
  sz_list_page_show_row (SZ_LIST_PAGE (desk.page), SZ_LIST_FIRST);
  desk_wait (page_desk_is_settled, &desk);
  g_assert_cmpint (sz_list_page_get_current (SZ_LIST_PAGE (desk.page)), >, 0);
  gtk_widget_activate_action (GTK_WIDGET (desk.page), "establishment.correct", NULL);
  desk_wait (has_register, &desk);
  gtk_window_destroy (GTK_WINDOW (find_register (&desk)));
  page_desk_close (&desk);
}

/* Every line of the tiles of this area leads to what it counts. */
static void
test_tiles (void)
{
  char *path = desk_demo (30);
  g_autoptr (GError) error = NULL;
  g_autoptr (SzOffice) office = sz_office_open (path, "test", &error);

  g_assert_no_error (error);
  for (guint i = 1; i < 3; i++)
    {
      g_autoptr (SzCardFace) face = sz_cards ()[i].read (office, 20250620, &error);

      g_assert_no_error (error);
      g_assert_null (face->missing);
      g_assert_cmpuint (face->lines->len, >, 2);
      for (guint j = 0; j < face->lines->len; j++)
        g_assert_nonnull (((const SzCardLine *)g_ptr_array_index (face->lines, j))->place);
    }
  g_clear_object (&office);
  desk_demo_free (path);
}

int
main (int argc, char *argv[])
{
  desk_init (&argc, &argv);
  g_test_add_func ("/desk/rec-14/supposing", test_supposing);
  g_test_add_func ("/desk/rec-14/names", test_names);
  g_test_add_func ("/desk/rec-12/correcting", test_correcting);
  g_test_add_func ("/desk/recruit/tiles", test_tiles);
  g_test_add_func ("/desk/rec-12/occupied", test_occupied);
  g_test_add_func ("/desk/rec-13/reserved", test_reserved);
  return g_test_run ();
}
