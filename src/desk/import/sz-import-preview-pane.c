/* sz-import-preview-pane.c — step 4: what would be written: rows as they are stored, values old →
 * new
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-import-preview-pane.h"

#include <glib/gi18n.h>

#include "sz-decimal.h"
#include "sz-figure-table.h"
#include "sz-mask.h"

/* Pixels of a narrow character, around a text, of a column at most. */
#define CHARACTER_WIDTH 8
#define CELL_PADDING 24
#define WIDTH_MAX 220

struct _SzImportPreviewPane
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *box;
  GtkLabel *summary;
  GtkStack *stack;
  GtkWidget *rows_box;
  GtkLabel *rows_label;
  SzFigureTable *rows;
  GtkWidget *changes_box;
  GtkLabel *changes_label;
  SzFigureTable *table;

  SzImportOutcome *outcome;
  GArray *fields; /* of guint: those of the sheet, in the order of the kind */
};

/* The rows' own columns, before those of the fields. */
enum
{
  ROWS_NUMBER,
  ROWS_WHAT,
  N_ROWS_OWN,
};

enum
{
  COLUMN_ROW,
  COLUMN_KEY,
  COLUMN_FIELD,
  COLUMN_BEFORE,
  COLUMN_AFTER,
};

G_DEFINE_FINAL_TYPE (SzImportPreviewPane, sz_import_preview_pane, GTK_TYPE_WIDGET)

static const SzImportChange *
get_change (SzImportPreviewPane *self, guint row)
{
  return g_ptr_array_index (self->outcome->result->changes, row);
}

static char *
write_cell_cb (gpointer owner, guint row, guint column)
{
  const SzImportChange *change = get_change (owner, row);

  switch (column)
    {
    case COLUMN_ROW:
      return g_strdup_printf ("%u", change->row);
    case COLUMN_KEY:
      return g_strdup (change->key);
    case COLUMN_FIELD:
      return g_strdup (change->field);
    case COLUMN_BEFORE:
      return g_strdup (change->before != NULL && *change->before != '\0' ? change->before : "—");
    case COLUMN_AFTER:
    default:
      return g_strconcat ("→ ", change->after, NULL);
    }
}

static int
compare_cb (gpointer owner, guint a, guint b, guint column)
{
  const SzImportChange *left = get_change (owner, a);
  const SzImportChange *right = get_change (owner, b);

  switch (column)
    {
    case COLUMN_ROW:
      return left->row < right->row ? -1 : left->row > right->row;
    case COLUMN_KEY:
      return g_strcmp0 (left->key, right->key);
    case COLUMN_FIELD:
      return g_strcmp0 (left->field, right->field);
    case COLUMN_BEFORE:
      return g_strcmp0 (left->before, right->before);
    case COLUMN_AFTER:
    default:
      return g_strcmp0 (left->after, right->after);
    }
}

static void
set_columns (SzImportPreviewPane *self)
{
  const SzFigureColumn columns[] = {
    { _ ("Row"), 64, TRUE, FALSE, FALSE },     { _ ("Staff no."), 110, FALSE, TRUE, FALSE },
    { _ ("Field"), 150, FALSE, FALSE, FALSE }, { _ ("Old"), 260, FALSE, TRUE, FALSE },
    { _ ("New"), 280, FALSE, TRUE, TRUE },
  };

  sz_figure_table_set_columns (self->table, columns, G_N_ELEMENTS (columns));
}

/* ---- rows as they are stored ---- */

static const SzImportWritten *
get_written (SzImportPreviewPane *self, guint row)
{
  return g_ptr_array_index (self->outcome->result->written, row);
}

static guint
get_field (SzImportPreviewPane *self, guint column)
{
  return g_array_index (self->fields, guint, column - N_ROWS_OWN);
}

static SzFieldType
get_type (SzImportPreviewPane *self, guint column)
{
  return self->outcome->draft->kind->fields[get_field (self, column)].type;
}

static gboolean
is_figure (SzFieldType type)
{
  return type == SZ_FIELD_YEAR || type == SZ_FIELD_COUNT || type == SZ_FIELD_HOURS
         || type == SZ_FIELD_RATIO || type == SZ_FIELD_PERCENT || type == SZ_FIELD_MONEY
         || type == SZ_FIELD_SIGNED_MONEY;
}

