/* sz-standard-draft.c — a standard of titles while it is edited: lines, fields, and no code (RULE
 * ttl-12, ttl-13)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-standard-draft.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "sz-codes.h"
#include "sz-standard-draft-keys.h"

struct _SzStandardDraft
{
  json_t *root;
};

static const char *const member_keys[] = { "any", "all", "of" };

SzStandardDraft *
sz_standard_draft_new (const char *text, GError **error)
{
  json_error_t fault;
  json_t *root;
  SzStandardDraft *draft;

  g_return_val_if_fail (text != NULL, NULL);

  root = json_loads (text, JSON_REJECT_DUPLICATES, &fault);
  if (!json_is_object (root))
    {
      g_autofree char *line = g_strdup_printf ("%d", root == NULL ? fault.line : 1);

      sz_error_set (error, SZ_ERROR_FORMAT, "standard.format", "file", "title_standards", "line",
                    line, "why", root == NULL ? fault.text : "format", NULL);
      json_decref (root);
      return NULL;
    }
  draft = g_new0 (SzStandardDraft, 1);
  draft->root = root;
  return draft;
}

void
sz_standard_draft_free (SzStandardDraft *draft)
{
  if (draft == NULL)
    return;
  json_decref (draft->root);
  g_free (draft);
}

char *
sz_standard_draft_dup_text (const SzStandardDraft *draft)
{
  char *dumped, *text;

  g_return_val_if_fail (draft != NULL, NULL);
  dumped = json_dumps (draft->root, JSON_INDENT (1));
  text = g_strconcat (dumped, "\n", NULL);
  free (dumped);
  return text;
}

/* ---- places: keys and numbers, parted by "/" ---- */

static json_t *
find_json (const SzStandardDraft *draft, const char *place)
{
  g_auto (GStrv) steps = g_strsplit (place, "/", -1);
  json_t *json = draft->root;

  for (guint i = 0; steps[i] != NULL && json != NULL; i++)
    if (*steps[i] != '\0')
      json = json_is_array (json)
                 ? json_array_get (json, (gsize)g_ascii_strtoull (steps[i], NULL, 10))
                 : json_object_get (json, steps[i]);
  return json;
}

/* A place in a list: the list's place, and the number; FALSE for what is in none. */
static gboolean
split_place (const char *place, char **list, gsize *number)
{
  const char *cut = strrchr (place, '/');

  if (cut == NULL || !g_ascii_isdigit (cut[1]))
    return FALSE;
  *list = g_strndup (place, (gsize)(cut - place));
  *number = (gsize)g_ascii_strtoull (cut + 1, NULL, 10);
  return TRUE;
}

static char *
dup_place (const char *list, gsize number)
{
  return g_strdup_printf ("%s/%" G_GSIZE_FORMAT, list, number);
}

static const char *
find_members (json_t *json)
{
  for (gsize i = 0; i < G_N_ELEMENTS (member_keys); i++)
    if (json_object_get (json, member_keys[i]) != NULL)
      return member_keys[i];
  return NULL;
}

static SzDraftKind
find_kind (const SzStandardDraft *draft, const char *place)
{
  g_autofree char *list = NULL;
  g_autofree char *name = NULL;
  gsize number;

  if (!split_place (place, &list, &number))
    return *place == '\0' ? SZ_DRAFT_STANDARD : SZ_DRAFT_COMMON;
  name = g_path_get_basename (list);
  if (g_str_equal (name, "levels"))
    return SZ_DRAFT_LEVEL;
  if (g_str_equal (name, "paths"))
    return SZ_DRAFT_PATH;
  if (g_str_equal (name, "items"))
    return SZ_DRAFT_ITEM;
  return json_object_get (find_json (draft, place), "kind") == NULL
                 && find_members (find_json (draft, place)) != NULL
             ? SZ_DRAFT_GROUP
             : SZ_DRAFT_CONDITION;
}

/* ---- lines ---- */

static void
free_line_cb (gpointer data)
{
  SzDraftLine *line = data;

  g_free (line->place);
  g_free (line->where);
  g_free (line->text);
  g_free (line);
}

/* A walk through the file, with what the checker calls the place. */
typedef struct
{
  const SzStandardDraft *draft;
  GPtrArray *lines;
  char *where;
} Walk;

static const char *
get_text (json_t *json, const char *key)
{
  const char *text = json_string_value (json_object_get (json, key));

  return text != NULL ? text : "";
}

static void
add_line (Walk *walk, const char *place, SzDraftKind kind, int depth, const char *text)
{
  SzDraftLine *line = g_new0 (SzDraftLine, 1);

  *line = (SzDraftLine){ g_strdup (place), g_strdup (walk->where), g_strdup (text), kind, depth };
  g_ptr_array_add (walk->lines, line);
}

