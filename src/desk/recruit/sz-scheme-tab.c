/* sz-scheme-tab.c — how a post is filled: the sentence of its scores, typed with its reading beside
 * it, and all that it asks for (RULE rec-15)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-scheme-tab.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-codes.h"
#include "sz-field-list.h"
#include "sz-message.h"
#include "sz-post-tables.h"
#include "sz-register.h"

#define HEADING "成绩构成"

struct _SzSchemeTab
{
  GtkWidget parent_instance;

  SzPage *page; /* borrowed: the entry is part of it */
  SzRecruitDesk *desk;
  char *post;

  /* Borrowed widgets */
  GtkWidget *box;
  GtkWidget *tools;
  GtkEditable *entry;
  GtkLabel *reading;
  GtkWidget *save;
  SzFieldList *fields;
};

G_DEFINE_FINAL_TYPE (SzSchemeTab, sz_scheme_tab, GTK_TYPE_WIDGET)

static const SzRecruitPost *
get_post (SzSchemeTab *self)
{
  return self->desk != NULL && self->desk->book != NULL && self->post != NULL
             ? sz_recruit_book_post (self->desk->book, self->post)
             : NULL;
}

/* ---- reading ---- */

static void
note_fault_cb (SzPositionCell cell, const char *code, gpointer fault)
{
  if (*(char **)fault == NULL)
    *(char **)fault = g_strdup (code);
}

/* 先面试后笔试 · 面试50%+笔试50%; or why it cannot be read: @fault is set then. */
static char *
read_text (const SzRecruitDesk *desk, const SzRecruitPost *post, const char *text, char **fault)
{
  g_auto (SzExamPlan) plan = { 0 };
  g_autofree char *components = NULL;
  g_autofree char *text_of_fault = NULL;
  SzPositionCells cells;

  sz_recruit_cells (post->row, &cells);
  cells.components = text;
  sz_exam_plan_read (&cells, &desk->book->rules->exam, &plan, note_fault_cb, fault);
  if (*fault != NULL)
    {
      g_autoptr (GError) error = NULL;

      sz_error_set (&error, SZ_ERROR_FORMAT, *fault, "value", text, "column", HEADING, NULL);
      return sz_message_for_error (error);
    }
  components = sz_exam_plan_describe (&plan);
  return g_strdup_printf ("%s%s%s", sz_codes_by_value (SZ_TABLE_EXAM_ORDER, (int)plan.order)->name,
                          *components != '\0' ? " · " : "", components);
}

static void
text_changed_cb (SzSchemeTab *self)
{
  const SzRecruitPost *post = get_post (self);
  const char *text = gtk_editable_get_text (self->entry);
  g_autofree char *fault = NULL;
  g_autofree char *read = NULL;
  g_autofree char *said = NULL;

  if (post == NULL)
    {
      gtk_label_set_label (self->reading, "");
      return;
    }
  read = read_text (self->desk, post, text, &fault);
  said = fault == NULL ? g_strdup_printf (_ ("read as: %s"), read) : g_strdup (read);
  gtk_label_set_label (self->reading, said);
  gtk_widget_remove_css_class (GTK_WIDGET (self->reading), fault != NULL ? "dim-label" : "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->reading), fault != NULL ? "error" : "dim-label");
  gtk_widget_set_sensitive (self->save, fault == NULL && strcmp (text, post->row->components) != 0);
}

/* ---- saving ---- */

typedef struct
{
  gint64 id;
  char *text;
} Saving;

static void
saving_freed_cb (gpointer data)
{
  g_free (((Saving *)data)->text);
  g_free (data);
}

static gpointer
save_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Saving *saving = data;
  const SzRegister *reg = sz_register_find ("positions");
  g_autoptr (SzRegisterRow) row = sz_register_get (office, reg, saving->id, error);
  g_autofree char *act = NULL;

  if (row == NULL)
    return NULL;
  for (guint i = 0; i < reg->n_columns; i++)
    if (strcmp (reg->columns[i].heading, HEADING) == 0)
      {
        g_free (row->cells[i]);
        row->cells[i] = g_strdup (saving->text);
      }
  return GINT_TO_POINTER (sz_office_register_put (office, reg, row, &act, error));
}

static void
saved_cb (gpointer owner, gpointer value)
{
  sz_page_toast (owner, _ ("Saved"), NULL, NULL, NULL);
}