static char *
write_row_cb (gpointer owner, guint row, guint column)
{
  const SzImportWritten *written = get_written (owner, row);
  const char *value;

  if (column == ROWS_NUMBER)
    return g_strdup_printf ("%u", written->row);
  if (column == ROWS_WHAT)
    return g_strdup (written->added ? C_ ("row of a sheet", "new")
                                    : C_ ("row of a sheet", "changed"));
  value = written->values[get_field (owner, column)];
  if (value == NULL || *value == '\0')
    return g_strdup ("");
  /* Nobody's business on the screen; the sheet has them. */
  if (get_type (owner, column) == SZ_FIELD_ID_NUMBER || get_type (owner, column) == SZ_FIELD_ACCOUNT
      || get_type (owner, column) == SZ_FIELD_PHONE)
    return sz_mask_code (value);
  return g_strdup (value);
}

static gint64
read_figure (const char *value)
{
  gint64 number = G_MININT64;

  if (value != NULL && !sz_decimal_parse (value, SZ_RATIO_DECIMALS, &number, NULL))
    number = G_MININT64;
  return number;
}

static int
compare_rows_cb (gpointer owner, guint a, guint b, guint column)
{
  const SzImportWritten *left = get_written (owner, a);
  const SzImportWritten *right = get_written (owner, b);
  guint field;

  if (column == ROWS_NUMBER)
    return left->row < right->row ? -1 : left->row > right->row;
  if (column == ROWS_WHAT)
    return right->added - left->added;
  field = get_field (owner, column);
  if (is_figure (get_type (owner, column)))
    {
      gint64 one = read_figure (left->values[field]);
      gint64 other = read_figure (right->values[field]);

      return one < other ? -1 : one > other;
    }
  return g_strcmp0 (left->values[field], right->values[field]);
}

/* As wide as what stands in it: most sheets fit on the screen then. */
static int
find_width (SzImportPreviewPane *self, guint field)
{
  const GPtrArray *rows = self->outcome->result->written;
  int characters = sz_import_draft_measure (self->outcome->draft->kind->fields[field].heading);

  for (guint i = 0; i < rows->len; i++)
    {
      const SzImportWritten *written = g_ptr_array_index (rows, i);

      if (written->values[field] != NULL)
        characters = MAX (characters, sz_import_draft_measure (written->values[field]));
    }
  return CLAMP (characters * CHARACTER_WIDTH + CELL_PADDING, CELL_PADDING, WIDTH_MAX);
}

static void
find_fields (SzImportPreviewPane *self)
{
  const SzImportResult *result = self->outcome->result;

  g_array_set_size (self->fields, 0);
  for (guint field = 0; field < self->outcome->draft->kind->n_fields; field++)
    {
      for (guint i = 0; i < result->columns->len; i++)
        {
          const SzImportColumn *column = g_ptr_array_index (result->columns, i);

          if (column->field != (int)field)
            continue;
          g_array_append_val (self->fields, field);
          break;
        }
    }
}

static void
set_row_columns (SzImportPreviewPane *self)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (SzFigureColumn));
  SzFigureColumn own[N_ROWS_OWN] = {
    [ROWS_NUMBER] = { _ ("Row"), 64, TRUE, FALSE, FALSE },
    [ROWS_WHAT] = { C_ ("row of a sheet", "What"), 64, FALSE, FALSE, FALSE },
  };

  g_array_append_vals (columns, own, N_ROWS_OWN);
  for (guint i = 0; i < self->fields->len; i++)
    {
      const guint index = g_array_index (self->fields, guint, i);
      const SzImportField *field = &self->outcome->draft->kind->fields[index];
      SzFigureColumn column
          = { .title = field->heading,
              .width = find_width (self, index),
              .numeric = is_figure (field->type),
              .code = field->type == SZ_FIELD_STAFF_NO || field->type == SZ_FIELD_PERSON,
              .expand = i + 1 == self->fields->len };

      g_array_append_val (columns, column);
    }
  sz_figure_table_set_columns (self->rows, (const SzFigureColumn *)(gpointer)columns->data,
                               columns->len);
}