static void
add_items (Walk *walk, const char *place, json_t *items, int depth)
{
  for (gsize i = 0; i < json_array_size (items); i++)
    {
      g_autofree char *own = dup_place (place, i);

      add_line (walk, own, SZ_DRAFT_ITEM, depth, get_text (json_array_get (items, i), "name"));
    }
}

static void
add_conditions (Walk *walk, const char *list, int depth)
{
  json_t *conditions = find_json (walk->draft, list);

  for (gsize i = 0; i < json_array_size (conditions); i++)
    {
      json_t *json = json_array_get (conditions, i);
      g_autofree char *place = dup_place (list, i);
      const SzDraftKind kind = find_kind (walk->draft, place);
      const char *members = find_members (json);
      const char *word = kind == SZ_DRAFT_GROUP ? (g_str_equal (members, "of") ? "n_of" : members)
                                                : get_text (json, "kind");
      g_autofree char *text
          = g_strdup_printf ("%s · %s", get_text (json, "id"), sz_draft_word (word));
      g_autofree char *inner
          = g_strdup_printf ("%s/%s", place, kind == SZ_DRAFT_GROUP ? members : "items");

      add_line (walk, place, kind, depth, text);
      if (kind == SZ_DRAFT_GROUP)
        add_conditions (walk, inner, depth + 1);
      else
        add_items (walk, inner, json_object_get (json, "items"), depth + 1);
    }
}

static void
add_level (Walk *walk, gsize i)
{
  g_autofree char *place = dup_place ("levels", i);
  g_autofree char *common = g_strconcat (place, "/common", NULL);
  json_t *level = find_json (walk->draft, place);
  json_t *paths = json_object_get (level, "paths");
  g_autofree char *before = walk->where;
  g_autofree char *where = g_strdup_printf ("%s/%s", before, get_text (level, "title"));

  walk->where = where;
  add_line (walk, place, SZ_DRAFT_LEVEL, 1, get_text (level, "title"));
  add_line (walk, common, SZ_DRAFT_COMMON, 2, sz_draft_word ("common"));
  add_conditions (walk, common, 3);
  for (gsize j = 0; j < json_array_size (paths); j++)
    {
      json_t *path = json_array_get (paths, j);
      g_autofree char *own = g_strdup_printf ("%s/paths/%" G_GSIZE_FORMAT, place, j);
      g_autofree char *all = g_strconcat (own, "/all", NULL);
      g_autofree char *text
          = g_strdup_printf ("%s %s · %s", get_text (path, "id"), get_text (path, "name"),
                             sz_draft_word (get_text (path, "kind")));

      walk->where = g_strdup_printf ("%s/%s", where, get_text (path, "id"));
      add_line (walk, own, SZ_DRAFT_PATH, 2, text);
      add_conditions (walk, all, 3);
      g_free (walk->where);
    }
  walk->where = g_steal_pointer (&before);
}

GPtrArray *
sz_standard_draft_lines (const SzStandardDraft *draft)
{
  Walk walk = { draft, NULL, NULL };

  g_return_val_if_fail (draft != NULL, NULL);

  walk.lines = g_ptr_array_new_with_free_func (free_line_cb);
  walk.where = g_strdup (get_text (draft->root, "id"));
  add_line (&walk, "", SZ_DRAFT_STANDARD, 0, get_text (draft->root, "name"));
  for (gsize i = 0; i < json_array_size (json_object_get (draft->root, "levels")); i++)
    add_level (&walk, i);
  g_free (walk.where);
  return walk.lines;
}

/* ---- fields ---- */

static void
free_field_cb (gpointer data)
{
  SzDraftField *field = data;

  g_free (field->choices);
  g_free (field->value);
  g_free (field);
}

/* The titles of the standard's codes. */
static char *
dup_titles (const SzStandardDraft *draft)
{
  json_t *codes = json_object_get (draft->root, "codes");
  g_autoptr (GString) titles = g_string_new (NULL);

  for (gsize i = 0; i < json_array_size (codes); i++)
    {
      const char *code = json_string_value (json_array_get (codes, i));
      const SzCode *known = code != NULL ? sz_codes_by_code (SZ_TABLE_TITLE, code) : NULL;

      if (known != NULL)
        g_string_append_printf (titles, "%s%s", titles->len > 0 ? "/" : "", known->name);
    }
  return g_string_free (g_steal_pointer (&titles), FALSE);
}

