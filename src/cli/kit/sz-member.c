/* sz-member.c — structs as JSON, by their description
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-member.h"

#include "sz-date.h"
#include "sz-decimal.h"
#include "sz-person.h"

static gint64
read_integer (gconstpointer data, gsize offset, gsize size)
{
  const guint8 *at = (const guint8 *)data + offset;

  if (size == sizeof (gint64))
    return *(const gint64 *)(gconstpointer)at;
  if (size == sizeof (guint8))
    return *at;
  if (size == sizeof (guint16))
    return *(const guint16 *)(gconstpointer)at;
  g_assert (size == sizeof (gint32));
  return *(const gint32 *)(gconstpointer)at;
}

static gconstpointer
read_pointer (gconstpointer data, gsize offset)
{
  return *(const gconstpointer *)(gconstpointer)((const guint8 *)data + offset);
}

/* Of an object: within its owner, or hanging on it. */
static gconstpointer
find_struct (const SzMember *field, gconstpointer data)
{
  return (field->flags & SZ_POINTER) != 0 ? read_pointer (data, field->offset)
                                          : (const guint8 *)data + field->offset;
}

static json_t *
make_text (const char *text, gboolean empty_too)
{
  return text != NULL && (empty_too || *text != '\0') ? json_string (text) : json_null ();
}

static json_t *
make_number (const SzMember *field, gconstpointer data)
{
  const gint64 value = read_integer (data, field->offset, field->size);
  g_autofree char *text = NULL;

  if ((value == 0 && (field->flags & SZ_ZERO_NULL) != 0)
      || (value < 0 && (field->flags & SZ_NEGATIVE_NULL) != 0))
    return json_null ();
  if (field->type == SZ_MEMBER_COUNT)
    return json_integer (value);
  if (field->type == SZ_MEMBER_DATE)
    {
      text = sz_date_format ((SzDate)value);
      return make_text (text, FALSE);
    }
  text = sz_decimal_format (value, field->decimals);
  return json_string (text);
}

static json_t *
make_code (const SzMember *field, gconstpointer data)
{
  const SzCode *code;

  if (field->type == SZ_MEMBER_STORED)
    {
      const char *stored = read_pointer (data, field->offset);

      return stored != NULL && *stored != '\0' ? json_string (sz_codes_name (field->table, stored))
                                               : json_null ();
    }
  if (field->type == SZ_MEMBER_LEVEL)
    {
      const SzPost post = (SzPost)read_integer (data, field->offset, field->size);
      g_autofree char *name = post != 0 ? sz_post_name (post) : NULL;

      return make_text (name, FALSE);
    }
  code = sz_codes_by_value (field->table, (int)read_integer (data, field->offset, field->size));
  if (code == NULL)
    return json_null ();
  return json_string (field->type == SZ_MEMBER_WORD ? code->code : code->name);
}

static json_t *make_value (const SzMember *field, gconstpointer data, gboolean said);

static json_t *
make_object (const SzMember *fields, gconstpointer data, gboolean said)
{
  json_t *object = json_object ();

  sz_member_fill (object, fields, data, said);
  return object;
}

/* An element without a name of its own is a value, not an object. */
static json_t *
make_element (const SzMember *fields, gconstpointer element, gboolean said)
{
  return sz_member_is_itself (&fields[0]) ? make_value (&fields[0], element, said)
                                          : make_object (fields, element, said);
}

static void
add_element (json_t *list, const SzMember *field, gconstpointer element, gboolean said)
{
  if (field->type == SZ_MEMBER_LIST)
    json_array_append_new (list, make_element (field->fields, element, said));
  else
    {
      const char *name = read_pointer (element, field->fields[0].offset);

      json_object_set_new (list, name != NULL ? name : "",
                           make_value (&field->fields[1], element, said));
    }
}

static json_t *
make_list (const SzMember *field, gconstpointer data, gboolean said)
{
  const gconstpointer held = read_pointer (data, field->offset);
  const GPtrArray *pointers = held;
  const GArray *structs = held;
  const char *const *texts = held;
  json_t *list = field->type == SZ_MEMBER_LIST ? json_array () : json_object ();

  if (held == NULL)
    return list;
  switch (field->holds)
    {
    case SZ_HOLDS_STRUCTS:
      for (guint i = 0; i < structs->len; i++)
        add_element (list, field,
                     structs->data + (gsize)i * g_array_get_element_size ((GArray *)structs), said);
      break;
    case SZ_HOLDS_POINTERS:
      for (guint i = 0; i < pointers->len; i++)
        add_element (list, field, pointers->pdata[i], said);
      break;
    case SZ_HOLDS_TEXTS:
      for (guint i = 0; i < pointers->len; i++)
        add_element (list, field, &pointers->pdata[i], said);
      break;
    case SZ_HOLDS_STRV:
      for (gsize i = 0; texts[i] != NULL; i++)
        add_element (list, field, &texts[i], said);
      break;
    case SZ_HOLDS_SPAN:
      for (gint64 i = 0; i < read_integer (data, field->count, field->count_size); i++)
        add_element (list, field, (const guint8 *)held + (gsize)i * field->size, said);
      break;
    default:
      g_assert_not_reached ();
    }
  return list;
}

static json_t *
make_value (const SzMember *field, gconstpointer data, gboolean said)
{
  gconstpointer inner;

  if (field->has != 0 && !read_integer (data, field->has - 1, sizeof (gboolean)))
    return json_null ();
  switch (field->type)
    {
    case SZ_MEMBER_TEXT:
    case SZ_MEMBER_TIME:
      return make_text ((field->flags & SZ_INPLACE) != 0 ? (const char *)data + field->offset
                                                         : read_pointer (data, field->offset),
                        (field->flags & SZ_EMPTY_TEXT) != 0);
    case SZ_MEMBER_COUNT:
    case SZ_MEMBER_DECIMAL:
    case SZ_MEMBER_DATE:
      return make_number (field, data);
    case SZ_MEMBER_FLAG:
      return json_boolean (read_integer (data, field->offset, field->size) != 0);
    case SZ_MEMBER_CODE:
    case SZ_MEMBER_WORD:
    case SZ_MEMBER_STORED:
    case SZ_MEMBER_LEVEL:
      return make_code (field, data);
    case SZ_MEMBER_OBJECT:
      inner = find_struct (field, data);
      return inner != NULL ? make_object (field->fields, inner, said) : json_null ();
    case SZ_MEMBER_LIST:
    case SZ_MEMBER_MAP:
      return make_list (field, data, said);
    case SZ_MEMBER_MADE:
      return field->make (data);
    case SZ_MEMBER_INLINE:
    case SZ_MEMBER_SAY:
    default:
      g_assert_not_reached ();
    }
}

void
sz_member_fill (json_t *object, const SzMember *fields, gconstpointer data, gboolean said)
{
  g_return_if_fail (object != NULL && fields != NULL && data != NULL);

  for (const SzMember *field = fields; field->name != NULL; field++)
    {
      json_t *value;

      if (field->type == SZ_MEMBER_SAY || (!said && (field->flags & SZ_SAID) != 0))
        continue;
      if (field->type == SZ_MEMBER_INLINE)
        {
          sz_member_fill (object, field->fields, find_struct (field, data), said);
          continue;
        }
      value = make_value (field, data, said);
      if (json_is_null (value) && (field->flags & SZ_OPTIONAL) != 0)
        continue;
      json_object_set_new (object, field->name, value);
    }
}

json_t *
sz_member_json (const SzMember *fields, gconstpointer data)
{
  g_return_val_if_fail (fields != NULL && data != NULL, NULL);
  return make_object (fields, data, FALSE);
}
