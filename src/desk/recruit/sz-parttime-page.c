/* sz-parttime-page.c — part-time teachers: what is done about them (RULE rec-23, rec-26)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-parttime-page.h"

#include <glib/gi18n.h>

#include "sz-chart.h"
#include "sz-fees-act.h"
#include "sz-idcard.h"
#include "sz-parttime-lists.h"
#include "sz-parttime-names.h"
#include "sz-parttime-strip.h"
#include "sz-quota-year.h"

struct _SzParttimePage
{
  SzListPage parent_instance;

  GtkWidget *chart; /* borrowed */
  GtkWidget *funds; /* borrowed */
  SzJob *charting;
};

G_DEFINE_FINAL_TYPE (SzParttimePage, sz_parttime_page, SZ_TYPE_LIST_PAGE)

#define CHANGES (SZ_CHANGED_RECRUITMENT | SZ_CHANGED_REGISTERS)

/* ---- a new case ---- */

static gboolean
open_cb (SzOffice *office, const char *const *values, gconstpointer data, GError **error)
{
  g_autoptr (SzQuotaJudgement) judgement = NULL;
  g_autofree char *id_number = NULL;
  SzParttimeCaseRow row = { .name = (char *)values[0],
                            .department = (char *)values[6],
                            .course = (char *)values[7],
                            .employer = (char *)values[8],
                            .approval = (char *)values[9],
                            .years_x100 = -1,
                            .agreement_no = (char *)"" };
  gint64 rate = -1;
  gboolean done;

  row.id_number = (char *)values[1];
  if (!sz_parttime_read_day (values[2], &row.from, error)
      || !sz_parttime_read_day (values[3], &row.to, error)
      || !sz_parttime_read_number (values[4], SZ_RATIO_DECIMALS, &row.fte_x1e4, error)
      || !sz_parttime_read_number (values[5], SZ_HOURS_DECIMALS, &rate, error))
    return FALSE;
  row.fte_x1e4 = row.fte_x1e4 < 0 ? SZ_RATIO_ONE : row.fte_x1e4;
  row.rate_fen = MAX (rate, 0);
  done = sz_parttime_open (office, &row, &judgement, error);
  g_free (row.state);
  return done;
}

/* ---- about one row ---- */

static void
about_freed_cb (gpointer data)
{
  g_free (((SzParttimeAbout *)data)->agreement);
  g_free (data);
}

static gboolean
sign_cb (SzOffice *office, const char *const *values, gconstpointer data, GError **error)
{
  return sz_parttime_sign (office, ((const SzParttimeAbout *)data)->case_id, values[0], values[1],
                           error);
}

static gboolean
withdraw_cb (SzOffice *office, const char *const *values, gconstpointer data, GError **error)
{
  return sz_parttime_withdraw (office, ((const SzParttimeAbout *)data)->case_id, values[0], error);
}

static gboolean
change_cb (SzOffice *office, const char *const *values, gconstpointer data, GError **error)
{
  SzParttimeChange change = { .agreement = ((const SzParttimeAbout *)data)->agreement };

  return sz_parttime_read_change (values, &change, error)
         && sz_parttime_change (office, &change, error);
}

static gboolean
renew_cb (SzOffice *office, const char *const *values, gconstpointer data, GError **error)
{
  SzParttimeChange change
      = { .agreement = ((const SzParttimeAbout *)data)->agreement, .renewed = values[5] };

  return sz_parttime_read_change (values, &change, error)
         && sz_parttime_renew (office, &change, error);
}

static gboolean
end_cb (SzOffice *office, const char *const *values, gconstpointer data, GError **error)
{
  SzParttimeChange change = { .agreement = ((const SzParttimeAbout *)data)->agreement,
                              .fte_x1e4 = -1,
                              .rate_fen = -1,
                              .reason = values[1] };

  return sz_parttime_read_day (values[0], &change.from, error)
         && sz_parttime_end (office, &change, error);
}

static gboolean
fees_cb (SzOffice *office, const char *const *values, gconstpointer data, GError **error)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();
  g_autoptr (SzFeeSheet) sheet = NULL;
  SzFeeAsk ask = { .keep = TRUE };

  if (!sz_parttime_read_day (values[0], &ask.from, error)
      || !sz_parttime_read_day (values[1], &ask.to, error)
      || !sz_parttime_read_day (values[2], &ask.paid_on, error))
    return FALSE;
  sheet = sz_fees_sheet (office, &ask, issues, error);
  return sheet != NULL;
}

