/* test-standard-draft.c — a standard edited line by line (RULE ttl-10, ttl-12, ttl-13)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-standard-book.h"
#include "sz-standard-draft.h"
#include "sz-standard-file.h"

static SzStandardDraft *
open_shipped (guint which)
{
  g_autoptr (GPtrArray) texts = sz_standards_shipped ();
  g_autoptr (GError) error = NULL;
  SzStandardDraft *draft = sz_standard_draft_new (g_ptr_array_index (texts, which), &error);

  g_assert_no_error (error);
  return draft;
}

/* The first finding that is an error, "" for none. */
static const char *
find_error (const SzStandardDraft *draft)
{
  g_autofree char *text = sz_standard_draft_dup_text (draft);
  g_autoptr (GPtrArray) none = sz_standard_entries_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SzStandardCheck) check = sz_standard_check_text (text, none, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < check->faults->len; i++)
    if (g_array_index (check->faults, SzStandardFault, i).severity == SZ_SEVERITY_ERROR)
      return g_array_index (check->faults, SzStandardFault, i).code;
  return "";
}

static const char *
get_value (const GPtrArray *fields, const char *key)
{
  for (guint i = 0; i < fields->len; i++)
    {
      const SzDraftField *field = g_ptr_array_index (fields, i);

      if (g_str_equal (field->key, key))
        return field->value;
    }
  return NULL;
}

static guint
count_lines (const SzStandardDraft *draft)
{
  g_autoptr (GPtrArray) lines = sz_standard_draft_lines (draft);

  return lines->len;
}

/* Every value of every line of what is shipped, typed again as it stands, changes nothing. */
static void
test_same (void)
{
  for (guint which = 0; which < 3; which++)
    {
      g_autoptr (SzStandardDraft) draft = open_shipped (which);
      g_autofree char *before = sz_standard_draft_dup_text (draft);
      g_autoptr (GPtrArray) lines = sz_standard_draft_lines (draft);
      g_autofree char *after = NULL;
      guint n_values = 0;

      g_assert_cmpstr (find_error (draft), ==, "");
      for (guint i = 0; i < lines->len; i++)
        {
          const SzDraftLine *line = g_ptr_array_index (lines, i);
          g_autoptr (GPtrArray) fields = sz_standard_draft_fields (draft, line->place);

          for (guint j = 0; j < fields->len; j++)
            {
              const SzDraftField *field = g_ptr_array_index (fields, j);

              n_values++;
              if (!g_str_equal (field->key, "kind"))
                g_assert_true (
                    sz_standard_draft_set (draft, line->place, field->key, field->value));
            }
        }
      g_assert_cmpuint (n_values, >, 100);
      after = sz_standard_draft_dup_text (draft);
      g_assert_cmpstr (after, ==, before);
    }
}

/* A new condition of every kind begins sound, whatever its kind becomes. */
static void
test_kinds (void)
{
  g_autoptr (SzStandardDraft) draft = open_shipped (0);
  g_autofree char *place = sz_standard_draft_add (draft, "levels/1/paths/0", SZ_DRAFT_CONDITION);
  g_autoptr (GPtrArray) fields = sz_standard_draft_fields (draft, place);
  g_auto (GStrv) kinds = NULL;

  for (guint i = 0; i < fields->len; i++)
    {
      const SzDraftField *field = g_ptr_array_index (fields, i);

      if (g_str_equal (field->key, "kind"))
        kinds = g_strsplit (field->choices, "/", -1);
    }
  g_assert_nonnull (kinds);
  g_assert_cmpuint (g_strv_length (kinds), ==, 13);
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_assert_true (sz_standard_draft_set (draft, place, "kind", kinds[i]));
      if (g_str_equal (kinds[i], "achievements"))
        {
          g_autofree char *item = sz_standard_draft_add (draft, place, SZ_DRAFT_ITEM);

          g_assert_nonnull (item);
        }
      g_test_message ("%s", kinds[i]);
      g_assert_cmpstr (find_error (draft), ==, "");
    }
}

