/* sz-scheme-keys.c — keys of a JSON text that stand twice in one object
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-scheme-keys.h"

/* One object or array that is open. */
typedef struct
{
  GHashTable *keys; /* of an object; NULL: an array */
  guint index;
  gsize place_length; /* of the text that names it */
} Level;

typedef struct
{
  const char *p;
  guint line;
  GArray *levels;
  GString *place;
  SzKeyFn fn;
  gpointer user_data;
} Scan;

static void
clear_level_cb (gpointer data)
{
  Level *level = data;

  g_clear_pointer (&level->keys, g_hash_table_unref);
}

static Level *
get_top (Scan *scan)
{
  return scan->levels->len > 0 ? &g_array_index (scan->levels, Level, scan->levels->len - 1) : NULL;
}

/* What the value that begins now is called. */
static void
name_element (Scan *scan)
{
  Level *top = get_top (scan);

  if (top == NULL || top->keys != NULL)
    return;
  g_string_truncate (scan->place, top->place_length);
  g_string_append_printf (scan->place, "[%u]", top->index++);
}

static void
open_level (Scan *scan, gboolean object)
{
  Level level = { NULL, 0, 0 };

  name_element (scan);
  level.place_length = scan->place->len;
  if (object)
    level.keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_array_append_val (scan->levels, level);
}

static void
close_level (Scan *scan)
{
  if (scan->levels->len > 0)
    g_array_set_size (scan->levels, scan->levels->len - 1);
}

/* Behind the closing quote; the text between the quotes. */
static char *
take_string (Scan *scan)
{
  const char *start = ++scan->p;

  while (*scan->p != '\0' && *scan->p != '"')
    scan->p += *scan->p == '\\' && scan->p[1] != '\0' ? 2 : 1;
  return g_strndup (start, (gsize)(scan->p - start));
}

static gboolean
is_followed_by_colon (const char *p)
{
  while (g_ascii_isspace (*p))
    p++;
  return *p == ':';
}

static void
note_key (Scan *scan, Level *top, char *key)
{
  g_string_truncate (scan->place, top->place_length);
  if (g_hash_table_contains (top->keys, key))
    scan->fn (scan->place->str, key, scan->line, scan->user_data);
  g_string_append_printf (scan->place, scan->place->len > 0 ? ".%s" : "%s", key);
  g_hash_table_add (top->keys, key);
}

static void
read_string (Scan *scan)
{
  g_autofree char *text = take_string (scan);
  Level *top = get_top (scan);

  if (top == NULL)
    return;
  if (top->keys != NULL && *scan->p == '"' && is_followed_by_colon (scan->p + 1))
    note_key (scan, top, g_steal_pointer (&text));
  else
    name_element (scan);
}

static void
read_scalar (Scan *scan)
{
  name_element (scan);
  while (scan->p[1] != '\0'
         && (g_ascii_isalnum (scan->p[1]) || scan->p[1] == '.' || scan->p[1] == '-'
             || scan->p[1] == '+'))
    scan->p++;
}

void
sz_scheme_keys_repeated (const char *text, SzKeyFn fn, gpointer user_data)
{
  g_autoptr (GArray) levels = g_array_new (FALSE, TRUE, sizeof (Level));
  g_autoptr (GString) place = g_string_new (NULL);
  Scan scan = { text, 1, levels, place, fn, user_data };

  g_return_if_fail (text != NULL && fn != NULL);
  g_array_set_clear_func (levels, clear_level_cb);
  for (; *scan.p != '\0'; scan.p++)
    {
      if (*scan.p == '"')
        read_string (&scan);
      else if (*scan.p == '{' || *scan.p == '[')
        open_level (&scan, *scan.p == '{');
      else if (*scan.p == '}' || *scan.p == ']')
        close_level (&scan);
      else if (g_ascii_isalnum (*scan.p) || *scan.p == '-')
        read_scalar (&scan);
      else if (*scan.p == '\n')
        scan.line++;
      if (*scan.p == '\0')
        break;
    }
}
