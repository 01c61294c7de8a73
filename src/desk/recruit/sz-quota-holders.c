/* sz-quota-holders.c — who holds places of the part-time quota on a day (RULE rec-9, rec-24)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-quota-holders.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-field-list.h"
#include "sz-parttime-names.h"
#include "sz-parttime-view.h"
#include "sz-reserve.h"

/* A link to the contract, the case or the post. */
static void
add_holder (GPtrArray *fields, const char *name, char *text, char *place)
{
  g_autofree char *where = place;

  sz_field_set_place (sz_fields_take (fields, name, text), where);
}

/* Posts of 兼职 that are not filled yet. */
static gboolean
add_reserved (GPtrArray *fields, SzOffice *office, SzDate day, GError **error)
{
  g_autoptr (GArray) open = sz_reservations (office, SZ_USES_PARTTIME, error);

  for (guint i = 0; open != NULL && i < open->len; i++)
    {
      const SzReservation *post = &g_array_index (open, SzReservation, i);
      const gint64 share_x1e4 = sz_reservation_open_x1e4 (post);
      g_autofree char *share = sz_decimal_format (share_x1e4, SZ_RATIO_DECIMALS);
      g_autofree char *name = g_strdup_printf ("%s %s", post->code, post->name);

      if (share_x1e4 > 0 && post->term_from <= day && post->term_to >= day)
        add_holder (fields, name, g_strdup_printf (_ ("%s, post being filled"), share),
                    g_strdup_printf ("recruit?%s %s", post->plan, post->code));
    }
  return open != NULL;
}

/* Who holds places on a day: the first one of the stretch, or one chosen in the chart. */
SzListDetails *
sz_describe_quota_day (
    SzOffice *office, const SzListView *view, gpointer data, gint64 id, SzDate day, GError **error)
{
  g_autoptr (SzParttimeBook) book = NULL;
  g_autoptr (SzListDetails) details = NULL;
  const SzDate first = (SzDate)id;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  book = sz_parttime_book_load (office, error);
  if (book == NULL)
    return NULL;
  details = g_new0 (SzListDetails, 1);
  details->fields = sz_fields_new ();
  details->name = sz_date_format (first);
  details->line = g_strdup (_ ("who holds places on this day"));
  for (guint i = 0; i < book->contracts->len; i++)
    {
      const SzParttimeContract *contract = g_ptr_array_index (book->contracts, i);
      const SzStretch *stretch = sz_parttime_stretch_on (contract, first);

      if (stretch != NULL)
        add_holder (details->fields, contract->row->name,
                    sz_decimal_format (stretch->fte_x1e4, SZ_RATIO_DECIMALS),
                    g_strdup_printf ("parttime:" SZ_PARTTIME_CONTRACTS "#%" G_GINT64_FORMAT,
                                     contract->row->id));
    }
  for (guint i = 0; i < book->cases->len; i++)
    {
      const SzParttimeCaseRow *open = &g_array_index (book->cases, SzParttimeCaseRow, i);
      g_autofree char *fte = sz_decimal_format (open->fte_x1e4, SZ_RATIO_DECIMALS);

      if (strcmp (open->state, "open") == 0 && open->from <= first && open->to >= first)
        add_holder (details->fields, open->name, g_strdup_printf (_ ("%s, open case"), fte),
                    g_strdup_printf ("parttime:" SZ_PARTTIME_CONTRACTS "?%s", open->name));
    }
  if (!add_reserved (details->fields, office, first, error))
    return NULL;
  if (details->fields->len == 0)
    sz_fields_add_note (details->fields, _ ("Nobody holds a place."));
  return g_steal_pointer (&details);
}