static void
save_clicked_cb (SzSchemeTab *self)
{
  const SzRecruitPost *post = get_post (self);
  Saving *saving;

  if (post == NULL || !gtk_widget_get_sensitive (self->save))
    return;
  saving = g_new0 (Saving, 1);
  saving->id = post->row->id;
  saving->text = g_strdup (gtk_editable_get_text (self->entry));
  sz_page_write (self->page,
                 SZ_WORK (save_cb, saving, saving_freed_cb, NULL,
                          .changes = SZ_CHANGED_RECRUITMENT),
                 saved_cb);
}

/* ---- showing ---- */

void
sz_scheme_tab_show (SzSchemeTab *self, SzRecruitDesk *desk, const char *code)
{
  g_autofree char *post_code = g_strdup (code);
  g_autoptr (GPtrArray) fields = NULL;
  const SzRecruitPost *post;
  gboolean typed;

  g_return_if_fail (SZ_IS_SCHEME_TAB (self));
  post = get_post (self);
  typed = post != NULL && code != NULL && strcmp (code, self->post) == 0
          && strcmp (gtk_editable_get_text (self->entry), post->row->components) != 0;
  if (desk != NULL)
    sz_recruit_desk_ref (desk);
  g_clear_pointer (&self->desk, sz_recruit_desk_unref);
  self->desk = desk;
  g_free (self->post);
  self->post = g_steal_pointer (&post_code);
  post = get_post (self);
  gtk_widget_set_sensitive (self->tools, post != NULL);
  if (!typed)
    gtk_editable_set_text (self->entry, post != NULL ? post->row->components : "");
  text_changed_cb (self);
  fields = post != NULL ? sz_post_scheme_fields (self->desk, post) : sz_fields_new ();
  sz_field_list_show (self->fields, fields);
}

void
sz_scheme_tab_type (SzSchemeTab *self, const char *text)
{
  g_return_if_fail (SZ_IS_SCHEME_TAB (self) && text != NULL);
  gtk_editable_set_text (self->entry, text);
}

const char *
sz_scheme_tab_get_reading (SzSchemeTab *self)
{
  g_return_val_if_fail (SZ_IS_SCHEME_TAB (self), NULL);
  return gtk_label_get_label (self->reading);
}

/* ---- the widget ---- */

static void
sz_scheme_tab_dispose (GObject *object)
{
  SzSchemeTab *self = SZ_SCHEME_TAB (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->desk, sz_recruit_desk_unref);
  G_OBJECT_CLASS (sz_scheme_tab_parent_class)->dispose (object);
}

static void
sz_scheme_tab_finalize (GObject *object)
{
  g_free (SZ_SCHEME_TAB (object)->post);
  G_OBJECT_CLASS (sz_scheme_tab_parent_class)->finalize (object);
}

static void
sz_scheme_tab_class_init (SzSchemeTabClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sz_scheme_tab_dispose;
  G_OBJECT_CLASS (klass)->finalize = sz_scheme_tab_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

/* 成绩构成 [面试50%+笔试50%]  read as: 先面试后笔试 · …  [Save] */
static void
add_sentence (SzSchemeTab *self)
{
  GtkWidget *title = gtk_label_new (HEADING);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *reading = gtk_label_new ("");

  self->tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->entry = GTK_EDITABLE (entry);
  self->reading = GTK_LABEL (reading);
  self->save = gtk_button_new_with_mnemonic (_ ("_Save"));
  gtk_widget_add_css_class (self->tools, "sz-toolbar");
  gtk_editable_set_width_chars (self->entry, 30);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, HEADING,
                                  -1);
  gtk_label_set_xalign (self->reading, 0);
  gtk_label_set_wrap (self->reading, TRUE);
  gtk_widget_set_hexpand (reading, TRUE);
  gtk_box_append (GTK_BOX (self->tools), title);
  gtk_box_append (GTK_BOX (self->tools), entry);
  gtk_box_append (GTK_BOX (self->tools), reading);
  gtk_box_append (GTK_BOX (self->tools), self->save);
  g_signal_connect_object (entry, "changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (save_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->save, "clicked", G_CALLBACK (save_clicked_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
sz_scheme_tab_init (SzSchemeTab *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  add_sentence (self);
  self->fields = SZ_FIELD_LIST (sz_field_list_new ());
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->fields));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->tools);
  gtk_box_append (GTK_BOX (self->box), scrolled);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
sz_scheme_tab_new (SzPage *page)
{
  SzSchemeTab *self;

  g_return_val_if_fail (SZ_IS_PAGE (page), NULL);
  self = g_object_new (SZ_TYPE_SCHEME_TAB, NULL);
  self->page = page;
  return GTK_WIDGET (self);
}
