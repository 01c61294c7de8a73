/* sz-why-pane.c — why this number: one person, factor by factor
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-why-pane.h"

#include <glib/gi18n.h>

#include "sz-message.h"
#include "sz-view-why.h"

struct _SzWhyPane
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkLabel *name_label;
  GtkLabel *about_label;
  GtkLabel *total_label;
  GtkBox *parts;
  GtkWidget *copy_button;

  char *text; /* the same in words */
};

enum
{
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzWhyPane, sz_why_pane, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *text, float xalign, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  gtk_widget_set_hexpand (label, xalign <= 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  if (xalign > 0)
    gtk_widget_add_css_class (label, "numeric");
  return label;
}

/* A line of the sum: what it is, what it comes to. */
static void
append_row (GtkBox *box, const char *what, const char *value, const char *style)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_append (GTK_BOX (row), make_label (what, 0, style));
  gtk_box_append (GTK_BOX (row), make_label (value, 1, style));
  gtk_box_append (box, row);
}

static void
append_note (GtkBox *box, const char *text)
{
  GtkWidget *label = make_label (text, 0, "caption");

  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (box, label);
}

static GtkBox *
append_part (SzWhyPane *self, const char *title, SzMoney amount_fen)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *amount = sz_money_format_grouped (amount_fen);

  gtk_widget_add_css_class (part, "sz-part");
  append_row (GTK_BOX (part), title, amount, "heading");
  gtk_box_append (self->parts, part);
  return GTK_BOX (part);
}

/* What the scheme gave is said beside the factor; what is on record speaks for itself. */
static void
append_factor (GtkBox *part, const SzWhyFactor *factor)
{
  const char *source = sz_pay_source_phrase (factor->source);

  append_row (part, factor->title, factor->value, NULL);
  if (*factor->detail != '\0')
    {
      g_autofree char *note = g_strdup_printf ("%s: %s", factor->detail, source);

      append_note (part, note);
    }
  else if (factor->source != SZ_PAY_SOURCE_RECORD)
    append_note (part, source);
  gtk_widget_set_tooltip_text (gtk_widget_get_last_child (GTK_WIDGET (part)), source);
}

/* The stretches of a year are products of their own that are added. */
static char *
write_product (const SzWhyComponent *component)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint stretch = 0;

  for (guint i = 0; i < component->factors->len; i++)
    {
      const SzWhyFactor *factor = &g_array_index (component->factors, SzWhyFactor, i);

      if (i > 0)
        g_string_append (text, factor->stretch != stretch ? " + " : " × ");
      stretch = factor->stretch;
      g_string_append (text, factor->value);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_points (GtkBox *part, const SzWhyComponent *component)
{
  g_autofree char *product = write_product (component);
  g_autofree char *points = sz_decimal_format (component->points_x1e6, SZ_POINTS_DECIMALS);
  g_autofree char *all = sz_decimal_format (component->points_total_x1e6, SZ_POINTS_DECIMALS);
  g_autofree char *pool = sz_money_format_grouped (component->pool_fen);
  g_autofree char *share = NULL;

  append_row (part, _ ("Points"), points, NULL);
  if (component->factors->len > 1)
    append_note (part, product);
  if (component->own_split)
    append_note (part, _ ("the department split this itself"));
  if (component->points_total_x1e6 <= 0 || component->own_split)
    return;
  share = g_strdup_printf ("%s × %s ÷ %s", pool, points, all);
  append_note (part, share);
  append_note (part, component->remainder_fen
                         ? _ ("rounded down to the fen, and one fen of the remainder")
                         : _ ("rounded down to the fen"));
}

static void
append_component (SzWhyPane *self, const SzWhyComponent *component)
{
  GtkBox *part = append_part (self, component->name, component->amount_fen);

  if (!component->admitted)
    {
      append_note (part, _ ("the scheme's filter does not admit this person"));
      return;
    }
  for (guint i = 0; i < component->factors->len; i++)
    append_factor (part, &g_array_index (component->factors, SzWhyFactor, i));
  append_points (part, component);
}

static void
append_fixed (SzWhyPane *self, const SzWhy *why)
{
  const GArray *fixed = why->view->scheme->fixed;

  for (guint i = 0; i < fixed->len; i++)
    {
      const SzFixed *allowance = &g_array_index (fixed, SzFixed, i);
      g_autofree char *whole = sz_money_format_grouped (allowance->amount_fen);
      g_autofree char *note = NULL;

      if (why->line->fixed_fen[i] < 0)
        continue;
      note = g_strdup_printf (_ ("%s for the whole period, for the months as %s"), whole,
                              allowance->role);
      append_note (append_part (self, allowance->name, why->line->fixed_fen[i]), note);
    }
}

/* RULE pay-9 */
static void
append_limits (SzWhyPane *self, const SzWhy *why)
{
  const SzPayResult *result = why->view->result;
  g_autofree char *before = sz_money_format_grouped (why->line->before_fen);
  g_autofree char *ceiling = sz_money_format_grouped (result->ceiling_limit_fen);
  g_autofree char *floor = sz_money_format_grouped (result->floor_limit_fen);
  GtkBox *part;

  if (result->ceiling_limit_fen == 0 && result->floor_limit_fen == 0)
    return;
  part = append_part (self, _ ("Ceiling and floor"), why->line->ceiling_fen);
  append_row (part, _ ("Before the limits"), before, NULL);
  if (result->ceiling_limit_fen != 0)
    append_row (part, _ ("Nobody gets more than"), ceiling, NULL);
  if (result->floor_limit_fen != 0)
    append_row (part, _ ("Nobody gets less than"), floor, NULL);
  if (why->line->ceiling_fen < 0)
    append_note (part, _ ("what is over goes to the others"));
  else if (why->line->ceiling_fen > 0)
    {
      g_autofree char *share = sz_why_dup_share (why);

      append_note (part, share);
    }
}

static void
clear_parts (SzWhyPane *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->parts))) != NULL)
    gtk_box_remove (self->parts, child);
  g_clear_pointer (&self->text, g_free);
}

