/* sz-plan-dialog.c — 岗位设置方案: the three methods beside the numbers in force (RULE pst-3,
 * pst-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-plan-dialog.h"

#include <glib/gi18n.h>

#include "sz-decimal.h"
#include "sz-form-save.h"
#include "sz-post-plan-act.h"

#define LEVEL_LAST 13
#define ENTRY_CHARS 5
#define RATIO_PARTS 3
#define WIDTH 760

/* What is edited above the table. */
enum
{
  FIELD_TOTAL,
  FIELD_PROFESSIONAL,
  FIELD_RATIO,
  FIELD_SHARE,
  FIELD_FROM,
  FIELD_DOCUMENT,
  N_FIELDS
};

/* A level: what the methods propose for it, and what is approved. */
typedef struct
{
  GtkLabel *proposed[SZ_N_SPLIT_METHODS];
  GtkEditable *entry;
} Row;

struct _SzPlanDialog
{
  SzFormDialog parent_instance;

  /* Borrowed */
  SzPage *page;
  GtkEditable *fields[N_FIELDS];
  GtkLabel *least_label;
  Row rows[LEVEL_LAST + 1]; /* by level, from 1 on */

  /* Owned */
  SzPostPlan *plan;

  /* What the fields come to */
  int total;
  int professional;
  SzProposal proposals[SZ_N_SPLIT_METHODS];
};

G_DEFINE_FINAL_TYPE (SzPlanDialog, sz_plan_dialog, SZ_TYPE_FORM_DIALOG)

static const char *
get_text (SzPlanDialog *self, int field)
{
  return gtk_editable_get_text (self->fields[field]);
}

static SzPost
get_post (int level)
{
  return SZ_POST_PROFESSIONAL * 100 + level;
}

static int
get_approved (SzPlanDialog *self, int level)
{
  return self->plan->approved[sz_place_of (get_post (level), FALSE)];
}

static gboolean
read_number (GtkEditable *entry, int *number)
{
  guint64 value = 0;
  const gboolean sound = g_ascii_string_to_unsigned (gtk_editable_get_text (entry), 10, 0,
                                                     SZ_SPLIT_POSTS_MAX, &value, NULL);

  *number = (int)value;
  return !sz_form_mark (GTK_WIDGET (entry), !sound);
}

/* (nullable): what is wrong with the numbers above the table. */
static const char *
read_rules (SzPlanDialog *self, SzSplitRules *rules)
{
  int parts[SZ_SPLIT_PARTS_MAX];
  guint n = 0;

  *rules = self->plan->rules;
  if (!read_number (self->fields[FIELD_TOTAL], &self->total))
    return _ ("How many posts there are is a whole number.");
  if (sz_form_mark (GTK_WIDGET (self->fields[FIELD_RATIO]),
                    !sz_ratio_parse (get_text (self, FIELD_RATIO), parts, &n) || n != RATIO_PARTS))
    return _ ("A ratio is written as 3:4:3.");
  for (int i = 0; i < RATIO_PARTS; i++)
    rules->hml[i] = parts[i];
  if (sz_form_mark (GTK_WIDGET (self->fields[FIELD_SHARE]),
                    !sz_decimal_parse (get_text (self, FIELD_SHARE), SZ_RATIO_DECIMALS,
                                       &rules->full_senior_x1e4, NULL)
                        || rules->full_senior_x1e4 < 0 || rules->full_senior_x1e4 > SZ_RATIO_ONE))
    return _ ("A share is written as 0.20, between 0 and 1.");
  /* Nothing typed: the least number. */
  self->professional = sz_posts_least_professional (rules->prof_min_x1e4, self->total);
  if (*get_text (self, FIELD_PROFESSIONAL) == '\0')
    sz_form_mark (GTK_WIDGET (self->fields[FIELD_PROFESSIONAL]), FALSE);
  else if (!read_number (self->fields[FIELD_PROFESSIONAL], &self->professional))
    return _ ("How many posts are professional is a whole number.");
  return NULL;
}

