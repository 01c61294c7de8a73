/* sz-requirement.c — single requirements of a post, read as rec-16 says
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <stdlib.h>
#include <string.h>

#include "sz-codes.h"
#include "sz-decimal.h"
#include "sz-requirement-private.h"
#include "sz-text.h"

#define UNREADABLE (-1)
#define NUMBERS_MAX 3

typedef struct
{
  const char *word;
  int rank;
} Word;

/* The first that stands in the requirement, in this order. */
static const Word education_words[] = {
  { "博士", 6 }, { "硕士", 5 }, { "研究生", 5 }, { "本科", 4 },
  { "专科", 3 }, { "大专", 3 }, { "中专", 2 },   { "高中", 2 },
};

static const Word degree_words[] = { { "学士", 1 }, { "硕士", 2 }, { "博士", 3 } };

static const Word title_words[] = {
  { "正高", 5 }, { "副高", 4 }, { "高级", 4 }, { "中级", 3 },
  { "助理", 2 }, { "初级", 1 }, { "员级", 1 },
};

static int
find_word (const Word *words, gsize n, const char *text)
{
  for (gsize i = 0; i < n; i++)
    if (strstr (text, words[i].word) != NULL)
      return words[i].rank;
  return UNREADABLE;
}

/* Ranks of GB/T 4658; 结业 and 肄业 stand one below their graduation. */
static int
rank_code (const char *code)
{
  static const Word codes[] = {
    { "11", 6 }, { "12", 5 }, { "13", 5 }, { "10", 5 }, { "14", 5 }, { "17", 5 }, { "15", 4 },
    { "16", 4 }, { "18", 4 }, { "19", 4 }, { "20", 4 }, { "21", 4 }, { "28", 4 }, { "22", 3 },
    { "23", 3 }, { "30", 3 }, { "31", 3 }, { "32", 2 }, { "33", 2 }, { "40", 2 }, { "41", 2 },
    { "44", 2 }, { "47", 2 }, { "60", 2 }, { "61", 2 }, { "42", 1 }, { "43", 1 }, { "45", 1 },
    { "46", 1 }, { "48", 1 }, { "49", 1 }, { "62", 1 }, { "63", 1 }, { "70", 1 }, { "71", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (strcmp (codes[i].word, code) == 0)
      return codes[i].rank;
  return 0;
}

int
sz_education_rank (const char *education, const SzEduEqual *equals, gsize n)
{
  if (education == NULL)
    return 0;
  for (gsize i = 0; i < n; i++)
    if (strcmp (equals[i].word, education) == 0)
      return MAX (find_word (education_words, G_N_ELEMENTS (education_words), equals[i].level), 0);
  return rank_code (education);
}

static SzConditionResult
at_least (int has, int needs)
{
  if (needs == UNREADABLE)
    return SZ_RESULT_REVIEW;
  return has >= needs ? SZ_RESULT_MET : SZ_RESULT_NOT_MET;
}

static SzConditionResult
test_education (const char *folded,
                const SzRequirements *requirements,
                const SzQualities *qualities)
{
  const int has
      = sz_education_rank (qualities->education, requirements->equals, requirements->n_equals);
  const SzConditionResult result
      = at_least (has, find_word (education_words, G_N_ELEMENTS (education_words), folded));

  if (result != SZ_RESULT_MET || strstr (folded, "全日制") == NULL)
    return result;
  if (qualities->full_time_study == NULL || *qualities->full_time_study == '\0')
    return SZ_RESULT_REVIEW;
  return strcmp (qualities->full_time_study, "1") == 0 ? SZ_RESULT_MET : SZ_RESULT_NOT_MET;
}

/* GB/T 6864: 2… doctor, 3… master, 4… bachelor; 1 is honorary. */
static int
rank_degree (const char *code)
{
  switch (code != NULL ? code[0] : '\0')
    {
    case '2':
      return 3;
    case '3':
      return 2;
    case '4':
      return 1;
    default:
      return 0;
    }
}

char *
sz_requirement_strip (const char *folded)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint depth = 0;

  g_return_val_if_fail (folded != NULL, NULL);
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      depth += *p == '(' ? 1 : 0;
      if (depth == 0)
        g_string_append_unichar (text, g_utf8_get_char (p));
      depth -= *p == ')' && depth > 0 ? 1 : 0;
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
cut_end (char *text, const char *end)
{
  if (!g_str_has_suffix (text, end) || strlen (text) == strlen (end))
    return FALSE;
  text[strlen (text) - strlen (end)] = '\0';
  return TRUE;
}

/* Of a subject as people write it: no blanks, no parentheses, no 专业 at the end. */
static char *
clean_major (const char *text)
{
  g_autofree char *folded = sz_text_fold (text);
  g_autofree char *stripped = sz_requirement_strip (folded);
  char *clean = sz_text_squeeze (stripped);

  cut_end (clean, "专业");
  return clean;
}

static void
cut_entry (char *entry)
{
  static const char *const ends[] = { "及", "或", "等", "相关", "相近", "专业" };
  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;
      for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
        again |= cut_end (entry, ends[i]);
    }
}

static GStrv
split_majors (const char *folded)
{
  g_autofree char *stripped = sz_requirement_strip (folded);
  GStrv entries = g_regex_split_simple ("[、,;/\\s]+", stripped, 0, 0);

  for (char **entry = entries; *entry != NULL; entry++)
    cut_entry (*entry);
  return entries;
}

/* Whether 所学专业 begins with a class less its 类 or 大类. */
static gboolean
begins_like (const char *major, const char *entry)
{
  g_autofree char *stem = g_strdup (entry);

  if (!cut_end (stem, "大类") && !cut_end (stem, "类"))
    return FALSE;
  return g_str_has_prefix (major, stem);
}

static SzConditionResult
test_major (const char *folded, const SzQualities *qualities)
{
  g_auto (GStrv) entries = split_majors (folded);
  g_autofree char *major = clean_major (qualities->major);
  g_autofree char *class = clean_major (qualities->major_class);
  gboolean like = strstr (folded, "相关") != NULL || strstr (folded, "相近") != NULL
                  || strstr (folded, "等") != NULL;

  if (*major == '\0')
    return SZ_RESULT_NOT_MET;
  for (char **entry = entries; *entry != NULL; entry++)
    {
      if (**entry == '\0')
        continue;
      if (strcmp (*entry, major) == 0
          || (g_str_has_suffix (*entry, "类") && strcmp (*entry, class) == 0))
        return SZ_RESULT_MET;
      like |= begins_like (major, *entry);
    }
  return like ? SZ_RESULT_REVIEW : SZ_RESULT_NOT_MET;
}

static guint
find_numbers (const char *text, int *numbers, guint max)
{
  guint n = 0;

  for (const char *p = text; *p != '\0';)
    {
      char *end;

      if (!g_ascii_isdigit (*p))
        {
          p++;
          continue;
        }
      if (n < max)
        numbers[n] = (int)MIN (strtol (p, &end, 10), G_MAXINT16);
      else
        (void)!strtol (p, &end, 10);
      n++;
      p = end;
    }
  return n;
}

int
sz_age_on (SzDate birth, SzDate day)
{
  int years = sz_date_year (day) - sz_date_year (birth);

  while (years > 0 && !sz_date_years_complete (birth, years, day))
    years--;
  return years;
}

/* Two numbers are both included; one is the most, with 以上 and no 以下 the least. */
static SzConditionResult
test_age (const char *folded, SzDate birth, SzDate cutoff)
{
  g_autofree char *stripped = sz_requirement_strip (folded);
  int numbers[NUMBERS_MAX] = { 0 };
  const guint n = find_numbers (stripped, numbers, NUMBERS_MAX);
  const gboolean least = strstr (stripped, "以上") != NULL && strstr (stripped, "以下") == NULL;
  int age;

  if (n < 1 || n > 2 || birth == SZ_DATE_NONE)
    return SZ_RESULT_REVIEW;
  age = sz_age_on (birth, cutoff);
  if (n == 2)
    return age >= MIN (numbers[0], numbers[1]) && age <= MAX (numbers[0], numbers[1])
               ? SZ_RESULT_MET
               : SZ_RESULT_NOT_MET;
  return (least ? age >= numbers[0] : age <= numbers[0]) ? SZ_RESULT_MET : SZ_RESULT_NOT_MET;
}

/* The longest name of the table that stands in the text; of equal ones the first. */
static const SzCode *
find_longest (SzCodeTable table, const char *text)
{
  const SzCode *found = NULL;

  for (const SzCode *row = sz_codes_table (table); row->code != NULL; row++)
    {
      g_autofree char *name = sz_text_fold (row->name);

      if (strstr (text, name) != NULL
          && (found == NULL || strlen (row->name) > strlen (found->name)))
        found = row;
    }
  return found;
}

static SzConditionResult
test_skill (const char *folded, const SzQualities *qualities)
{
  const SzCode *needs = find_longest (SZ_TABLE_SKILL, folded);
  const SzCode *has = sz_codes_by_code (SZ_TABLE_SKILL, qualities->skill);

  return at_least (has != NULL ? has->value : UNREADABLE - 1,
                   needs != NULL ? needs->value : UNREADABLE);
}

/* The last digit of a code of GB/T 8561 tells the band. */
static int
rank_title (const char *code)
{
  const gsize length = code != NULL ? strlen (code) : 0;

  if (length == 0)
    return 0;
  switch (code[length - 1])
    {
    case '1':
      return 5;
    case '2':
      return 4;
    case '3':
      return 3;
    case '4':
      return 2;
    default:
      return 1;
    }
}

static int
read_title (const char *folded)
{
  const SzCode *title = find_longest (SZ_TABLE_TITLE, folded);

  return title != NULL ? rank_title (title->code)
                       : find_word (title_words, G_N_ELEMENTS (title_words), folded);
}

static SzConditionResult
test_years (const char *folded, const SzQualities *qualities, SzDate cutoff)
{
  int number = 0;

  if (find_numbers (folded, &number, 1) == 0)
    return SZ_RESULT_REVIEW;
  if (qualities->trade_from != SZ_DATE_NONE)
    return sz_date_years_complete (sz_date_first_day (qualities->trade_from), number, cutoff)
               ? SZ_RESULT_MET
               : SZ_RESULT_NOT_MET;
  return qualities->has_years && qualities->years_x100 >= (gint64)number * 100 ? SZ_RESULT_MET
                                                                               : SZ_RESULT_NOT_MET;
}

static SzConditionResult
test_political (const char *folded, const SzQualities *qualities)
{
  const SzCode *status = sz_codes_by_code (SZ_TABLE_POLITICAL, qualities->political);

  if (status == NULL)
    return SZ_RESULT_NOT_MET;
  if (strstr (folded, "党员") != NULL
      && (strcmp (status->code, "01") == 0 || strcmp (status->code, "02") == 0))
    return SZ_RESULT_MET;
  return strstr (folded, status->name) != NULL ? SZ_RESULT_MET : SZ_RESULT_NOT_MET;
}

static SzConditionResult
test_certificate (const char *folded, const SzQualities *qualities)
{
  g_autofree char *has = sz_text_squeeze (qualities->certificates);
  g_auto (GStrv) entries = g_regex_split_simple ("[、,;]", folded, 0, 0);

  for (char **entry = entries; *entry != NULL; entry++)
    {
      g_autofree char *needed = sz_text_squeeze (*entry);

      if (*needed != '\0' && strstr (has, needed) == NULL)
        return SZ_RESULT_NOT_MET;
    }
  return SZ_RESULT_MET;
}

/* RULE rec-16 */
SzConditionResult
sz_requirement_test (SzScreenCondition condition,
                     const char *folded,
                     const SzRequirements *requirements,
                     const SzQualities *qualities)
{
  g_return_val_if_fail (folded != NULL && requirements != NULL && qualities != NULL,
                        SZ_RESULT_REVIEW);
  switch (condition)
    {
    case SZ_CONDITION_EDUCATION:
      return test_education (folded, requirements, qualities);
    case SZ_CONDITION_DEGREE:
      return at_least (rank_degree (qualities->degree),
                       find_word (degree_words, G_N_ELEMENTS (degree_words), folded));
    case SZ_CONDITION_MAJOR:
      return test_major (folded, qualities);
    case SZ_CONDITION_AGE:
      return test_age (folded, qualities->birth, requirements->cutoff);
    case SZ_CONDITION_SKILL:
      return test_skill (folded, qualities);
    case SZ_CONDITION_TITLE:
      return at_least (rank_title (qualities->title), read_title (folded));
    case SZ_CONDITION_YEARS:
      return test_years (folded, qualities, requirements->cutoff);
    case SZ_CONDITION_POLITICAL:
      return test_political (folded, qualities);
    case SZ_CONDITION_CERTIFICATE:
      return test_certificate (folded, qualities);
    case SZ_CONDITION_OTHER:
    case SZ_CONDITION_INTEGRITY:
    case SZ_CONDITION_HONOUR:
    case SZ_N_CONDITIONS:
    default:
      return SZ_RESULT_REVIEW;
    }
}

gboolean
sz_requirement_is_none (const char *cell)
{
  static const char *const words[] = { "", "不限", "无", "无要求" };
  g_autofree char *folded = sz_text_fold (cell);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (folded, words[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
names_majors (const char *folded)
{
  g_auto (GStrv) entries = split_majors (folded);

  for (char **entry = entries; *entry != NULL; entry++)
    if (**entry != '\0')
      return TRUE;
  return FALSE;
}

gboolean
sz_requirement_is_readable (SzScreenCondition condition, const char *cell)
{
  g_autofree char *folded = sz_text_fold (cell);
  g_autofree char *stripped = sz_requirement_strip (folded);
  int numbers[NUMBERS_MAX];
  guint n;

  if (sz_requirement_is_none (cell))
    return TRUE;
  switch (condition)
    {
    case SZ_CONDITION_EDUCATION:
      return find_word (education_words, G_N_ELEMENTS (education_words), folded) != UNREADABLE;
    case SZ_CONDITION_DEGREE:
      return find_word (degree_words, G_N_ELEMENTS (degree_words), folded) != UNREADABLE;
    case SZ_CONDITION_MAJOR:
      return names_majors (folded);
    case SZ_CONDITION_AGE:
      n = find_numbers (stripped, numbers, NUMBERS_MAX);
      return n == 1 || n == 2;
    case SZ_CONDITION_SKILL:
      return find_longest (SZ_TABLE_SKILL, folded) != NULL;
    case SZ_CONDITION_TITLE:
      return read_title (folded) != UNREADABLE;
    case SZ_CONDITION_YEARS:
      return find_numbers (folded, numbers, 1) > 0;
    case SZ_CONDITION_POLITICAL:
      return strstr (folded, "党员") != NULL || find_longest (SZ_TABLE_POLITICAL, folded) != NULL;
    case SZ_CONDITION_CERTIFICATE:
    case SZ_CONDITION_OTHER:
    case SZ_CONDITION_INTEGRITY:
    case SZ_CONDITION_HONOUR:
    case SZ_N_CONDITIONS:
    default:
      return TRUE;
    }
}
