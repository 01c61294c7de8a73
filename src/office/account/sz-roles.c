/* sz-roles.c — the roles of an account 角色
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-roles.h"

#include <string.h>

static const struct
{
  SzRoles role;
  const char *word;
} words[] = {
  { SZ_ROLE_PERSONNEL, "personnel" },
  { SZ_ROLE_FINANCE, "finance" },
  { SZ_ROLE_LEADER, "leader" },
  { SZ_ROLE_SUPERVISOR, "supervisor" },
  { SZ_ROLE_ADMINISTRATOR, "administrator" },
};

gboolean
sz_roles_parse (const char *text, SzRoles *roles)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (text != NULL && roles != NULL, FALSE);

  *roles = SZ_ROLE_NONE;
  parts = g_strsplit (text, ",", -1);
  for (char **part = parts; *part != NULL; part++)
    {
      SzRoles role = SZ_ROLE_NONE;

      for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
        if (strcmp (words[i].word, g_strstrip (*part)) == 0)
          role = words[i].role;
      if (role == SZ_ROLE_NONE)
        return FALSE;
      *roles |= role;
    }
  return *roles != SZ_ROLE_NONE;
}

GPtrArray *
sz_roles_list (SzRoles roles)
{
  GPtrArray *list = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if ((roles & words[i].role) != 0)
      g_ptr_array_add (list, (gpointer)words[i].word);
  return list;
}

char *
sz_roles_dup_words (SzRoles roles)
{
  g_autoptr (GPtrArray) list = sz_roles_list (roles);

  g_ptr_array_add (list, NULL);
  return g_strjoinv (",", (char **)list->pdata);
}
