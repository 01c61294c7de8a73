/* sz-import-code.c — cells become codes, posts, ID numbers and people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <string.h>

#include "sz-idcard-words.h"
#include "sz-import-cell.h"
#include "sz-text.h"

#define CHOICES_MAX 12

/* How many characters of @text the term has: 副高 is likelier 副教授 than 讲师. */
static guint
count_shared (const char *term, const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n += g_utf8_strchr (term, -1, g_utf8_get_char (p)) != NULL ? 1 : 0;
  return n;
}

typedef struct
{
  const char *name;
  guint shared;
  guint place;
} Choice;

static int
compare_choices_cb (gconstpointer a, gconstpointer b)
{
  const Choice *left = a;
  const Choice *right = b;

  if (left->shared != right->shared)
    return left->shared > right->shared ? -1 : 1;
  return left->place < right->place ? -1 : 1;
}

/* All terms of a short table in their order; of a long one those that come nearest. */
char *
sz_import_dup_choices (SzCodeTable table, const char *text)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (Choice));

  for (const SzCode *code = sz_codes_table (table); code->code != NULL; code++)
    {
      Choice choice = { code->name, count_shared (code->name, text), choices->len };

      g_array_append_val (choices, choice);
    }
  if (choices->len > CHOICES_MAX)
    g_array_sort (choices, compare_choices_cb);
  for (guint i = 0; i < MIN (choices->len, CHOICES_MAX); i++)
    g_string_append_printf (list, "%s%s", i > 0 ? "、" : "",
                            g_array_index (choices, Choice, i).name);
  if (choices->len > CHOICES_MAX)
    g_string_append (list, "、…");
  return g_string_free (g_steal_pointer (&list), FALSE);
}

gboolean
sz_import_mean_code (
    SzImportRun *run, guint field, const SzCell *cell, const char *folded, const SzCode **code)
{
  const SzImportField *spec = &run->kind->fields[field];
  const char *word;

  g_return_val_if_fail (cell != NULL && folded != NULL, FALSE);

  *code = NULL;
  if (*folded == '\0')
    return TRUE;
  word = sz_synonyms_word (run->synonyms, run->kind->word, spec->heading, folded);
  if (word != NULL)
    *code = sz_codes_by_name (spec->table, word);
  else if (cell->type == SZ_CELL_BOOLEAN && spec->table == SZ_TABLE_YES_NO)
    *code = sz_codes_by_value (SZ_TABLE_YES_NO, g_str_equal (folded, "TRUE"));
  else
    *code = sz_synonyms_code (run->synonyms, spec->table, folded);
  return *code != NULL || (!spec->required && sz_import_means_nothing (folded));
}

/* The code of the cell, or NULL with TRUE when it is empty. */
static gboolean
find_code (SzImportRun *run, guint field, const SzCode **code)
{
  const SzCell *cell = sz_import_get_cell (run, field);
  g_autofree char *folded = NULL;
  g_autofree char *choices = NULL;

  *code = NULL;
  if (!sz_import_read_folded (run, field, &folded))
    return FALSE;
  if (sz_import_mean_code (run, field, cell, folded, code))
    return TRUE;
  choices = sz_import_dup_choices (run->kind->fields[field].table, folded);
  sz_import_find (run, SZ_SEVERITY_ERROR, "code.unknown", (int)field, cell->text, "choices",
                  choices, NULL);
  return FALSE;
}

gboolean
sz_import_read_code (SzImportRun *run, guint field, char **code)
{
  const SzCode *found;

  g_return_val_if_fail (run != NULL, FALSE);

  if (!find_code (run, field, &found))
    return FALSE;
  if (found != NULL)
    {
      g_free (*code);
      *code = g_strdup (found->code);
    }
  return TRUE;
}

gboolean
sz_import_read_value (SzImportRun *run, guint field, int *value)
{
  const SzCode *found;

  g_return_val_if_fail (run != NULL && value != NULL, FALSE);

  if (!find_code (run, field, &found))
    return FALSE;
  if (found != NULL)
    *value = found->value;
  return TRUE;
}

