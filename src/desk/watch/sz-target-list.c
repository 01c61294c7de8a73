/* sz-target-list.c — the indicators of a year: a bar, value / needed, and the state of each
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-target-list.h"

#include <glib/gi18n.h>

#include "sz-decimal.h"

typedef struct
{
  char *name;
  char *text;        /* "1,692/3,000", "" for no value */
  const char *state; /* static */
  const char *style; /* (nullable) static */
  gint64 share_x1e4; /* −1: no bar */
} SzTargetBrief;

struct _SzTargetList
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

G_DEFINE_FINAL_TYPE (SzTargetList, sz_target_list, ADW_TYPE_BIN)

/* ---- what a line says ---- */

static void
free_brief (gpointer data)
{
  SzTargetBrief *brief = data;

  g_free (brief->name);
  g_free (brief->text);
  g_free (brief);
}

static gint64
find_share (const SzTargetFigures *figures)
{
  if (!figures->reading.known || !figures->has_needed || figures->needed <= 0)
    return -1;
  return CLAMP (figures->reading.value, 0, figures->needed) * SZ_RATIO_ONE / figures->needed;
}

static const char *
find_style (SzTargetState state)
{
  return state == SZ_TARGET_MISSED || state == SZ_TARGET_BEHIND || state == SZ_TARGET_BELOW
             ? "error"
         : state == SZ_TARGET_MET ? "success"
                                  : NULL;
}

SzTargetBriefs *
sz_target_briefs_new (const SzTargetsView *view)
{
  GPtrArray *briefs = g_ptr_array_new_with_free_func (free_brief);

  g_return_val_if_fail (view != NULL, briefs);
  for (guint i = 0; i < view->lines->len; i++)
    {
      const SzTargetLine *line = &g_array_index (view->lines, SzTargetLine, i);
      const SzTargetFigures *figures = &line->figures;
      SzTargetBrief *brief = g_new0 (SzTargetBrief, 1);
      g_autofree char *value = sz_decimal_format_grouped (figures->reading.value, 0);
      g_autofree char *needed = sz_decimal_format_grouped (figures->needed, 0);

      brief->name = g_strdup (line->indicator->indicator.name);
      brief->text = figures->reading.known
                        ? g_strdup_printf ("%s/%s", value, figures->has_needed ? needed : "—")
                        : g_strdup ("");
      brief->state = sz_target_state_name (figures->state);
      brief->style = find_style (figures->state);
      brief->share_x1e4 = find_share (figures);
      g_ptr_array_add (briefs, brief);
    }
  return briefs;
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
make_bar (const SzTargetBrief *brief)
{
  GtkWidget *bar = gtk_progress_bar_new ();

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar),
                                 brief->share_x1e4 > 0 ? (double)brief->share_x1e4 / SZ_RATIO_ONE
                                                       : 0);
  gtk_widget_add_css_class (bar, "sz-card-bar");
  if (g_strcmp0 (brief->style, "error") == 0)
    gtk_widget_add_css_class (bar, "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, brief->name,
                                  -1);
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  /* A line without a goal keeps its place, and says nothing by it. */
  gtk_widget_set_opacity (bar, brief->share_x1e4 >= 0 ? 1 : 0);
  return bar;
}

static GtkWidget *
make_row (const SzTargetBrief *brief)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *name = make_label (brief->name, 0, NULL);
  g_autofree char *said = g_strdup_printf (*brief->text != '\0' ? "%s %s, %s" : "%s%s, %s",
                                           brief->name, brief->text, brief->state);

  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_grid_attach (GTK_GRID (grid), name, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), make_label (brief->state, 1, brief->style), 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), make_bar (brief), 0, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), make_label (brief->text, 1, "numeric"), 1, 1, 1, 1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), grid);
  gtk_widget_set_tooltip_text (row, said);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  return row;
}

static void
row_selected_cb (SzTargetList *self, GtkListBoxRow *row)
{
  if (self->filling || row == NULL)
    return;
  self->place = (guint)gtk_list_box_row_get_index (row) + 1;
  g_signal_emit (self, signals[CHOSEN], 0, self->place);
}

void
sz_target_list_show (SzTargetList *self, SzTargetBriefs *briefs)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row;
  gboolean focused;

  g_return_if_fail (SZ_IS_TARGET_LIST (self) && briefs != NULL);
  focused = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->rows));
  self->filling = TRUE;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, row);
  for (guint i = 0; i < briefs->len; i++)
    gtk_list_box_append (self->rows, make_row (g_ptr_array_index (briefs, i)));
  self->filling = FALSE;
  sz_target_list_select (self, self->place);
  row = GTK_WIDGET (gtk_list_box_get_selected_row (self->rows));
  if (focused && row != NULL)
    gtk_widget_grab_focus (row);
  g_ptr_array_unref (briefs);
}

void
sz_target_list_select (SzTargetList *self, guint place)
{
  g_return_if_fail (SZ_IS_TARGET_LIST (self));
  self->place = place;
  self->filling = TRUE;
  gtk_list_box_select_row (self->rows,
                           place > 0 ? gtk_list_box_get_row_at_index (self->rows, (int)place - 1)
                                     : NULL);
  self->filling = FALSE;
}

static void
sz_target_list_class_init (SzTargetListClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", SZ_TYPE_TARGET_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
sz_target_list_init (SzTargetList *self)
{
  self->rows = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->rows, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->rows), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Targets"), -1);
  g_signal_connect_object (self->rows, "row-selected", G_CALLBACK (row_selected_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->rows));
}

GtkWidget *
sz_target_list_new (void)
{
  return g_object_new (SZ_TYPE_TARGET_LIST, NULL);
}
