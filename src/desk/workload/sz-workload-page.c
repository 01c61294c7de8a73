/* sz-workload-page.c — teaching and training of a year, and what they come to
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-workload-page.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "sz-choice-button.h"
#include "sz-list-table.h"
#include "sz-workload-query.h"
#include "sz-workload-rows.h"
#include "sz-workload-sheet.h"

struct _SzWorkloadPage
{
  SzPage parent_instance;

  /* Template widgets */
  GtkStack *stack; /* lists, or what to do where there are none */
  GtkStack *lists;
  SzListTable *teaching_table;
  SzListTable *training_table;
  SzListTable *year_table;
  SzChoiceButton *year_button;
  SzChoiceButton *department_button;
  GtkWidget *details;
  GtkStack *details_stack;
  GtkLabel *name_label;
  GtkLabel *line_label;
  SzFieldList *sheet;

  /* Owned */
  SzWorkloadBook *book; /* (nullable) */
  GBytes *context;      /* the book, as the tables hand it on */
  GSettings *settings;
  GCancellable *opening;
  GCancellable *asking;
  GCancellable *reading;
  char *sums; /* of the list shown, for the foot */
  gboolean answered[SZ_N_WORKLOAD_LISTS];
  guint n_pending;
  gint64 person_id; /* in the details */
  SzDate day;       /* as of which the year was chosen */
  gboolean filling; /* the choices, by program */
};

G_DEFINE_FINAL_TYPE (SzWorkloadPage, sz_workload_page, SZ_TYPE_PAGE)

static const char *const list_names[SZ_N_WORKLOAD_LISTS] = {
  [SZ_WORKLOAD_TEACHING] = "teaching",
  [SZ_WORKLOAD_TRAINING] = "training",
  [SZ_WORKLOAD_YEAR] = "year",
};

static SzWorkloadList
get_list (SzWorkloadPage *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->lists);

  for (guint i = 0; i < SZ_N_WORKLOAD_LISTS; i++)
    if (g_strcmp0 (list_names[i], name) == 0)
      return (SzWorkloadList)i;
  return SZ_WORKLOAD_TEACHING;
}

static SzListTable *
get_table (SzWorkloadPage *self, SzWorkloadList list)
{
  if (list == SZ_WORKLOAD_TEACHING)
    return self->teaching_table;
  return list == SZ_WORKLOAD_TRAINING ? self->training_table : self->year_table;
}

static void
renew (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_object_unref (*cancellable);
  *cancellable = g_cancellable_new ();
}

/* TRUE: the answer is still wanted; one that failed is told. */
static gboolean
is_wanted (SzWorkloadPage *self, GAsyncResult *result, gconstpointer value, const GError *error)
{
  self->n_pending--;
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return FALSE;
  if (value == NULL)
    sz_page_show_error (SZ_PAGE (self), error);
  return value != NULL;
}

/* ---- the foot ---- */

static void
show_foot (SzWorkloadPage *self)
{
  SzWorkloadList list = get_list (self);
  const char *unit = list == SZ_WORKLOAD_YEAR ? _ ("people") : _ ("records");
  g_autofree char *foot = NULL;
  g_autofree char *text = NULL;

  if (self->book == NULL)
    return;
  foot = sz_list_table_dup_foot (get_table (self, list), unit);
  text = self->sums != NULL ? g_strdup_printf ("%s · %s", foot, self->sums) : NULL;
  sz_page_set_foot (SZ_PAGE (self), text != NULL ? text : foot);
}

static char *
describe_sums (SzWorkloadList list, const SzWorkloadAnswer *answer)
{
  g_autofree char *planned = sz_decimal_format_grouped (answer->planned_x100, SZ_HOURS_DECIMALS);
  g_autofree char *worth = sz_decimal_format_grouped (answer->worth_x100, SZ_HOURS_DECIMALS);
  g_autofree char *over = sz_decimal_format_grouped (answer->over_x100, SZ_HOURS_DECIMALS);
  g_autofree char *pay = sz_money_format_grouped (answer->over_pay_fen);

  if (list == SZ_WORKLOAD_TEACHING)
    return g_strdup_printf (_ ("%s hours, %s standard hours in all"), planned, worth);
  if (list == SZ_WORKLOAD_TRAINING)
    return g_strdup_printf (_ ("%s hours, %s after conversion in all"), planned, worth);
  return g_strdup_printf (_ ("%s hours, %s over-hours, %s over-hour pay in all"), worth, over, pay);
}

/* ---- the details ---- */

typedef struct
{
  SzWorkloadBook *book;
  SzWorkloadQuery *query; /* of an Ask */
  gint64 person_id;       /* of a Sheet */
} Input;

