/* sz-scores-pane.c — the scores of a post (RULE rec-2, rec-19)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-scores-pane.h"

#include <glib/gi18n.h>

#include "sz-act-guard.h"
#include "sz-choice-button.h"
#include "sz-post-acts.h"
#include "sz-score-wall.h"

struct _SzScoresPane
{
  AdwBin parent_instance;

  SzPage *page; /* borrowed: the pane is part of it */
  SzRecruitDesk *desk;
  char *post;

  /* Borrowed widgets */
  SzChoiceButton *components;
  GtkToggleButton *second;
  GtkToggleButton *blocks;
  SzScoreGrid *grid;
  GtkLabel *hint;
  GtkLabel *foot;

  GtkWidget *wall; /* (nullable) weak: a window of its own */
};

G_DEFINE_FINAL_TYPE (SzScoresPane, sz_scores_pane, ADW_TYPE_BIN)

static const SzRecruitPost *
get_post (SzScoresPane *self)
{
  return self->desk != NULL && self->desk->book != NULL && self->post != NULL
             ? sz_recruit_book_post (self->desk->book, self->post)
             : NULL;
}

SzScoreGrid *
sz_scores_pane_get_grid (SzScoresPane *self)
{
  g_return_val_if_fail (SZ_IS_SCORES_PANE (self), NULL);
  return self->grid;
}

/* ---- showing ---- */

/* (transfer full) (nullable): what the component chosen says now. */
static SzScoreSheet *
make_sheet (SzScoresPane *self)
{
  const char *component = sz_choice_button_get_choice (self->components);
  GSettings *settings = sz_page_get_settings (self->page);
  SzScoreSheet *sheet = get_post (self) != NULL && component != NULL
                            ? sz_score_sheet_new (self->desk, self->post, component)
                            : NULL;

  if (sheet != NULL && settings != NULL)
    sheet->omits_point = g_settings_get_boolean (settings, "omit-decimal-point");
  return sheet;
}

static void
show_words (SzScoresPane *self)
{
  const SzScoreSheet *sheet = sz_score_grid_get_sheet (self->grid);
  g_autofree char *foot = sheet != NULL ? sz_score_sheet_dup_foot (sheet) : NULL;

  gtk_label_set_label (self->hint,
                       sheet == NULL ? ""
                       : sz_score_grid_is_second (self->grid)
                           ? _ ("Type everything once more: the first typing is hidden.")
                       : sheet->locked ? _ ("Locked: Return corrects a score, with a reason.")
                                       : _ ("Q 缺考 · H 回避 · W 违纪 · Z 作弊"));
  gtk_label_set_label (self->foot, foot != NULL ? foot : "");
  gtk_widget_set_visible (GTK_WIDGET (self->blocks), sheet != NULL && sheet->n_items > 1);
}

static void
show_grid (SzScoresPane *self)
{
  sz_score_grid_show (self->grid, make_sheet (self));
  show_words (self);
}

static void
fill_components (SzScoresPane *self, const SzRecruitPost *post)
{
  g_autofree char *chosen = g_strdup (sz_choice_button_get_choice (self->components));

  sz_choice_button_clear (self->components, NULL);
  for (guint i = 0; i < post->plan.n_components; i++)
    sz_choice_button_add (self->components, post->plan.components[i].name,
                          post->plan.components[i].name);
  sz_choice_button_add (self->components, SZ_COMPONENT_EXTRA, SZ_COMPONENT_EXTRA);
  sz_choice_button_choose (self->components, chosen != NULL ? chosen
                                             : post->plan.n_components > 0
                                                 ? post->plan.components[0].name
                                                 : SZ_COMPONENT_EXTRA);
}

