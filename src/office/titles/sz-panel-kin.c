/* sz-panel-kin.c — whether a member of a panel is a relative of an applicant (RULE ttl-17, aud-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-panel-kin.h"

#include "sz-store-people.h"
#include "sz-store-registers.h"

/* The key of a party as the register writes it: a person of the college by id, an outsider by ID
   number; NULL when nothing is known. */
static char *
make_party (SzStore *store, const SzPanelMemberRow *member, GError **error)
{
  g_autoptr (SzPersonFile) file = NULL;
  g_autoptr (GError) reason = NULL;

  if (member->staff_no != NULL && *member->staff_no != '\0')
    file = sz_store_person_by_staff_no (store, member->staff_no, &reason);
  if (file == NULL && reason == NULL && member->id_number != NULL && *member->id_number != '\0')
    file = sz_store_person_by_id_number (store, member->id_number, &reason);
  if (reason != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return NULL;
    }
  if (file != NULL)
    return g_strdup_printf ("p%" G_GINT64_FORMAT, file->person.id);
  if (member->id_number != NULL && *member->id_number != '\0')
    return g_strconcat ("i", member->id_number, NULL);
  return g_strdup ("");
}

gboolean
sz_panel_find_kin (SzStore *store,
                   const SzPanelMemberRow *member,
                   gint64 person_id,
                   gboolean *kin,
                   char **relation,
                   GError **error)
{
  g_autofree char *applicant = g_strdup_printf ("p%" G_GINT64_FORMAT, person_id);
  g_autofree char *party = NULL;
  g_auto (SzKinshipRow) row = { 0 };
  gboolean first;

  g_return_val_if_fail (store != NULL && member != NULL && kin != NULL, FALSE);

  *kin = FALSE;
  party = make_party (store, member, error);
  if (party == NULL)
    return FALSE;
  if (*party == '\0')
    return TRUE;
  /* A pair stands once, the bytewise smaller party first. */
  first = g_strcmp0 (party, applicant) < 0;
  row.party_a = g_strdup (first ? party : applicant);
  row.party_b = g_strdup (first ? applicant : party);
  if (!sz_store_kinship_find (store, &row, kin, error))
    return FALSE;
  if (*kin && relation != NULL)
    *relation = g_strdup (row.relation);
  return TRUE;
}
