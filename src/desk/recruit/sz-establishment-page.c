/* sz-establishment-page.c — the ledger of the establishment and its forecast (RULE rec-12, rec-14)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-establishment-page.h"

#include <glib/gi18n.h>

#include "sz-query-dialog.h"
#include "sz-codes.h"
#include "sz-establishment-parts.h"
#include "sz-establishment-strip.h"
#include "sz-field-list.h"
#include "sz-forecast-chart.h"
#include "sz-register-dialog.h"

#define FORECAST_MONTHS 36
#define FORECAST_WIDTH 350

struct _SzEstablishmentPage
{
  SzListPage parent_instance;

  SzEstablishmentStrip *strip; /* borrowed */
  SzForecastChart *chart;      /* borrowed */
  SzJob *drawing;
};

G_DEFINE_FINAL_TYPE (SzEstablishmentPage, sz_establishment_page, SZ_TYPE_LIST_PAGE)

static char *
dup_count (gint64 count)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, count);
}

/* ---- the ledger ---- */

enum
{
  LEDGER_NO, /* the list begins in the order of the ledger: the row of the founding first */
  LEDGER_DAY,
  LEDGER_KIND,
  LEDGER_NUMBER,
  LEDGER_DOCUMENT,
  LEDGER_APPROVED,
  LEDGER_FROZEN,
  LEDGER_APPROVAL,
  LEDGER_NOTE,
  N_LEDGER
};

static const SzListColumn ledger_columns[] = {
  [LEDGER_NO] = { "no", N_ ("Row"), 44, .numeric = TRUE },
  [LEDGER_DAY] = { "day", N_ ("From"), 92 },
  [LEDGER_KIND] = { "kind", N_ ("Change"), 64 },
  [LEDGER_NUMBER] = { "number", N_ ("Places changed"), 60, .numeric = TRUE },
  [LEDGER_DOCUMENT] = { "document", N_ ("Document"), 190 },
  [LEDGER_APPROVED] = { "approved", N_ ("Approved"), 66, .numeric = TRUE },
  [LEDGER_FROZEN] = { "frozen", N_ ("Frozen"), 60, .numeric = TRUE },
  [LEDGER_APPROVAL] = { "approval", N_ ("Approval"), 120 },
  [LEDGER_NOTE] = { "note", N_ ("Note"), 140 },
  [N_LEDGER] = { NULL },
};

