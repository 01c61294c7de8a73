/* sz-tax-window.c — the tax of one person: the year month by month, and a bonus both ways
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-tax-window.h"

#include <glib/gi18n.h>

#include "sz-figure-table.h"
#include "sz-form-dialog.h"
#include "sz-help.h"
#include "sz-person-act.h"
#include "sz-tax-curve.h"
#include "sz-tax-view.h"
#include "sz-transient.h"

#define WIDTH 1220
#define HEIGHT 640
#define STEP_YUAN 1000.0
#define LEAST_MOST_FEN 10000000 /* the curve reaches 100,000 yuan at least */

struct _SzTaxWindow
{
  AdwWindow parent_instance;

  SzFigureTable *table;
  GtkLabel *explanation;
  GtkEditable *entry;
  GtkRange *slider;
  SzTaxCurve *curve;
  GtkLabel *verdict;

  SzTasks *tasks;
  SzJob *reading;
  SzJob *weighing;
  SzTaxMonths *months; /* (nullable) */
  SzTaxRules rules;    /* of the day */
  SzDate day;
  SzMoney amount_fen;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SzTaxWindow, sz_tax_window, ADW_TYPE_WINDOW)

/* ---- the year, an entry a line ---- */

enum
{
  MONTH,
  SOURCE,
  INCOME,
  CUMULATIVE,
  DEDUCTION,
  SPECIAL,
  ADDITIONAL,
  TAXABLE,
  RATE,
  QUICK,
  TAX,
  BEFORE,
  WITHHELD,
};

static const SzFigureColumn columns[] = {
  { .title = N_ ("Month"), .width = 48, .numeric = TRUE },
  { .title = N_ ("Source"), .width = 76, .expand = TRUE },
  { .title = N_ ("Income"), .width = 88, .numeric = TRUE },
  { .title = N_ ("Income so far"), .width = 96, .numeric = TRUE },
  { .title = N_ ("Standard deduction"), .width = 116, .numeric = TRUE },
  { .title = N_ ("Insurance"), .width = 84, .numeric = TRUE },
  { .title = N_ ("Additional"), .width = 84, .numeric = TRUE },
  { .title = N_ ("Taxable"), .width = 96, .numeric = TRUE },
  { .title = N_ ("Tax rate"), .width = 64, .numeric = TRUE },
  { .title = N_ ("Quick deduction"), .width = 112, .numeric = TRUE },
  { .title = N_ ("Tax so far"), .width = 84, .numeric = TRUE },
  { .title = N_ ("Withheld before"), .width = 116, .numeric = TRUE },
  { .title = N_ ("Withheld"), .width = 80, .numeric = TRUE },
};

static char *
write_source (const SzTaxEntry *entry)
{
  switch (entry->source)
    {
    case SZ_TAX_TRANSFER:
      return g_strdup (_ ("transfer award"));
    case SZ_TAX_RUN:
      return g_strdup_printf (_ ("run %d"), (int)entry->run);
    case SZ_TAX_SALARY:
    default:
      return g_strdup (_ ("salary"));
    }
}

static char *
write_rate (const SzTaxStep *step)
{
  return g_strdup_printf ("%d %%", (int)((step->bracket->rate_x1e4 + 50) / 100));
}

static SzMoney
get_amount (const SzTaxEntry *entry, const SzTaxStep *step, guint column)
{
  switch (column)
    {
    case INCOME:
      return entry->income_fen;
    case CUMULATIVE:
      return step->cumulative_income_fen;
    case DEDUCTION:
      return step->deduction_fen;
    case SPECIAL:
      return step->special_fen + step->other_fen + step->exempt_fen;
    case ADDITIONAL:
      return step->additional_fen;
    case TAXABLE:
      return step->taxable_fen;
    case QUICK:
      return step->bracket->quick_fen;
    case TAX:
      return step->cumulative_tax_fen;
    case BEFORE:
      return step->withheld_before_fen;
    case WITHHELD:
    default:
      return step->withheld_fen;
    }
}

static char *
write_cell_cb (gpointer owner, guint row, guint column)
{
  const SzTaxMonths *months = SZ_TAX_WINDOW (owner)->months;
  const SzTaxEntry *entry = &months->entries[row];
  const SzTaxStep *step = &months->steps[row];

  if (column == MONTH)
    return g_strdup_printf ("%d", entry->month);
  if (column == SOURCE)
    return write_source (entry);
  if (column == RATE)
    return write_rate (step);
  return sz_money_format_grouped (get_amount (entry, step, column));
}

