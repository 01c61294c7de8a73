/* sz-title-score-row.c — one applicant in the grid of scores: what is counted, what is typed
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-title-score-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-column-width.h"
#include "sz-decimal.h"

#define GAP 0

struct _SzTitleScoreRow
{
  GtkWidget parent_instance;

  /* Borrowed */
  const SzTitleScoreLook *look;
  const SzTitleApplicant *applicant;
  SzScore *score;
  GtkInscription *rank_label;
  GtkInscription *total_label;
  GtkInscription *verdict_label;
  GtkWidget *button;
  GtkEditable *cells[SZ_SCORE_ITEMS_MAX];     /* NULL: not typed */
  GtkInscription *counts[SZ_SCORE_ITEMS_MAX]; /* what an item counts */

  guint number;
  gboolean faulty[SZ_SCORE_ITEMS_MAX];
  gboolean filling;
  gboolean shown;
  SzTitleScoreSeen seen; /* what is shown, once it is */
  SzTitleStage stage;
};

enum
{
  TYPED,
  DECIDE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzTitleScoreRow, sz_title_score_row, GTK_TYPE_WIDGET)

/* ---- what all rows share ---- */

static gboolean
is_typed (const SzTitleScoreLook *look, guint item)
{
  return look->scores->table->items[item].kind == SZ_SCORE_VALUE;
}

SzTitleScoreLook *
sz_title_score_look_new (const SzTitleScores *scores, GtkWidget *view)
{
  SzTitleScoreLook *look;

  g_return_val_if_fail (scores != NULL && GTK_IS_WIDGET (view), NULL);
  look = g_new0 (SzTitleScoreLook, 1);
  look->scores = scores;
  look->cell_size = sz_cell_size_new ();
  look->rank_width = sz_column_width (view, _ ("Rank"), 44, FALSE);
  look->name_width = sz_column_width (view, _ ("Applicant"), 96, FALSE);
  look->typed_width = sz_column_width (view, "", 76, FALSE);
  look->total_width = sz_column_width (view, _ ("Total"), 66, FALSE);
  look->verdict_width = sz_column_width (view, _ ("By the quota"), 190, FALSE);
  look->button_width = sz_column_width (view, _ ("Decide…"), 84, FALSE);
  for (guint i = 0; i < scores->table->n_items; i++)
    {
      const int width = sz_column_width (view, scores->table->items[i].name,
                                         is_typed (look, i) ? 136 : 66, FALSE);

      look->item_widths[i] = is_typed (look, i) ? width - look->typed_width : width;
    }
  return look;
}

void
sz_title_score_look_free (SzTitleScoreLook *look)
{
  if (look == NULL)
    return;
  sz_cell_size_unref (look->cell_size);
  g_free (look);
}

static GtkInscription *
make_label (const SzTitleScoreLook *look, const char *text, int width, gboolean numeric)
{
  GtkWidget *label = gtk_inscription_new (text);

  gtk_widget_set_size_request (label, width, -1);
  gtk_widget_add_css_class (label, "sz-sheet-cell");
  gtk_inscription_set_xalign (GTK_INSCRIPTION (label), numeric ? 1 : 0);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (label),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (label), 0);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (label), 0);
  if (numeric)
    gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_layout_manager (label, sz_cell_layout_new (look->cell_size));
  return GTK_INSCRIPTION (label);
}

static void
add_heading (
    GtkBox *box, const SzTitleScoreLook *look, const char *text, int width, gboolean numeric)
{
  GtkWidget *label = GTK_WIDGET (make_label (look, text, width, numeric));

  gtk_widget_add_css_class (label, "sz-heading-cell");
  gtk_widget_set_tooltip_text (label, text);
  gtk_box_append (box, label);
}

GtkWidget *
sz_title_score_headings_new (const SzTitleScoreLook *look)
{
  GtkBox *box;

  g_return_val_if_fail (look != NULL, NULL);
  box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP));
  add_heading (box, look, _ ("Rank"), look->rank_width, TRUE);
  add_heading (box, look, _ ("Applicant"), look->name_width, FALSE);
  for (guint i = 0; i < look->scores->table->n_items; i++)
    add_heading (box, look, look->scores->table->items[i].name,
                 look->item_widths[i] + (is_typed (look, i) ? look->typed_width : 0), TRUE);
  add_heading (box, look, _ ("Total"), look->total_width, TRUE);
  add_heading (box, look, _ ("By the quota"), look->verdict_width + look->button_width, FALSE);
  gtk_widget_set_hexpand (gtk_widget_get_last_child (GTK_WIDGET (box)), TRUE);
  return GTK_WIDGET (box);
}