static void
free_input (gpointer data)
{
  Input *input = data;

  sz_workload_book_unref (input->book);
  sz_workload_query_free (input->query);
  g_free (input);
}

typedef struct
{
  GPtrArray *fields;
  char *name;
  char *line;
} Sheet;

static void
free_sheet (gpointer data)
{
  Sheet *sheet = data;

  g_ptr_array_unref (sheet->fields);
  g_free (sheet->name);
  g_free (sheet->line);
  g_free (sheet);
}

static gpointer
read_sheet_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Input *input = data;
  const SzPeopleRow *person
      = sz_people_view_get_row (sz_workload_view_people (input->book->view), input->person_id);
  Sheet *sheet = g_new0 (Sheet, 1);

  sheet->fields = sz_workload_sheet (input->book, input->person_id);
  sheet->name = g_strdup (person != NULL ? person->name : "");
  sheet->line = person != NULL ? g_strdup_printf ("%s · %s", person->staff_no, person->department)
                               : g_strdup ("");
  return sheet;
}

static void
sheet_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzWorkloadPage *self = SZ_WORKLOAD_PAGE (source);
  g_autoptr (GError) error = NULL;
  Sheet *sheet = sz_tasks_finish (result, &error);

  if (is_wanted (self, result, sheet, error))
    {
      gtk_label_set_label (self->name_label, sheet->name);
      gtk_label_set_label (self->line_label, sheet->line);
      sz_field_list_show (self->sheet, sheet->fields);
      gtk_stack_set_visible_child_name (self->details_stack, "person");
    }
  g_clear_pointer (&sheet, free_sheet);
}

static void
show_details (SzWorkloadPage *self)
{
  Input *input;

  renew (&self->reading);
  if (self->person_id == 0 || self->book == NULL)
    {
      gtk_stack_set_visible_child_name (self->details_stack, "nobody");
      return;
    }
  input = g_new0 (Input, 1);
  input->book = sz_workload_book_ref (self->book);
  input->person_id = self->person_id;
  self->n_pending++;
  sz_tasks_read (sz_page_get_tasks (SZ_PAGE (self)), self,
                 SZ_WORK (read_sheet_cb, input, free_input, free_sheet), self->reading,
                 sheet_read_cb, NULL);
}

static void
selection_changed_cb (SzWorkloadPage *self)
{
  SzWorkloadList list = get_list (self);
  gint64 id = sz_list_table_get_current (get_table (self, list));
  gint64 person_id
      = self->book != NULL && id != 0 ? sz_workload_book_person (self->book, list, id) : 0;

  if (person_id == self->person_id)
    return;
  self->person_id = person_id;
  show_details (self);
}

/* ---- questions ---- */

static gpointer
ask_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Input *input = data;

  return sz_workload_query_ask (input->query, input->book);
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzWorkloadPage *self = SZ_WORKLOAD_PAGE (source);
  SzWorkloadList list = (SzWorkloadList)GPOINTER_TO_INT (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (SzWorkloadAnswer) answer = sz_tasks_finish (result, &error);

  if (!is_wanted (self, result, answer, error) || self->context == NULL)
    return;
  g_free (self->sums);
  self->sums = describe_sums (list, answer);
  self->answered[list] = TRUE;
  sz_list_table_update_ids (get_table (self, list), g_steal_pointer (&answer->ids), NULL,
                            g_bytes_ref (self->context));
  show_foot (self);
}

static void
ask (SzWorkloadPage *self)
{
  SzWorkloadList list = get_list (self);
  const char *text = sz_page_get_search (SZ_PAGE (self));
  Input *input;
  int variant = 0;

  if (self->book == NULL)
    return;
  renew (&self->asking);
  input = g_new0 (Input, 1);
  input->book = sz_workload_book_ref (self->book);
  input->query = sz_workload_query_new (list);
  input->query->text = *text != '\0' ? g_strdup (text) : NULL;
  input->query->department = g_strdup (sz_choice_button_get_choice (self->department_button));
  input->query->sort = g_strdup (
      sz_list_table_get_sort (get_table (self, list), &input->query->descending, &variant));
  input->query->by_pinyin = variant == 1;
  self->n_pending++;
  sz_tasks_read (sz_page_get_tasks (SZ_PAGE (self)), self,
                 SZ_WORK (ask_cb, input, free_input, (GDestroyNotify)sz_workload_answer_free),
                 self->asking, asked_cb, GINT_TO_POINTER (list));
}

