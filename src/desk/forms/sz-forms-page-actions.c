/* sz-forms-page-actions.c — what the buttons and keys of the page of the forms do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-form-save.h"
#include "sz-forms-page-private.h"
#include "sz-meeting-dialog.h"

static void
print_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzFormsPage *self = SZ_FORMS_PAGE (widget);
  SzPrintout *printout = sz_page_preview_get_printout (self->preview);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (printout != NULL)
    sz_print_job_run (self->job, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, printout,
                      MAX (1, sz_page_preview_get_page (self->preview)) - 1, self->made_title);
}

static void
save_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzFormsPage *self = SZ_FORMS_PAGE (widget);
  const SzForm *form = self->chosen != NULL ? sz_form_find (self->chosen) : NULL;
  SzFormParams params = sz_form_choice_get_params (self->choice);
  g_autofree char *name = NULL;

  if (form == NULL)
    return;
  name = sz_form_save_dup_name (form, &params, g_variant_get_string (parameter, NULL));
  sz_form_save (SZ_PAGE (self), sz_form_order_new (form->id, &params), name);
}

static void
meeting_answered_cb (SzMeetingDialog *dialog, SzFormOrder *order, gpointer user_data)
{
  g_autofree char *name = NULL;

  /* Files go with the forms, which are always in Chinese. */
  name = order->params.year > 0 ? g_strdup_printf ("会议材料-%d年%s", order->params.year,
                                                   order->pdf ? ".pdf" : ".xlsx")
                                : g_strconcat ("会议材料", order->pdf ? ".pdf" : ".xlsx", NULL);
  sz_form_save (user_data, order, name);
}

static void
meeting_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzFormsPage *self = SZ_FORMS_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  SzMeetingDialog *dialog;
  SzFormParams params = sz_form_choice_get_params (self->choice);

  if (self->facts == NULL)
    return;
  dialog = sz_meeting_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->facts,
                                  &params);
  g_signal_connect_object (dialog, "answered", G_CALLBACK (meeting_answered_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
zoom_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sz_page_preview_step_zoom (SZ_FORMS_PAGE (widget)->preview, g_variant_get_int32 (parameter));
}

/* 0: fits the width; 100: the paper's own size. */
static void
zoom_to_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  sz_page_preview_set_zoom (SZ_FORMS_PAGE (widget)->preview,
                            g_variant_get_int32 (parameter) / 100.0);
}

static void
turn_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SzPagePreview *preview = SZ_FORMS_PAGE (widget)->preview;

  sz_page_preview_go (preview,
                      (int)sz_page_preview_get_page (preview) + g_variant_get_int32 (parameter));
}

void
_sz_forms_page_update_actions (SzFormsPage *self)
{
  static const char *const of_pages[]
      = { "forms.print", "forms.save", "forms.turn", "forms.zoom", "forms.zoom-to" };
  gboolean any = FALSE;

  g_return_if_fail (SZ_IS_FORMS_PAGE (self));

  for (gsize i = 0; i < G_N_ELEMENTS (of_pages); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_pages[i],
                                   sz_page_preview_get_printout (self->preview) != NULL);
  for (guint i = 0; self->facts != NULL && i < self->facts->offers->len; i++)
    any |= ((const SzFormOffer *)g_ptr_array_index (self->facts->offers, i))->ready;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "forms.meeting", any);
}

void
_sz_forms_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "forms.print", NULL, print_action_cb);
  gtk_widget_class_install_action (widget_class, "forms.save", "s", save_action_cb);
  gtk_widget_class_install_action (widget_class, "forms.meeting", NULL, meeting_action_cb);
  gtk_widget_class_install_action (widget_class, "forms.zoom", "i", zoom_action_cb);
  gtk_widget_class_install_action (widget_class, "forms.zoom-to", "i", zoom_to_action_cb);
  gtk_widget_class_install_action (widget_class, "forms.turn", "i", turn_action_cb);
}

typedef struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
  const char *type; /* NULL: takes nothing */
  int number;
  const char *text;
} Key;

static const Key keys[] = {
  { GDK_KEY_p, GDK_CONTROL_MASK, "forms.print", NULL, 0, NULL },
  { GDK_KEY_e, GDK_CONTROL_MASK, "forms.save", "s", 0, ".xlsx" },
  { GDK_KEY_e, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "forms.save", "s", 0, ".pdf" },
  { GDK_KEY_m, GDK_CONTROL_MASK, "forms.meeting", NULL, 0, NULL },
  { GDK_KEY_plus, GDK_CONTROL_MASK, "forms.zoom", "i", 1, NULL },
  { GDK_KEY_equal, GDK_CONTROL_MASK, "forms.zoom", "i", 1, NULL },
  { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "forms.zoom", "i", 1, NULL },
  { GDK_KEY_minus, GDK_CONTROL_MASK, "forms.zoom", "i", -1, NULL },
  { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "forms.zoom", "i", -1, NULL },
  { GDK_KEY_0, GDK_CONTROL_MASK, "forms.zoom-to", "i", 0, NULL },
  { GDK_KEY_1, GDK_CONTROL_MASK, "forms.zoom-to", "i", 100, NULL },
  { GDK_KEY_Page_Down, 0, "forms.turn", "i", 1, NULL },
  { GDK_KEY_KP_Page_Down, 0, "forms.turn", "i", 1, NULL },
  { GDK_KEY_Page_Up, 0, "forms.turn", "i", -1, NULL },
  { GDK_KEY_KP_Page_Up, 0, "forms.turn", "i", -1, NULL },
};

static GVariant *
make_target (const Key *key)
{
  if (key->type == NULL)
    return NULL;
  return key->text != NULL ? g_variant_new_string (key->text) : g_variant_new_int32 (key->number);
}

/* The window keeps keys of all its pages; only those of the page that is shown hold. */
static gboolean
key_pressed_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  const Key *key = user_data;

  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  gtk_widget_activate_action_variant (widget, key->action, make_target (key));
  return TRUE;
}

void
_sz_forms_page_add_keys (SzFormsPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  g_return_if_fail (SZ_IS_FORMS_PAGE (self));

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                          gtk_callback_action_new (key_pressed_cb, (gpointer)&keys[i], NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
