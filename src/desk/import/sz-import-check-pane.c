/* sz-import-check-pane.c — step 3: what would come of it, and what is wrong
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-import-check-pane.h"

#include <glib/gi18n.h>

#include "sz-figure-table.h"
#include "sz-message.h"

#define CELL_CHARS 22

struct _SzImportCheckPane
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkLabel *counts;
  GtkMenuButton *skips_button;
  GtkLabel *skips_label;
  GtkSwitch *update_switch;
  GtkWidget *from_label;
  GtkEntry *from_entry;
  GtkStack *stack;
  SzFigureTable *table;
  GtkLabel *sentence;
  GtkGrid *row_grid;
  GtkWidget *save_button;

  SzImportDraft *draft;
  SzImportOutcome *outcome;
  gboolean showing;
};

enum
{
  CHANGED,
  ROW_WANTED,
  SAVE,
  N_SIGNALS
};

enum
{
  COLUMN_SEVERITY,
  COLUMN_ROW,
  COLUMN_COLUMN,
  COLUMN_VALUE,
  COLUMN_SENTENCE,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzImportCheckPane, sz_import_check_pane, GTK_TYPE_WIDGET)

static const SzIssue *
get_issue (SzImportCheckPane *self, guint row)
{
  return sz_issue_list_get (self->outcome->result->issues, row);
}

static char *
write_cell_cb (gpointer owner, guint row, guint column)
{
  const SzIssue *issue = get_issue (owner, row);

  switch (column)
    {
    case COLUMN_SEVERITY:
      return g_strdup (issue->severity == SZ_SEVERITY_ERROR ? _ ("✕ Error") : _ ("⚠ Warning"));
    case COLUMN_ROW:
      return issue->row > 0 ? g_strdup_printf ("%u", issue->row) : g_strdup ("");
    case COLUMN_COLUMN:
      return g_strdup (issue->column);
    case COLUMN_VALUE:
      return g_strdup (issue->value);
    case COLUMN_SENTENCE:
    default:
      return sz_message_for_issue_alone (issue);
    }
}

static int
compare_cb (gpointer owner, guint a, guint b, guint column)
{
  const SzIssue *left = get_issue (owner, a);
  const SzIssue *right = get_issue (owner, b);

  switch (column)
    {
    case COLUMN_SEVERITY:
      return (int)right->severity - (int)left->severity;
    case COLUMN_ROW:
      return left->row < right->row ? -1 : left->row > right->row;
    case COLUMN_COLUMN:
      return g_strcmp0 (left->column, right->column);
    case COLUMN_VALUE:
      return g_strcmp0 (left->value, right->value);
    case COLUMN_SENTENCE:
    default:
      return g_strcmp0 (left->code, right->code);
    }
}

static void
set_columns (SzImportCheckPane *self)
{
  const SzFigureColumn columns[] = {
    { _ ("Severity"), 90, FALSE, FALSE, FALSE }, { _ ("Row"), 64, TRUE, FALSE, FALSE },
    { _ ("Column"), 120, FALSE, FALSE, FALSE },  { _ ("Value"), 150, FALSE, TRUE, FALSE },
    { _ ("Finding"), 460, FALSE, FALSE, TRUE },
  };

  sz_figure_table_set_columns (self->table, columns, G_N_ELEMENTS (columns));
}

static void
clear_row (SzImportCheckPane *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->row_grid))) != NULL)
    gtk_grid_remove (self->row_grid, child);
}

static void
finding_selected_cb (SzImportCheckPane *self, int row)
{
  g_autofree char *sentence = NULL;
  const SzIssue *issue;

  clear_row (self);
  if (row < 0 || self->outcome == NULL)
    {
      gtk_label_set_label (self->sentence, "");
      return;
    }
  issue = get_issue (self, (guint)row);
  sentence = sz_message_for_issue_alone (issue);
  gtk_label_set_label (self->sentence, sentence);
  if (issue->row > 0)
    g_signal_emit (self, signals[ROW_WANTED], 0, issue->row);
}

static void
add_cell (SzImportCheckPane *self, const char *text, int column, int row, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label),
                             MIN (sz_import_draft_measure (text) + 1, CELL_CHARS));
  gtk_label_set_selectable (GTK_LABEL (label), row == 1);
  gtk_widget_add_css_class (label, "sz-sheet-cell");
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_grid_attach (self->row_grid, label, column, row, 1, 1);
}

void
sz_import_check_pane_show_row (SzImportCheckPane *self, const SzImportLookRow *row)
{
  int selected = sz_figure_table_get_selected (self->table);
  const SzIssue *issue = NULL;
  guint n_cells = g_strv_length (row->cells);
  int shown = 0;

  if (self->outcome == NULL || selected < 0)
    return;
  issue = get_issue (self, (guint)selected);
  if (issue->row != row->number)
    return;
  clear_row (self);
  for (guint i = 0; i < self->outcome->result->columns->len; i++)
    {
      const SzImportColumn *column = g_ptr_array_index (self->outcome->result->columns, i);
      gboolean faulty = g_strcmp0 (column->heading, issue->column) == 0;

      if (*column->heading == '\0' && (i >= n_cells || *row->cells[i] == '\0'))
        continue;
      add_cell (self, column->heading, shown, 0, "sz-heading-cell");
      add_cell (self, i < n_cells ? row->cells[i] : "", shown, 1, faulty ? "sz-faulty-cell" : NULL);
      shown++;
    }
}

static void
save_clicked_cb (SzImportCheckPane *self)
{
  g_signal_emit (self, signals[SAVE], 0);
}

/* ---- what the changes are held against ---- */