void
sz_scores_pane_show (SzScoresPane *self, SzRecruitDesk *desk, const char *code)
{
  g_autofree char *post_code = g_strdup (code);
  gboolean same;

  g_return_if_fail (SZ_IS_SCORES_PANE (self));
  same = code != NULL && g_strcmp0 (self->post, code) == 0;
  if (desk != NULL)
    sz_recruit_desk_ref (desk);
  g_clear_pointer (&self->desk, sz_recruit_desk_unref);
  self->desk = desk;
  g_free (self->post);
  self->post = g_steal_pointer (&post_code);
  if (get_post (self) == NULL)
    {
      sz_score_grid_show (self->grid, NULL);
      show_words (self);
      return;
    }
  if (same && sz_score_grid_is_typing (self->grid))
    {
      g_autoptr (SzScoreSheet) sheet = make_sheet (self);

      if (sheet != NULL && sz_score_grid_refresh (self->grid, sheet))
        {
          g_steal_pointer (&sheet);
          show_words (self);
          return;
        }
    }
  fill_components (self, get_post (self));
  show_grid (self);
}

/* ---- what the user does ---- */

static void
row_written_cb (SzScoresPane *self, guint line)
{
  const SzScoreSheet *sheet = sz_score_grid_get_sheet (self->grid);

  sz_post_acts_enter (self->page, sheet, line, sz_score_grid_is_second (self->grid));
  if (self->wall != NULL)
    sz_score_wall_show (SZ_SCORE_WALL (self->wall), sheet, line);
}

static void
row_drawn_cb (SzScoresPane *self, guint line)
{
  sz_post_acts_draw (self->page, sz_score_grid_get_sheet (self->grid), line);
}

static void
row_correct_cb (SzScoresPane *self, guint line)
{
  sz_post_acts_correct (self->page, sz_score_grid_get_sheet (self->grid), line);
}

static void
correct_clicked_cb (SzScoresPane *self)
{
  const SzScoreSheet *sheet = sz_score_grid_get_sheet (self->grid);

  if (sheet != NULL && sheet->lines->len > 0)
    sz_post_acts_correct (self->page, sheet, sz_score_grid_get_line (self->grid));
}

static void
lock_clicked_cb (SzScoresPane *self)
{
  sz_post_acts_ask (self->page, self->desk, self->post, "lock",
                    sz_choice_button_get_choice (self->components));
}

static void
second_toggled_cb (SzScoresPane *self)
{
  sz_score_grid_set_second (self->grid, gtk_toggle_button_get_active (self->second));
  show_words (self);
  sz_score_grid_focus (self->grid);
}

static void
blocks_toggled_cb (SzScoresPane *self)
{
  sz_score_grid_set_blocks (self->grid, gtk_toggle_button_get_active (self->blocks));
}

void
sz_scores_pane_choose (SzScoresPane *self, const char *component)
{
  g_return_if_fail (SZ_IS_SCORES_PANE (self) && component != NULL);
  sz_choice_button_choose (self->components, component);
  show_grid (self);
}

void
sz_scores_pane_check (SzScoresPane *self, gboolean second)
{
  g_return_if_fail (SZ_IS_SCORES_PANE (self));
  gtk_toggle_button_set_active (self->second, second);
}

static void
print_clicked_cb (SzScoresPane *self)
{
  const char *component = sz_choice_button_get_choice (self->components);

  if (get_post (self) != NULL && component != NULL)
    sz_post_acts_sheet (self->page, self->desk, self->post, component);
}

/* Ctrl+P: on paper at once; the button writes a file. */
static gboolean
print_key_cb (GtkWidget *widget, GVariant *args, gpointer none)
{
  SzScoresPane *self = SZ_SCORES_PANE (widget);
  const char *component = sz_choice_button_get_choice (self->components);

  if (get_post (self) == NULL || component == NULL)
    return FALSE;
  sz_post_acts_print (self->page, self->desk, self->post, component);
  return TRUE;
}

