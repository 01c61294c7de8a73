/* sz-member-text.c — what stands in JSON, for people, by the same description
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <string.h>

#include "sz-member.h"
#include "sz-text-table.h"

#define INDENT 2
#define DEEPEST 4

static void append_member (GString *text,
                           const SzMember *field,
                           const SzMember *fields,
                           const json_t *object,
                           guint indent);

/* "1234567.00" → "1,234,567.00" */
static char *
group_digits (const char *number)
{
  GString *text = g_string_new (NULL);
  const char *digits = *number == '-' ? number + 1 : number;
  const gsize n = strspn (digits, "0123456789");

  if (digits != number)
    g_string_append_c (text, '-');
  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, digits[i]);
    }
  g_string_append (text, digits + n);
  return g_string_free (text, FALSE);
}

static char *
format_local (const char *utc)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_iso8601 (utc, NULL);
  g_autoptr (GDateTime) local = at != NULL ? g_date_time_to_local (at) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : g_strdup (utc);
}

static char *
format_word (const SzMember *field, const char *word)
{
  for (const SzCode *code = sz_codes_table (field->table); code->code != NULL; code++)
    if (g_str_equal (code->code, word))
      return g_strdup (code->name);
  return g_strdup (word);
}

static char *format_value (const SzMember *field, const json_t *value);

/* A list in one cell, an object in one cell: "甲、乙", "学历 博士、年龄 41". */
static char *
format_many (const SzMember *field, const json_t *value)
{
  static const SzMember plain = { .name = "", .type = SZ_MEMBER_TEXT };
  GString *text = g_string_new (NULL);
  const char *name;
  json_t *member;
  gsize i;

  json_array_foreach ((json_t *)value, i, member)
  {
    const SzMember *inner = field->fields != NULL && sz_member_is_itself (&field->fields[0])
                                ? &field->fields[0]
                                : &plain;
    g_autofree char *one = format_value (inner, member);

    g_string_append_printf (text, "%s%s", text->len > 0 ? _ (", ") : "", one != NULL ? one : "—");
  }
  json_object_foreach ((json_t *)value, name, member)
  {
    const SzMember *inner
        = field->type == SZ_MEMBER_MAP && field->fields != NULL ? &field->fields[1] : &plain;
    g_autofree char *one = format_value (inner, member);

    g_string_append_printf (text, "%s%s %s", text->len > 0 ? _ (", ") : "", name,
                            one != NULL ? one : "—");
  }
  return g_string_free (text, FALSE);
}

/* NULL: there is nothing to be said. */
static char *
format_value (const SzMember *field, const json_t *value)
{
  if (value == NULL || json_is_null (value))
    return NULL;
  if (json_is_boolean (value))
    return json_is_true (value) ? g_strdup (field->yes != NULL ? _ (field->yes) : _ ("yes"))
                                : g_strdup (field->no != NULL ? _ (field->no) : _ ("no"));
  if (json_is_integer (value))
    return g_strdup_printf ("%" JSON_INTEGER_FORMAT, json_integer_value (value));
  if (!json_is_string (value))
    return format_many (field, value);
  if (field->type == SZ_MEMBER_DECIMAL)
    return group_digits (json_string_value (value));
  if (field->type == SZ_MEMBER_TIME)
    return format_local (json_string_value (value));
  if (field->type == SZ_MEMBER_WORD)
    return format_word (field, json_string_value (value));
  return g_strdup (json_string_value (value));
}

/* By "name" or "object.name"; @value is what stands there. */
static const SzMember *
find_field (const SzMember *fields, const json_t *object, const char *path, const json_t **value)
{
  const char *dot = strchr (path, '.');
  const gsize length = dot != NULL ? (gsize)(dot - path) : strlen (path);

  for (const SzMember *field = fields; field->name != NULL; field++)
    {
      const SzMember *inner = NULL;

      if (field->type == SZ_MEMBER_INLINE)
        inner = find_field (field->fields, object, path, value);
      else if (field->type != SZ_MEMBER_SAY && strlen (field->name) == length
               && strncmp (field->name, path, length) == 0)
        {
          *value = json_object_get (object, field->name);
          if (dot == NULL)
            return field;
          inner = find_field (field->fields, *value, dot + 1, value);
        }
      if (inner != NULL)
        return inner;
    }
  return NULL;
}

