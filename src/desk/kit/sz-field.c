/* sz-field.c — one line of a details pane
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-field-list.h"

#include <glib/gi18n.h>

#include "sz-mask.h"

void
sz_field_free (SzField *field)
{
  if (field == NULL)
    return;
  g_free (field->title);
  g_free (field->value);
  g_free (field->name);
  g_free (field->action);
  g_free (field->tooltip);
  g_free (field);
}

GPtrArray *
sz_fields_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)sz_field_free);
}

static SzField *
add_field (GPtrArray *fields, SzFieldShow kind, const char *title, char *value)
{
  SzField *field = g_new0 (SzField, 1);

  field->kind = kind;
  field->title = g_strdup (title);
  field->value = value;
  g_ptr_array_add (fields, field);
  return field;
}

SzField *
sz_fields_add_heading (GPtrArray *fields, const char *title)
{
  return add_field (fields, SZ_SHOW_HEADING, title, NULL);
}

SzField *
sz_fields_take (GPtrArray *fields, const char *title, char *value)
{
  if (value != NULL && *value != '\0')
    return add_field (fields, SZ_SHOW_VALUE, title, value);
  g_free (value);
  return NULL;
}

SzField *
sz_fields_take_figure (GPtrArray *fields, const char *title, char *value)
{
  SzField *field = sz_fields_take (fields, title, value);

  if (field != NULL)
    field->kind = SZ_SHOW_FIGURE;
  return field;
}

SzField *
sz_fields_add (GPtrArray *fields, const char *title, const char *value)
{
  return sz_fields_take (fields, title, g_strdup (value));
}

SzField *
sz_fields_add_code (GPtrArray *fields, const char *title, const char *number, const char *name)
{
  SzField *field;

  if (number == NULL || *number == '\0')
    return NULL;
  field = add_field (fields, SZ_SHOW_CODE, title, sz_mask_code (number));
  field->name = g_strdup (name);
  return field;
}

SzField *
sz_fields_add_note (GPtrArray *fields, const char *text)
{
  return add_field (fields, SZ_SHOW_NOTE, NULL, g_strdup (text));
}

void
sz_field_set_button (SzField *field, char *action, const char *icon, const char *tooltip)
{
  g_return_if_fail (field != NULL);

  g_free (field->action);
  g_free (field->tooltip);
  field->action = action;
  field->icon = icon;
  field->tooltip = g_strdup (tooltip);
}

void
sz_field_set_place (SzField *field, const char *place)
{
  g_autoptr (GVariant) target = NULL;

  g_return_if_fail (field != NULL && place != NULL);
  target = g_variant_ref_sink (g_variant_new_string (place));
  sz_field_set_button (field, g_action_print_detailed_name ("win.page", target), "go-next-symbolic",
                       _ ("Show it"));
}