static GPtrArray *
read_ledger_cb (SzOffice *office,
                const SzListView *view,
                const SzListAsk *ask,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (SzEstablishmentBook) book = sz_establishment_book_load (office, error);
  SzLedgerSum sum = { 0 };
  GPtrArray *rows;

  if (book == NULL)
    return NULL;
  rows = g_ptr_array_new ();
  for (guint i = 0; i < book->ledger->rows->len; i++)
    {
      const SzEstablishmentRow *from = &g_array_index (book->ledger->rows, SzEstablishmentRow, i);
      SzListRow *row = sz_list_row_new (from->id, N_LEDGER);

      sz_ledger_add (&sum, &g_array_index (book->ledger->entries, SzLedgerEntry, i));
      row->cells[LEDGER_NO] = dup_count (i + 1);
      row->cells[LEDGER_DAY] = sz_date_format (from->day);
      row->cells[LEDGER_KIND]
          = g_strdup (sz_codes_by_value (SZ_TABLE_LEDGER, (int)from->kind)->name);
      row->cells[LEDGER_NUMBER] = dup_count (from->number);
      row->cells[LEDGER_DOCUMENT] = g_strdup (from->document);
      row->cells[LEDGER_APPROVED] = dup_count (sum.approved);
      row->cells[LEDGER_FROZEN] = dup_count (sum.frozen);
      row->cells[LEDGER_APPROVAL] = g_strdup (from->approval);
      row->cells[LEDGER_NOTE] = g_strdup (from->note);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

/* What the day's balance adds up to: 核定 − 冻结 − 在编 − 在办 = 空编. */
static void
add_balance (GPtrArray *fields, const SzLedgerBalance *balance, SzDate day)
{
  g_autofree char *text = sz_date_format (day);
  g_autofree char *heading = g_strdup_printf (_ ("Establishment on %s"), text);

  sz_fields_add_heading (fields, heading);
  sz_fields_take_figure (fields, _ ("Approved"), dup_count (balance->approved));
  sz_fields_take_figure (fields, _ ("Frozen"), dup_count (balance->frozen));
  sz_fields_take_figure (fields, _ ("Occupied"), dup_count (balance->occupied));
  sz_fields_take_figure (fields, _ ("Reserved"), dup_count (balance->reserved));
  sz_fields_take_figure (fields, _ ("Vacant"), dup_count (balance->vacant));
  if (balance->over > 0)
    sz_fields_take_figure (fields, _ ("Over"), dup_count (balance->over))->style = "error";
}

/* ---- the forecast ---- */

enum
{
  MONTH,
  MONTH_APPROVED,
  MONTH_FROZEN,
  MONTH_OCCUPIED,
  MONTH_RESERVED,
  MONTH_VACANT,
  MONTH_OVER,
  MONTH_JOINING,
  MONTH_LEAVING,
  MONTH_RETIREMENTS,
  MONTH_CONTRACTS,
  MONTH_TEACHERS,
  MONTH_LIMIT,
  MONTH_USED,
  N_MONTH
};

static const SzListColumn month_columns[] = {
  [MONTH] = { "month", N_ ("Month"), 70 },
  [MONTH_APPROVED] = { "approved", N_ ("Approved"), 62, .numeric = TRUE },
  [MONTH_FROZEN] = { "frozen", N_ ("Frozen"), 54, .numeric = TRUE },
  [MONTH_OCCUPIED] = { "occupied", N_ ("Occupied"), 62, .numeric = TRUE },
  [MONTH_RESERVED] = { "reserved", N_ ("Reserved"), 62, .numeric = TRUE },
  [MONTH_VACANT] = { "vacant", N_ ("Vacant"), 54, .numeric = TRUE },
  [MONTH_OVER] = { "over", N_ ("Over"), 50, .numeric = TRUE, .hidden = TRUE },
  [MONTH_JOINING] = { "joining", N_ ("Joining"), 56, .numeric = TRUE },
  [MONTH_LEAVING] = { "leaving", N_ ("Leaving"), 56, .numeric = TRUE },
  [MONTH_RETIREMENTS] = { "retirements", N_ ("Retiring"), 60, .numeric = TRUE },
  [MONTH_CONTRACTS] = { "contracts", N_ ("Contracts ending"), 76, .numeric = TRUE },
  [MONTH_TEACHERS] = { "teachers", N_ ("Full-time teachers"), 70, .numeric = TRUE },
  [MONTH_LIMIT] = { "limit", N_ ("Part-time limit"), 70, .numeric = TRUE },
  [MONTH_USED] = { "used", N_ ("Part-time used"), 76, .numeric = TRUE },
  [N_MONTH] = { NULL },
};

static char *
dup_month (SzMonth month)
{
  const SzDate day = sz_month_first_day (month);

  return g_strdup_printf ("%04d-%02d", sz_date_year (day), sz_date_month_of_year (day));
}

static SzListRow *
make_month (const SzForecastMonth *month)
{
  const gint64 counts[] = { month->balance.approved,
                            month->balance.frozen,
                            month->balance.occupied,
                            month->balance.reserved,
                            month->balance.vacant,
                            month->balance.over,
                            month->joining,
                            month->leaving,
                            month->retirements,
                            month->contract_ends,
                            month->full_time_teachers,
                            month->parttime_limit };
  SzListRow *row = sz_list_row_new (month->month, N_MONTH);

  row->cells[MONTH] = dup_month (month->month);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    row->cells[MONTH_APPROVED + i] = dup_count (counts[i]);
  row->cells[MONTH_USED] = sz_decimal_format (month->parttime_used_x1e4, SZ_RATIO_DECIMALS);
  if (month->balance.over > 0 || month->parttime_used_x1e4 > month->parttime_limit * SZ_RATIO_ONE)
    row->style = "error";
  return row;
}

static GPtrArray *
read_forecast_cb (SzOffice *office,
                  const SzListView *view,
                  const SzListAsk *ask,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (SzForecast) forecast
      = sz_establishment_forecast (office, sz_date_month (ask->day), FORECAST_MONTHS, error);
  GPtrArray *rows;

  if (forecast == NULL)
    return NULL;
  rows = g_ptr_array_new ();
  for (guint i = 0; i < forecast->months->len; i++)
    g_ptr_array_add (rows, make_month (&g_array_index (forecast->months, SzForecastMonth, i)));
  return rows;
}

/* Who retires in the month; in the first one those who are overdue too. */
static SzListDetails *
describe_month (
    SzOffice *office, const SzListView *view, gpointer data, gint64 id, SzDate day, GError **error)
{
  const SzMonth first = sz_date_month (day);
  g_autoptr (SzForecast) forecast
      = sz_establishment_forecast (office, first, FORECAST_MONTHS, error);
  SzListDetails *details;
  gboolean named = FALSE;

  if (forecast == NULL)
    return NULL;
  details = g_new0 (SzListDetails, 1);
  details->fields = sz_fields_new ();
  details->name = dup_month ((SzMonth)id);
  for (guint i = 0; i < forecast->months->len; i++)
    {
      const SzForecastMonth *month = &g_array_index (forecast->months, SzForecastMonth, i);

      if (month->month == (SzMonth)id)
        add_balance (details->fields, &month->balance, sz_month_last_day (month->month));
    }
  for (guint i = 0; i < forecast->retirements->len; i++)
    {
      const SzForecastName *one = &g_array_index (forecast->retirements, SzForecastName, i);

      if (MAX (one->month, first) != (SzMonth)id)
        continue;
      if (!named)
        sz_fields_add_heading (details->fields, _ ("Retiring"));
      named = TRUE;
      {
        g_autofree char *place = g_strdup_printf ("people?%s", one->staff_no);

        sz_field_set_place (sz_fields_add (details->fields, one->name,
                                           one->overdue ? _ ("overdue") : one->staff_no),
                            place);
      }
    }
  return details;
}

static SzListDetails *
describe_ledger (
    SzOffice *office, const SzListView *view, gpointer data, gint64 id, SzDate day, GError **error)
{
  g_autoptr (SzEstablishmentBook) book = NULL;
  SzListDetails *details;
  SzLedgerBalance balance;

  if (id < 0) /* a month of the chart beside the ledger */
    return describe_month (office, view, data, -id, day, error);
  book = sz_establishment_book_load (office, error);
  if (book == NULL)
    return NULL;
  details = g_new0 (SzListDetails, 1);
  details->fields = sz_fields_new ();
  for (guint i = 0; i < book->ledger->rows->len; i++)
    {
      const SzEstablishmentRow *row = &g_array_index (book->ledger->rows, SzEstablishmentRow, i);

      if (row->id != id)
        continue;
      details->name = g_strdup_printf ("%s %" G_GINT64_FORMAT,
                                       sz_codes_by_value (SZ_TABLE_LEDGER, (int)row->kind)->name,
                                       row->number);
      details->line = row->day != SZ_DATE_NONE ? sz_date_format (row->day) : g_strdup ("");
      sz_fields_add (details->fields, _ ("Document"), row->document);
      sz_fields_add (details->fields, _ ("Approval"), row->approval);
      sz_fields_add (details->fields, _ ("Note"), row->note);
    }
  sz_establishment_balance (book, day, &balance);
  add_balance (details->fields, &balance, day);
  return details;
}

/* ---- a row more, a row corrected ---- */

static gboolean
add_cb (SzOffice *office, const char *const *values, gconstpointer data, GError **error)
{
  const SzCode *kind = sz_codes_by_name (SZ_TABLE_LEDGER, values[0]);
  SzEstablishmentRow row
      = { .document = (char *)values[3], .approval = (char *)values[4], .note = (char *)values[5] };
  SzEstablishmentAdded added = { 0 };

  if (kind == NULL)
    return sz_error_set (error, SZ_ERROR_FORMAT, "code.unknown", "value", values[0], NULL);
  row.kind = (SzLedgerKind)kind->value;
  return sz_decimal_parse (values[1], 0, &row.number, error)
         && sz_date_parse (values[2], &row.day, error)
         && sz_establishment_add (office, &row, &added, error);
}

static void
saved_cb (SzEstablishmentPage *self)
{
  sz_page_toast (SZ_PAGE (self), _ ("The row was added."), NULL, NULL, NULL);
}

static void
corrected_cb (SzEstablishmentPage *self, const char *act)
{
  sz_page_done (SZ_PAGE (self), _ ("The row was corrected."), act);
}

static void
add_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const kinds[] = { "核定", "核增", "核减", "冻结", "解冻", NULL };
  static const SzQueryField fields[]
      = { { N_ ("Change"), SZ_QUERY_TEXT, TRUE, "核增", kinds },
          { N_ ("Number"), SZ_QUERY_TEXT, TRUE },
          { N_ ("From"), SZ_QUERY_DAY, TRUE },
          { N_ ("Number of the document (文号)"), SZ_QUERY_TEXT, TRUE },
          { N_ ("Number of the approval (批文号)") },
          { N_ ("Note") },
          { NULL } };
  SzTasks *tasks = sz_page_get_tasks (SZ_PAGE (widget));
  SzQueryDialog *dialog;

  if (tasks == NULL)
    return;
  dialog = sz_query_dialog_new (sz_page_get_window (SZ_PAGE (widget)), tasks,
                                &(SzQueryOrder){ .title = _ ("Change of the Establishment"),
                                                 .fields = fields,
                                                 .func = add_cb,
                                                 .changes
                                                 = SZ_CHANGED_RECRUITMENT | SZ_CHANGED_REGISTERS });
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* A row as its sheet has it, judged as one (RULE rec-12). */
static void
correct_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const gint64 id = sz_list_page_get_current (SZ_LIST_PAGE (widget));
  SzTasks *tasks = sz_page_get_tasks (SZ_PAGE (widget));
  SzRegisterDialog *dialog;

  if (tasks == NULL || id <= 0)
    return;
  dialog = sz_register_dialog_new (sz_page_get_window (SZ_PAGE (widget)), tasks,
                                   sz_register_find ("establishment"), id);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (corrected_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static const SzListAction ledger_actions[]
    = { { N_ ("_Add…"), "establishment.add" },
        { N_ ("_Correct…"), "establishment.correct", SZ_NEEDS_ONE, .main = TRUE },
        { N_ ("_Import…"), "win.import" },
        { NULL } };
static const SzListAction actions[]
    = { { N_ ("_Add…"), "establishment.add" }, { N_ ("_Import…"), "win.import" }, { NULL } };

/* ---- whom and what a part of the bar counts ---- */

#define LEDGER "establishment-ledger"
#define FORECAST "establishment-forecast"
#define PEOPLE "establishment-people"
#define POSTS "establishment-posts"

static gpointer
find_post_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  char *place = sz_reserved_place (office, *(const gint64 *)data, error);

  return place != NULL || (error != NULL && *error != NULL) ? place : g_strdup ("recruit");
}

static void
post_found_cb (gpointer owner, gpointer value)
{
  g_autofree char *place = value;

  sz_page_go (SZ_PAGE (owner), place);
}

/* To the person, or to the post on its board. */
static void
show_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const SzListView *view = sz_list_page_get_view (SZ_LIST_PAGE (widget));
  const gint64 id = sz_list_page_get_current (SZ_LIST_PAGE (widget));
  g_autofree char *person = g_strdup_printf ("people#%" G_GINT64_FORMAT, id);

  if (id == 0 || view == NULL)
    return;
  if (g_str_equal (view->name, PEOPLE))
    sz_page_go (SZ_PAGE (widget), person);
  else if (g_str_equal (view->name, POSTS) && sz_page_get_tasks (SZ_PAGE (widget)) != NULL)
    sz_page_read (SZ_PAGE (widget),
                  SZ_WORK (find_post_cb, g_memdup2 (&id, sizeof id), g_free, g_free),
                  post_found_cb);
}

/* Approved and frozen numbers are rows of the ledger; what is vacant is asked for in advance. */
static void
part_chosen_cb (SzEstablishmentPage *self, int part)
{
  static const char *const lists[SZ_N_PARTS] = {
    [SZ_PART_FROZEN] = LEDGER,   [SZ_PART_OCCUPIED] = PEOPLE, [SZ_PART_RESERVED] = POSTS,
    [SZ_PART_VACANT] = FORECAST, [SZ_PART_OVER] = PEOPLE,     [SZ_PART_APPROVED] = LEDGER,
  };

  g_return_if_fail (part >= 0 && part < SZ_N_PARTS);
  sz_list_page_show_view (SZ_LIST_PAGE (self), lists[part]);
}

static const SzListAction part_actions[]
    = { { N_ ("S_how It"), "establishment.show", SZ_NEEDS_ONE, .main = TRUE }, { NULL } };

static const SzListView views[] = {
  { .name = LEDGER,
    .title = N_ ("Ledger"),
    .unit = N_ ("rows"),
    .columns = ledger_columns,
    .actions = ledger_actions,
    .empty = { "view-list-symbolic", N_ ("No Establishment Yet"),
               N_ ("Add the approved number with its document, or import the ledger.") },
    .read = read_ledger_cb,
    .details = describe_ledger },
  { .name = FORECAST,
    .title = N_ ("Forecast"),
    .unit = N_ ("months"),
    .columns = month_columns,
    .actions = actions,
    .read = read_forecast_cb,
    .details = describe_month },
  { .name = PEOPLE,
    .title = N_ ("Occupied by"),
    .unit = N_ ("people"),
    .columns = sz_established_columns,
    .actions = part_actions,
    .empty = { "system-users-symbolic", N_ ("Nobody in the Establishment"),
               N_ ("On this day nobody of 在编 is in service.") },
    .read = sz_read_established_cb,
    .details = sz_describe_established },
  { .name = POSTS,
    .title = N_ ("Reserved for"),
    .unit = N_ ("posts"),
    .columns = sz_reserved_columns,
    .actions = part_actions,
    .empty = { "view-list-symbolic", N_ ("No Places Reserved"),
               N_ ("On this day no open post of 在编 reserves places.") },
    .read = sz_read_reserved_cb,
    .details = sz_describe_reserved },
  { NULL },
};

/* ---- the bar and the chart above the lists ---- */

static gpointer
read_picture_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const SzDate day = *(const SzDate *)data;
  g_autoptr (SzEstablishmentBook) book = sz_establishment_book_load (office, error);
  SzForecast *forecast = book != NULL ? sz_establishment_forecast (office, sz_date_month (day),
                                                                   FORECAST_MONTHS, error)
                                      : NULL;
  SzEstablishmentPicture *picture;

  if (forecast == NULL)
    return NULL;
  picture = g_new0 (SzEstablishmentPicture, 1);
  picture->day = day;
  picture->forecast = forecast;
  sz_establishment_balance (book, day, &picture->balance);
  return picture;
}

