/* sz-coefficients-pane.c — coefficients of posts and grades, and what stands in for factors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-coefficients-pane.h"

#include <glib/gi18n.h>

#include "sz-coefficient-grid.h"
#include "sz-suggest-button.h"
#include "sz-view-why.h"

/* RULE pay-5: the factor that nearly every scheme gives to whole bands. */
#define USUAL_FACTOR "workload"

struct _SzCoefficientsPane
{
  SzSchemeSection parent_instance;

  /* Template widgets */
  GtkBox *post_box;
  GtkBox *assessment_box;
  GtkBox *substitutes_box;
  GtkBox *level_box;
  GtkEditable *level_entry;
  GtkDropDown *factor_choice;

  /* Borrowed */
  SzCoefficientGrid *posts;
  SzCoefficientGrid *grades;

  GHashTable *substitutes; /* factor word → SzCoefficientGrid, borrowed */
};

G_DEFINE_FINAL_TYPE (SzCoefficientsPane, sz_coefficients_pane, SZ_TYPE_SCHEME_SECTION)

/* Factors for which something can stand in; the order of the drop-down. */
static const SzFactorKind offered[]
    = { SZ_FACTOR_POST,     SZ_FACTOR_ASSESSMENT, SZ_FACTOR_MONTHS,
        SZ_FACTOR_TRAINING, SZ_FACTOR_AWARD,      SZ_FACTOR_DEPARTMENT };

static SzCoefficientGrid *
append_grid (SzCoefficientsPane *self, GtkBox *box, const char *place)
{
  GtkWidget *grid = sz_coefficient_grid_new (place);

  g_signal_connect_swapped (grid, "changed", G_CALLBACK (sz_scheme_section_changed), self);
  gtk_box_append (box, grid);
  return SZ_COEFFICIENT_GRID (grid);
}

static void
add_bands (SzCoefficientGrid *grid)
{
  for (int band = SZ_BAND_NONE + 1; band < SZ_N_BANDS; band++)
    sz_coefficient_grid_add (grid, sz_band_name ((SzBand)band));
}

static GtkWidget *
make_heading (const char *word)
{
  SzFactor factor = { 0 };
  g_autofree char *title = NULL;
  GtkWidget *label;

  if (!sz_factor_parse (word, &factor.kind, &factor.item))
    title = g_strdup (word);
  else
    title = sz_factor_title (&factor);
  g_free (factor.item);
  label = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  return label;
}

static SzCoefficientGrid *
ensure_substitute (SzCoefficientsPane *self, const char *word)
{
  SzCoefficientGrid *grid = g_hash_table_lookup (self->substitutes, word);
  g_autofree char *place = g_strconcat ("substitutes.", word, NULL);

  if (grid != NULL)
    return grid;
  gtk_box_append (self->substitutes_box, make_heading (word));
  grid = append_grid (self, self->substitutes_box, place);
  add_bands (grid);
  sz_coefficient_grid_add (grid, SZ_SCHEME_NO_QUOTA);
  g_hash_table_insert (self->substitutes, g_strdup (word), grid);
  return grid;
}

static void
level_added_cb (SzCoefficientsPane *self)
{
  SzPost post = sz_post_parse (gtk_editable_get_text (self->level_entry));
  g_autofree char *name = NULL;

  if (sz_post_level (post) <= 0)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->level_entry), "error");
      return;
    }
  name = sz_post_name (post);
  sz_coefficient_grid_add (self->posts, name);
  gtk_editable_set_text (self->level_entry, "");
}

static void
level_changed_cb (SzCoefficientsPane *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->level_entry), "error");
}

static void
factor_chosen_cb (SzCoefficientsPane *self)
{
  guint chosen = gtk_drop_down_get_selected (self->factor_choice);
  SzFactor factor = { 0 };
  g_autofree char *word = NULL;

  if (chosen == 0 || chosen > G_N_ELEMENTS (offered))
    return;
  factor.kind = offered[chosen - 1];
  word = sz_factor_word (&factor);
  ensure_substitute (self, word);
  gtk_drop_down_set_selected (self->factor_choice, 0);
}

static void
offer_factors (SzCoefficientsPane *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("For another factor…"));
  for (gsize i = 0; i < G_N_ELEMENTS (offered); i++)
    {
      SzFactor factor = { .kind = offered[i] };
      char *title = sz_factor_title (&factor);

      gtk_string_list_take (names, title);
    }
  gtk_drop_down_set_model (self->factor_choice, G_LIST_MODEL (names));
}

