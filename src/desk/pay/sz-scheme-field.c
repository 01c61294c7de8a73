/* sz-scheme-field.c — one field of a scheme: a caption, an entry, its fault
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-scheme-field.h"

#include "sz-decimal.h"
#include "sz-error.h"
#include "sz-fault-label.h"
#include "sz-money.h"

/* @decimals of the text; the number is the text times 10^decimals. */
typedef struct
{
  const char *name;
  int decimals; /* −1: no number */
  int width_chars;
  gint64 step;
} Kind;

static const Kind kinds[] = {
  { "text", -1, 8, 0 },
  { "date", -1, 10, 0 },
  { "amount", 2, 8, 100000 },
  { "percent", 2, 5, 50 },
  { "ratio", SZ_RATIO_DECIMALS, 6, 100 },
};

struct _SzSchemeField
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *caption;
  GtkEditable *entry;
  GtkWidget *fault;
  const Kind *kind;
  char *place;
  gboolean showing;
  gboolean leaves_faults;
};

enum
{
  PROP_0,
  PROP_KIND,
  PROP_CAPTION,
  PROP_PLACE,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SzSchemeField, sz_scheme_field, GTK_TYPE_WIDGET)

static void
entry_changed_cb (SzSchemeField *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
fault_changed_cb (SzSchemeField *self)
{
  if (gtk_widget_get_visible (self->fault))
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

static char *
format_number (const SzSchemeField *self, gint64 value)
{
  return sz_decimal_format_grouped (value, MAX (self->kind->decimals, 0));
}

static gboolean
parse_number (SzSchemeField *self, gint64 *value, GError **error)
{
  const char *text = gtk_editable_get_text (self->entry);

  return self->kind->decimals == 2 ? sz_money_parse (text, value, error)
                                   : sz_decimal_parse (text, self->kind->decimals, value, error);
}

/* Trying out is what the page is for: a key moves a number by a step, never below 0. */
static gboolean
key_pressed_cb (
    GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, gpointer user_data)
{
  SzSchemeField *self = user_data;
  g_autofree char *text = NULL;
  gint64 value;

  if (self->kind->decimals < 0 || (key != GDK_KEY_Up && key != GDK_KEY_Down)
      || !parse_number (self, &value, NULL))
    return FALSE;
  value = MAX (value + (key == GDK_KEY_Up ? self->kind->step : -self->kind->step), 0);
  text = format_number (self, value);
  gtk_editable_set_text (self->entry, text);
  gtk_editable_set_position (self->entry, -1);
  return TRUE;
}

static void
set_kind (SzSchemeField *self, const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_strcmp0 (kinds[i].name, name) == 0)
        self->kind = &kinds[i];
    }
  gtk_editable_set_width_chars (self->entry, self->kind->width_chars);
  gtk_editable_set_max_width_chars (self->entry, self->kind->width_chars);
  gtk_editable_set_alignment (self->entry, self->kind->decimals >= 0 ? 1 : 0);
  if (self->kind->decimals >= 0)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->entry), "numeric");
      gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_NUMBER);
    }
}

static void
set_caption (SzSchemeField *self, const char *caption)
{
  gtk_label_set_label (GTK_LABEL (self->caption), caption != NULL ? caption : "");
  gtk_widget_set_visible (self->caption, caption != NULL && *caption != '\0');
  if (caption != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    caption, -1);
}

void
sz_scheme_field_set_caption_visible (SzSchemeField *self, gboolean visible)
{
  g_return_if_fail (SZ_IS_SCHEME_FIELD (self));

  gtk_widget_set_visible (self->caption, visible);
}

void
sz_scheme_field_set_place (SzSchemeField *self, const char *place)
{
  g_free (self->place);
  self->place = g_strdup (place);
  if (!self->leaves_faults)
    sz_fault_label_set_place (SZ_FAULT_LABEL (self->fault), place);
}

void
sz_scheme_field_leave_faults (SzSchemeField *self)
{
  g_return_if_fail (SZ_IS_SCHEME_FIELD (self));

  self->leaves_faults = TRUE;
  sz_fault_label_set_place (SZ_FAULT_LABEL (self->fault), NULL);
}

const char *
sz_scheme_field_get_place (SzSchemeField *self)
{
  g_return_val_if_fail (SZ_IS_SCHEME_FIELD (self), NULL);

  return self->place;
}

void
sz_scheme_field_show_text (SzSchemeField *self, const char *text)
{
  const char *shown = text != NULL ? text : "";

  g_return_if_fail (SZ_IS_SCHEME_FIELD (self));

  /* The cursor stays where one types. */
  if (g_strcmp0 (gtk_editable_get_text (self->entry), shown) == 0)
    return;
  self->showing = TRUE;
  gtk_editable_set_text (self->entry, shown);
  self->showing = FALSE;
}

