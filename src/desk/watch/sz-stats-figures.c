/* sz-stats-figures.c — one table of the statistics, each of whose figures is a button
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-stats-figures.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "sz-decimal.h"

#define SUM "合计"

/* The columns of the grid. */
enum
{
  COLUMN_LABEL,
  COLUMN_TOTAL,
  COLUMN_MALE,
  COLUMN_FEMALE,
  COLUMN_SHARE,
  N_COLUMNS
};

static const char *const titles[N_COLUMNS]
    = { N_ ("Group"), N_ ("Total"), N_ ("Men"), N_ ("Women"), N_ ("Share %") };
static const SzSex sexes[N_COLUMNS] = {
  [COLUMN_TOTAL] = SZ_SEX_UNKNOWN, [COLUMN_MALE] = SZ_SEX_MALE, [COLUMN_FEMALE] = SZ_SEX_FEMALE
};

struct _SzStatsFigures
{
  AdwBin parent_instance;

  GtkGrid *grid;     /* borrowed */
  char *shown;       /* (nullable): the figures that stand there */
  gboolean pressing; /* by program */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzStatsFigures, sz_stats_figures, ADW_TYPE_BIN)

/* ---- a figure as text ---- */

char *
sz_stats_figure_new (const char *label, SzSex sex)
{
  g_return_val_if_fail (label != NULL, NULL);
  return g_strdup_printf ("%s\t%d", label, (int)sex);
}

char *
sz_stats_figure_read (const char *figure, SzSex *sex)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (figure != NULL && sex != NULL, NULL);
  parts = g_strsplit (figure, "\t", 2);
  if (g_strv_length (parts) < 2)
    return NULL;
  *sex = (SzSex)atoi (parts[1]);
  return g_strdup (parts[0]);
}

char *
sz_stats_figure_name (const char *label, SzSex sex)
{
  const char *group = label != NULL && *label != '\0' ? label : SUM;

  return sex == SZ_SEX_UNKNOWN
             ? g_strdup (group)
             : g_strdup_printf ("%s · %s", group, sex == SZ_SEX_MALE ? _ ("Men") : _ ("Women"));
}

/* ---- the buttons ---- */

/* One of them is pressed; pressed once more it stays so. */
static void
button_toggled_cb (SzStatsFigures *self, GtkToggleButton *button)
{
  const gboolean chosen = gtk_toggle_button_get_active (button);

  if (self->pressing)
    return;
  sz_stats_figures_press (self, gtk_widget_get_name (GTK_WIDGET (button)));
  if (chosen)
    g_signal_emit (self, signals[CHOSEN], 0, gtk_widget_get_name (GTK_WIDGET (button)));
}

/* The arrow keys go to the figure that stands there; a figure of nobody is passed over. */
static gboolean
key_pressed_cb (
    SzStatsFigures *self, guint key, guint code, GdkModifierType state, gpointer controller)
{
  GtkWidget *at = gtk_event_controller_get_widget (controller);
  const int right = (key == GDK_KEY_Right) - (key == GDK_KEY_Left);
  const int down = (key == GDK_KEY_Down) - (key == GDK_KEY_Up);
  int column, row, width, height;

  if ((right == 0 && down == 0) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  gtk_grid_query_child (self->grid, at, &column, &row, &width, &height);
  do
    {
      column += right;
      row += down;
      at = gtk_grid_get_child_at (self->grid, column, row);
    }
  while (GTK_IS_TOGGLE_BUTTON (at) && !gtk_widget_get_sensitive (at));
  if (GTK_IS_TOGGLE_BUTTON (at))
    gtk_widget_grab_focus (at);
  return TRUE;
}

static void
add_text (SzStatsFigures *self, const char *text, int column, int row)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == COLUMN_LABEL ? 0 : 1);
  gtk_widget_add_css_class (label, row == 0 ? "sz-figure-title" : "numeric");
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
}