static void
query_changed_cb (SzWorkloadPage *self)
{
  if (self->filling)
    return;
  for (guint i = 0; i < SZ_N_WORKLOAD_LISTS; i++)
    self->answered[i] = FALSE;
  ask (self);
}

static void
list_changed_cb (SzWorkloadPage *self)
{
  if (self->book == NULL)
    return;
  g_clear_pointer (&self->sums, g_free);
  ask (self);
  selection_changed_cb (self);
}

/* ---- the book ---- */

typedef struct
{
  int year;
  SzDate day;
} Opening;

static gpointer
open_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Opening *opening = data;

  return sz_workload_book_open (office, opening->year, opening->day, cancellable, error);
}

static void
fill_years (SzWorkloadPage *self)
{
  g_autofree char *chosen = g_strdup_printf ("%d", self->book->year);
  gboolean listed = FALSE;

  sz_choice_button_clear (self->year_button, NULL);
  for (guint i = 0; i < self->book->years->len; i++)
    {
      int year = g_array_index (self->book->years, int, i);
      g_autofree char *id = g_strdup_printf ("%d", year);

      listed |= year == self->book->year;
      sz_choice_button_add (self->year_button, id, id);
    }
  if (!listed)
    sz_choice_button_add (self->year_button, chosen, chosen);
  sz_choice_button_choose (self->year_button, chosen);
}

static void
fill_departments (SzWorkloadPage *self)
{
  g_autoptr (GPtrArray) departments
      = sz_people_view_departments (sz_workload_view_people (self->book->view));

  sz_choice_button_clear (self->department_button, _ ("All departments"));
  for (guint i = 0; i < departments->len; i++)
    sz_choice_button_add (self->department_button, g_ptr_array_index (departments, i),
                          g_ptr_array_index (departments, i));
}

static void
unref_book (gpointer book)
{
  sz_workload_book_unref (book);
}

/* Without records there are no details to speak of. */
static void
fold_details (SzWorkloadPage *self)
{
  gtk_widget_set_visible (self->details,
                          g_settings_get_boolean (self->settings, "details")
                              && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "empty")
                                     != 0);
}

static void
set_book (SzWorkloadPage *self, SzWorkloadBook *book)
{
  gboolean empty = sz_workload_book_count (book, SZ_WORKLOAD_TEACHING) == 0
                   && sz_workload_book_count (book, SZ_WORKLOAD_TRAINING) == 0
                   && book->years->len == 0;

  g_clear_pointer (&self->book, sz_workload_book_unref);
  g_clear_pointer (&self->context, g_bytes_unref);
  self->book = book;
  self->context
      = g_bytes_new_with_free_func (book, sizeof *book, unref_book, sz_workload_book_ref (book));
  self->filling = TRUE;
  fill_years (self);
  fill_departments (self);
  self->filling = FALSE;
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "lists");
  fold_details (self);
  query_changed_cb (self);
  show_details (self);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SzWorkloadPage *self = SZ_WORKLOAD_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (SzWorkloadBook) book = sz_tasks_finish (result, &error);

  if (is_wanted (self, result, book, error))
    set_book (self, g_steal_pointer (&book));
}

static void
open_book (SzWorkloadPage *self, int year)
{
  Opening *opening = g_new0 (Opening, 1);

  renew (&self->opening);
  *opening = (Opening){ year, sz_page_get_as_of (SZ_PAGE (self)) };
  self->n_pending++;
  sz_tasks_read (sz_page_get_tasks (SZ_PAGE (self)), self,
                 SZ_WORK (open_cb, opening, g_free, unref_book), self->opening, opened_cb, NULL);
}

static void
year_chosen_cb (SzWorkloadPage *self)
{
  const char *year = sz_choice_button_get_choice (self->year_button);

  if (!self->filling && year != NULL && sz_page_get_tasks (SZ_PAGE (self)) != NULL)
    open_book (self, atoi (year));
}

static void
sz_workload_page_reload (SzPage *page)
{
  SzWorkloadPage *self = SZ_WORKLOAD_PAGE (page);
  SzDate day = sz_page_get_as_of (page);
  /* Another day means its year; other data mean the year one was looking at. */
  gboolean same = self->book != NULL && self->day == day && self->book->years->len > 0;

  self->day = day;
  open_book (self, same ? self->book->year : 0);
}

static void
sz_workload_page_search_changed (SzPage *page, const char *text)
{
  query_changed_cb (SZ_WORKLOAD_PAGE (page));
}

static gboolean
sz_workload_page_copy (SzPage *page)
{
  SzWorkloadPage *self = SZ_WORKLOAD_PAGE (page);
  SzListTable *table = get_table (self, get_list (self));
  g_autoptr (GArray) selected = sz_list_table_get_selected (table);

  if (selected->len == 0)
    return FALSE;
  sz_list_table_copy (table, FALSE);
  return TRUE;
}