char *
sz_member_fill_sentence (const char *sentence, const SzMember *fields, const json_t *object)
{
  g_autoptr (GString) text = NULL;
  const char *p = sentence;
  const char *open;

  g_return_val_if_fail (sentence != NULL && fields != NULL, NULL);
  text = g_string_new (NULL);
  while ((open = strchr (p, '{')) != NULL && strchr (open, '}') != NULL)
    {
      const char *close = strchr (open, '}');
      g_autofree char *path = g_strndup (open + 1, (gsize)(close - open - 1));
      const json_t *value = NULL;
      const SzMember *field = find_field (fields, object, path, &value);
      g_autofree char *said = field != NULL ? format_value (field, value) : NULL;

      if (said == NULL)
        return NULL;
      g_string_append_len (text, p, open - p);
      g_string_append (text, said);
      p = close + 1;
    }
  g_string_append (text, p);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
is_wanted (const char *when, const SzMember *fields, const json_t *object)
{
  const gboolean not = when != NULL && *when == '!';
  const json_t *value = NULL;

  if (when == NULL)
    return TRUE;
  find_field (fields, object, when + (not ? 1 : 0), &value);
  return not != (value != NULL && !json_is_null (value) && !json_is_false (value) && !(json_is_array (value) && json_array_size (value) == 0) && !(json_is_integer (value) && json_integer_value (value) == 0));
}

static void
append_sentence (
    GString *text, const SzMember *say, const SzMember *fields, const json_t *object, guint indent)
{
  const char *sentence = _ (say->label);
  g_autofree char *said = NULL;

  if (say->plural != NULL)
    {
      const json_t *count = NULL;

      find_field (fields, object, say->by, &count);
      sentence = g_dngettext (GETTEXT_PACKAGE, say->label, say->plural,
                              (gulong)json_integer_value (count));
    }
  said = sz_member_fill_sentence (sentence, fields, object);
  if (said != NULL)
    g_string_append_printf (text, "%*s%s\n", (int)indent, "", said);
}

/* A column of a table: a member of the row, or of objects within it. */
typedef struct
{
  const SzMember *field;
  const char *within[DEEPEST];
  guint depth;
} Column;

static gboolean
is_plain (const SzMember *field)
{
  return field->type != SZ_MEMBER_LIST || field->fields == NULL
         || sz_member_is_itself (&field->fields[0]);
}

static void
collect_columns (GArray *columns, const SzMember *fields, const Column *path)
{
  for (const SzMember *field = fields; field->name != NULL; field++)
    {
      Column column = *path;

      column.field = field;
      if (field->label == NULL || field->type == SZ_MEMBER_SAY || !is_plain (field))
        continue;
      if (field->type == SZ_MEMBER_INLINE)
        collect_columns (columns, field->fields, path);
      else if (field->type == SZ_MEMBER_OBJECT)
        {
          g_assert (column.depth < DEEPEST);
          column.within[column.depth++] = field->name;
          collect_columns (columns, field->fields, &column);
        }
      else
        g_array_append_val (columns, column);
    }
}

static SzTextTable *
new_table (const GArray *columns)
{
  g_autoptr (GPtrArray) headings = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < columns->len; i++)
    {
      const SzMember *field = g_array_index (columns, Column, i).field;
      const gboolean right = field->type == SZ_MEMBER_COUNT || field->type == SZ_MEMBER_DECIMAL;

      g_ptr_array_add (headings, g_strconcat (right ? ">" : "",
                                              *field->label != '\0' ? _ (field->label) : "", NULL));
    }
  g_ptr_array_add (headings, NULL);
  return sz_text_table_new ((const char *const *)headings->pdata);
}

/* @label: of the last row of a table, in its first column. */
static void
add_row (SzTextTable *table, const GArray *columns, const json_t *row, const char *label)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const Column *column = &g_array_index (columns, Column, i);
      const json_t *object = row;
      g_autofree char *said = NULL;

      for (guint d = 0; d < column->depth; d++)
        object = json_object_get (object, column->within[d]);
      said = format_value (column->field, json_object_get (object, column->field->name));
      if (label != NULL && said == NULL)
        sz_text_table_add (table, i == 0 ? label : "");
      else
        sz_text_table_add (table, said);
    }
}