static void
add_button (SzStatsFigures *self, const char *label, gint64 count, int column, int row)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autofree char *figure = sz_stats_figure_new (label, sexes[column]);
  g_autofree char *name = sz_stats_figure_name (label, sexes[column]);
  g_autofree char *text = sz_decimal_format_grouped (count, 0);
  g_autofree char *said = g_strdup_printf (_ ("%s: %s people"), name, text);
  GtkWidget *shown = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (shown), 1);
  gtk_button_set_child (GTK_BUTTON (button), shown);
  gtk_widget_set_name (button, figure);
  gtk_widget_set_tooltip_text (button, said);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "sz-figure");
  gtk_widget_add_css_class (button, "numeric");
  gtk_widget_set_sensitive (button, count > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (button_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (button, keys);
  gtk_grid_attach (self->grid, button, column, row, 1, 1);
}

static void
add_row (SzStatsFigures *self, const SzStatsRow *figures, const char *label, int row)
{
  g_autofree char *share
      = figures->has_share ? sz_decimal_format (figures->share_x100, 2) : g_strdup ("—");

  add_text (self, *label != '\0' ? label : SUM, COLUMN_LABEL, row);
  add_button (self, label, figures->total, COLUMN_TOTAL, row);
  add_button (self, label, figures->male, COLUMN_MALE, row);
  add_button (self, label, figures->female, COLUMN_FEMALE, row);
  add_text (self, share, COLUMN_SHARE, row);
}

static char *
write_figures (const GArray *rows)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const SzStatsRow *row = &g_array_index (rows, SzStatsRow, i);

      g_string_append_printf (text,
                              "%s\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT
                              "\n",
                              row->label, row->total, row->male, row->female);
    }
  return g_string_free (text, FALSE);
}

/* The same figures stay as they are, and with them the keyboard. */
static gboolean
are_shown (SzStatsFigures *self, const GArray *rows)
{
  char *figures = write_figures (rows);
  const gboolean same = g_strcmp0 (figures, self->shown) == 0;

  g_free (self->shown);
  self->shown = figures;
  return same;
}

void
sz_stats_figures_show (SzStatsFigures *self, const GArray *rows, const char *figure)
{
  SzStatsRow sum = { .has_share = TRUE };
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  g_autofree char *focused = NULL;
  GtkWidget *child;

  g_return_if_fail (SZ_IS_STATS_FIGURES (self) && rows != NULL);
  if (are_shown (self, rows))
    {
      sz_stats_figures_press (self, figure);
      return;
    }
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    focused = g_strdup (gtk_widget_get_name (focus));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  for (int column = 0; column < N_COLUMNS; column++)
    add_text (self, _ (titles[column]), column, 0);
  for (guint i = 0; i < rows->len; i++)
    {
      const SzStatsRow *row = &g_array_index (rows, SzStatsRow, i);

      add_row (self, row, row->label, (int)i + 1);
      sum.total += row->total;
      sum.male += row->male;
      sum.female += row->female;
      sum.share_x100 += row->share_x100;
      sum.has_share &= row->has_share;
    }
  add_row (self, &sum, "", (int)rows->len + 1);
  sz_stats_figures_press (self, figure);
  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->grid));
       focused != NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    if (g_strcmp0 (gtk_widget_get_name (child), focused) == 0)
      gtk_widget_grab_focus (child);
}

void
sz_stats_figures_press (SzStatsFigures *self, const char *figure)
{
  g_return_if_fail (SZ_IS_STATS_FIGURES (self));
  self->pressing = TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->grid)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_TOGGLE_BUTTON (child))
      {
        const gboolean pressed = g_strcmp0 (gtk_widget_get_name (child), figure) == 0;

        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), pressed);
        /* GTK 4.8 says nothing until it changes. */
        gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_PRESSED,
                                     pressed ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                             : GTK_ACCESSIBLE_TRISTATE_FALSE,
                                     -1);
      }
  self->pressing = FALSE;
}

static void
sz_stats_figures_finalize (GObject *object)
{
  g_free (SZ_STATS_FIGURES (object)->shown);
  G_OBJECT_CLASS (sz_stats_figures_parent_class)->finalize (object);
}

static void
sz_stats_figures_class_init (SzStatsFiguresClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sz_stats_figures_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", SZ_TYPE_STATS_FIGURES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
sz_stats_figures_init (SzStatsFigures *self)
{
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 6);
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "sz-figures");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->grid));
}

GtkWidget *
sz_stats_figures_new (void)
{
  return g_object_new (SZ_TYPE_STATS_FIGURES, NULL);
}
