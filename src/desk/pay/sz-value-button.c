/* sz-value-button.c — a button that says a value; what it is made of is chosen below it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-value-button.h"

typedef struct
{
  GtkWidget *button;
  GtkLabel *label;
  char *nothing;
  char *subject; /* (nullable) */
  gboolean showing;
} SzValueButtonPrivate;

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SzValueButton, sz_value_button, GTK_TYPE_WIDGET)

/* The button within has the keyboard. */
static void
say_more (GtkWidget *button, const char *text)
{
  GtkWidget *widgets[] = { button, gtk_widget_get_first_child (button) };

  for (gsize i = 0; i < G_N_ELEMENTS (widgets); i++)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widgets[i]),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
write_label (SzValueButton *self)
{
  SzValueButtonPrivate *priv = sz_value_button_get_instance_private (self);
  g_autofree char *text = SZ_VALUE_BUTTON_GET_CLASS (self)->describe (self);
  const char *shown = *text != '\0' ? text : priv->nothing;
  g_autofree char *said = NULL;

  gtk_label_set_label (priv->label, shown);
  gtk_widget_set_tooltip_text (priv->button, text);
  said
      = priv->subject != NULL ? g_strdup_printf ("%s: %s", priv->subject, shown) : g_strdup (shown);
  say_more (priv->button, said);
}

void
sz_value_button_set_subject (SzValueButton *self, const char *subject)
{
  SzValueButtonPrivate *priv = sz_value_button_get_instance_private (self);

  g_return_if_fail (SZ_IS_VALUE_BUTTON (self));
  g_free (priv->subject);
  priv->subject = g_strdup (subject);
  write_label (self);
}

void
sz_value_button_changed (SzValueButton *self)
{
  SzValueButtonPrivate *priv = sz_value_button_get_instance_private (self);

  if (priv->showing)
    return;
  write_label (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
sz_value_button_set_showing (SzValueButton *self, gboolean showing)
{
  SzValueButtonPrivate *priv = sz_value_button_get_instance_private (self);

  priv->showing = showing;
  if (!showing)
    write_label (self);
}

void
sz_value_button_setup (SzValueButton *self,
                       const char *name,
                       const char *nothing,
                       GtkWidget *content)
{
  SzValueButtonPrivate *priv = sz_value_button_get_instance_private (self);
  GtkWidget *popover = gtk_popover_new ();

  g_return_if_fail (GTK_IS_WIDGET (content));

  priv->nothing = g_strdup (nothing);
  gtk_popover_set_child (GTK_POPOVER (popover), content);
  gtk_widget_add_css_class (popover, "sz-form");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (priv->button), popover);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

GtkWidget *
sz_value_button_make_caption (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

/* A value that opens, not an act: from the left, with an arrow, as a drop-down has it. */
static GtkWidget *
make_face (GtkLabel *label)
{
  GtkWidget *face = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (label, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (label), TRUE);
  gtk_widget_set_hexpand (face, TRUE);
  gtk_box_append (GTK_BOX (face), GTK_WIDGET (label));
  gtk_box_append (GTK_BOX (face), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  return face;
}

static void
sz_value_button_dispose (GObject *object)
{
  SzValueButtonPrivate *priv = sz_value_button_get_instance_private (SZ_VALUE_BUTTON (object));

  g_clear_pointer (&priv->button, gtk_widget_unparent);
  G_OBJECT_CLASS (sz_value_button_parent_class)->dispose (object);
}

static void
sz_value_button_finalize (GObject *object)
{
  SzValueButtonPrivate *priv = sz_value_button_get_instance_private (SZ_VALUE_BUTTON (object));

  g_free (priv->nothing);
  g_free (priv->subject);
  G_OBJECT_CLASS (sz_value_button_parent_class)->finalize (object);
}

static void
sz_value_button_class_init (SzValueButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sz_value_button_dispose;
  object_class->finalize = sz_value_button_finalize;
  signals[CHANGED] = g_signal_new ("changed", SZ_TYPE_VALUE_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
sz_value_button_init (SzValueButton *self)
{
  SzValueButtonPrivate *priv = sz_value_button_get_instance_private (self);
  GtkWidget *face;

  priv->button = gtk_menu_button_new ();
  priv->label = GTK_LABEL (gtk_label_new (NULL));
  face = make_face (priv->label);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (priv->button), face);
  /* GTK 4.8 puts a box around it that stands in the middle. */
  gtk_widget_set_halign (gtk_widget_get_parent (face), GTK_ALIGN_FILL);
  gtk_widget_set_parent (priv->button, GTK_WIDGET (self));
}