/* What is typed wrong is found at once, and gone when it is right. */
static void
test_faults (void)
{
  g_autoptr (SzStandardDraft) draft = open_shipped (0);
  const char *years = "levels/1/paths/1/all/1";

  g_assert_true (sz_standard_draft_set (draft, years, "years", "four"));
  g_assert_cmpstr (find_error (draft), ==, "standard.value_invalid");
  g_assert_true (sz_standard_draft_set (draft, years, "years", "2"));
  g_assert_true (sz_standard_draft_set (draft, years, "level", "中级"));
  g_assert_cmpstr (find_error (draft), ==, "standard.level_order");
  g_assert_true (sz_standard_draft_set (draft, years, "level", "助理级"));
  g_assert_true (sz_standard_draft_set (draft, "", "to", "2017-12-31"));
  g_assert_cmpstr (find_error (draft), ==, "standard.period_reversed");
  g_assert_true (sz_standard_draft_set (draft, "", "to", ""));
  g_assert_true (sz_standard_draft_set (draft, "levels/1", "title", "高级工程师"));
  g_assert_cmpstr (find_error (draft), ==, "standard.title_unknown");
  g_assert_true (sz_standard_draft_set (draft, "levels/1", "title", "讲师"));
  g_assert_true (sz_standard_draft_set (draft, "levels/1/paths/0", "waive", "无此条件"));
  g_assert_cmpstr (find_error (draft), ==, "standard.waive_unknown");
  g_assert_true (sz_standard_draft_set (draft, "levels/1/paths/0", "waive", ""));
  g_assert_cmpstr (find_error (draft), ==, "");
  g_assert_false (sz_standard_draft_set (draft, "levels/1", "years", "1"));
  g_assert_false (sz_standard_draft_set (draft, "levels/99", "title", "讲师"));
}

/* Groups are made, filled by indentation, counted, and emptied again. */
static void
test_groups (void)
{
  g_autoptr (SzStandardDraft) draft = open_shipped (0);
  const guint before = count_lines (draft);
  g_autofree char *group = sz_standard_draft_add (draft, "levels/1/paths/1", SZ_DRAFT_GROUP);
  g_autofree char *first = NULL;
  g_autofree char *member = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GPtrArray) fields = NULL;

  g_assert_cmpstr (group, ==, "levels/1/paths/1/all/2");
  g_assert_cmpstr (find_error (draft), ==, "standard.group_empty");
  first = sz_standard_draft_move (draft, group, -1);
  g_assert_cmpstr (first, ==, "levels/1/paths/1/all/1");
  member = sz_standard_draft_indent (draft, "levels/1/paths/1/all/2", TRUE);
  g_assert_cmpstr (member, ==, "levels/1/paths/1/all/1/any/0");
  g_assert_true (sz_standard_draft_set (draft, first, "kind", "n_of"));
  g_assert_cmpstr (find_error (draft), ==, "");
  g_assert_true (sz_standard_draft_set (draft, first, "n_of", "2"));
  g_assert_cmpstr (find_error (draft), ==, "standard.n_of");
  g_assert_true (sz_standard_draft_set (draft, first, "n_of", "1"));
  fields = sz_standard_draft_fields (draft, first);
  g_assert_cmpstr (get_value (fields, "kind"), ==, "n_of");
  g_assert_cmpstr (get_value (fields, "n_of"), ==, "1");
  again = sz_standard_draft_indent (draft, "levels/1/paths/1/all/1/of/0", FALSE);
  g_assert_cmpstr (again, ==, "levels/1/paths/1/all/2");
  g_assert_true (sz_standard_draft_remove (draft, first));
  g_assert_cmpuint (count_lines (draft), ==, before);
  g_assert_cmpstr (find_error (draft), ==, "");
  /* What cannot be, is not. */
  g_assert_null (sz_standard_draft_move (draft, "levels/0", -1));
  g_assert_null (sz_standard_draft_indent (draft, "levels/1/paths/1/all/0", TRUE));
  g_assert_null (sz_standard_draft_add (draft, "levels/1/common", SZ_DRAFT_PATH));
  g_assert_false (sz_standard_draft_remove (draft, "levels/1/common"));
  g_assert_false (sz_standard_draft_can_add (draft, "levels/1/common", SZ_DRAFT_ITEM));
}

/* Levels and paths come and go. */
static void
test_levels (void)
{
  g_autoptr (SzStandardDraft) draft = open_shipped (0);
  const guint before = count_lines (draft);
  g_autofree char *level = sz_standard_draft_add (draft, "", SZ_DRAFT_LEVEL);
  g_autofree char *path = NULL;
  g_autofree char *next = NULL;

  g_assert_nonnull (level);
  g_assert_cmpstr (find_error (draft), !=, "");
  path = sz_standard_draft_add (draft, level, SZ_DRAFT_PATH);
  next = sz_standard_draft_add (draft, path, SZ_DRAFT_PATH);
  g_assert_nonnull (next);
  g_assert_true (g_str_has_suffix (next, "/paths/1"));
  g_assert_true (sz_standard_draft_remove (draft, next));
  g_assert_true (sz_standard_draft_remove (draft, level));
  g_assert_cmpuint (count_lines (draft), ==, before);
  g_assert_cmpstr (find_error (draft), ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/standard-draft/ttl-13/same", test_same);
  g_test_add_func ("/standard-draft/ttl-10/kinds", test_kinds);
  g_test_add_func ("/standard-draft/ttl-12/faults", test_faults);
  g_test_add_func ("/standard-draft/ttl-9/groups", test_groups);
  g_test_add_func ("/standard-draft/ttl-12/levels", test_levels);
  return g_test_run ();
}
