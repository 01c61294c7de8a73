/* sz-template.c — an empty sheet of a kind to fill in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-template.h"

#include <glib/gi18n.h>

#include "sz-posts.h"
#include "sz-template-xlsx.h"

#define ROWS 1000
/* Levels are two digits in a post. */
#define LEVELS 100

static SzTemplateFormat
choose_format (SzFieldType type)
{
  switch (type)
    {
    case SZ_FIELD_DATE:
      return SZ_TEMPLATE_DATE;
    case SZ_FIELD_YEAR:
    case SZ_FIELD_COUNT:
    case SZ_FIELD_HOURS:
    case SZ_FIELD_RATIO:
    case SZ_FIELD_PERCENT:
    case SZ_FIELD_MONTH:
    case SZ_FIELD_MONEY:
    case SZ_FIELD_SIGNED_MONEY:
      return SZ_TEMPLATE_NUMBER;
    case SZ_FIELD_TEXT:
    case SZ_FIELD_PROSE:
    case SZ_FIELD_NAME:
    case SZ_FIELD_STAFF_NO:
    case SZ_FIELD_PERSON:
    case SZ_FIELD_PERSON_NAME:
    case SZ_FIELD_ID_NUMBER:
    case SZ_FIELD_DEPARTMENT:
    case SZ_FIELD_PHONE:
    case SZ_FIELD_ACCOUNT:
    case SZ_FIELD_PERIOD:
    case SZ_FIELD_MONTH_OR_YEAR:
    case SZ_FIELD_CODE:
    case SZ_FIELD_CHOICE:
    case SZ_FIELD_WORDS:
    case SZ_FIELD_POST:
    default:
      return SZ_TEMPLATE_TEXT;
    }
}

static GStrv
list_posts (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (int i = SZ_POST_MANAGEMENT * LEVELS + 1; i < (SZ_POST_WORKER + 1) * LEVELS; i++)
    {
      g_autofree char *name = sz_post_name ((SzPost)i);

      if (name != NULL && sz_post_parse (name) == (SzPost)i)
        g_strv_builder_add (builder, name);
    }
  return g_strv_builder_end (builder);
}

static GStrv
list_choices (const SzImportField *field)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (field->type == SZ_FIELD_POST)
    return list_posts ();
  if (field->type == SZ_FIELD_CHOICE)
    return g_strsplit (field->choices, "/", -1);
  if (field->type != SZ_FIELD_CODE)
    return NULL;
  for (const SzCode *code = sz_codes_table (field->table); code->code != NULL; code++)
    g_strv_builder_add (builder, code->name);
  return g_strv_builder_end (builder);
}

gboolean
sz_office_template (const SzImportKind *kind, const char *path, GError **error)
{
  g_autofree SzTemplateColumn *columns = g_new0 (SzTemplateColumn, kind->n_fields);
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  g_return_val_if_fail (path != NULL, FALSE);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const SzImportField *field = &kind->fields[i];
      GStrv list = list_choices (field);

      g_ptr_array_add (choices, list);
      columns[i].heading = field->heading;
      columns[i].required = field->required;
      columns[i].format = choose_format (field->type);
      columns[i].note = field->note != NULL ? _ (field->note) : NULL;
      columns[i].choices = (const char *const *)list;
      columns[i].example = field->example;
    }
  return sz_template_write_xlsx (path, kind->name, columns, kind->n_fields, ROWS, error);
}
