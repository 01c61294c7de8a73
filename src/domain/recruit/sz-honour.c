/* sz-honour.c — honours that open the way to direct assessment 直接考察 (RULE rec-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-honour.h"

#include "sz-text.h"

static gboolean
is_called (const char *name, const char *squeezed)
{
  g_autofree char *own = sz_text_squeeze (name);

  return g_str_equal (own, squeezed);
}

const SzHonourEntry *
sz_honour_find (const SzHonourEntry *list, gsize n, const char *honour)
{
  g_autofree char *squeezed = sz_text_squeeze (honour);

  g_return_val_if_fail (list != NULL || n == 0, NULL);
  for (gsize i = 0; i < n && *squeezed != '\0'; i++)
    {
      if (is_called (list[i].name, squeezed))
        return &list[i];
      for (const char *const *other = list[i].others; other != NULL && *other != NULL; other++)
        if (is_called (*other, squeezed))
          return &list[i];
    }
  return NULL;
}

/* RULE rec-8 */
const char *
sz_honour_check (const SzHonourEntry *list,
                 gsize n,
                 const SzHonourClaim *claim,
                 const SzHonourEntry **entry)
{
  const SzHonourEntry *found;
  g_autofree char *certificate = NULL;
  int team;

  g_return_val_if_fail (claim != NULL, NULL);
  found = sz_honour_find (list, n, claim->honour);
  if (entry != NULL)
    *entry = found;
  if (found == NULL)
    return "assessment.no_basis";
  certificate = sz_text_squeeze (claim->certificate);
  if (*certificate == '\0')
    return "assessment.no_certificate";
  if (found->n_limits == 0)
    return NULL;
  if (claim->rank <= 0)
    return "honour.rank_missing";
  team = claim->team_size > 0 ? claim->team_size : 1;
  for (guint i = 0; i < found->n_limits; i++)
    if (found->limits[i].team_size == team)
      return claim->rank <= found->limits[i].lowest_rank ? NULL : "honour.rank_low";
  return "honour.rank_low";
}