static void
show_from (SzImportCheckPane *self)
{
  gboolean wanted = self->draft->update
                    && (self->draft->from != SZ_DATE_NONE
                        || (self->outcome != NULL && sz_import_outcome_wants_date (self->outcome)));

  gtk_widget_set_visible (self->from_label, wanted);
  gtk_widget_set_visible (GTK_WIDGET (self->from_entry), wanted);
}

static void
update_switched_cb (SzImportCheckPane *self)
{
  if (self->showing || self->draft == NULL)
    return;
  self->draft->update = gtk_switch_get_active (self->update_switch);
  show_from (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
from_activated_cb (SzImportCheckPane *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->from_entry));
  SzDate from = SZ_DATE_NONE;
  gboolean valid = *text == '\0' || sz_date_parse (text, &from, NULL);

  if (valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self->from_entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->from_entry), "error");
  if (!valid || from == self->draft->from)
    return;
  self->draft->from = from;
  g_signal_emit (self, signals[CHANGED], 0);
}

static const char *
describe_skip (const char *why)
{
  static const struct
  {
    const char *why;
    const char *text;
  } reasons[] = {
    { "total", N_ ("a total") },
    { "signature", N_ ("a signature or a note below the list") },
    { "heading", N_ ("the headings again") },
    { "example", N_ ("an example") },
    { "behind", N_ ("below the signatures") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_str_equal (reasons[i].why, why))
      return _ (reasons[i].text);
  return why;
}

/* Each with its reason; blank ones are only counted. */
static void
show_skips (SzImportCheckPane *self)
{
  const SzImportResult *result = self->outcome->result;
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 rest = result->skipped - result->skips->len;

  for (guint i = 0; i < result->skips->len; i++)
    {
      const SzImportSkip *skip = g_ptr_array_index (result->skips, i);
      g_autofree char *line
          /* Translators: number of a row, why it was skipped, what stands in it */
          = g_strdup_printf (_ ("Row %u: %s (“%s”)"), skip->row, describe_skip (skip->why),
                             skip->text);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }
  if (rest > 0)
    {
      g_autofree char *line = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d blank row",
                                                            "%d blank rows", (gulong)rest),
                                               (int)rest);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }
  gtk_label_set_label (self->skips_label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->skips_button), text->len > 0);
}