/* ---- the dialogs, a line an action ---- */

static const SzQueryField open_fields[] = { { N_ ("Name"), SZ_QUERY_TEXT, TRUE },
                                            { N_ ("ID number"), SZ_QUERY_TEXT, TRUE },
                                            { N_ ("From"), SZ_QUERY_DAY, TRUE },
                                            { N_ ("To"), SZ_QUERY_DAY, TRUE },
                                            { N_ ("Share of the establishment (1 when empty)") },
                                            { N_ ("Rate, yuan an hour") },
                                            { N_ ("Department") },
                                            { N_ ("Course") },
                                            { N_ ("Employer") },
                                            { N_ ("Number of the approval (批文号)") },
                                            { NULL } };
static const SzQueryField sign_fields[] = { { N_ ("Number of the agreement"), SZ_QUERY_TEXT, TRUE },
                                            { N_ ("Number of the approval (批文号)") },
                                            { NULL } };
static const SzQueryField withdraw_fields[] = { { N_ ("Reason"), SZ_QUERY_TEXT, TRUE }, { NULL } };
static const SzQueryField change_fields[] = {
  { N_ ("From"), SZ_QUERY_DAY, TRUE },        { N_ ("To (the old end when empty)"), SZ_QUERY_DAY },
  { N_ ("Share (as before when empty)") },    { N_ ("Rate (as before when empty)") },
  { N_ ("Number of the approval (批文号)") }, { NULL }
};
static const SzQueryField renew_fields[]
    = { { N_ ("From (the day after the end when empty)"), SZ_QUERY_DAY },
        { N_ ("To"), SZ_QUERY_DAY, TRUE },
        { N_ ("Share (as before when empty)") },
        { N_ ("Rate (as before when empty)") },
        { N_ ("Number of the approval (批文号)") },
        { N_ ("Number of the new agreement"), SZ_QUERY_TEXT, TRUE },
        { NULL } };
static const SzQueryField end_fields[]
    = { { N_ ("Last day"), SZ_QUERY_DAY, TRUE }, { N_ ("Reason"), SZ_QUERY_TEXT, TRUE }, { NULL } };
static const SzQueryField fees_fields[] = { { N_ ("Taught from"), SZ_QUERY_DAY, TRUE },
                                            { N_ ("Taught to"), SZ_QUERY_DAY, TRUE },
                                            { N_ ("Paid on"), SZ_QUERY_DAY, TRUE },
                                            { NULL } };

static const struct
{
  const char *action;
  const char *title; /* msgid */
  const SzQueryField *fields;
  SzQueryFunc func;
  gboolean of_case;
  gboolean of_contract;
  const SzQueryPreview *preview; /* (nullable) */
} dialogs[] = {
  { "parttime.open", N_ ("New Part-Time Teacher"), open_fields, open_cb,
    .preview = &sz_parttime_open_preview },
  { "parttime.sign", N_ ("Sign the Contract"), sign_fields, sign_cb, .of_case = TRUE },
  { "parttime.withdraw", N_ ("Withdraw the Case"), withdraw_fields, withdraw_cb, .of_case = TRUE },
  { "parttime.renew", N_ ("Renew the Contract"), renew_fields, renew_cb, .of_contract = TRUE,
    .preview = &sz_parttime_renew_preview },
  { "parttime.change", N_ ("Change the Contract"), change_fields, change_cb, .of_contract = TRUE,
    .preview = &sz_parttime_change_preview },
  { "parttime.end", N_ ("End the Contract"), end_fields, end_cb, .of_contract = TRUE },
  { "parttime.fees", N_ ("Fees of a Period"), fees_fields, fees_cb },
};

static void
saved_cb (SzParttimePage *self)
{
  sz_page_toast (SZ_PAGE (self), _ ("Saved"), NULL, NULL, NULL);
}