void
sz_scheme_field_show_number (SzSchemeField *self, gint64 value)
{
  g_autofree char *text = format_number (self, value);

  sz_scheme_field_show_text (self, text);
}

void
sz_scheme_field_show_date (SzSchemeField *self, SzDate date)
{
  g_autofree char *text = sz_date_format (date);

  g_return_if_fail (SZ_IS_SCHEME_FIELD (self));

  sz_scheme_field_show_text (self, text);
}

const char *
sz_scheme_field_get_text (SzSchemeField *self)
{
  g_return_val_if_fail (SZ_IS_SCHEME_FIELD (self), NULL);

  return gtk_editable_get_text (self->entry);
}

char *
sz_scheme_field_dup_text (SzSchemeField *self)
{
  g_return_val_if_fail (SZ_IS_SCHEME_FIELD (self), NULL);

  return g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
}

gboolean
sz_scheme_field_is_blank (SzSchemeField *self)
{
  g_autofree char *text = sz_scheme_field_dup_text (self);

  return *text == '\0';
}

static void
add_fault (SzSchemeField *self, SzIssueList *issues, const char *code)
{
  g_autofree char *max = g_strdup_printf ("%d", MAX (self->kind->decimals, 0));

  sz_issue_list_add (issues, SZ_SEVERITY_ERROR, code, 0, self->place,
                     gtk_editable_get_text (self->entry), "max", max, NULL);
}

gboolean
sz_scheme_field_read_number (SzSchemeField *self, SzIssueList *issues, gint64 *value)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;

  g_return_val_if_fail (SZ_IS_SCHEME_FIELD (self), FALSE);

  if (parse_number (self, value, &error))
    return TRUE;
  code = sz_error_dup_code (error);
  if (g_str_has_suffix (code, ".empty"))
    add_fault (self, issues, "number.empty");
  else if (g_str_has_suffix (code, ".decimals"))
    add_fault (self, issues, "scheme.decimals");
  else if (g_str_has_suffix (code, ".overflow"))
    add_fault (self, issues, "scheme.overflow");
  else
    add_fault (self, issues, "scheme.number");
  return FALSE;
}

gboolean
sz_scheme_field_read_date (SzSchemeField *self, SzIssueList *issues, SzDate *date)
{
  g_return_val_if_fail (SZ_IS_SCHEME_FIELD (self) && date != NULL, FALSE);

  if (sz_date_parse (gtk_editable_get_text (self->entry), date, NULL) && !sz_date_is_month (*date))
    return TRUE;
  add_fault (self, issues, "scheme.date");
  return FALSE;
}

static void
sz_scheme_field_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SzSchemeField *self = SZ_SCHEME_FIELD (object);

  switch (id)
    {
    case PROP_KIND:
      set_kind (self, g_value_get_string (value));
      break;
    case PROP_CAPTION:
      set_caption (self, g_value_get_string (value));
      break;
    case PROP_PLACE:
      sz_scheme_field_set_place (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static gboolean
sz_scheme_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SZ_SCHEME_FIELD (widget)->entry));
}

static void
sz_scheme_field_dispose (GObject *object)
{
  g_clear_pointer (&SZ_SCHEME_FIELD (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (sz_scheme_field_parent_class)->dispose (object);
}

static void
sz_scheme_field_finalize (GObject *object)
{
  g_free (SZ_SCHEME_FIELD (object)->place);
  G_OBJECT_CLASS (sz_scheme_field_parent_class)->finalize (object);
}

static void
sz_scheme_field_class_init (SzSchemeFieldClass *klass)
{
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = sz_scheme_field_set_property;
  object_class->dispose = sz_scheme_field_dispose;
  object_class->finalize = sz_scheme_field_finalize;
  widget_class->grab_focus = sz_scheme_field_grab_focus;
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, "text", flags);
  properties[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, NULL, flags);
  properties[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", SZ_TYPE_SCHEME_FIELD, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
sz_scheme_field_init (SzSchemeField *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->kind = &kinds[0];
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  self->caption = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->caption), 0);
  gtk_label_set_wrap (GTK_LABEL (self->caption), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->caption), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (self->caption, "caption");
  gtk_widget_add_css_class (self->caption, "dim-label");
  gtk_widget_hide (self->caption);
  self->entry = GTK_EDITABLE (gtk_entry_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), TRUE);
  self->fault = sz_fault_label_new (NULL);
  gtk_box_append (GTK_BOX (self->box), self->caption);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (self->box), self->fault);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (entry_changed_cb), self);
  g_signal_connect_swapped (self->fault, "notify::faulty", G_CALLBACK (fault_changed_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

GtkWidget *
sz_scheme_field_new (const char *kind, const char *caption, const char *place)
{
  return g_object_new (SZ_TYPE_SCHEME_FIELD, "kind", kind, "caption", caption, "place", place,
                       NULL);
}