/* The words of a choice are few: they all stand in the finding. */
gboolean
sz_import_read_choice (SzImportRun *run, guint field, char **word)
{
  const SzImportField *spec = &run->kind->fields[field];
  g_auto (GStrv) choices = g_strsplit (spec->choices, "/", -1);
  g_autofree char *folded = NULL;
  g_autofree char *listed = NULL;
  const char *meant;

  if (!sz_import_read_folded (run, field, &folded))
    return FALSE;
  if (*folded == '\0')
    return TRUE;
  meant = sz_synonyms_word (run->synonyms, run->kind->word, spec->heading, folded);
  for (guint i = 0; choices[i] != NULL; i++)
    {
      g_autofree char *official = sz_text_fold (choices[i]);

      if (g_str_equal (official, folded) || g_strcmp0 (choices[i], meant) == 0)
        {
          g_free (*word);
          *word = g_strdup (choices[i]);
          return TRUE;
        }
    }
  if (!spec->required && sz_import_means_nothing (folded))
    return TRUE;
  listed = g_strjoinv ("、", choices);
  sz_import_find (run, SZ_SEVERITY_ERROR, "code.unknown", (int)field,
                  sz_import_get_cell (run, field)->text, "choices", listed, NULL);
  return FALSE;
}

gboolean
sz_import_read_list (SzImportRun *run, guint field, char **list)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  g_auto (GStrv) words = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (run != NULL, FALSE);

  if (!sz_import_read_folded (run, field, &folded))
    return FALSE;
  for (char *p = folded; *p != '\0'; p++)
    if (strchr (",;\n\r", *p) != NULL)
      *p = ',';
  words = g_strsplit (folded, "、", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], ",", -1);

      for (guint j = 0; parts[j] != NULL; j++)
        if (*g_strstrip (parts[j]) != '\0')
          g_string_append_printf (joined, "%s%s", joined->len > 0 ? "、" : "", parts[j]);
    }
  g_free (*list);
  *list = g_string_free (g_steal_pointer (&joined), FALSE);
  return TRUE;
}

static char *
list_posts (SzPostCategory category)
{
  g_autoptr (GString) choices = g_string_new (NULL);

  for (int level = 1; level < 100; level++)
    {
      SzPost post = (SzPost)category * 100 + level;
      g_autofree char *name = sz_post_name (post);

      if (sz_post_parse (name) == post)
        g_string_append_printf (choices, "%s%s", choices->len > 0 ? "、" : "", name);
    }
  return g_string_free (g_steal_pointer (&choices), FALSE);
}

/* 八级, 八 or 8 beside 专业技术 is 专技八级. */
static SzPost
parse_level (SzPostCategory category, const char *text)
{
  SzPost post = sz_post_parse (text);

  if (post == 0 && category != SZ_POST_NONE)
    {
      g_autofree char *name = sz_post_name ((SzPost)category * 100);
      g_autofree char *whole
          = g_strconcat (name, text, g_str_has_suffix (text, "级") ? NULL : "级", NULL);

      post = sz_post_parse (whole);
    }
  return post;
}

gboolean
sz_import_read_post (SzImportRun *run, int category_field, guint level_field, SzPost *post)
{
  const SzCell *cell = sz_import_get_cell (run, level_field);
  int category = SZ_POST_NONE;
  g_autofree char *level = NULL;
  g_autofree char *choices = NULL;
  SzPost found;

  g_return_val_if_fail (post != NULL, FALSE);

  if ((category_field >= 0 && !sz_import_read_value (run, (guint)category_field, &category))
      || !sz_import_read_folded (run, level_field, &level))
    return FALSE;
  if (*level == '\0'
      || (!run->kind->fields[level_field].required && sz_import_means_nothing (level)))
    {
      if (category != SZ_POST_NONE)
        *post = (SzPost)category * 100;
      return TRUE;
    }
  found = parse_level ((SzPostCategory)category, level);
  if (found != 0 && (category == SZ_POST_NONE || (int)sz_post_category (found) == category))
    {
      *post = found;
      return TRUE;
    }
  choices = list_posts (category != SZ_POST_NONE ? (SzPostCategory)category : SZ_POST_PROFESSIONAL);
  sz_import_find (run, SZ_SEVERITY_ERROR, "code.unknown", (int)level_field, cell->text, "choices",
                  choices, NULL);
  return FALSE;
}

