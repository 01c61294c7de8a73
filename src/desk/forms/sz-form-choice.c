/* sz-form-choice.c — what a form is about: year, pay run, day, each chosen from what there is
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-form-choice.h"

#include <glib/gi18n.h>

#include "sz-date-button.h"

#define FIRST_ROW 3   /* of the grid, behind year, run and day */
#define TYPING_MS 400 /* what is typed is looked at when one stops */
#define REMEMBERED (SZ_FORM_NEEDS_POINTS | SZ_FORM_NEEDS_A3 | SZ_FORM_NEEDS_A5)
#define REMEMBERED_KEY "form-choices"

/* What else a form can be asked: a check button, or a label and an entry. */
typedef struct
{
  const SzFormAsk *ask;
  GtkWidget *label; /* NULL of a check button */
  GtkWidget *field;
} Extra;

struct _SzFormChoice
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *grid;
  GtkWidget *year_label;
  GtkDropDown *year;
  GtkWidget *run_label;
  GtkDropDown *run;
  GtkWidget *day_label;
  SzDateButton *day;

  /* Owned */
  GArray *years;       /* of int, as in the list; nullable */
  GArray *runs;        /* of gint64, the latest first */
  GArray *extras;      /* of Extra */
  GSettings *settings; /* nullable */
  guint typing;        /* source: somebody types */

  int chosen_year;   /* 0: the latest */
  gint64 chosen_run; /* 0: the latest */
  gboolean filling;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzFormChoice, sz_form_choice, GTK_TYPE_WIDGET)

static void
tell (SzFormChoice *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
year_selected_cb (SzFormChoice *self)
{
  guint position = gtk_drop_down_get_selected (self->year);

  if (self->filling || self->years == NULL || position >= self->years->len)
    return;
  self->chosen_year = g_array_index (self->years, int, position);
  tell (self);
}

static void
run_selected_cb (SzFormChoice *self)
{
  guint position = gtk_drop_down_get_selected (self->run);

  if (self->filling || position >= self->runs->len)
    return;
  self->chosen_run = g_array_index (self->runs, gint64, position);
  tell (self);
}

static void
day_chosen_cb (SzFormChoice *self)
{
  tell (self);
}

static gboolean
typing_ended_cb (gpointer user_data)
{
  SzFormChoice *self = user_data;

  self->typing = 0;
  tell (self);
  return G_SOURCE_REMOVE;
}

static void
text_changed_cb (SzFormChoice *self)
{
  if (self->filling)
    return;
  g_clear_handle_id (&self->typing, g_source_remove);
  self->typing = g_timeout_add (TYPING_MS, typing_ended_cb, self);
}

/* The columns and the paper that somebody chose are chosen for the next time. */
static void
remember (SzFormChoice *self)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) chosen = NULL;

  for (guint i = 0; i < self->extras->len; i++)
    {
      const Extra *extra = &g_array_index (self->extras, Extra, i);

      if ((extra->ask->bit & REMEMBERED) != 0
          && gtk_check_button_get_active (GTK_CHECK_BUTTON (extra->field)))
        g_strv_builder_add (words, extra->ask->word);
    }
  chosen = g_strv_builder_end (words);
  if (self->settings != NULL)
    g_settings_set_strv (self->settings, REMEMBERED_KEY, (const char *const *)chosen);
}

static void
flag_toggled_cb (SzFormChoice *self)
{
  if (self->filling)
    return;
  remember (self);
  tell (self);
}

void
sz_form_choice_set_settings (SzFormChoice *self, GSettings *settings)
{
  g_auto (GStrv) chosen = NULL;

  g_return_if_fail (SZ_IS_FORM_CHOICE (self) && G_IS_SETTINGS (settings));
  g_set_object (&self->settings, settings);
  chosen = g_settings_get_strv (settings, REMEMBERED_KEY);
  self->filling = TRUE;
  for (guint i = 0; i < self->extras->len; i++)
    {
      const Extra *extra = &g_array_index (self->extras, Extra, i);

      if ((extra->ask->bit & REMEMBERED) != 0)
        gtk_check_button_set_active (GTK_CHECK_BUTTON (extra->field),
                                     g_strv_contains ((const char *const *)chosen,
                                                      extra->ask->word));
    }
  self->filling = FALSE;
}