/* The word that chooses the keys: of a condition its kind, of a group how its members count. */
static const char *
get_kind_word (json_t *json, SzDraftKind kind)
{
  const char *members;

  if (kind == SZ_DRAFT_CONDITION)
    return get_text (json, "kind");
  members = kind == SZ_DRAFT_GROUP ? find_members (json) : NULL;
  return g_strcmp0 (members, "of") == 0 ? "n_of" : members;
}

GPtrArray *
sz_standard_draft_fields (const SzStandardDraft *draft, const char *place)
{
  GPtrArray *fields;
  SzDraftKind kind;
  json_t *json;

  g_return_val_if_fail (draft != NULL && place != NULL, NULL);

  fields = g_ptr_array_new_with_free_func (free_field_cb);
  json = find_json (draft, place);
  kind = find_kind (draft, place);
  if (!json_is_object (json))
    return fields;
  for (const SzDraftKey *key = sz_draft_keys (); key->key != NULL; key++)
    if (sz_draft_key_is_of (key, kind, get_kind_word (json, kind)))
      {
        SzDraftField *field = g_new0 (SzDraftField, 1);

        *field = (SzDraftField){ key->key, key->title, g_strdup (key->choices), key->optional,
                                 sz_draft_key_dup_value (key, json) };
        if (kind == SZ_DRAFT_LEVEL)
          field->choices = dup_titles (draft);
        if (g_str_equal (key->key, "kind") && kind == SZ_DRAFT_GROUP)
          {
            g_free (field->value);
            field->value = g_strdup (get_kind_word (json, kind));
          }
        g_ptr_array_add (fields, field);
      }
  return fields;
}

/* Another kind of condition: its keys with usual values; what both kinds have stays. */
static void
change_condition (json_t *json, const char *word)
{
  g_autofree char *id = g_strdup (get_text (json, "id"));
  json_t *teaching = json_incref (json_object_get (json, "for"));

  json_object_clear (json);
  json_object_set_new (json, "id", json_string (id));
  json_object_set_new (json, "kind", json_string (word));
  sz_draft_keys_fill (json, SZ_DRAFT_CONDITION, word);
  if (teaching != NULL)
    json_object_set_new (json, "for", teaching);
}

static void
change_group (json_t *json, const char *word)
{
  const char *members = find_members (json);
  json_t *list = json_incref (json_object_get (json, members));

  json_object_del (json, members);
  json_object_del (json, "n_of");
  if (g_str_equal (word, "n_of"))
    json_object_set_new (json, "n_of", json_integer (1));
  json_object_set_new (json, g_str_equal (word, "n_of") ? "of" : word, list);
}

gboolean
sz_standard_draft_set (SzStandardDraft *draft,
                       const char *place,
                       const char *key,
                       const char *value)
{
  SzDraftKind kind;
  json_t *json;

  g_return_val_if_fail (draft != NULL && place != NULL && key != NULL && value != NULL, FALSE);

  json = find_json (draft, place);
  kind = find_kind (draft, place);
  if (!json_is_object (json))
    return FALSE;
  for (const SzDraftKey *known = sz_draft_keys (); known->key != NULL; known++)
    if (g_str_equal (known->key, key)
        && sz_draft_key_is_of (known, kind, get_kind_word (json, kind)))
      {
        if (g_str_equal (key, "kind") && kind == SZ_DRAFT_CONDITION)
          change_condition (json, value);
        else if (g_str_equal (key, "kind") && kind == SZ_DRAFT_GROUP)
          change_group (json, value);
        else
          sz_draft_key_put_value (known, json, value);
        return TRUE;
      }
  return FALSE;
}

/* ---- lines that come, go and move ---- */

/* The list that a new line goes to, and its number there; NULL: there is none. */
static char *
dup_list_for (const SzStandardDraft *draft, const char *place, SzDraftKind kind, gsize *number)
{
  const SzDraftKind here = find_kind (draft, place);
  json_t *json = find_json (draft, place);
  g_autofree char *list = NULL;

  if (kind == here && split_place (place, &list, number))
    {
      *number += 1;
      return g_steal_pointer (&list);
    }
  *number = G_MAXSIZE;
  if (kind == SZ_DRAFT_LEVEL)
    return here == SZ_DRAFT_STANDARD ? g_strdup ("levels") : NULL;
  if (kind == SZ_DRAFT_PATH)
    return here == SZ_DRAFT_LEVEL ? g_strconcat (place, "/paths", NULL) : NULL;
  if (kind == SZ_DRAFT_ITEM)
    return g_str_equal (get_text (json, "kind"), "achievements")
               ? g_strconcat (place, "/items", NULL)
               : NULL;
  if (kind != SZ_DRAFT_CONDITION && kind != SZ_DRAFT_GROUP)
    return NULL;
  if (here == SZ_DRAFT_COMMON)
    return g_strdup (place);
  if (here == SZ_DRAFT_PATH)
    return g_strconcat (place, "/all", NULL);
  if (here == SZ_DRAFT_GROUP)
    return g_strdup_printf ("%s/%s", place, find_members (json));
  if (here != SZ_DRAFT_CONDITION || !split_place (place, &list, number))
    return NULL;
  *number += 1;
  return g_steal_pointer (&list);
}