static void
show_why (SzWhyPane *self, const SzWhy *why)
{
  g_autofree char *post = sz_post_name (why->line->post);
  g_autofree char *total = sz_money_format_grouped (why->line->total_fen);
  g_autofree char *about
      = g_strdup_printf (_ ("%s · %s · %s · %u of %d months"), why->staff_no, why->line->department,
                         post, why->line->months, why->view->result->period_months);

  gtk_label_set_label (self->name_label, why->name);
  gtk_label_set_label (self->about_label, about);
  gtk_label_set_label (self->total_label, total);
  for (guint i = 0; i < why->components->len; i++)
    append_component (self, &g_array_index (why->components, SzWhyComponent, i));
  append_fixed (self, why);
  append_limits (self, why);
  self->text = sz_why_dup_text (why);
}

static void
show_excluded (SzWhyPane *self, const SzPayView *view, const char *staff_no)
{
  const SzPayExcluded *excluded = sz_pay_view_find_excluded (view, staff_no);
  g_autofree char *code = NULL;
  g_autofree char *reason = NULL;

  gtk_label_set_label (self->total_label, "");
  if (excluded == NULL)
    {
      gtk_label_set_label (self->name_label, staff_no);
      gtk_label_set_label (self->about_label, _ ("is not in this run"));
      return;
    }
  code = g_strconcat ("pay.out.", sz_pay_reason_word (excluded->reason), NULL);
  reason = sz_message_for_code (code, NULL);
  gtk_label_set_label (self->name_label, view->input->people[excluded->index].name);
  gtk_label_set_label (self->about_label, reason);
}

void
sz_why_pane_show (SzWhyPane *self, const SzPayView *view, const char *staff_no)
{
  g_autoptr (SzWhy) why = NULL;

  g_return_if_fail (SZ_IS_WHY_PANE (self));

  clear_parts (self);
  if (view != NULL && staff_no != NULL)
    why = sz_why_new (view, staff_no, NULL);
  gtk_widget_set_sensitive (self->copy_button, why != NULL);
  if (why != NULL)
    show_why (self, why);
  else if (view != NULL && staff_no != NULL)
    show_excluded (self, view, staff_no);
}

void
sz_why_pane_add_text (SzWhyPane *self, const char *text)
{
  g_autofree char *lines = NULL;
  GtkWidget *label;
  char *all;

  g_return_if_fail (SZ_IS_WHY_PANE (self) && text != NULL);
  if (*text == '\0' || self->text == NULL)
    return;
  lines = g_strchomp (g_strdup (text));
  label = gtk_label_new (lines);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (self->parts, label);
  all = g_strconcat (self->text, text, NULL);
  g_free (self->text);
  self->text = all;
}

static void
copy_clicked_cb (SzWhyPane *self)
{
  if (self->text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->text);
}

static void
close_clicked_cb (SzWhyPane *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
sz_why_pane_dispose (GObject *object)
{
  SzWhyPane *self = SZ_WHY_PANE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->text, g_free);
  G_OBJECT_CLASS (sz_why_pane_parent_class)->dispose (object);
}

static void
sz_why_pane_class_init (SzWhyPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sz_why_pane_dispose;
  signals[CLOSED] = g_signal_new ("closed", SZ_TYPE_WHY_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/shizi/Shizi/ui/sz-why-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SzWhyPane, about_label);
  gtk_widget_class_bind_template_child (widget_class, SzWhyPane, box);
  gtk_widget_class_bind_template_child (widget_class, SzWhyPane, copy_button);
  gtk_widget_class_bind_template_child (widget_class, SzWhyPane, name_label);
  gtk_widget_class_bind_template_child (widget_class, SzWhyPane, parts);
  gtk_widget_class_bind_template_child (widget_class, SzWhyPane, total_label);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
}

static void
sz_why_pane_init (SzWhyPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