static int
compare_rows_cb (gpointer owner, guint a, guint b, guint column)
{
  const SzTaxMonths *months = SZ_TAX_WINDOW (owner)->months;
  const SzMoney one = get_amount (&months->entries[a], &months->steps[a], column);
  const SzMoney other = get_amount (&months->entries[b], &months->steps[b], column);

  if (column <= SOURCE || one == other)
    return (int)a - (int)b;
  return one < other ? -1 : 1;
}

/* RULE tax-1: the entry as a sum. */
static char *
write_sum (const SzTaxMonths *months, guint row)
{
  const SzTaxStep *step = &months->steps[row];
  g_autofree char *income = sz_money_format_grouped (step->cumulative_income_fen);
  g_autofree char *exempt = sz_money_format_grouped (step->exempt_fen);
  g_autofree char *deduction = sz_money_format_grouped (step->deduction_fen);
  g_autofree char *special = sz_money_format_grouped (step->special_fen);
  g_autofree char *additional = sz_money_format_grouped (step->additional_fen);
  g_autofree char *other = sz_money_format_grouped (step->other_fen);
  g_autofree char *taxable = sz_money_format_grouped (step->taxable_fen);
  g_autofree char *rate = write_rate (step);
  g_autofree char *quick = sz_money_format_grouped (step->bracket->quick_fen);
  g_autofree char *tax = sz_money_format_grouped (step->cumulative_tax_fen);
  g_autofree char *before = sz_money_format_grouped (step->withheld_before_fen);
  g_autofree char *due = sz_money_format_grouped (step->due_fen);
  g_autofree char *withheld = sz_money_format_grouped (step->withheld_fen);
  g_autofree char *source = write_source (&months->entries[row]);
  g_autofree char *first = g_strdup_printf (
      /* TRANSLATORS: month, source, then amounts: income so far, exempt, deduction, insurance,
       * additional deductions, others, taxable */
      _ ("Month %d, %s: %s − exempt %s − deduction %s − insurance %s − additional %s − other %s = "
         "taxable %s"),
      months->entries[row].month, source, income, exempt, deduction, special, additional, other,
      taxable);

  return g_strdup_printf (
      /* TRANSLATORS: the line before, taxable, rate, quick deduction, tax, withheld before, due,
       * withheld */
      _ ("%s\n%s × %s − %s = %s; less %s withheld before: due %s, withheld %s"), first, taxable,
      rate, quick, tax, before, due, withheld);
}

static void
explain (SzTaxWindow *self)
{
  const int row = sz_figure_table_get_selected (self->table);
  g_autofree char *text = NULL;

  if (self->months == NULL || self->months->n == 0)
    text = g_strdup_printf (
        _ ("No income of %d is known. Import the salaries of the year to see its tax."),
        sz_date_year (self->day));
  else
    text = write_sum (self->months, row >= 0 ? (guint)row : self->months->n - 1);
  gtk_label_set_text (self->explanation, text);
}

/* ---- a bonus ---- */

typedef struct
{
  char *staff_no;
  SzDate day;
  SzMoney amount_fen;
} Question;

typedef struct
{
  SzTaxChoice choice;
  gboolean used;
  SzMoney amount_fen;
} Weighed;

static void
question_freed_cb (gpointer data)
{
  g_free (((Question *)data)->staff_no);
  g_free (data);
}

static gpointer
weigh_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Question *asked = data;
  Weighed *weighed = g_new0 (Weighed, 1);

  weighed->amount_fen = asked->amount_fen;
  if (sz_view_tax_choice (office, asked->staff_no, asked->day, asked->amount_fen, &weighed->choice,
                          &weighed->used, error))
    return weighed;
  g_free (weighed);
  return NULL;
}

static char *
write_bonus (const SzTaxBonus *bonus)
{
  g_autofree char *tax = sz_money_format_grouped (bonus->tax_fen);
  g_autofree char *net = sz_money_format_grouped (bonus->net_fen);
  g_autofree char *lost = sz_money_format_grouped (bonus->lost_fen);
  g_autofree char *edge = sz_money_format_grouped (bonus->edge_fen);
  g_autofree char *from = sz_money_format_grouped (bonus->free_from_fen);

  if (!bonus->cliff)
    return g_strdup_printf (_ ("Taxed by itself: tax %s, %s left."), tax, net);
  return g_strdup_printf (_ ("⚠ Taxed by itself: tax %s, %s left: %s less than of %s. From %s on "
                             "nothing is lost."),
                          tax, net, lost, edge, from);
}

