/* sz-standard-draft-keys.c — which values a line of a standard has, and how they are typed (RULE
 * ttl-10, ttl-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-standard-draft-keys.h"

#include <glib/gi18n.h>

#define EDUCATION "中职/专科/本科/硕士/博士"
#define LEVELS "员级/助理级/中级/副高级/正高级"
#define SKILLS "学徒工/初级工/中级工/高级工/技师/高级技师/特级技师/首席技师"
#define SCOPES "国家级/省部级/市厅级/校级"
#define PRIZES "特等/一等/二等/三等"
#define TEACHING "文化课/专业课/实习指导"
#define CERTIFICATES "教师资格/职业技能等级/职业资格/其他"
#define CONDITIONS                                                                                 \
  "education/degree/title_years/work_years/assessments/hours/skill/certificate/adviser/"           \
  "further_education/practice/achievements/honour"

/* clang-format off */
#define CONDITION(word, key, title, shape, ...) \
  { SZ_DRAFT_CONDITION, word, key, title, SZ_SHAPE_##shape, __VA_ARGS__ }
#define LAST(word) CONDITION (word, "last", N_ ("The last years"), WHOLE, NULL, "3")

static const SzDraftKey keys[] = {
  { SZ_DRAFT_STANDARD, NULL, "name", N_ ("What it is called"), SZ_SHAPE_TEXT },
  { SZ_DRAFT_STANDARD, NULL, "series", N_ ("Series"), SZ_SHAPE_TEXT },
  { SZ_DRAFT_STANDARD, NULL, "source", N_ ("Document"), SZ_SHAPE_TEXT },
  { SZ_DRAFT_STANDARD, NULL, "from", N_ ("In force from"), SZ_SHAPE_TEXT },
  { SZ_DRAFT_STANDARD, NULL, "to", N_ ("In force to"), SZ_SHAPE_TEXT, .optional = TRUE },
  { SZ_DRAFT_STANDARD, NULL, "id", N_ ("Id"), SZ_SHAPE_TEXT },
  { SZ_DRAFT_STANDARD, NULL, "codes", N_ ("Codes of its titles"), SZ_SHAPE_WORDS },
  { SZ_DRAFT_STANDARD, NULL, "switch", N_ ("Only with the parameter"), SZ_SHAPE_TEXT, .optional = TRUE },
  { SZ_DRAFT_STANDARD, NULL, "teaching", N_ ("Usual 任教类别"), SZ_SHAPE_TEXT, TEACHING },
  { SZ_DRAFT_LEVEL, NULL, "title", N_ ("Title"), SZ_SHAPE_TEXT, NULL, "" },
  { SZ_DRAFT_PATH, NULL, "id", N_ ("Id"), SZ_SHAPE_TEXT, NULL, "1" },
  { SZ_DRAFT_PATH, NULL, "name", N_ ("What it is called"), SZ_SHAPE_TEXT, NULL, "" },
  { SZ_DRAFT_PATH, NULL, "kind", N_ ("Kind of path"), SZ_SHAPE_TEXT, "normal/skill/direct/exceptional", "normal" },
  { SZ_DRAFT_PATH, NULL, "waive", N_ ("Without the common conditions"), SZ_SHAPE_WORDS, .optional = TRUE },
  { SZ_DRAFT_CONDITION, NULL, "id", N_ ("Id"), SZ_SHAPE_TEXT },
  { SZ_DRAFT_CONDITION, NULL, "kind", N_ ("Kind of condition"), SZ_SHAPE_TEXT, CONDITIONS },
  CONDITION ("education", "at_least", N_ ("At least"), TEXT, EDUCATION, "本科"),
  CONDITION ("degree", "at_least", N_ ("At least"), TEXT, "学士/硕士/博士", "学士"),
  CONDITION ("title_years", "level", N_ ("Level of the title held"), TEXT, LEVELS, "助理级"),
  CONDITION ("title_years", "series", N_ ("Of which series"), TEXT, "own/any", "own"),
  CONDITION ("title_years", "years", N_ ("Years"), WHOLE, NULL, "4"),
  CONDITION ("work_years", "years", N_ ("Years"), WHOLE, NULL, "1"),
  LAST ("assessments"),
  CONDITION ("assessments", "at_least", N_ ("At least"), TEXT, "合格/优秀", "合格"),
  CONDITION ("assessments", "excellent_at_least", N_ ("优秀 at least"), WHOLE, .optional = TRUE),
  CONDITION ("hours", "last", N_ ("The last years"), WHOLE, NULL, "5"),
  CONDITION ("hours", "full_time", N_ ("Hours a year of full-time teachers"), TEXT, NULL, "320.00"),
  CONDITION ("hours", "others", N_ ("Hours a year of the others"), TEXT, NULL, "80.00"),
  CONDITION ("skill", "at_least", N_ ("At least"), TEXT, SKILLS, "高级工"),
  CONDITION ("skill", "years", N_ ("Years with it"), WHOLE, .optional = TRUE),
  CONDITION ("certificate", "class", N_ ("Certificate"), TEXT, CERTIFICATES, "教师资格"),
  CONDITION ("adviser", "years", N_ ("Years"), TEXT, NULL, "2.0"),
  CONDITION ("adviser", "roles", N_ ("Roles"), WORDS, NULL, "班主任"),
  CONDITION ("adviser", "since", N_ ("Since"), TEXT, "ever/title", "ever"),
  LAST ("further_education"),
  CONDITION ("further_education", "hours", N_ ("Hours a year"), TEXT, NULL, "90.00"),
  CONDITION ("further_education", "professional", N_ ("Of these professional"), TEXT, NULL, "60.00"),
  CONDITION ("practice", "last", N_ ("The last years"), WHOLE, NULL, "5"),
  CONDITION ("practice", "months", N_ ("Months"), WHOLE, NULL, "6"),
  CONDITION ("achievements", "since", N_ ("Since (title, ever, or years)"), TEXT_OR_WHOLE, NULL, "title"),
  CONDITION ("achievements", "n", N_ ("How many of the items"), WHOLE, NULL, "1"),
  CONDITION ("honour", "names", N_ ("Names (list: the honours list)"), TEXT_OR_WORDS, NULL, "list"),
  { SZ_DRAFT_CONDITION, NULL, "for", N_ ("Only for 任教类别"), SZ_SHAPE_WORDS, .optional = TRUE },
  { SZ_DRAFT_GROUP, NULL, "id", N_ ("Id"), SZ_SHAPE_TEXT, NULL, "组" },
  { SZ_DRAFT_GROUP, NULL, "kind", N_ ("Kind of group"), SZ_SHAPE_TEXT, "any/all/n_of" },
  { SZ_DRAFT_GROUP, "n_of", "n_of", N_ ("How many of them"), SZ_SHAPE_WHOLE },
  { SZ_DRAFT_ITEM, NULL, "name", N_ ("What it is called"), SZ_SHAPE_TEXT, NULL, "论文" },
  { SZ_DRAFT_ITEM, NULL, "kinds", N_ ("Kinds of achievement"), SZ_SHAPE_WORDS, NULL, "论文" },
  { SZ_DRAFT_ITEM, NULL, "level", N_ ("Level at least"), SZ_SHAPE_TEXT, SCOPES, "省部级" },
  { SZ_DRAFT_ITEM, NULL, "grade", N_ ("Grade at least"), SZ_SHAPE_TEXT, PRIZES, .optional = TRUE },
  { SZ_DRAFT_ITEM, NULL, "rank", N_ ("Rank at most"), SZ_SHAPE_WHOLE, .optional = TRUE },
  { SZ_DRAFT_ITEM, NULL, "count", N_ ("How many"), SZ_SHAPE_WHOLE, .optional = TRUE },
  { .key = NULL },
};
/* clang-format on */

const SzDraftKey *
sz_draft_keys (void)
{
  return keys;
}

gboolean
sz_draft_key_is_of (const SzDraftKey *key, SzDraftKind kind, const char *word)
{
  g_return_val_if_fail (key != NULL, FALSE);
  return key->kind == kind && (key->word == NULL || g_strcmp0 (key->word, word) == 0);
}

char *
sz_draft_key_dup_value (const SzDraftKey *key, json_t *json)
{
  json_t *value;
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (key != NULL, NULL);

  value = json_object_get (json, key->key);
  if (json_is_string (value))
    g_string_append (text, json_string_value (value));
  else if (json_is_integer (value))
    g_string_append_printf (text, "%" JSON_INTEGER_FORMAT, json_integer_value (value));
  for (gsize i = 0; i < json_array_size (value); i++)
    {
      const char *word = json_string_value (json_array_get (value, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "、" : "", word != NULL ? word : "");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Parted by 、 or any comma; what is empty is no word. */
static json_t *
make_words (const char *value)
{
  g_autofree char *even = g_strdelimit (g_strdup (value), ",;/", ' ');
  g_auto (GStrv) parts = NULL;
  json_t *list = json_array ();
  static const char *const marks[] = { "、", "，", "；" };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_auto (GStrv) pieces = g_strsplit (even, marks[i], -1);

      g_free (even);
      even = g_strjoinv (" ", pieces);
    }
  parts = g_strsplit (even, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      json_array_append_new (list, json_string (parts[i]));
  return list;
}

static gboolean
read_whole (const char *value, gint64 *number)
{
  return g_ascii_string_to_signed (value, 10, G_MININT, G_MAXINT, number, NULL);
}

void
sz_draft_key_put_value (const SzDraftKey *key, json_t *json, const char *value)
{
  json_t *made;
  gint64 number;

  g_return_if_fail (key != NULL && json != NULL && value != NULL);

  if (*value == '\0' && key->optional)
    {
      /* The head of a file says that there is none; elsewhere the key is left out. */
      if (key->kind == SZ_DRAFT_STANDARD)
        json_object_set_new (json, key->key, json_null ());
      else
        json_object_del (json, key->key);
      return;
    }
  if ((key->shape == SZ_SHAPE_WHOLE || key->shape == SZ_SHAPE_TEXT_OR_WHOLE)
      && read_whole (value, &number))
    made = json_integer (number);
  else if (key->shape == SZ_SHAPE_WORDS
           || (key->shape == SZ_SHAPE_TEXT_OR_WORDS && !g_str_equal (value, "list")))
    made = make_words (value);
  else
    made = json_string (value);
  json_object_set_new (json, key->key, made);
}

void
sz_draft_keys_fill (json_t *json, SzDraftKind kind, const char *word)
{
  static const char *const lists[SZ_N_DRAFT_KINDS]
      = { [SZ_DRAFT_LEVEL] = "common", [SZ_DRAFT_PATH] = "all", [SZ_DRAFT_GROUP] = "any" };

  g_return_if_fail (json != NULL && kind < SZ_N_DRAFT_KINDS);
  for (const SzDraftKey *key = keys; key->key != NULL; key++)
    if (sz_draft_key_is_of (key, kind, word) && key->usual != NULL)
      sz_draft_key_put_value (key, json, key->usual);
  if (lists[kind] != NULL)
    json_object_set_new (json, lists[kind], json_array ());
  if (kind == SZ_DRAFT_LEVEL)
    json_object_set_new (json, "paths", json_array ());
  if (kind == SZ_DRAFT_CONDITION && g_strcmp0 (word, "achievements") == 0)
    json_object_set_new (json, "items", json_array ());
}