static void
picture_read_cb (gpointer owner, gpointer value)
{
  SzEstablishmentPage *self = owner;
  SzEstablishmentPicture *picture = value;

  sz_forecast_chart_show (self->chart, g_steal_pointer (&picture->forecast));
  sz_establishment_strip_show (self->strip, picture);
}

/* Who goes in the month, beside whichever list is shown. */
static void
month_chosen_cb (SzEstablishmentPage *self, int month)
{
  const SzListView *view = sz_list_page_get_view (SZ_LIST_PAGE (self));

  if (view == NULL || (view->read != read_ledger_cb && view->read != read_forecast_cb))
    sz_list_page_show_view (SZ_LIST_PAGE (self), LEDGER);
  view = sz_list_page_get_view (SZ_LIST_PAGE (self));
  SZ_LIST_PAGE_GET_CLASS (self)->selected (SZ_LIST_PAGE (self),
                                           view->read == read_ledger_cb ? -month : month, 1);
}

static void
sz_establishment_page_open (SzListPage *page, const SzListView *view)
{
  SzEstablishmentPage *self = SZ_ESTABLISHMENT_PAGE (page);
  SzTasks *tasks = sz_page_get_tasks (SZ_PAGE (page));
  const SzDate day = sz_page_get_as_of (SZ_PAGE (page));

  SZ_LIST_PAGE_CLASS (sz_establishment_page_parent_class)->open (page, view);
  if (tasks != NULL)
    sz_job_read (self->drawing, tasks,
                 SZ_WORK (read_picture_cb, g_memdup2 (&day, sizeof day), g_free,
                          (GDestroyNotify)sz_establishment_picture_free),
                 picture_read_cb);
}