static char *
write_choice (const Weighed *weighed)
{
  const SzTaxChoice *choice = &weighed->choice;
  const SzMoney difference_fen = choice->separate_fen - choice->merged_fen;
  g_autofree char *separate = sz_money_format_grouped (choice->separate_fen);
  g_autofree char *merged = sz_money_format_grouped (choice->merged_fen);
  g_autofree char *cheaper = sz_money_format_grouped (ABS (difference_fen));

  if (weighed->used)
    return g_strdup_printf (_ ("The bonus of the year was used up: with the wages it costs %s."),
                            merged);
  /* TRANSLATORS: tax by itself, tax with the wages, the difference, months that were estimated */
  return g_strdup_printf (choice->bonus
                              ? _ ("By itself %s, with the wages %s: by itself is cheaper by %s "
                                   "(%d months estimated).")
                              : _ ("By itself %s, with the wages %s: with the wages is cheaper by "
                                   "%s (%d months estimated)."),
                          separate, merged, cheaper, choice->estimated_months);
}

static void
weighed_cb (gpointer owner, gpointer value)
{
  SzTaxWindow *self = owner;
  g_autofree Weighed *weighed = value;
  const SzTaxBonus bonus = sz_tax_bonus (&self->rules, weighed->amount_fen);
  g_autofree char *first = write_bonus (&bonus);
  g_autofree char *second = write_choice (weighed);
  g_autofree char *text = g_strdup_printf ("%s\n%s", first, second);

  gtk_label_set_label (self->verdict, text);
}

static void
show_bonus (SzTaxWindow *self)
{
  const SzMoney most_fen = MAX (LEAST_MOST_FEN, self->amount_fen * 2);
  Question *question;

  if (self->months == NULL)
    return;
  sz_tax_curve_show (self->curve, &self->rules, most_fen, self->amount_fen);
  question = g_new0 (Question, 1);
  *question = (Question){ g_strdup (self->months->staff_no), self->day, self->amount_fen };
  sz_job_read (self->weighing, self->tasks, SZ_WORK (weigh_cb, question, question_freed_cb, g_free),
               weighed_cb);
}

static void
entry_changed_cb (SzTaxWindow *self)
{
  SzMoney amount_fen = 0;
  const gboolean sound
      = sz_money_parse (gtk_editable_get_text (self->entry), &amount_fen, NULL) && amount_fen >= 0;

  sz_form_mark (GTK_WIDGET (self->entry), !sound);
  if (self->filling || !sound)
    return;
  self->amount_fen = amount_fen;
  self->filling = TRUE;
  gtk_range_set_range (self->slider, 0, (double)MAX (LEAST_MOST_FEN, amount_fen * 2) / 100);
  gtk_range_set_value (self->slider, (double)amount_fen / 100);
  self->filling = FALSE;
  show_bonus (self);
}

/* Whole thousands: what is between them is typed. */
static void
slider_changed_cb (SzTaxWindow *self)
{
  g_autofree char *text = NULL;

  if (self->filling)
    return;
  self->amount_fen
      = (SzMoney)(gtk_range_get_value (self->slider) / STEP_YUAN + 0.5) * (SzMoney)STEP_YUAN * 100;
  text = sz_money_format (self->amount_fen);
  self->filling = TRUE;
  gtk_editable_set_text (self->entry, text);
  self->filling = FALSE;
  show_bonus (self);
}

/* ---- reading ---- */

typedef struct
{
  char *staff_no;
  gint64 person_id;
  SzDate day;
} Asked;

typedef struct
{
  SzTaxMonths *months;
  SzTaxRules rules;
  char *name;
} Answer;

static void
asked_freed_cb (gpointer data)
{
  g_free (((Asked *)data)->staff_no);
  g_free (data);
}

static void
answer_freed_cb (gpointer data)
{
  Answer *answer = data;

  sz_tax_months_free (answer->months);
  g_free (answer->name);
  g_free (answer);
}

static gpointer
read_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Asked *asked = data;
  g_autoptr (SzPersonFile) file
      = asked->staff_no == NULL ? sz_office_person_load (office, asked->person_id, error) : NULL;
  Answer *answer;

  if (asked->staff_no == NULL && file == NULL)
    return NULL;
  answer = g_new0 (Answer, 1);
  answer->name = g_strdup (file != NULL ? file->person.name : asked->staff_no);
  answer->months
      = sz_view_tax_months (office, file != NULL ? file->person.staff_no : asked->staff_no,
                            sz_date_year (asked->day), error);
  if (answer->months != NULL && sz_view_tax_rules (office, asked->day, &answer->rules, error))
    return answer;
  answer_freed_cb (answer);
  return NULL;
}

static void
read_done_cb (gpointer owner, gpointer value)
{
  SzTaxWindow *self = owner;
  Answer *answer = value;
  g_autofree char *title
      = g_strdup_printf (_ ("Tax of %s, %d"), answer->name, sz_date_year (self->day));

  gtk_window_set_title (GTK_WINDOW (self), title);
  self->months = g_steal_pointer (&answer->months);
  self->rules = answer->rules;
  answer_freed_cb (answer);
  sz_figure_table_set_rows (self->table, self->months->n);
  if (self->months->n > 0)
    sz_figure_table_select (self->table, (int)self->months->n - 1, TRUE);
  explain (self);
  entry_changed_cb (self);
}

