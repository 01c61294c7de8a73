/* sz-recruit-guess.c — what a sheet of recruitment says in its name only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-recruit-guess.h"

#include <string.h>

#include "sz-recruit-act.h"
#include "sz-recruit-book.h"

static gboolean
wants (const SzImportKind *kind, const char *heading)
{
  for (guint i = 0; kind != NULL && i < kind->n_fields; i++)
    if (kind->fields[i].required && strcmp (kind->fields[i].heading, heading) == 0)
      return TRUE;
  return FALSE;
}

static void
take_longer (const char *name, const char *component, char **found)
{
  if (strstr (name, component) != NULL && (*found == NULL || strlen (component) > strlen (*found)))
    {
      g_free (*found);
      *found = g_strdup (component);
    }
}

/* (nullable): 面试 of 面试分项评分.xlsx. */
static char *
find_component (const SzRecruitBook *book, const char *name)
{
  char *found = NULL;

  for (guint i = 0; i < book->posts->len; i++)
    {
      const SzExamPlan *plan = &((const SzRecruitPost *)g_ptr_array_index (book->posts, i))->plan;

      for (guint j = 0; j < plan->n_components; j++)
        take_longer (name, plan->components[j].name, &found);
    }
  take_longer (name, SZ_COMPONENT_EXTRA, &found);
  return found;
}

GHashTable *
sz_recruit_guess (SzOffice *office, const SzImportKind *kind, const char *path)
{
  GHashTable *given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) plans = NULL;
  g_autoptr (SzRecruitBook) book = NULL;
  g_autofree char *name = NULL;
  char *component = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && path != NULL, given);
  if (!wants (kind, "招聘批次"))
    return given;
  plans = sz_recruit_plans (office, NULL);
  if (plans == NULL || plans[0] == NULL)
    return given;
  g_hash_table_insert (given, g_strdup ("招聘批次"), g_strdup (plans[g_strv_length (plans) - 1]));
  if (!wants (kind, "科目"))
    return given;
  name = g_path_get_basename (path);
  book = sz_recruit_book_load (office, plans[g_strv_length (plans) - 1], NULL);
  if (book != NULL)
    component = find_component (book, name);
  if (component != NULL)
    g_hash_table_insert (given, g_strdup ("科目"), component);
  return given;
}
