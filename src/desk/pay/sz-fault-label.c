/* sz-fault-label.c — a place of a form where its faults are said
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-fault-label.h"

#include <string.h>

#include "sz-message.h"

struct _SzFaultLabel
{
  GtkWidget parent_instance;

  GtkWidget *label;
  char *place;
  GString *text; /* being gathered */
};

enum
{
  PROP_0,
  PROP_PLACE,
  PROP_FAULTY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SzFaultLabel, sz_fault_label, GTK_TYPE_WIDGET)

static void
show_text (SzFaultLabel *self)
{
  gboolean faulty = self->text->len > 0;

  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (self->label)), self->text->str) == 0)
    return;
  gtk_label_set_label (GTK_LABEL (self->label), self->text->str);
  gtk_widget_set_visible (GTK_WIDGET (self), faulty);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FAULTY]);
}

void
sz_fault_label_set_place (SzFaultLabel *self, const char *place)
{
  g_return_if_fail (SZ_IS_FAULT_LABEL (self));

  g_free (self->place);
  self->place = g_strdup (place);
}

GtkWidget *
sz_fault_label_new (const char *place)
{
  return g_object_new (SZ_TYPE_FAULT_LABEL, "place", place, NULL);
}

/* Labels of @form, at any depth. */
static void
gather_labels (GtkWidget *widget, GPtrArray *labels)
{
  if (SZ_IS_FAULT_LABEL (widget))
    g_ptr_array_add (labels, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gather_labels (child, labels);
}

/* How much of @column the label stands for: 0 nothing, more is nearer. */
static gsize
rate_place (const SzFaultLabel *label, const char *column, const char *named)
{
  gsize length = label->place != NULL ? strlen (label->place) : 0;

  if (length == 0)
    return 0;
  if (named != NULL && strcmp (named, label->place) == 0)
    return G_MAXSIZE;
  if (strncmp (label->place, column, length) == 0
      && (column[length] == '\0' || column[length] == '.' || column[length] == '['))
    return length;
  return 0;
}

/* Tables name the table as the column and the row as the value: "coefficients.post", "中级". */
static SzFaultLabel *
find_label (const GPtrArray *labels, const SzIssue *issue)
{
  const char *column = issue->column != NULL ? issue->column : "";
  g_autofree char *named
      = issue->value != NULL ? g_strconcat (column, ".", issue->value, NULL) : NULL;
  SzFaultLabel *found = NULL;
  gsize best = 0;

  for (guint i = 0; i < labels->len; i++)
    {
      SzFaultLabel *label = g_ptr_array_index (labels, i);
      gsize rate = rate_place (label, column, named);

      if (rate > best)
        {
          best = rate;
          found = label;
        }
    }
  return found;
}

/* The place is where the sentence stands, so that the sentence leaves it out and begins with a
 * capital. */
static char *
write_sentence (const SzIssue *issue)
{
  SzIssue bare = *issue;
  char *text;

  bare.column = NULL;
  bare.file = NULL;
  bare.row = 0;
  text = sz_message_for_issue (&bare);
  *text = g_ascii_toupper (*text);
  return text;
}

static void
add_sentence (GString *text, const char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, sentence);
}

char *
sz_fault_labels_show (GtkWidget *form, const SzIssueList *issues)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autoptr (GString) homeless = g_string_new (NULL);

  gather_labels (form, labels);
  for (guint i = 0; i < labels->len; i++)
    g_string_truncate (((SzFaultLabel *)g_ptr_array_index (labels, i))->text, 0);
  for (guint i = 0; issues != NULL && i < sz_issue_list_length (issues); i++)
    {
      const SzIssue *issue = sz_issue_list_get (issues, i);
      SzFaultLabel *label = find_label (labels, issue);
      g_autofree char *sentence = write_sentence (issue);

      if (issue->severity == SZ_SEVERITY_ERROR)
        add_sentence (label != NULL ? label->text : homeless, sentence);
    }
  for (guint i = 0; i < labels->len; i++)
    show_text (g_ptr_array_index (labels, i));
  return homeless->len > 0 ? g_string_free (g_steal_pointer (&homeless), FALSE) : NULL;
}

/* The sentence stands in the box of what it is about. */
gboolean
sz_fault_labels_focus (GtkWidget *form)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  g_return_val_if_fail (GTK_IS_WIDGET (form), FALSE);

  gather_labels (form, labels);
  for (guint i = 0; i < labels->len; i++)
    {
      GtkWidget *label = g_ptr_array_index (labels, i);

      if (gtk_widget_get_visible (label))
        return gtk_widget_child_focus (gtk_widget_get_parent (label), GTK_DIR_TAB_FORWARD);
    }
  return FALSE;
}

static void
sz_fault_label_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PLACE)
    sz_fault_label_set_place (SZ_FAULT_LABEL (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sz_fault_label_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SzFaultLabel *self = SZ_FAULT_LABEL (object);

  if (id == PROP_PLACE)
    g_value_set_string (value, self->place);
  else
    g_value_set_boolean (value, gtk_widget_get_visible (GTK_WIDGET (self)));
}

static void
sz_fault_label_dispose (GObject *object)
{
  g_clear_pointer (&SZ_FAULT_LABEL (object)->label, gtk_widget_unparent);
  G_OBJECT_CLASS (sz_fault_label_parent_class)->dispose (object);
}

static void
sz_fault_label_finalize (GObject *object)
{
  SzFaultLabel *self = SZ_FAULT_LABEL (object);

  g_free (self->place);
  g_string_free (self->text, TRUE);
  G_OBJECT_CLASS (sz_fault_label_parent_class)->finalize (object);
}

static void
sz_fault_label_class_init (SzFaultLabelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = sz_fault_label_set_property;
  object_class->get_property = sz_fault_label_get_property;
  object_class->dispose = sz_fault_label_dispose;
  object_class->finalize = sz_fault_label_finalize;
  properties[PROP_PLACE]
      = g_param_spec_string ("place", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FAULTY] = g_param_spec_boolean ("faulty", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
sz_fault_label_init (SzFaultLabel *self)
{
  self->text = g_string_new (NULL);
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_add_css_class (self->label, "error");
  gtk_widget_add_css_class (self->label, "caption");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_hide (GTK_WIDGET (self));
}