/* ---- what the row shows ---- */

static void
show (SzTitleScoreRow *self, GtkInscription *label, const char *column, const char *text)
{
  g_autofree char *name = NULL;

  if (g_strcmp0 (gtk_inscription_get_text (label), text) == 0)
    return;
  gtk_inscription_set_text (label, text);
  name = g_strdup_printf ("%s, %s: %s", self->applicant->name, column, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
name_cell (SzTitleScoreRow *self, guint item)
{
  const char *text = gtk_editable_get_text (self->cells[item]);
  /* TRANSLATORS: a cell of the grid of scores: its row, who, its column, what it says */
  g_autofree char *name
      = g_strdup_printf (_ ("Row %u, %s, %s: %s"), self->number, self->applicant->name,
                         self->look->scores->table->items[item].name,
                         *text != '\0' ? text : _ ("empty"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cells[item]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
show_counts (SzTitleScoreRow *self)
{
  const SzScoreTable *table = self->look->scores->table;
  g_autofree char *total
      = self->score->ranked ? sz_decimal_format (self->score->total_x100, 2) : g_strdup ("—");

  for (guint i = 0; i < table->n_items; i++)
    {
      g_autofree char *count = self->score->known[i]
                                   ? sz_decimal_format (self->score->values_x100[i], 2)
                                   : g_strdup ("?");

      show (self, self->counts[i], table->items[i].name, count);
    }
  show (self, self->total_label, _ ("Total"), total);
}

static gboolean
is_decided (const SzTitleScoreRow *self)
{
  return self->applicant->stage != SZ_TITLE_TO_DECIDE;
}

static char *
dup_verdict (const SzTitleScoreRow *self, const SzTitleScoreSeen *seen)
{
  const char *text = seen->recommended == 1   ? _ ("✓ recommended")
                     : seen->recommended == 0 ? _ ("✗ beyond the quota")
                     : seen->rank == 0        ? _ ("? a value is missing")
                     : seen->quota            ? _ ("? a tie: to decide")
                                              : _ ("? to decide");

  const char *decided = self->applicant->stage == SZ_TITLE_NOT_RECOMMENDED
                            ? _ ("decided: not recommended")
                            : _ ("decided: recommended");

  if (!is_decided (self))
    return g_strdup (text);
  return seen->quota ? g_strdup_printf ("%s · %s", text, decided) : g_strdup (decided);
}

static void
set_style (GtkWidget *widget, const char *style, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, style);
  else
    gtk_widget_remove_css_class (widget, style);
}

void
sz_title_score_row_show (SzTitleScoreRow *self, const SzTitleScoreSeen *seen)
{
  g_autofree char *rank = NULL;
  g_autofree char *verdict = NULL;
  gboolean tied;

  g_return_if_fail (SZ_IS_TITLE_SCORE_ROW (self) && seen != NULL);
  /* Every key comes here for all rows: those that stay cost nothing. */
  if (self->shown && memcmp (&self->seen, seen, sizeof *seen) == 0
      && self->stage == self->applicant->stage)
    return;
  self->shown = TRUE;
  self->seen = *seen;
  self->stage = self->applicant->stage;
  rank = seen->rank > 0 ? g_strdup_printf ("%d", seen->rank) : g_strdup ("—");
  verdict = dup_verdict (self, seen);
  tied = seen->quota && seen->rank > 0 && seen->recommended == -1;
  show (self, self->rank_label, _ ("Rank"), rank);
  show (self, self->verdict_label, _ ("By the quota"), verdict);
  set_style (GTK_WIDGET (self), "sz-tied-row", tied && !is_decided (self));
  gtk_widget_set_visible (self->button, tied && !is_decided (self));
  gtk_widget_set_sensitive (self->button, !seen->unsaved);
  gtk_widget_set_tooltip_text (self->button, seen->unsaved
                                                 ? _ ("Save what was typed first")
                                                 : _ ("Recommend or not, with the reason"));
}

/* ---- typing ---- */

static void
fill_cell (SzTitleScoreRow *self, guint item)
{
  g_autofree char *text = NULL;

  if (self->score->known[item])
    {
      char *point;

      text = sz_decimal_format (self->score->typed_x1e4[item], SZ_RATIO_DECIMALS);
      /* 85.5000 is typed as 85.5 */
      point = text + strlen (text);
      while (point > text && point[-1] == '0' && strchr (text, '.') != NULL)
        *--point = '\0';
      if (point > text && point[-1] == '.')
        point[-1] = '\0';
    }
  self->filling = TRUE;
  gtk_editable_set_text (self->cells[item], text != NULL ? text : "");
  self->filling = FALSE;
}

/* FALSE: it is no value; nothing of the score is changed then. */
static gboolean
take (SzTitleScoreRow *self, guint item, const char *text)
{
  const SzScoreTable *table = self->look->scores->table;
  SzScore tried = *self->score;
  gint64 typed_x1e4 = 0;

  if (*text == '\0')
    sz_score_clear_value (table, item, &tried);
  else if (!sz_decimal_parse (text, SZ_RATIO_DECIMALS, &typed_x1e4, NULL) || typed_x1e4 < 0
           || !sz_score_set_value (table, item, typed_x1e4, &tried))
    return FALSE;
  *self->score = tried;
  return TRUE;
}

/* Items of the same name are one value. */
static void
follow (SzTitleScoreRow *self, guint item, const char *text)
{
  const SzScoreTable *table = self->look->scores->table;

  for (guint i = 0; i < table->n_items; i++)
    {
      if (self->cells[i] == NULL || g_strcmp0 (table->items[i].item, table->items[item].item) != 0)
        continue;
      self->faulty[i] = !take (self, i, text);
      set_style (GTK_WIDGET (self->cells[i]), "sz-faulty-cell", self->faulty[i]);
      if (i != item)
        {
          self->filling = TRUE;
          gtk_editable_set_text (self->cells[i], text);
          self->filling = FALSE;
        }
      set_style (GTK_WIDGET (self->counts[i]), "sz-other-cell",
                 sz_title_score_row_is_cut (self, i));
      name_cell (self, i);
    }
}

static void
cell_changed_cb (SzTitleScoreRow *self, GtkEditable *cell)
{
  g_autofree char *text = NULL;
  guint item = 0;

  if (self->filling)
    return;
  while (self->cells[item] != cell)
    item++;
  text = g_strstrip (g_strdup (gtk_editable_get_text (cell)));
  follow (self, item, text);
  show_counts (self);
  g_signal_emit (self, signals[TYPED], 0, item);
}

static void
button_clicked_cb (SzTitleScoreRow *self)
{
  g_signal_emit (self, signals[DECIDE], 0);
}

/* ---- making ---- */

static GtkInscription *
add_label (SzTitleScoreRow *self, const char *text, int width, gboolean numeric)
{
  GtkInscription *label = make_label (self->look, text, width, numeric);

  gtk_widget_set_parent (GTK_WIDGET (label), GTK_WIDGET (self));
  return label;
}

static void
add_cell (SzTitleScoreRow *self, guint item)
{
  GtkWidget *cell = gtk_text_new ();

  gtk_widget_set_size_request (cell, self->look->typed_width, -1);
  gtk_widget_add_css_class (cell, "sz-sheet-cell");
  gtk_widget_add_css_class (cell, "sz-typed-cell");
  gtk_text_set_input_purpose (GTK_TEXT (cell), GTK_INPUT_PURPOSE_NUMBER);
  /* no input method: there are figures only */
  g_object_set (cell, "im-module", "gtk-im-context-simple", NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (cell), 3);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (cell), 3);
  gtk_editable_set_alignment (GTK_EDITABLE (cell), 1);
  gtk_widget_set_parent (cell, GTK_WIDGET (self));
  self->cells[item] = GTK_EDITABLE (cell);
  fill_cell (self, item);
  name_cell (self, item);
  g_signal_connect_object (cell, "changed", G_CALLBACK (cell_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
add_button (SzTitleScoreRow *self)
{
  GtkWidget *place = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *name = g_strdup_printf (_ ("Decide on %s"), self->applicant->name);

  self->button = gtk_button_new_with_label (_ ("Decide…"));
  gtk_widget_add_css_class (self->button, "sz-small-button");
  gtk_widget_set_hexpand (self->button, TRUE);
  gtk_widget_set_visible (self->button, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (button_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_hexpand (place, FALSE);
  gtk_widget_set_size_request (place, self->look->button_width, -1);
  gtk_widget_add_css_class (place, "sz-sheet-cell");
  gtk_box_append (GTK_BOX (place), self->button);
  gtk_widget_set_parent (place, GTK_WIDGET (self));
}

GtkWidget *
sz_title_score_row_new (const SzTitleScoreLook *look, guint number, SzScore *score)
{
  SzTitleScoreRow *self;
  GtkInscription *name;

  g_return_val_if_fail (look != NULL && score != NULL, NULL);
  self = g_object_new (SZ_TYPE_TITLE_SCORE_ROW, NULL);
  self->look = look;
  self->number = number;
  self->score = score;
  self->applicant = g_hash_table_lookup (look->scores->people, score->staff_no);
  self->rank_label = add_label (self, NULL, look->rank_width, TRUE);
  name = add_label (self, NULL, look->name_width, FALSE);
  gtk_inscription_set_text (name, self->applicant->name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (name), score->staff_no);
  for (guint i = 0; i < look->scores->table->n_items; i++)
    {
      if (is_typed (look, i))
        add_cell (self, i);
      self->counts[i] = add_label (self, NULL, look->item_widths[i], TRUE);
    }
  self->total_label = add_label (self, NULL, look->total_width, TRUE);
  self->verdict_label = add_label (self, NULL, look->verdict_width, FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->verdict_label), TRUE);
  add_button (self);
  show_counts (self);
  return GTK_WIDGET (self);
}

static void
sz_title_score_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (sz_title_score_row_parent_class)->dispose (object);
}

static void
sz_title_score_row_class_init (SzTitleScoreRowClass *klass)
{
  const GType type = SZ_TYPE_TITLE_SCORE_ROW;

  G_OBJECT_CLASS (klass)->dispose = sz_title_score_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "scorerow");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_ROW);
  signals[TYPED] = g_signal_new ("typed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, G_TYPE_UINT);
  signals[DECIDE]
      = g_signal_new ("decide", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sz_title_score_row_init (SzTitleScoreRow *self)
{
}

GtkEditable *
sz_title_score_row_get_cell (SzTitleScoreRow *self, guint item)
{
  g_return_val_if_fail (SZ_IS_TITLE_SCORE_ROW (self) && item < SZ_SCORE_ITEMS_MAX, NULL);
  return self->cells[item];
}

gboolean
sz_title_score_row_is_faulty (SzTitleScoreRow *self, guint item)
{
  g_return_val_if_fail (SZ_IS_TITLE_SCORE_ROW (self) && item < SZ_SCORE_ITEMS_MAX, FALSE);
  return self->faulty[item];
}

gboolean
sz_title_score_row_is_cut (SzTitleScoreRow *self, guint item)
{
  g_return_val_if_fail (SZ_IS_TITLE_SCORE_ROW (self) && item < SZ_SCORE_ITEMS_MAX, FALSE);
  return self->cells[item] != NULL && self->score->known[item]
         && self->score->typed_x1e4[item] > sz_score_value_most (self->look->scores->table, item);
}

const SzScore *
sz_title_score_row_get_score (SzTitleScoreRow *self)
{
  g_return_val_if_fail (SZ_IS_TITLE_SCORE_ROW (self), NULL);
  return self->score;
}

const char *
sz_title_score_row_get_name (SzTitleScoreRow *self)
{
  g_return_val_if_fail (SZ_IS_TITLE_SCORE_ROW (self), NULL);
  return self->applicant->name;
}

char *
sz_title_score_row_dup_text (SzTitleScoreRow *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *framed = NULL;

  g_return_val_if_fail (SZ_IS_TITLE_SCORE_ROW (self), NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *said = GTK_IS_INSCRIPTION (child)
                             ? gtk_inscription_get_text (GTK_INSCRIPTION (child))
                         : GTK_IS_EDITABLE (child) ? gtk_editable_get_text (GTK_EDITABLE (child))
                                                   : NULL;

      if (said != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", said);
    }
  if (gtk_widget_has_css_class (GTK_WIDGET (self), "sz-tied-row"))
    framed = g_strdup_printf ("[%s]", text->str);
  return framed != NULL ? g_steal_pointer (&framed)
                        : g_string_free (g_steal_pointer (&text), FALSE);
}
