/* sz-scheme-form.c — the scheme as a form
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-scheme-form.h"

#include <string.h>

#include "sz-coefficients-pane.h"
#include "sz-components-pane.h"
#include "sz-fault-label.h"
#include "sz-fixed-pane.h"
#include "sz-levels-pane.h"
#include "sz-limits-pane.h"
#include "sz-scheme-pane.h"

#define N_SECTIONS 6

struct _SzSchemeForm
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *scrolled;
  GtkWidget *content;
  SzSchemeSection *scheme_pane;
  SzSchemeSection *components_pane;
  SzSchemeSection *fixed_pane;
  SzSchemeSection *limits_pane;
  SzSchemeSection *levels_pane;
  SzSchemeSection *coefficients_pane;
  GtkWidget *kept_label;
  GtkWidget *others_label;

  gboolean editable;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzSchemeForm, sz_scheme_form, GTK_TYPE_WIDGET)

static void
section_changed_cb (SzSchemeForm *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
list_sections (SzSchemeForm *self, SzSchemeSection *sections[N_SECTIONS])
{
  sections[0] = self->scheme_pane;
  sections[1] = self->components_pane;
  sections[2] = self->fixed_pane;
  sections[3] = self->limits_pane;
  sections[4] = self->levels_pane;
  sections[5] = self->coefficients_pane;
}

/* What no field would say is said over all of them. */
static void
show_faults (SzSchemeForm *self, const SzIssueList *issues)
{
  g_autofree char *others = sz_fault_labels_show (self->content, issues);

  gtk_label_set_label (GTK_LABEL (self->others_label), others != NULL ? others : "");
  gtk_widget_set_visible (self->others_label, others != NULL);
}

void
sz_scheme_form_show (SzSchemeForm *self, const SzScheme *scheme)
{
  SzSchemeSection *sections[N_SECTIONS];

  g_return_if_fail (SZ_IS_SCHEME_FORM (self));

  list_sections (self, sections);
  for (int i = 0; i < N_SECTIONS; i++)
    sz_scheme_section_show (sections[i], scheme);
  show_faults (self, NULL);
}

static SzScheme *
read_sections (SzSchemeForm *self, SzIssueList *issues)
{
  SzScheme *scheme = sz_scheme_new ();
  SzSchemeSection *sections[N_SECTIONS];

  list_sections (self, sections);
  for (int i = 0; i < N_SECTIONS; i++)
    sz_scheme_section_read (sections[i], scheme, issues);
  return scheme;
}

SzScheme *
sz_scheme_form_dup_scheme (SzSchemeForm *self)
{
  g_autoptr (SzIssueList) issues = sz_issue_list_new ();

  g_return_val_if_fail (SZ_IS_SCHEME_FORM (self), NULL);

  return read_sections (self, issues);
}

/* "period" holds "period.from", "components" holds "components[0].ratio". */
static gboolean
holds (const char *place, const char *inner)
{
  gsize length = strlen (place);

  return strncmp (place, inner, length) == 0
         && (inner[length] == '\0' || inner[length] == '.' || inner[length] == '[');
}

static gboolean
is_about_unread (const SzIssue *issue, const SzIssueList *unread)
{
  const char *place = issue->column != NULL ? issue->column : "";

  for (guint i = 0; i < sz_issue_list_length (unread); i++)
    {
      const char *other = sz_issue_list_get (unread, i)->column;

      if (other != NULL && (holds (place, other) || holds (other, place)))
        return TRUE;
    }
  return FALSE;
}

static void
add_copy (SzIssueList *issues, const SzIssue *issue)
{
  SzIssue *copy = sz_issue_list_add (issues, issue->severity, issue->code, issue->row,
                                     issue->column, issue->value, NULL);

  copy->args = g_strdupv (issue->args);
}

/* All faults are told at once; but what cannot be read has no value that could be judged a second
 * time. */