gboolean
sz_workload_page_is_settled (SzWorkloadPage *self)
{
  SzWorkloadList list = get_list (self);

  return self->n_pending == 0 && self->answered[list]
         && sz_list_table_is_settled (get_table (self, list));
}

void
sz_workload_page_show_list (SzWorkloadPage *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->lists, name);
}

static void
sz_workload_page_dispose (GObject *object)
{
  SzWorkloadPage *self = SZ_WORKLOAD_PAGE (object);

  g_cancellable_cancel (self->opening);
  g_cancellable_cancel (self->asking);
  g_cancellable_cancel (self->reading);
  g_clear_pointer (&self->book, sz_workload_book_unref);
  g_clear_pointer (&self->context, g_bytes_unref);
  g_clear_pointer (&self->sums, g_free);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (sz_workload_page_parent_class)->dispose (object);
}

static void
sz_workload_page_finalize (GObject *object)
{
  SzWorkloadPage *self = SZ_WORKLOAD_PAGE (object);

  g_clear_object (&self->opening);
  g_clear_object (&self->asking);
  g_clear_object (&self->reading);
  G_OBJECT_CLASS (sz_workload_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/shizi/Shizi/ui/sz-workload-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SzWorkloadPage, department_button);
  gtk_widget_class_bind_template_child (widget_class, SzWorkloadPage, details);
  gtk_widget_class_bind_template_child (widget_class, SzWorkloadPage, details_stack);
  gtk_widget_class_bind_template_child (widget_class, SzWorkloadPage, line_label);
  gtk_widget_class_bind_template_child (widget_class, SzWorkloadPage, lists);
  gtk_widget_class_bind_template_child (widget_class, SzWorkloadPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, SzWorkloadPage, sheet);
  gtk_widget_class_bind_template_child (widget_class, SzWorkloadPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SzWorkloadPage, teaching_table);
  gtk_widget_class_bind_template_child (widget_class, SzWorkloadPage, training_table);
  gtk_widget_class_bind_template_child (widget_class, SzWorkloadPage, year_button);
  gtk_widget_class_bind_template_child (widget_class, SzWorkloadPage, year_table);
  gtk_widget_class_bind_template_callback (widget_class, list_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, query_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_foot);
  gtk_widget_class_bind_template_callback (widget_class, year_chosen_cb);
}

static void
sz_workload_page_constructed (GObject *object)
{
  SzWorkloadPage *self = SZ_WORKLOAD_PAGE (object);

  G_OBJECT_CLASS (sz_workload_page_parent_class)->constructed (object);
  self->settings = g_object_ref (sz_page_get_settings (SZ_PAGE (self)));
  for (guint i = 0; i < SZ_N_WORKLOAD_LISTS; i++)
    {
      SzWorkloadList list = (SzWorkloadList)i;
      g_autofree char *name = g_strconcat ("workload-", list_names[i], NULL);

      g_object_bind_property (self, "tasks", get_table (self, list), "tasks",
                              G_BINDING_SYNC_CREATE);
      sz_list_table_setup (get_table (self, list), self->settings, name,
                           sz_workload_rows_columns (list), sz_workload_rows_fetch (list));
    }
  g_signal_connect_object (self->settings, "changed::details", G_CALLBACK (fold_details), self,
                           G_CONNECT_SWAPPED);
  fold_details (self);
}

static void
sz_workload_page_class_init (SzWorkloadPageClass *klass)
{
  SzPageClass *page_class = SZ_PAGE_CLASS (klass);

  g_type_ensure (SZ_TYPE_CHOICE_BUTTON);
  g_type_ensure (SZ_TYPE_FIELD_LIST);
  g_type_ensure (SZ_TYPE_LIST_TABLE);
  G_OBJECT_CLASS (klass)->constructed = sz_workload_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = sz_workload_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = sz_workload_page_finalize;
  page_class->reload = sz_workload_page_reload;
  page_class->search_changed = sz_workload_page_search_changed;
  page_class->copy = sz_workload_page_copy;
  page_class->concerns = SZ_CHANGED_PEOPLE | SZ_CHANGED_WORKLOAD | SZ_CHANGED_PARAMS;
  page_class->has_search = TRUE;
  page_class->has_date = TRUE;
  page_class->has_details = TRUE;
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
sz_workload_page_init (SzWorkloadPage *self)
{
  self->opening = g_cancellable_new ();
  self->asking = g_cancellable_new ();
  self->reading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