/* F11: what the people in the room may see. */
static gboolean
wall_key_cb (GtkWidget *widget, GVariant *args, gpointer none)
{
  SzScoresPane *self = SZ_SCORES_PANE (widget);

  if (sz_score_grid_get_sheet (self->grid) == NULL)
    return FALSE;
  if (self->wall == NULL)
    g_set_weak_pointer (&self->wall, sz_score_wall_new (sz_page_get_window (self->page)));
  sz_score_wall_show (SZ_SCORE_WALL (self->wall), sz_score_grid_get_sheet (self->grid),
                      sz_score_grid_get_line (self->grid));
  gtk_window_fullscreen (GTK_WINDOW (self->wall));
  gtk_window_present (GTK_WINDOW (self->wall));
  return TRUE;
}

/* ---- the widgets ---- */

static GtkWidget *
add_button (SzScoresPane *self, GtkWidget *tools, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (tools), button);
  return button;
}

static GtkToggleButton *
add_toggle (SzScoresPane *self, GtkWidget *tools, const char *label, GCallback toggled)
{
  GtkWidget *button = gtk_toggle_button_new_with_mnemonic (label);

  g_signal_connect_object (button, "toggled", toggled, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (tools), button);
  return GTK_TOGGLE_BUTTON (button);
}

static GtkLabel *
make_dim_label (void)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "dim-label");
  return GTK_LABEL (label);
}

static void
sz_scores_pane_dispose (GObject *object)
{
  SzScoresPane *self = SZ_SCORES_PANE (object);

  g_clear_weak_pointer (&self->wall);
  g_clear_pointer (&self->desk, sz_recruit_desk_unref);
  G_OBJECT_CLASS (sz_scores_pane_parent_class)->dispose (object);
}

static void
sz_scores_pane_finalize (GObject *object)
{
  g_free (SZ_SCORES_PANE (object)->post);
  G_OBJECT_CLASS (sz_scores_pane_parent_class)->finalize (object);
}

static void
sz_scores_pane_class_init (SzScoresPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sz_scores_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = sz_scores_pane_finalize;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F11, 0, wall_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, print_key_cb, NULL);
}

static void
sz_scores_pane_init (SzScoresPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (tools, "sz-toolbar");
  self->components = g_object_new (SZ_TYPE_CHOICE_BUTTON, "title", _ ("Component"), NULL);
  gtk_box_append (GTK_BOX (tools), GTK_WIDGET (self->components));
  add_button (self, tools, _ ("_Sheet F03b…"), G_CALLBACK (print_clicked_cb));
  self->second
      = add_toggle (self, tools, _ ("Type a _Second Time"), G_CALLBACK (second_toggled_cb));
  self->blocks = add_toggle (self, tools, _ ("A _Block a Judge"), G_CALLBACK (blocks_toggled_cb));
  sz_act_guard (add_button (self, tools, _ ("_Lock…"), G_CALLBACK (lock_clicked_cb)), "exam.lock");
  sz_act_guard (add_button (self, tools, _ ("_Correct…"), G_CALLBACK (correct_clicked_cb)),
                "exam.correct");
  self->hint = make_dim_label ();
  gtk_box_append (GTK_BOX (tools), GTK_WIDGET (self->hint));
  self->grid = SZ_SCORE_GRID (sz_score_grid_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->grid), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->grid), TRUE);
  self->foot = make_dim_label ();
  gtk_widget_add_css_class (GTK_WIDGET (self->foot), "sz-toolbar");
  gtk_box_append (GTK_BOX (box), tools);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->grid));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->foot));
  g_signal_connect_object (self->components, "changed", G_CALLBACK (show_grid), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "written", G_CALLBACK (row_written_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "drawn", G_CALLBACK (row_drawn_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "correct", G_CALLBACK (row_correct_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
sz_scores_pane_new (SzPage *page)
{
  SzScoresPane *self;

  g_return_val_if_fail (SZ_IS_PAGE (page), NULL);
  self = g_object_new (SZ_TYPE_SCORES_PANE, NULL);
  self->page = page;
  return GTK_WIDGET (self);
}
