/* sz-side-list.c — what a page is about, one below the other: a name, its state, a bar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-side-list.h"

#include "sz-decimal.h"

struct _SzSideList
{
  AdwBin parent_instance;

  GtkListBox *rows;
  guint place;      /* the selected one, from 1; 0: none */
  gboolean filling; /* by program */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzSideList, sz_side_list, ADW_TYPE_BIN)

void
sz_side_row_free (gpointer row)
{
  SzSideRow *self = row;

  g_free (self->name);
  g_free (self->text);
  g_free (self);
}

SzSideRow *
sz_side_row_new (const char *name, const char *state)
{
  SzSideRow *row = g_new0 (SzSideRow, 1);

  row->name = g_strdup (name);
  row->text = g_strdup ("");
  row->state = state;
  row->share_x1e4 = -1;
  return row;
}

/* ---- the rows ---- */

static GtkWidget *
make_label (const char *text, float xalign, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_bar (const SzSideRow *shown)
{
  GtkWidget *bar = gtk_progress_bar_new ();

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar),
                                 shown->share_x1e4 > 0 ? (double)shown->share_x1e4 / SZ_RATIO_ONE
                                                       : 0);
  gtk_widget_add_css_class (bar, "sz-card-bar");
  if (g_strcmp0 (shown->style, "error") == 0)
    gtk_widget_add_css_class (bar, "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, shown->name,
                                  -1);
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  /* A line without a goal keeps its place, and says nothing by it. */
  gtk_widget_set_opacity (bar, shown->share_x1e4 >= 0 ? 1 : 0);
  return bar;
}

/* (transfer full): "企业职工 1,692/3,000, 已达到". */
static char *
dup_said (const SzSideRow *shown)
{
  g_autoptr (GString) said = g_string_new (shown->name);

  if (*shown->text != '\0')
    g_string_append_printf (said, " %s", shown->text);
  if (*shown->state != '\0')
    g_string_append_printf (said, ", %s", shown->state);
  return g_string_free (g_steal_pointer (&said), FALSE);
}

static GtkWidget *
make_row (const SzSideRow *shown)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *name = make_label (shown->name, 0, NULL);
  g_autofree char *said = dup_said (shown);

  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_grid_attach (GTK_GRID (grid), name, 0, 0, *shown->state != '\0' ? 1 : 2, 1);
  if (shown->share_x1e4 == SZ_SIDE_NO_BAR)
    gtk_grid_attach (GTK_GRID (grid), make_label (shown->state, 0, "caption"), 0, 1, 1, 1);
  else
    {
      if (*shown->state != '\0')
        gtk_grid_attach (GTK_GRID (grid), make_label (shown->state, 1, shown->style), 1, 0, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), make_bar (shown), 0, 1, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), make_label (shown->text, 1, "numeric"), 1, 1, 1, 1);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), grid);
  gtk_widget_set_tooltip_text (row, said);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  return row;
}

static void
row_selected_cb (SzSideList *self, GtkListBoxRow *row)
{
  if (self->filling || row == NULL)
    return;
  self->place = (guint)gtk_list_box_row_get_index (row) + 1;
  g_signal_emit (self, signals[CHOSEN], 0, self->place);
}

void
sz_side_list_show (SzSideList *self, GPtrArray *rows)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row;
  gboolean focused;

  g_return_if_fail (SZ_IS_SIDE_LIST (self) && rows != NULL);
  focused = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->rows));
  self->filling = TRUE;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, row);
  for (guint i = 0; i < rows->len; i++)
    gtk_list_box_append (self->rows, make_row (g_ptr_array_index (rows, i)));
  self->filling = FALSE;
  sz_side_list_select (self, self->place);
  row = GTK_WIDGET (gtk_list_box_get_selected_row (self->rows));
  if (focused && row != NULL)
    gtk_widget_grab_focus (row);
  g_ptr_array_unref (rows);
}

void
sz_side_list_select (SzSideList *self, guint place)
{
  g_return_if_fail (SZ_IS_SIDE_LIST (self));
  self->place = place;
  self->filling = TRUE;
  gtk_list_box_select_row (self->rows,
                           place > 0 ? gtk_list_box_get_row_at_index (self->rows, (int)place - 1)
                                     : NULL);
  self->filling = FALSE;
}

static void
sz_side_list_class_init (SzSideListClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", SZ_TYPE_SIDE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
sz_side_list_init (SzSideList *self)
{
  self->rows = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->rows, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "navigation-sidebar");
  g_signal_connect_object (self->rows, "row-selected", G_CALLBACK (row_selected_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->rows));
}

GtkWidget *
sz_side_list_new (const char *name)
{
  SzSideList *self = g_object_new (SZ_TYPE_SIDE_LIST, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  return GTK_WIDGET (self);
}