static void
judge (const SzScheme *scheme, const SzIssueList *unread, SzIssueList *issues)
{
  g_autoptr (SzIssueList) faults = sz_issue_list_new ();

  sz_scheme_validate (scheme, faults);
  for (guint i = 0; i < sz_issue_list_length (unread); i++)
    add_copy (issues, sz_issue_list_get (unread, i));
  for (guint i = 0; i < sz_issue_list_length (faults); i++)
    if (!is_about_unread (sz_issue_list_get (faults, i), unread))
      add_copy (issues, sz_issue_list_get (faults, i));
}

SzScheme *
sz_scheme_form_read (SzSchemeForm *self, SzIssueList *issues)
{
  g_autoptr (SzIssueList) unread = sz_issue_list_new ();
  g_autoptr (SzScheme) scheme = read_sections (self, unread);
  gboolean sound;

  judge (scheme, unread, issues);
  sound = sz_issue_list_errors (issues) == 0;

  show_faults (self, issues);
  return sound ? g_steal_pointer (&scheme) : NULL;
}

void
sz_scheme_form_focus_fault (SzSchemeForm *self)
{
  g_return_if_fail (SZ_IS_SCHEME_FORM (self));

  sz_fault_labels_focus (self->content);
}

void
sz_scheme_form_set_editable (SzSchemeForm *self, gboolean editable)
{
  g_return_if_fail (SZ_IS_SCHEME_FORM (self));

  self->editable = editable;
  gtk_widget_set_visible (self->kept_label, !editable);
  /* Greyed out it could hardly be read. */
  gtk_widget_set_can_target (self->content, editable);
  gtk_widget_set_can_focus (self->content, editable);
}

void
sz_scheme_form_set_note (SzSchemeForm *self, const char *note)
{
  g_return_if_fail (SZ_IS_SCHEME_FORM (self));

  gtk_label_set_label (GTK_LABEL (self->kept_label), note);
}

gboolean
sz_scheme_form_is_editable (SzSchemeForm *self)
{
  g_return_val_if_fail (SZ_IS_SCHEME_FORM (self), FALSE);

  return self->editable;
}

static gboolean
sz_scheme_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SZ_SCHEME_FORM (widget)->scheme_pane));
}

static void
sz_scheme_form_dispose (GObject *object)
{
  g_clear_pointer (&SZ_SCHEME_FORM (object)->scrolled, gtk_widget_unparent);
  G_OBJECT_CLASS (sz_scheme_form_parent_class)->dispose (object);
}

static void
sz_scheme_form_class_init (SzSchemeFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sz_scheme_form_dispose;
  widget_class->grab_focus = sz_scheme_form_grab_focus;
  g_type_ensure (SZ_TYPE_COEFFICIENTS_PANE);
  g_type_ensure (SZ_TYPE_COMPONENTS_PANE);
  g_type_ensure (SZ_TYPE_FIXED_PANE);
  g_type_ensure (SZ_TYPE_LEVELS_PANE);
  g_type_ensure (SZ_TYPE_LIMITS_PANE);
  g_type_ensure (SZ_TYPE_SCHEME_PANE);
  signals[CHANGED] = g_signal_new ("changed", SZ_TYPE_SCHEME_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/shizi/Shizi/ui/sz-scheme-form.ui");
  gtk_widget_class_bind_template_child (widget_class, SzSchemeForm, coefficients_pane);
  gtk_widget_class_bind_template_child (widget_class, SzSchemeForm, components_pane);
  gtk_widget_class_bind_template_child (widget_class, SzSchemeForm, content);
  gtk_widget_class_bind_template_child (widget_class, SzSchemeForm, fixed_pane);
  gtk_widget_class_bind_template_child (widget_class, SzSchemeForm, kept_label);
  gtk_widget_class_bind_template_child (widget_class, SzSchemeForm, others_label);
  gtk_widget_class_bind_template_child (widget_class, SzSchemeForm, levels_pane);
  gtk_widget_class_bind_template_child (widget_class, SzSchemeForm, limits_pane);
  gtk_widget_class_bind_template_child (widget_class, SzSchemeForm, scheme_pane);
  gtk_widget_class_bind_template_child (widget_class, SzSchemeForm, scrolled);
  gtk_widget_class_bind_template_callback (widget_class, section_changed_cb);
}

static void
sz_scheme_form_init (SzSchemeForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->editable = TRUE;
}