static void
show_outcome (SzImportCheckPane *self)
{
  const SzImportResult *result = self->outcome->result;
  g_autofree char *counts = sz_import_outcome_dup_counts (self->outcome);
  guint n = sz_issue_list_length (result->issues);

  gtk_label_set_label (self->counts, counts);
  show_skips (self);
  sz_figure_table_set_rows (self->table, n);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "findings" : "sound");
  gtk_widget_set_sensitive (self->save_button, n > 0 && result->heading_row > 0);
  if (n == 0)
    return;
  sz_figure_table_select (self->table, 0, TRUE);
  finding_selected_cb (self, 0);
}

void
sz_import_check_pane_show (SzImportCheckPane *self, SzImportDraft *draft, SzImportOutcome *outcome)
{
  g_return_if_fail (SZ_IS_IMPORT_CHECK_PANE (self) && draft != NULL);
  self->showing = TRUE;
  sz_figure_table_set_rows (self->table, 0);
  clear_row (self);
  gtk_label_set_label (self->sentence, "");
  gtk_label_set_label (self->counts, "");
  gtk_widget_hide (GTK_WIDGET (self->skips_button));
  if (self->draft != draft)
    {
      g_clear_pointer (&self->draft, sz_import_draft_unref);
      self->draft = sz_import_draft_ref (draft);
    }
  g_clear_pointer (&self->outcome, sz_import_outcome_unref);
  self->outcome = outcome != NULL ? sz_import_outcome_ref (outcome) : NULL;
  gtk_switch_set_active (self->update_switch, draft->update);
  self->showing = FALSE;
  show_from (self);
  gtk_widget_set_sensitive (self->save_button, FALSE);
  if (outcome != NULL)
    show_outcome (self);
  else
    gtk_stack_set_visible_child_name (self->stack, "checking");
}

static void
sz_import_check_pane_dispose (GObject *object)
{
  SzImportCheckPane *self = SZ_IMPORT_CHECK_PANE (object);

  self->showing = TRUE;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->draft, sz_import_draft_unref);
  g_clear_pointer (&self->outcome, sz_import_outcome_unref);
  G_OBJECT_CLASS (sz_import_check_pane_parent_class)->dispose (object);
}

static void
install_signals (void)
{
  signals[CHANGED] = g_signal_new ("changed", SZ_TYPE_IMPORT_CHECK_PANE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[ROW_WANTED] = g_signal_new ("row-wanted", SZ_TYPE_IMPORT_CHECK_PANE, G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SAVE] = g_signal_new ("save", SZ_TYPE_IMPORT_CHECK_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
sz_import_check_pane_class_init (SzImportCheckPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SZ_TYPE_FIGURE_TABLE);
  G_OBJECT_CLASS (klass)->dispose = sz_import_check_pane_dispose;
  install_signals ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/shizi/Shizi/ui/sz-import-check-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SzImportCheckPane, box);
  gtk_widget_class_bind_template_child (widget_class, SzImportCheckPane, counts);
  gtk_widget_class_bind_template_child (widget_class, SzImportCheckPane, from_entry);
  gtk_widget_class_bind_template_child (widget_class, SzImportCheckPane, from_label);
  gtk_widget_class_bind_template_child (widget_class, SzImportCheckPane, row_grid);
  gtk_widget_class_bind_template_child (widget_class, SzImportCheckPane, save_button);
  gtk_widget_class_bind_template_child (widget_class, SzImportCheckPane, sentence);
  gtk_widget_class_bind_template_child (widget_class, SzImportCheckPane, skips_button);
  gtk_widget_class_bind_template_child (widget_class, SzImportCheckPane, skips_label);
  gtk_widget_class_bind_template_child (widget_class, SzImportCheckPane, stack);
  gtk_widget_class_bind_template_child (widget_class, SzImportCheckPane, table);
  gtk_widget_class_bind_template_child (widget_class, SzImportCheckPane, update_switch);
  gtk_widget_class_bind_template_callback (widget_class, finding_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, from_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_switched_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
sz_import_check_pane_init (SzImportCheckPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sz_figure_table_set_owner (self->table, self, write_cell_cb, compare_cb);
  set_columns (self);
}