/* The asks beside year and run, and a day that may stay open; each hidden until a form wants it. */
static void
add_extras (SzFormChoice *self)
{
  int row = FIRST_ROW;

  for (const SzFormAsk *ask = sz_form_asks (); ask->word != NULL; ask++)
    {
      Extra extra = { .ask = ask };

      if ((ask->bit & (SZ_FORM_NEEDS_YEAR | SZ_FORM_NEEDS_RUN)) != 0)
        continue;
      if (ask->type == SZ_FORM_ASK_FLAG)
        {
          extra.field = gtk_check_button_new_with_label (_ (ask->help));
          g_signal_connect_swapped (extra.field, "toggled", G_CALLBACK (flag_toggled_cb), self);
          gtk_grid_attach (GTK_GRID (self->grid), extra.field, 0, row, 2, 1);
        }
      else
        {
          extra.label = gtk_label_new (_ (ask->type == SZ_FORM_ASK_DAY ? N_ ("Day") : ask->value));
          extra.field = gtk_entry_new ();
          gtk_label_set_xalign (GTK_LABEL (extra.label), 0);
          gtk_widget_set_hexpand (extra.field, TRUE);
          gtk_entry_set_placeholder_text (GTK_ENTRY (extra.field), _ (ask->help));
          gtk_accessible_update_property (GTK_ACCESSIBLE (extra.field),
                                          GTK_ACCESSIBLE_PROPERTY_LABEL, _ (ask->help), -1);
          g_signal_connect_swapped (extra.field, "changed", G_CALLBACK (text_changed_cb), self);
          gtk_grid_attach (GTK_GRID (self->grid), extra.label, 0, row, 1, 1);
          gtk_grid_attach (GTK_GRID (self->grid), extra.field, 1, row, 1, 1);
          gtk_widget_set_visible (extra.label, FALSE);
        }
      gtk_widget_set_visible (extra.field, FALSE);
      g_array_append_val (self->extras, extra);
      row++;
    }
}

static void
show_extras (SzFormChoice *self, guint needs)
{
  for (guint i = 0; i < self->extras->len; i++)
    {
      const Extra *extra = &g_array_index (self->extras, Extra, i);
      const gboolean wanted = (needs & extra->ask->bit) != 0;

      gtk_widget_set_visible (extra->field, wanted);
      if (extra->label != NULL)
        gtk_widget_set_visible (extra->label, wanted);
    }
}

/* What stands in the field of @extra, where it is asked for, into @params. */
static void
take_extra (const Extra *extra, SzFormParams *params)
{
  guint8 *at = (guint8 *)params + extra->ask->offset;
  const char *text;

  if (!gtk_widget_get_visible (extra->field))
    return;
  if (extra->ask->type == SZ_FORM_ASK_FLAG)
    {
      *(gboolean *)(gpointer)at = gtk_check_button_get_active (GTK_CHECK_BUTTON (extra->field));
      return;
    }
  text = gtk_editable_get_text (GTK_EDITABLE (extra->field));
  if (*text == '\0')
    return;
  switch (extra->ask->type)
    {
    case SZ_FORM_ASK_TEXT:
      *(const char **)(gpointer)at = text;
      return;
    case SZ_FORM_ASK_DAY:
      if (!sz_date_parse (text, (SzDate *)(gpointer)at, NULL))
        *(SzDate *)(gpointer)at = SZ_DATE_NONE;
      return;
    case SZ_FORM_ASK_NUMBER:
      *(int *)(gpointer)at = (int)g_ascii_strtoll (text, NULL, 10);
      return;
    case SZ_FORM_ASK_RUN:
    case SZ_FORM_ASK_ID:
      *(gint64 *)(gpointer)at = g_ascii_strtoll (text, NULL, 10);
      return;
    case SZ_FORM_ASK_FLAG:
    default:
      return;
    }
}

static void
show_years (SzFormChoice *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = 0;

  for (guint i = 0; self->years != NULL && i < self->years->len; i++)
    {
      int year = g_array_index (self->years, int, i);

      gtk_string_list_take (names, g_strdup_printf ("%d", year));
      if (year == self->chosen_year)
        chosen = i;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->year, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->year, chosen);
  self->filling = FALSE;
}

void
sz_form_choice_set_needs (SzFormChoice *self, guint needs, guint takes, GArray *years)
{
  gboolean of_year = (needs & SZ_FORM_NEEDS_YEAR) != 0 && years != NULL && years->len > 0;
  gboolean of_run = (needs & SZ_FORM_NEEDS_RUN) != 0 && self->runs->len > 0;
  gboolean of_day = (needs & SZ_FORM_NEEDS_DAY) != 0;

  g_clear_pointer (&self->years, g_array_unref);
  self->years = years != NULL ? g_array_ref (years) : NULL;
  if (of_year)
    show_years (self);
  gtk_widget_set_visible (self->year_label, of_year);
  gtk_widget_set_visible (GTK_WIDGET (self->year), of_year);
  gtk_widget_set_visible (self->run_label, of_run);
  gtk_widget_set_visible (GTK_WIDGET (self->run), of_run);
  gtk_widget_set_visible (self->day_label, of_day);
  gtk_widget_set_visible (GTK_WIDGET (self->day), of_day);
  show_extras (self, of_day ? (needs | takes) & ~(guint)SZ_FORM_NEEDS_DAY : needs | takes);
}

static void
select_run (SzFormChoice *self)
{
  guint chosen = 0;

  for (guint i = 0; i < self->runs->len; i++)
    if (g_array_index (self->runs, gint64, i) == self->chosen_run)
      chosen = i;
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->run, chosen);
  self->filling = FALSE;
}