static void
show_proposals (SzPlanDialog *self, const SzSplitRules *rules)
{
  const int least = sz_posts_least_professional (rules->prof_min_x1e4, self->total);
  g_autofree char *text = NULL;

  for (int i = 0; i < SZ_N_SPLIT_METHODS; i++)
    sz_posts_propose (rules, (SzSplitMethod)i, self->professional, &self->proposals[i]);
  for (int level = 1; level <= LEVEL_LAST; level++)
    for (int i = 0; i < SZ_N_SPLIT_METHODS; i++)
      {
        const int posts = self->proposals[i].levels[level];
        const int more = posts - get_approved (self, level);
        g_autofree char *said
            = more == 0 ? g_strdup_printf ("%d", posts) : g_strdup_printf ("%d (%+d)", posts, more);

        gtk_label_set_text (self->rows[level].proposed[i], said);
      }
  text = self->professional < least
             ? g_strdup_printf (_ ("%d professional posts: fewer than the least number %d."),
                                self->professional, least)
             : g_strdup_printf (_ ("%d professional posts, at least %d. In brackets: more or less "
                                   "than in force."),
                                self->professional, least);
  gtk_label_set_text (self->least_label, text);
}

static SzFormCheck
sz_plan_dialog_check (SzFormDialog *dialog)
{
  SzPlanDialog *self = SZ_PLAN_DIALOG (dialog);
  SzFormCheck verdict = { .complete = FALSE };
  const char *fault;
  SzSplitRules rules;
  SzDate from;

  if (self->plan == NULL)
    return verdict;
  fault = read_rules (self, &rules);
  if (fault == NULL)
    show_proposals (self, &rules);
  for (int level = 1; level <= LEVEL_LAST; level++)
    {
      int number;

      if (!read_number (self->rows[level].entry, &number) && fault == NULL)
        fault = _ ("Approved numbers are whole numbers.");
    }
  if (!sz_form_read_day (self->fields[FIELD_FROM], &from) && fault == NULL)
    fault = _ ("A day is written as 2026-01-01.");
  verdict.complete = from != SZ_DATE_NONE && *get_text (self, FIELD_DOCUMENT) != '\0';
  verdict.fault = g_strdup (fault);
  return verdict;
}

/* ---- saving ---- */

typedef struct
{
  SzDate from;
  char *document;
  GArray *numbers;
} Saving;

static void
free_saving (gpointer data)
{
  Saving *saving = data;

  g_free (saving->document);
  g_array_unref (saving->numbers);
  g_free (saving);
}

static gpointer
save_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Saving *saving = data;
  const SzPostDocument document = { saving->from, saving->document, saving->numbers };
  const char *act;

  if (!sz_post_plan_put (office, &document, error))
    return NULL;
  act = sz_office_get_last_act (office);
  return g_strdup (act != NULL ? act : "");
}

static void
saved_cb (gpointer owner, gpointer value)
{
  g_autofree char *act = value;

  sz_page_done (SZ_PLAN_DIALOG (owner)->page, _ ("The approved numbers are kept"), act);
  sz_form_dialog_finish (owner);
}

/* Levels whose number is another one than in force; nothing changed: all, a document that confirms
   what is. */
static void
sz_plan_dialog_save (SzFormDialog *dialog)
{
  SzPlanDialog *self = SZ_PLAN_DIALOG (dialog);
  Saving *saving = g_new0 (Saving, 1);

  saving->document = g_strdup (get_text (self, FIELD_DOCUMENT));
  saving->numbers = g_array_new (FALSE, TRUE, sizeof (SzPostApproved));
  sz_form_read_day (self->fields[FIELD_FROM], &saving->from);
  for (int pass = 0; pass < 2 && saving->numbers->len == 0; pass++)
    for (int level = 1; level <= LEVEL_LAST; level++)
      {
        SzPostApproved number = { get_post (level), 0 };

        if (read_number (self->rows[level].entry, &number.approved)
            && (pass == 1 || number.approved != get_approved (self, level)))
          g_array_append_val (saving->numbers, number);
      }
  sz_form_dialog_write (dialog,
                        SZ_WORK (save_cb, saving, free_saving, g_free,
                                 .changes = SZ_CHANGED_TITLES),
                        saved_cb);
}