gboolean
sz_import_read_own_post (SzImportRun *run, guint field, SzPost *post)
{
  const SzImportField *before = field > 0 ? &run->kind->fields[field - 1] : NULL;
  gboolean has_category
      = before != NULL && before->type == SZ_FIELD_CODE && before->table == SZ_TABLE_POST_CATEGORY;

  return sz_import_read_post (run, has_category ? (int)field - 1 : -1, field, post);
}

gboolean
sz_import_read_id_number (SzImportRun *run, guint field, char **normal)
{
  static const char *const codes[] = {
    [SZ_IDCARD_DAMAGED] = "idcard.damaged",
    [SZ_IDCARD_BIRTHDATE] = "idcard.birthdate",
    [SZ_IDCARD_CHECKSUM] = "idcard.checksum",
  };
  const SzCell *cell = sz_import_get_cell (run, field);
  g_autofree char *folded = NULL;
  g_autofree char *found = NULL;
  g_autofree char *why = NULL;
  SzIdcardFault fault;

  if (!sz_import_read_folded (run, field, &folded))
    return FALSE;
  if (*folded == '\0')
    return TRUE;
  /* RULE ppl-1 */
  fault = sz_idcard_check (folded, cell->type == SZ_CELL_NUMBER, run->today, &found);
  if (fault == SZ_IDCARD_CHECKSUM)
    why = sz_idcard_words (folded);
  if (fault != SZ_IDCARD_OK)
    {
      sz_import_find (run, SZ_SEVERITY_ERROR, codes[fault], (int)field, cell->text, "why", why,
                      NULL);
      return FALSE;
    }
  g_free (*normal);
  *normal = g_steal_pointer (&found);
  return TRUE;
}

gboolean
sz_import_read_person (SzImportRun *run, guint field, int name_field, gint64 *person_id)
{
  g_autofree char *staff_no = NULL;
  g_autofree char *name = NULL;
  const SzPersonName *person;

  g_return_val_if_fail (run != NULL && person_id != NULL, FALSE);

  if (!sz_import_read_folded (run, field, &staff_no))
    return FALSE;
  if (!sz_import_clean_staff_no (run, field, staff_no))
    return FALSE;
  person = sz_person_names_find (run->names, staff_no);
  if (person == NULL)
    return sz_import_fail (run, "staff_no.unknown", field, staff_no);
  *person_id = person->id;
  if (name_field < 0 || !sz_import_has (run, (guint)name_field))
    return TRUE;
  if (!sz_import_read_text (run, (guint)name_field, &name))
    return FALSE;
  if (!sz_text_same_name (name, person->name))
    sz_import_find (run, SZ_SEVERITY_WARNING, "name.mismatch", name_field, name, "staff_no",
                    staff_no, "name", person->name, NULL);
  return TRUE;
}

void
sz_import_check_service (
    SzImportRun *run, guint staff_field, gint64 person_id, int field, SzDate from, SzDate to)
{
  const GArray *services = g_hash_table_lookup (run->services, &person_id);
  SzDate first = sz_date_first_day (from);
  g_autofree char *staff_no = NULL;
  g_autofree char *day = NULL;

  for (guint i = 0; services != NULL && i < services->len; i++)
    {
      const SzService *service = &g_array_index (services, SzService, i);

      /* RULE ppl-7 */
      if (sz_date_first_day (service->from) <= to
          && (service->to == SZ_DATE_NONE || sz_date_first_day (service->to) >= first))
        return;
    }
  /* RULE wrk-6 */
  staff_no = sz_text_visible (sz_import_get_cell (run, staff_field)->text);
  day = sz_date_format (from);
  sz_import_find (run, SZ_SEVERITY_WARNING, "record.out_of_service", field, day, "staff_no",
                  staff_no, NULL);
}