static void
show_dialog (GtkWidget *widget, gsize which, SzParttimeAbout *about, const char *hint)
{
  SzQueryDialog *dialog = sz_query_dialog_new (sz_page_get_window (SZ_PAGE (widget)),
                                               sz_page_get_tasks (SZ_PAGE (widget)),
                                               &(SzQueryOrder){ .title = _ (dialogs[which].title),
                                                                .hint = hint,
                                                                .fields = dialogs[which].fields,
                                                                .func = dialogs[which].func,
                                                                .data = about,
                                                                .free_data = about_freed_cb,
                                                                .changes = CHANGES });

  if (dialogs[which].preview != NULL)
    {
      sz_query_dialog_preview (dialog, sz_parttime_strip_new (), dialogs[which].preview);
      sz_form_dialog_lay_beside (SZ_FORM_DIALOG (dialog));
    }
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The agreement of the row is asked for: the list knows ids only. */
typedef struct
{
  gsize which;
  gint64 id;
  char *agreement;
  char *name;
} Found;

static void
found_freed_cb (gpointer data)
{
  Found *found = data;

  g_free (found->agreement);
  g_free (found->name);
  g_free (found);
}

static gpointer
find_row_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Found *asked = data;
  g_autoptr (SzParttimeBook) book = sz_parttime_book_load (office, error);
  const SzParttimeContract *contract;
  Found *found;

  if (book == NULL)
    return NULL;
  found = g_memdup2 (asked, sizeof *asked);
  found->agreement = NULL;
  found->name = NULL;
  contract = sz_parttime_book_by_id (book, asked->id);
  if (contract != NULL)
    {
      found->agreement = g_strdup (contract->row->agreement_no);
      found->name = g_strdup_printf ("%s %s", contract->row->agreement_no, contract->row->name);
    }
  return found;
}

static void
row_found_cb (gpointer owner, gpointer value)
{
  Found *found = value;
  SzParttimeAbout *about = g_new0 (SzParttimeAbout, 1);

  about->agreement = g_strdup (found->agreement);
  about->case_id = found->id < 0 ? -found->id : 0;
  if (dialogs[found->which].of_contract ? found->agreement != NULL : TRUE)
    show_dialog (owner, found->which, about, found->name);
  else
    about_freed_cb (about);
  found_freed_cb (found);
}

/* ---- several at once ---- */

static void
ids_freed_cb (gpointer data)
{
  g_array_unref (data);
}

static gboolean
renew_all_cb (SzOffice *office, const char *const *values, gconstpointer data, GError **error)
{
  const GArray *ids = data;
  g_autoptr (SzParttimeBook) book = sz_parttime_book_load (office, error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) agreements = NULL;
  SzParttimeRenewal renewal = { .ending = values[1], .approval = values[2] };

  for (guint i = 0; book != NULL && i < ids->len; i++)
    {
      const SzParttimeContract *contract
          = sz_parttime_book_by_id (book, g_array_index (ids, gint64, i));

      if (contract != NULL)
        g_strv_builder_add (builder, contract->row->agreement_no);
    }
  agreements = g_strv_builder_end (builder);
  renewal.agreements = (const char *const *)agreements;
  return book != NULL && sz_parttime_read_day (values[0], &renewal.to, error)
         && sz_parttime_renew_all (office, &renewal, error);
}

static void
ask_renew_all (GtkWidget *widget, const GArray *selected)
{
  static const SzQueryField fields[]
      = { { N_ ("New end of all of them"), SZ_QUERY_DAY, TRUE },
          { N_ ("Added to the old numbers of agreements"), SZ_QUERY_TEXT, TRUE, "-续" },
          { N_ ("Number of the approval (批文号)") },
          { NULL } };
  GArray *contracts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *hint = NULL;
  SzQueryDialog *dialog;

  for (guint i = 0; i < selected->len; i++)
    if (g_array_index (selected, gint64, i) > 0)
      g_array_append_val (contracts, g_array_index (selected, gint64, i));
  hint = g_strdup_printf (ngettext ("%u contract", "%u contracts", contracts->len), contracts->len);
  dialog = sz_query_dialog_new (sz_page_get_window (SZ_PAGE (widget)),
                                sz_page_get_tasks (SZ_PAGE (widget)),
                                &(SzQueryOrder){ .title = _ ("Renew Contracts"),
                                                 .hint = hint,
                                                 .fields = fields,
                                                 .func = renew_all_cb,
                                                 .data = contracts,
                                                 .free_data = ids_freed_cb,
                                                 .changes = CHANGES });
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- the actions ---- */

static void
ask_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const gint64 current = sz_list_page_get_current (SZ_LIST_PAGE (widget));
  g_autoptr (GArray) selected
      = sz_list_table_get_selected (sz_list_page_get_table (SZ_LIST_PAGE (widget)));
  Found found = { .id = current };

  while (!g_str_equal (dialogs[found.which].action, action))
    found.which++;
  if (sz_page_get_tasks (SZ_PAGE (widget)) == NULL)
    return;
  if (g_str_equal (action, "parttime.renew") && selected->len > 1)
    {
      ask_renew_all (widget, selected);
      return;
    }
  if (dialogs[found.which].of_case ? current >= 0 : FALSE)
    sz_page_toast (SZ_PAGE (widget), _ ("This is a contract already, no open case."), NULL, NULL,
                   NULL);
  else if (dialogs[found.which].of_contract && current <= 0)
    sz_page_toast (SZ_PAGE (widget), _ ("This is an open case: sign it first."), NULL, NULL, NULL);
  else if (dialogs[found.which].of_case || dialogs[found.which].of_contract)
    sz_page_read (SZ_PAGE (widget),
                  SZ_WORK (find_row_cb, g_memdup2 (&found, sizeof found), g_free, found_freed_cb),
                  row_found_cb);
  else
    show_dialog (widget, found.which, g_new0 (SzParttimeAbout, 1), NULL);
}