gboolean
sz_standard_draft_can_add (const SzStandardDraft *draft, const char *place, SzDraftKind kind)
{
  g_autofree char *list = NULL;
  gsize number;

  g_return_val_if_fail (draft != NULL && place != NULL, FALSE);
  list = dup_list_for (draft, place, kind, &number);
  return list != NULL;
}

/* "levels/0/paths" of a level that has none yet. */
static json_t *
ensure_list (SzStandardDraft *draft, const char *place)
{
  json_t *list = find_json (draft, place);
  g_autofree char *parent = g_path_get_dirname (place);
  g_autofree char *key = g_path_get_basename (place);

  if (list != NULL)
    return list;
  list = json_array ();
  json_object_set_new (find_json (draft, g_str_equal (parent, ".") ? "" : parent), key, list);
  return list;
}

/* A group of the same kind as its neighbour stands beside it, not in it: Add on a group means in.
 */
char *
sz_standard_draft_add (SzStandardDraft *draft, const char *place, SzDraftKind kind)
{
  g_autofree char *list = NULL;
  json_t *array;
  json_t *json;
  gsize number;

  g_return_val_if_fail (draft != NULL && place != NULL, NULL);

  list = dup_list_for (draft, place, kind, &number);
  if (list == NULL)
    return NULL;
  array = ensure_list (draft, list);
  if (!json_is_array (array))
    return NULL;
  number = MIN (number, json_array_size (array));
  json = json_object ();
  if (kind == SZ_DRAFT_CONDITION)
    {
      json_object_set_new (json, "id", json_string (sz_draft_word ("education")));
      change_condition (json, "education");
    }
  else
    sz_draft_keys_fill (json, kind, NULL);
  json_array_insert_new (array, number, json);
  return dup_place (list, number);
}

gboolean
sz_standard_draft_remove (SzStandardDraft *draft, const char *place)
{
  g_autofree char *list = NULL;
  gsize number;

  g_return_val_if_fail (draft != NULL && place != NULL, FALSE);
  return split_place (place, &list, &number)
         && json_array_remove (find_json (draft, list), number) == 0;
}

/* Takes a line out of its list and puts it into another; the number counts after the taking. */
static char *
carry (SzStandardDraft *draft, const char *place, const char *to, gsize number)
{
  g_autofree char *list = NULL;
  json_t *target = find_json (draft, to);
  json_t *json;
  gsize old;

  if (!split_place (place, &list, &old))
    return NULL;
  json = json_incref (find_json (draft, place));
  json_array_remove (find_json (draft, list), old);
  number = MIN (number, json_array_size (target));
  json_array_insert_new (target, number, json);
  return dup_place (to, number);
}

char *
sz_standard_draft_move (SzStandardDraft *draft, const char *place, int step)
{
  g_autofree char *list = NULL;
  gsize number;

  g_return_val_if_fail (draft != NULL && place != NULL, NULL);
  if (!split_place (place, &list, &number) || (step < 0 && number == 0)
      || (step > 0 && number + 1 >= json_array_size (find_json (draft, list))))
    return NULL;
  return carry (draft, place, list, step < 0 ? number - 1 : number + 1);
}

char *
sz_standard_draft_indent (SzStandardDraft *draft, const char *place, gboolean inwards)
{
  g_autofree char *list = NULL;
  g_autofree char *other = NULL;
  g_autofree char *to = NULL;
  SzDraftKind kind;
  gsize number;

  g_return_val_if_fail (draft != NULL && place != NULL, NULL);
  kind = find_kind (draft, place);
  if ((kind != SZ_DRAFT_CONDITION && kind != SZ_DRAFT_GROUP) || !split_place (place, &list, &number)
      || (inwards && number == 0))
    return NULL;
  if (inwards)
    {
      other = dup_place (list, number - 1);
      if (find_kind (draft, other) != SZ_DRAFT_GROUP)
        return NULL;
      to = g_strdup_printf ("%s/%s", other, find_members (find_json (draft, other)));
      return carry (draft, place, to, G_MAXSIZE);
    }
  other = g_path_get_dirname (list);
  if (find_kind (draft, other) != SZ_DRAFT_GROUP || !split_place (other, &to, &number))
    return NULL;
  return carry (draft, place, to, number + 1);
}