static void
print_clicked_cb (SzPlanDialog *self)
{
  const SzFormParams params = { .on = sz_page_get_as_of (self->page),
                                .propose = TRUE,
                                .total = self->total,
                                .professional = self->professional,
                                .ratio = get_text (self, FIELD_RATIO),
                                .senior = get_text (self, FIELD_SHARE) };
  SzFormOrder *order = sz_form_order_new ("F10", &params);
  g_autofree char *name = sz_form_save_dup_name (sz_form_find ("F10"), &params, ".xlsx");

  sz_form_save (self->page, order, name);
}

/* ---- the table ---- */

static void
set_number (GtkEditable *entry, int number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  gtk_editable_set_text (entry, text);
}

/* What a method proposes becomes the numbers that are to be approved. */
static void
take_clicked_cb (SzPlanDialog *self, GtkWidget *button)
{
  const int method = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "method"));

  for (int level = 1; level <= LEVEL_LAST; level++)
    set_number (self->rows[level].entry, self->proposals[method].levels[level]);
}

static GtkLabel *
add_label (GtkGrid *grid, int column, int row, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_grid_attach (grid, label, column, row, 1, 1);
  return GTK_LABEL (label);
}

static void
add_row (SzPlanDialog *self, GtkGrid *grid, int level)
{
  g_autofree char *name = sz_post_name (get_post (level));
  g_autofree char *approved = g_strdup_printf ("%d", get_approved (self, level));
  g_autofree char *entry_name = g_strdup_printf ("%s %s", name, _ ("to approve"));
  GtkWidget *entry = gtk_entry_new ();
  Row *row = &self->rows[level];

  add_label (grid, 0, level, name);
  add_label (grid, 1, level, approved);
  for (int i = 0; i < SZ_N_SPLIT_METHODS; i++)
    row->proposed[i] = add_label (grid, 2 + i, level, "");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), ENTRY_CHARS);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), approved);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, entry_name,
                                  -1);
  gtk_grid_attach (grid, entry, 2 + SZ_N_SPLIT_METHODS, level, 1, 1);
  row->entry = GTK_EDITABLE (entry);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (sz_form_dialog_changed), self);
}

static GtkWidget *
make_grid (SzPlanDialog *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_widget_add_css_class (grid, "sz-form");
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  add_label (GTK_GRID (grid), 0, 0, _ ("Level"));
  add_label (GTK_GRID (grid), 1, 0, _ ("In force"));
  for (int i = 0; i < SZ_N_SPLIT_METHODS; i++)
    {
      GtkWidget *take = gtk_button_new_with_label (sz_split_method_name ((SzSplitMethod)i));

      gtk_widget_set_tooltip_text (take, _ ("Take these numbers"));
      if (self->plan->rules.method == (SzSplitMethod)i)
        gtk_widget_add_css_class (take, "suggested-action");
      g_object_set_data (G_OBJECT (take), "method", GINT_TO_POINTER (i));
      g_signal_connect_swapped (take, "clicked", G_CALLBACK (take_clicked_cb), self);
      gtk_grid_attach (GTK_GRID (grid), take, 2 + i, 0, 1, 1);
    }
  add_label (GTK_GRID (grid), 2 + SZ_N_SPLIT_METHODS, 0, _ ("To approve"));
  for (int level = 1; level <= LEVEL_LAST; level++)
    add_row (self, GTK_GRID (grid), level);
  return grid;
}