static void
sz_establishment_page_class_init (SzEstablishmentPageClass *klass)
{
  SZ_LIST_PAGE_CLASS (klass)->views = views;
  SZ_LIST_PAGE_CLASS (klass)->open = sz_establishment_page_open;
  SZ_PAGE_CLASS (klass)->search_hint = N_ ("Document, change, note …");
  SZ_PAGE_CLASS (klass)->concerns
      = SZ_CHANGED_PEOPLE | SZ_CHANGED_RECRUITMENT | SZ_CHANGED_REGISTERS | SZ_CHANGED_PARAMS;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "establishment.add", NULL,
                                   add_action_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "establishment.correct", NULL,
                                   correct_action_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "establishment.show", NULL,
                                   show_action_cb);
}

static void
sz_establishment_page_init (SzEstablishmentPage *self)
{
  self->strip = SZ_ESTABLISHMENT_STRIP (sz_establishment_strip_new ());
  g_signal_connect_object (self->strip, "part", G_CALLBACK (part_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  self->chart = SZ_FORECAST_CHART (sz_forecast_chart_new ());
  gtk_widget_set_size_request (GTK_WIDGET (self->chart), FORECAST_WIDTH, -1);
  g_signal_connect_object (self->chart, "month", G_CALLBACK (month_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  sz_list_page_add_to_details (SZ_LIST_PAGE (self), GTK_WIDGET (self->chart), GTK_PACK_START);
  self->drawing = sz_page_add_job (SZ_PAGE (self));
  sz_list_page_set_above (SZ_LIST_PAGE (self), GTK_WIDGET (self->strip));
}