/* Rows that hold lists of their own: a line each, and the lists below it. */
static void
append_blocks (GString *text, const SzMember *list, const json_t *rows, guint indent)
{
  json_t *row;
  gsize i;

  json_array_foreach ((json_t *)rows, i, row)
  {
    gboolean first = TRUE;

    g_string_append_printf (text, "%*s", (int)indent, "");
    for (const SzMember *field = list->fields; field->name != NULL; field++)
      {
        g_autofree char *said = field->label != NULL && field->type != SZ_MEMBER_SAY
                                        && field->type != SZ_MEMBER_INLINE && is_plain (field)
                                    ? format_value (field, json_object_get (row, field->name))
                                    : NULL;

        if (said == NULL)
          continue;
        g_string_append_printf (text, "%s%s%s%s", first ? "" : "  ",
                                first || *field->label == '\0' ? "" : _ (field->label),
                                first || *field->label == '\0' ? "" : " ", said);
        first = FALSE;
      }
    g_string_append_c (text, '\n');
    for (const SzMember *field = list->fields; field->name != NULL; field++)
      if (field->type == SZ_MEMBER_SAY || !is_plain (field))
        append_member (text, field, list->fields, row, indent + INDENT);
  }
}

static void
append_list (GString *text, const SzMember *list, const json_t *object, guint indent)
{
  const json_t *rows = json_object_get (object, list->name);
  const SzMember *foot = list + 1;
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_autoptr (SzTextTable) table = NULL;
  const Column top = { 0 };
  json_t *row;
  gsize i;

  if (*list->label != '\0' && json_array_size (rows) == 0)
    return;
  if (*list->label != '\0')
    g_string_append_printf (text, "%*s%s\n", (int)indent, "", _ (list->label));
  for (const SzMember *field = list->fields; field->name != NULL; field++)
    if (field->label != NULL && field->type != SZ_MEMBER_SAY && !is_plain (field))
      {
        append_blocks (text, list, rows, indent);
        return;
      }
  collect_columns (columns, list->fields, &top);
  table = new_table (columns);
  json_array_foreach ((json_t *)rows, i, row) add_row (table, columns, row, NULL);
  if (foot->name != NULL && (foot->flags & SZ_FOOT) != 0)
    add_row (table, columns, json_object_get (object, foot->name), _ (foot->label));
  sz_text_table_append (table, text, indent);
}

static void
append_members (GString *text, const SzMember *fields, const json_t *object, guint indent)
{
  for (const SzMember *field = fields; field->name != NULL; field++)
    append_member (text, field, fields, object, indent);
}

/* @fields: all those of the object, for sentences that name others. */
static void
append_member (GString *text,
               const SzMember *field,
               const SzMember *fields,
               const json_t *object,
               guint indent)
{
  const json_t *value = json_object_get (object, field->name);

  if (field->label == NULL || (field->flags & SZ_FOOT) != 0
      || !is_wanted (field->when, fields, object))
    return;
  if (field->type == SZ_MEMBER_SAY)
    append_sentence (text, field, fields, object, indent);
  else if (field->type == SZ_MEMBER_INLINE)
    append_members (text, field->fields, object, indent);
  else if (field->type == SZ_MEMBER_LIST && !is_plain (field))
    append_list (text, field, object, indent);
  else if (field->type == SZ_MEMBER_OBJECT && json_is_object (value))
    {
      const guint deeper = *field->label != '\0' ? INDENT : 0;

      if (deeper > 0)
        g_string_append_printf (text, "%*s%s\n", (int)indent, "", _ (field->label));
      append_members (text, field->fields, value, indent + deeper);
    }
  else
    {
      g_autofree char *said = format_value (field, value);

      g_string_append_printf (text, "%*s", (int)indent, "");
      if (*field->label == '\0')
        g_string_append_printf (text, "%s\n", said != NULL ? said : "—");
      else
        /* TRANSLATORS: what it is called, and its value */
        g_string_append_printf (text, _ ("%s: %s\n"), _ (field->label), said != NULL ? said : "—");
    }
}

char *
sz_member_text (const SzMember *fields, const json_t *object)
{
  GString *text;

  g_return_val_if_fail (fields != NULL, NULL);
  text = g_string_new (NULL);
  append_members (text, fields, object, 0);
  return g_string_free (text, FALSE);
}