static void
show_rows (SzImportPreviewPane *self)
{
  const SzImportResult *result = self->outcome->result;
  g_autofree char *text = NULL;

  find_fields (self);
  set_row_columns (self);
  sz_figure_table_set_rows (self->rows, result->written->len);
  gtk_widget_set_visible (self->rows_box, result->written->len > 0);
  if (result->n_written > result->written->len)
    text = g_strdup_printf (_ ("Rows as they will be stored: the first %d of %d"),
                            (int)result->written->len, (int)result->n_written);
  gtk_label_set_label (self->rows_label, text != NULL ? text : _ ("Rows as they will be stored"));
}

/* ---- values old → new ---- */

static void
show_changes (SzImportPreviewPane *self)
{
  const SzImportResult *result = self->outcome->result;
  g_autofree char *text = NULL;

  sz_figure_table_set_rows (self->table, result->changes->len);
  gtk_widget_set_visible (self->changes_box, result->changes->len > 0);
  if (result->n_changes > result->changes->len)
    text = g_strdup_printf (_ ("Values that change: the first %d of %d"), (int)result->changes->len,
                            (int)result->n_changes);
  gtk_label_set_label (self->changes_label, text != NULL ? text : _ ("Values that change"));
}

static char *
summarise (const SzImportResult *result)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *inserted = sz_decimal_format_grouped (result->inserted, 0);
  g_autofree char *updated = sz_decimal_format_grouped (result->updated, 0);
  g_autofree char *unchanged = sz_decimal_format_grouped (result->unchanged, 0);

  g_string_append_printf (text,
                          g_dngettext (GETTEXT_PACKAGE, "%s new row is added",
                                       "%s new rows are added", (gulong)result->inserted),
                          inserted);
  g_string_append (text, " · ");
  g_string_append_printf (text,
                          g_dngettext (GETTEXT_PACKAGE, "%s row is changed", "%s rows are changed",
                                       (gulong)result->updated),
                          updated);
  g_string_append (text, " · ");
  g_string_append_printf (text, _ ("%s stay as they are"), unchanged);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
sz_import_preview_pane_show (SzImportPreviewPane *self, SzImportOutcome *outcome)
{
  const SzImportResult *result = outcome->result;
  g_autofree char *summary = summarise (result);

  g_return_if_fail (self != NULL);

  sz_figure_table_set_rows (self->rows, 0);
  sz_figure_table_set_rows (self->table, 0);
  g_clear_pointer (&self->outcome, sz_import_outcome_unref);
  self->outcome = sz_import_outcome_ref (outcome);
  gtk_label_set_label (self->summary, summary);
  show_rows (self);
  show_changes (self);
  gtk_stack_set_visible_child_name (self->stack, result->changes->len + result->written->len > 0
                                                     ? "rows"
                                                     : "nothing");
}

static void
sz_import_preview_pane_dispose (GObject *object)
{
  SzImportPreviewPane *self = SZ_IMPORT_PREVIEW_PANE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->outcome, sz_import_outcome_unref);
  g_clear_pointer (&self->fields, g_array_unref);
  G_OBJECT_CLASS (sz_import_preview_pane_parent_class)->dispose (object);
}

static void
sz_import_preview_pane_class_init (SzImportPreviewPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SZ_TYPE_FIGURE_TABLE);
  G_OBJECT_CLASS (klass)->dispose = sz_import_preview_pane_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/shizi/Shizi/ui/sz-import-preview-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SzImportPreviewPane, box);
  gtk_widget_class_bind_template_child (widget_class, SzImportPreviewPane, changes_box);
  gtk_widget_class_bind_template_child (widget_class, SzImportPreviewPane, changes_label);
  gtk_widget_class_bind_template_child (widget_class, SzImportPreviewPane, rows);
  gtk_widget_class_bind_template_child (widget_class, SzImportPreviewPane, rows_box);
  gtk_widget_class_bind_template_child (widget_class, SzImportPreviewPane, rows_label);
  gtk_widget_class_bind_template_child (widget_class, SzImportPreviewPane, stack);
  gtk_widget_class_bind_template_child (widget_class, SzImportPreviewPane, summary);
  gtk_widget_class_bind_template_child (widget_class, SzImportPreviewPane, table);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
sz_import_preview_pane_init (SzImportPreviewPane *self)
{
  self->fields = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
  sz_figure_table_set_owner (self->rows, self, write_row_cb, compare_rows_cb);
  sz_figure_table_set_owner (self->table, self, write_cell_cb, compare_cb);
  set_columns (self);
}