static void
add_fields (SzPlanDialog *self)
{
  static const struct
  {
    const char *title;
    gboolean required;
  } titles[N_FIELDS] = {
    { N_ ("Posts altogether"), TRUE },
    { N_ ("Of them professional (empty: the least number)"), FALSE },
    { N_ ("Senior : intermediate : junior"), TRUE },
    { N_ ("Share of 正高 of the senior ones"), TRUE },
    { N_ ("In force from, as 2026-01-01"), TRUE },
    { N_ ("Number of the document (核准文号)"), TRUE },
  };
  GtkWidget *groups[2] = { adw_preferences_group_new (), adw_preferences_group_new () };
  GtkWidget *print = gtk_button_new_with_mnemonic (_ ("Save the Proposal as _F10…"));
  GtkWidget *least = gtk_label_new ("");

  for (int i = 0; i < N_FIELDS; i++)
    self->fields[i] = sz_form_dialog_add_entry (SZ_FORM_DIALOG (self),
                                                ADW_PREFERENCES_GROUP (groups[i >= FIELD_FROM]),
                                                _ (titles[i].title), titles[i].required);
  gtk_label_set_xalign (GTK_LABEL (least), 0);
  gtk_label_set_wrap (GTK_LABEL (least), TRUE);
  gtk_widget_add_css_class (least, "dim-label");
  self->least_label = GTK_LABEL (least);
  gtk_widget_set_halign (print, GTK_ALIGN_START);
  g_signal_connect_swapped (print, "clicked", G_CALLBACK (print_clicked_cb), self);
  sz_form_dialog_add (SZ_FORM_DIALOG (self), groups[0]);
  sz_form_dialog_add (SZ_FORM_DIALOG (self), least);
  sz_form_dialog_add (SZ_FORM_DIALOG (self), make_grid (self));
  sz_form_dialog_add (SZ_FORM_DIALOG (self), groups[1]);
  sz_form_dialog_add (SZ_FORM_DIALOG (self), print);
}

static void
sz_plan_dialog_finalize (GObject *object)
{
  g_free (SZ_PLAN_DIALOG (object)->plan);
  G_OBJECT_CLASS (sz_plan_dialog_parent_class)->finalize (object);
}

static void
sz_plan_dialog_class_init (SzPlanDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sz_plan_dialog_finalize;
  SZ_FORM_DIALOG_CLASS (klass)->check = sz_plan_dialog_check;
  SZ_FORM_DIALOG_CLASS (klass)->save = sz_plan_dialog_save;
}

static void
sz_plan_dialog_init (SzPlanDialog *self)
{
}

/* ---- what is in force ---- */

static gpointer
read_plan_cb (
    SzOffice *office, gpointer day, SzProgress progress, GCancellable *cancellable, GError **error)
{
  return sz_post_plan (office, *(const SzDate *)day, error);
}

static void
plan_read_cb (gpointer owner, gpointer value)
{
  SzPage *page = owner;
  SzPostPlan *plan = value;
  SzPlanDialog *self
      = g_object_new (SZ_TYPE_PLAN_DIALOG, "transient-for", sz_page_get_window (page), "tasks",
                      sz_page_get_tasks (page), "title", _ ("Plan of Posts"), NULL);
  g_autofree char *ratio
      = g_strdup_printf ("%d:%d:%d", plan->rules.hml[0], plan->rules.hml[1], plan->rules.hml[2]);
  g_autofree char *share = sz_decimal_format (plan->rules.full_senior_x1e4, SZ_RATIO_DECIMALS);
  int professional = 0;

  self->page = page;
  self->plan = plan;
  for (int level = 1; level <= LEVEL_LAST; level++)
    professional += get_approved (self, level);
  add_fields (self);
  set_number (self->fields[FIELD_TOTAL], plan->total);
  if (professional > 0)
    set_number (self->fields[FIELD_PROFESSIONAL], professional);
  gtk_editable_set_text (self->fields[FIELD_RATIO], ratio);
  gtk_editable_set_text (self->fields[FIELD_SHARE], share);
  sz_form_dialog_set_hint (SZ_FORM_DIALOG (self),
                           _ ("The methods only propose; what the authority approved is kept with "
                              "its day and document."));
  sz_form_dialog_set_width (SZ_FORM_DIALOG (self), WIDTH);
  sz_form_dialog_begin (SZ_FORM_DIALOG (self));
  gtk_window_present (GTK_WINDOW (self));
}

void
sz_plan_dialog_present (SzPage *page)
{
  SzDate *day;

  g_return_if_fail (SZ_IS_PAGE (page));
  day = g_new (SzDate, 1);
  *day = sz_page_get_as_of (page);
  sz_page_read (page, SZ_WORK (read_plan_cb, day, g_free, g_free), plan_read_cb);
}