static gpointer
delete_sheet_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  return GINT_TO_POINTER (sz_fees_delete (office, *(const gint64 *)data, error));
}

static void
sheet_deleted_cb (gpointer owner, gpointer value)
{
  sz_page_toast (owner, _ ("The sheet was deleted; its records are free again."), NULL, NULL, NULL);
}

static void
delete_sheet_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const gint64 current = sz_list_page_get_current (SZ_LIST_PAGE (widget));

  if (current > 0 && sz_page_get_tasks (SZ_PAGE (widget)) != NULL)
    sz_page_write (SZ_PAGE (widget),
                   SZ_WORK (delete_sheet_cb, g_memdup2 (&current, sizeof current), g_free,
                            .changes = CHANGES),
                   sheet_deleted_cb);
}

/* The form of the sheet chosen: F09, or the list for the bank; of the year: F08. */
static void
print_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const forms[][2] = { { "parttime.print-sheet", "F09" },
                                          { "parttime.print-bank", "fee-bank" },
                                          { "parttime.print-funds", "F08" },
                                          { "parttime.print-roster", "F07" } };
  const gint64 current = sz_list_page_get_current (SZ_LIST_PAGE (widget));

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_str_equal (forms[i][0], action))
      gtk_widget_activate_action (widget, "win.form", "(sx)", forms[i][1],
                                  i < 2 ? MAX (current, 0) : (gint64)0);
}

/* ---- the year, under the list of its stretches; the funds of its months ---- */

typedef struct
{
  SzQuotaTerm *term;
  SzChartData *funds;
} Year;

static void
year_freed_cb (gpointer data)
{
  Year *year = data;

  sz_quota_term_free (year->term);
  sz_chart_data_free (year->funds);
  g_free (year);
}

/* Three columns a month; a year whose average cannot be had has none. */
static SzChartData *
read_funds (SzOffice *office, int year)
{
  const char *const series[] = { _ ("By the rule"), _ ("Allotted"), _ ("Fees paid") };
  g_autoptr (GError) none = NULL;
  SzFunding funding;
  SzChartData *data;

  if (!sz_funding (office, year, 0, &funding, &none))
    return NULL;
  data = sz_chart_data_new (_ ("Funds by month, yuan"), SZ_HOURS_DECIMALS, series,
                            G_N_ELEMENTS (series));
  for (guint i = 0; i < SZ_FUNDING_MONTHS; i++)
    {
      const SzFundingMonth *month = &funding.months[i];
      const gint64 values[]
          = { MAX (month->computed, 0), MAX (month->approved, 0), MAX (month->paid, 0) };
      g_autofree char *label = g_strdup_printf ("%d", month->month);

      sz_chart_data_add (data, label, values);
    }
  return data;
}

static gpointer
read_year_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const int year = sz_date_year (*(const SzDate *)data);
  SzQuotaTerm *term
      = sz_quota_term (office, sz_date_make (year, 1, 1), sz_date_make (year, 12, 31), error);
  Year *read;

  if (term == NULL)
    return NULL;
  read = g_new0 (Year, 1);
  read->term = term;
  read->funds = read_funds (office, year);
  return read;
}

static void
year_read_cb (gpointer owner, gpointer value)
{
  SzParttimePage *self = owner;
  Year *year = value;

  sz_quota_year_show (SZ_QUOTA_YEAR (self->chart), g_steal_pointer (&year->term),
                      sz_page_get_as_of (SZ_PAGE (self)));
  sz_chart_show (SZ_CHART (self->funds), g_steal_pointer (&year->funds));
  year_freed_cb (year);
}