void
sz_form_choice_set_runs (SzFormChoice *self, GArray *runs)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_return_if_fail (SZ_IS_FORM_CHOICE (self) && runs != NULL);

  g_array_set_size (self->runs, 0);
  for (guint i = runs->len; i > 0; i--)
    {
      const SzPayHead *head = &g_array_index (runs, SzPayHead, i - 1);

      g_array_append_val (self->runs, head->run);
      /* TRANSLATORS: number and name of a pay run */
      gtk_string_list_take (names, g_strdup_printf (_ ("No. %d · %s"), (int)head->run, head->name));
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->run, G_LIST_MODEL (names));
  self->filling = FALSE;
  select_run (self);
}

void
sz_form_choice_set_year (SzFormChoice *self, int year)
{
  g_return_if_fail (SZ_IS_FORM_CHOICE (self));

  self->chosen_year = year;
}

void
sz_form_choice_set_run (SzFormChoice *self, gint64 run)
{
  g_return_if_fail (SZ_IS_FORM_CHOICE (self));

  self->chosen_run = run;
  select_run (self);
}

void
sz_form_choice_set_sheet (SzFormChoice *self, gint64 sheet)
{
  g_return_if_fail (SZ_IS_FORM_CHOICE (self));

  for (guint i = 0; i < self->extras->len; i++)
    {
      const Extra *extra = &g_array_index (self->extras, Extra, i);
      g_autofree char *text
          = sheet > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, sheet) : g_strdup ("");

      if ((extra->ask->bit & SZ_FORM_NEEDS_SHEET) != 0)
        gtk_editable_set_text (GTK_EDITABLE (extra->field), text);
    }
}

void
sz_form_choice_set_day (SzFormChoice *self, SzDate day)
{
  g_return_if_fail (SZ_IS_FORM_CHOICE (self));

  self->filling = TRUE;
  sz_date_button_set_date (self->day, day);
  self->filling = FALSE;
}

SzFormParams
sz_form_choice_get_params (SzFormChoice *self)
{
  SzFormParams params = { 0 };
  guint year = gtk_drop_down_get_selected (self->year);
  guint run = gtk_drop_down_get_selected (self->run);

  if (self->years != NULL && year < self->years->len)
    params.year = g_array_index (self->years, int, year);
  if (run < self->runs->len)
    params.run = g_array_index (self->runs, gint64, run);
  if (gtk_widget_get_visible (GTK_WIDGET (self->day)))
    params.on = sz_date_button_get_date (self->day);
  for (guint i = 0; i < self->extras->len; i++)
    take_extra (&g_array_index (self->extras, Extra, i), &params);
  return params;
}

/* The name of a run may be long: the button shows it in two lines, the list in one. */
static void
setup_item_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);
  gboolean wraps = GPOINTER_TO_INT (user_data);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), wraps);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (wraps)
    gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
  gtk_list_item_set_child (item, label);
}

static void
bind_item_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
}

static GtkListItemFactory *
make_factory (gboolean wraps)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_item_cb), GINT_TO_POINTER (wraps));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_item_cb), NULL);
  return factory;
}

static void
sz_form_choice_dispose (GObject *object)
{
  SzFormChoice *self = SZ_FORM_CHOICE (object);

  g_clear_handle_id (&self->typing, g_source_remove);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->grid, gtk_widget_unparent);
  G_OBJECT_CLASS (sz_form_choice_parent_class)->dispose (object);
}

static void
sz_form_choice_finalize (GObject *object)
{
  SzFormChoice *self = SZ_FORM_CHOICE (object);

  g_clear_pointer (&self->years, g_array_unref);
  g_clear_pointer (&self->runs, g_array_unref);
  g_clear_pointer (&self->extras, g_array_unref);
  G_OBJECT_CLASS (sz_form_choice_parent_class)->finalize (object);
}

static void
sz_form_choice_class_init (SzFormChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SZ_TYPE_DATE_BUTTON);
  object_class->dispose = sz_form_choice_dispose;
  object_class->finalize = sz_form_choice_finalize;
  signals[CHANGED] = g_signal_new ("changed", SZ_TYPE_FORM_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/shizi/Shizi/ui/sz-form-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, SzFormChoice, day);
  gtk_widget_class_bind_template_child (widget_class, SzFormChoice, day_label);
  gtk_widget_class_bind_template_child (widget_class, SzFormChoice, grid);
  gtk_widget_class_bind_template_child (widget_class, SzFormChoice, run);
  gtk_widget_class_bind_template_child (widget_class, SzFormChoice, run_label);
  gtk_widget_class_bind_template_child (widget_class, SzFormChoice, year);
  gtk_widget_class_bind_template_child (widget_class, SzFormChoice, year_label);
  gtk_widget_class_bind_template_callback (widget_class, day_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, run_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_selected_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
sz_form_choice_init (SzFormChoice *self)
{
  g_autoptr (GtkListItemFactory) shown = make_factory (TRUE);
  g_autoptr (GtkListItemFactory) offered = make_factory (FALSE);

  self->runs = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  self->extras = g_array_new (FALSE, FALSE, sizeof (Extra));
  add_extras (self);
  gtk_drop_down_set_factory (self->run, shown);
  gtk_drop_down_set_list_factory (self->run, offered);
}