static void
failed_cb (gpointer owner, const GError *error)
{
  sz_refusal_tell (SZ_TAX_WINDOW (owner)->explanation, error);
}

/* ---- the window ---- */

static void
sz_tax_window_dispose (GObject *object)
{
  SzTaxWindow *self = SZ_TAX_WINDOW (object);

  g_clear_pointer (&self->reading, sz_job_free);
  g_clear_pointer (&self->weighing, sz_job_free);
  g_clear_object (&self->tasks);
  G_OBJECT_CLASS (sz_tax_window_parent_class)->dispose (object);
}

static void
sz_tax_window_finalize (GObject *object)
{
  sz_tax_months_free (SZ_TAX_WINDOW (object)->months);
  G_OBJECT_CLASS (sz_tax_window_parent_class)->finalize (object);
}

static void
sz_tax_window_class_init (SzTaxWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sz_tax_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = sz_tax_window_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static GtkLabel *
add_label (GtkBox *box)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static void
add_table (SzTaxWindow *self, GtkBox *box)
{
  SzFigureColumn titled[G_N_ELEMENTS (columns)];

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      titled[i] = columns[i];
      titled[i].title = _ (columns[i].title);
    }
  self->table = g_object_new (SZ_TYPE_FIGURE_TABLE, NULL);
  sz_figure_table_set_owner (self->table, self, write_cell_cb, compare_rows_cb);
  sz_figure_table_set_columns (self->table, titled, G_N_ELEMENTS (titled));
  gtk_widget_set_vexpand (GTK_WIDGET (self->table), TRUE);
  g_signal_connect_object (self->table, "selected", G_CALLBACK (explain), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, GTK_WIDGET (self->table));
}

static void
add_bonus (SzTaxWindow *self, GtkBox *box)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("Annual _Bonus"));
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *slider = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0,
                                                (double)LEAST_MOST_FEN / 100, STEP_YUAN);

  gtk_label_set_mnemonic_widget (GTK_LABEL (label), entry);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 14);
  gtk_entry_set_alignment (GTK_ENTRY (entry), 1);
  gtk_widget_set_hexpand (slider, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (slider), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Annual bonus"), -1);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), entry);
  gtk_box_append (GTK_BOX (row), slider);
  gtk_box_append (box, row);
  self->entry = GTK_EDITABLE (entry);
  self->slider = GTK_RANGE (slider);
  self->curve = SZ_TAX_CURVE (sz_tax_curve_new ());
  gtk_box_append (box, GTK_WIDGET (self->curve));
  self->verdict = add_label (box);
  g_signal_connect_object (entry, "changed", G_CALLBACK (entry_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (slider, "value-changed", G_CALLBACK (slider_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
sz_tax_window_init (SzTaxWindow *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_box_append (GTK_BOX (all), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (all), box);
  gtk_widget_set_vexpand (box, TRUE);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  self->filling = TRUE;
  add_table (self, GTK_BOX (box));
  self->explanation = add_label (GTK_BOX (box));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  add_bonus (self, GTK_BOX (box));
  self->filling = FALSE;
  adw_window_set_content (ADW_WINDOW (self), all);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  self->reading = sz_job_new (self, failed_cb);
  self->weighing = sz_job_new (self, failed_cb);
  sz_transient_let_go (GTK_WINDOW (self));
}

void
sz_tax_window_open (SzPage *page, const SzTaxAbout *about)
{
  SzTaxWindow *self;
  g_autofree char *amount = NULL;
  Asked *asked;

  g_return_if_fail (SZ_IS_PAGE (page) && about != NULL);
  if (sz_page_get_tasks (page) == NULL)
    return;
  self = g_object_new (SZ_TYPE_TAX_WINDOW, "transient-for", sz_page_get_window (page),
                       "destroy-with-parent", TRUE, NULL);
  self->tasks = g_object_ref (sz_page_get_tasks (page));
  self->day = about->day;
  amount = sz_money_format (MAX (about->amount_fen, 0));
  gtk_editable_set_text (self->entry, amount);
  asked = g_new0 (Asked, 1);
  *asked = (Asked){ g_strdup (about->staff_no), about->person_id, about->day };
  sz_job_read (self->reading, self->tasks,
               SZ_WORK (read_cb, asked, asked_freed_cb, answer_freed_cb), read_done_cb);
  gtk_window_present (GTK_WINDOW (self));
}