static void
sz_coefficients_pane_show (SzSchemeSection *section, const SzScheme *scheme)
{
  SzCoefficientsPane *self = SZ_COEFFICIENTS_PANE (section);
  GHashTableIter iter;
  gpointer word;
  gpointer grid;

  sz_coefficient_grid_show (self->posts, scheme->post_x1e4);
  sz_coefficient_grid_show (self->grades, scheme->assessment_x1e4);
  g_hash_table_iter_init (&iter, scheme->substitutes);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    ensure_substitute (self, word);
  g_hash_table_iter_init (&iter, self->substitutes);
  while (g_hash_table_iter_next (&iter, &word, &grid))
    sz_coefficient_grid_show (grid, g_hash_table_lookup (scheme->substitutes, word));
}

static void
read_substitute (SzCoefficientGrid *grid, const char *word, SzScheme *scheme, SzIssueList *issues)
{
  g_autoptr (GHashTable) table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer band;
  gpointer value;

  sz_coefficient_grid_read (grid, table, issues);
  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &band, &value))
    sz_scheme_put_substitute (scheme, word, band, *(gint64 *)value);
}

static void
sz_coefficients_pane_read (SzSchemeSection *section, SzScheme *scheme, SzIssueList *issues)
{
  SzCoefficientsPane *self = SZ_COEFFICIENTS_PANE (section);
  GHashTableIter iter;
  gpointer word;
  gpointer grid;

  sz_coefficient_grid_read (self->posts, scheme->post_x1e4, issues);
  sz_coefficient_grid_read (self->grades, scheme->assessment_x1e4, issues);
  g_hash_table_iter_init (&iter, self->substitutes);
  while (g_hash_table_iter_next (&iter, &word, &grid))
    read_substitute (grid, word, scheme, issues);
}

static void
sz_coefficients_pane_finalize (GObject *object)
{
  g_hash_table_unref (SZ_COEFFICIENTS_PANE (object)->substitutes);
  G_OBJECT_CLASS (sz_coefficients_pane_parent_class)->finalize (object);
}

static void
sz_coefficients_pane_class_init (SzCoefficientsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  SZ_SCHEME_SECTION_CLASS (klass)->show = sz_coefficients_pane_show;
  SZ_SCHEME_SECTION_CLASS (klass)->read = sz_coefficients_pane_read;
  G_OBJECT_CLASS (klass)->finalize = sz_coefficients_pane_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/shizi/Shizi/ui/sz-coefficients-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SzCoefficientsPane, assessment_box);
  gtk_widget_class_bind_template_child (widget_class, SzCoefficientsPane, factor_choice);
  gtk_widget_class_bind_template_child (widget_class, SzCoefficientsPane, level_box);
  gtk_widget_class_bind_template_child (widget_class, SzCoefficientsPane, level_entry);
  gtk_widget_class_bind_template_child (widget_class, SzCoefficientsPane, post_box);
  gtk_widget_class_bind_template_child (widget_class, SzCoefficientsPane, substitutes_box);
  gtk_widget_class_bind_template_callback (widget_class, factor_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, level_added_cb);
  gtk_widget_class_bind_template_callback (widget_class, level_changed_cb);
}

static void
sz_coefficients_pane_init (SzCoefficientsPane *self)
{
  GtkWidget *levels;

  gtk_widget_init_template (GTK_WIDGET (self));
  levels = sz_suggest_button_new (self->level_entry, _ ("What there is (Alt+↓)"));
  sz_suggest_button_offer_posts (SZ_SUGGEST_BUTTON (levels));
  gtk_box_insert_child_after (self->level_box, levels, GTK_WIDGET (self->level_entry));
  self->substitutes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->posts = append_grid (self, self->post_box, "coefficients.post");
  add_bands (self->posts);
  self->grades = append_grid (self, self->assessment_box, "coefficients.assessment");
  for (const SzCode *code = sz_codes_table (SZ_TABLE_GRADE); code->code != NULL; code++)
    sz_coefficient_grid_add (self->grades, code->name);
  ensure_substitute (self, USUAL_FACTOR);
  offer_factors (self);
}