static void
update_chart (SzParttimePage *self)
{
  const SzListView *view = sz_list_page_get_view (SZ_LIST_PAGE (self));

  gtk_widget_set_visible (self->chart, view != NULL && g_str_equal (view->name, SZ_PARTTIME_QUOTA));
  gtk_widget_set_visible (self->funds, view != NULL && g_str_equal (view->name, SZ_PARTTIME_FUNDS));
}

static void
sz_parttime_page_open (SzListPage *page, const SzListView *view)
{
  SzParttimePage *self = SZ_PARTTIME_PAGE (page);
  const SzDate day = sz_page_get_as_of (SZ_PAGE (page));

  SZ_LIST_PAGE_CLASS (sz_parttime_page_parent_class)->open (page, view);
  update_chart (self);
  if (sz_page_get_tasks (SZ_PAGE (page)) != NULL)
    sz_job_read (self->charting, sz_page_get_tasks (SZ_PAGE (page)),
                 SZ_WORK (read_year_cb, g_memdup2 (&day, sizeof day), g_free, year_freed_cb),
                 year_read_cb);
}

static void
sz_parttime_page_selected (SzListPage *page, gint64 id, guint n_selected)
{
  SZ_LIST_PAGE_CLASS (sz_parttime_page_parent_class)->selected (page, id, n_selected);
  update_chart (SZ_PARTTIME_PAGE (page));
}

/* RULE rec-24: who holds places on the day, in the pane beside the list, which is unfolded. */
static void
day_chosen_cb (SzParttimePage *self, int day)
{
  g_settings_set_boolean (sz_page_get_settings (SZ_PAGE (self)), "details", TRUE);
  sz_parttime_page_selected (SZ_LIST_PAGE (self), day, 1);
}

/* Its lists have many tools: their names stand over them. */
static void
sz_parttime_page_constructed (GObject *object)
{
  static const char *const lists[]
      = { SZ_PARTTIME_CONTRACTS, SZ_PARTTIME_QUOTA, SZ_PARTTIME_FEES, SZ_PARTTIME_FUNDS, NULL };

  G_OBJECT_CLASS (sz_parttime_page_parent_class)->constructed (object);
  sz_list_page_show_only (SZ_LIST_PAGE (object), lists);
}

static void
sz_parttime_page_class_init (SzParttimePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = sz_parttime_page_constructed;
  SZ_LIST_PAGE_CLASS (klass)->views = sz_parttime_views ();
  SZ_LIST_PAGE_CLASS (klass)->open = sz_parttime_page_open;
  SZ_LIST_PAGE_CLASS (klass)->selected = sz_parttime_page_selected;
  SZ_PAGE_CLASS (klass)->concerns
      = SZ_CHANGED_PEOPLE | SZ_CHANGED_RECRUITMENT | SZ_CHANGED_REGISTERS | SZ_CHANGED_PARAMS;
  for (gsize i = 0; i < G_N_ELEMENTS (dialogs); i++)
    gtk_widget_class_install_action (widget_class, dialogs[i].action, NULL, ask_action_cb);
  gtk_widget_class_install_action (widget_class, "parttime.delete-sheet", NULL,
                                   delete_sheet_action_cb);
  gtk_widget_class_install_action (widget_class, "parttime.print-sheet", NULL, print_action_cb);
  gtk_widget_class_install_action (widget_class, "parttime.print-bank", NULL, print_action_cb);
  gtk_widget_class_install_action (widget_class, "parttime.print-funds", NULL, print_action_cb);
  gtk_widget_class_install_action (widget_class, "parttime.print-roster", NULL, print_action_cb);
}

static void
sz_parttime_page_init (SzParttimePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->chart = sz_quota_year_new ();
  g_signal_connect_object (self->chart, "day", G_CALLBACK (day_chosen_cb), self, G_CONNECT_SWAPPED);
  self->funds = sz_chart_new (SZ_CHART_GROUPS);
  gtk_widget_set_visible (self->chart, FALSE);
  gtk_widget_set_visible (self->funds, FALSE);
  gtk_widget_set_margin_start (self->funds, 12);
  gtk_widget_set_margin_end (self->funds, 12);
  gtk_box_append (GTK_BOX (box), self->chart);
  gtk_box_append (GTK_BOX (box), self->funds);
  sz_list_page_set_above (SZ_LIST_PAGE (self), box);
  self->charting = sz_page_add_job (SZ_PAGE (self));
}
