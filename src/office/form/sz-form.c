/* sz-form.c — the printed forms: which can be made, and what they share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-form.h"

#include "sz-form-private.h"
#include "sz-heads.h"
#include "sz-office-private.h"
#include "sz-paper-mark.h"

gboolean
sz_form_find_rows (
    SzOffice *office, const SzFormEntry *entry, int year, gboolean *there, GError **error)
{
  SzStore *store;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && entry != NULL && there != NULL, FALSE);

  store = sz_office_get_store (office);
  *there = entry->rows[0].table == NULL;
  for (gsize i = 0; i < SZ_FORM_TABLES_MAX && entry->rows[i].table != NULL && !*there; i++)
    if (!sz_store_has_rows (store, &entry->rows[i], year, there, error))
      return FALSE;
  return TRUE;
}

static int
compare_years_cb (gconstpointer a, gconstpointer b)
{
  return *(const int *)b - *(const int *)a;
}

/* The years of its rows, the latest first. */
static GArray *
list_years (SzOffice *office, const SzFormEntry *entry, GError **error)
{
  g_autoptr (GHashTable) years = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (int));
  GHashTableIter iter;
  gpointer key;

  for (gsize i = 0; i < SZ_FORM_TABLES_MAX && entry->rows[i].table != NULL; i++)
    if (!sz_store_add_years (sz_office_get_store (office), &entry->rows[i], years, error))
      return NULL;
  g_hash_table_iter_init (&iter, years);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      int year = GPOINTER_TO_INT (key);

      g_array_append_val (list, year);
    }
  g_array_sort (list, compare_years_cb);
  return g_steal_pointer (&list);
}

static void
offer_freed_cb (gpointer data)
{
  SzFormOffer *offer = data;

  g_clear_pointer (&offer->years, g_array_unref);
  g_free (offer);
}

static SzFormOffer *
make_offer (SzOffice *office, const SzFormEntry *entry, gint64 latest_run, GError **error)
{
  SzFormOffer *offer = g_new0 (SzFormOffer, 1);
  gboolean known;

  offer->form = &entry->form;
  if ((entry->form.needs & SZ_FORM_NEEDS_YEAR) != 0)
    {
      offer->years = list_years (office, entry, error);
      offer->ready = offer->years != NULL && offer->years->len > 0;
      known = offer->years != NULL;
    }
  else
    {
      offer->years = g_array_new (FALSE, FALSE, sizeof (int));
      known = sz_form_find_rows (office, entry, 0, &offer->ready, error);
      if ((entry->form.needs & SZ_FORM_NEEDS_RUN) != 0)
        offer->ready = offer->ready && latest_run != 0;
    }
  if (known && offer->ready && entry->ready != NULL)
    known = entry->ready (office, &offer->ready, error);
  if (known)
    return offer;
  offer_freed_cb (offer);
  return NULL;
}

GPtrArray *
sz_form_offers (SzOffice *office, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) offers = NULL;
  gint64 run = 0;
  gboolean known;

  g_return_val_if_fail (SZ_IS_OFFICE (office), NULL);
  if (!sz_store_begin_read (sz_office_get_store (office), error))
    return NULL;
  entries = sz_form_list_entries ();
  offers = g_ptr_array_new_with_free_func (offer_freed_cb);
  known = sz_view_pay_latest (office, &run, error);
  for (guint i = 0; known && i < entries->len; i++)
    {
      SzFormOffer *offer = make_offer (office, g_ptr_array_index (entries, i), run, error);

      known = offer != NULL;
      if (known)
        g_ptr_array_add (offers, offer);
    }
  sz_store_end_read (sz_office_get_store (office));
  return known ? g_steal_pointer (&offers) : NULL;
}

GPtrArray *
sz_form_list (SzOffice *office, GError **error)
{
  g_autoptr (GPtrArray) offers = sz_form_offers (office, error);
  g_autoptr (GPtrArray) forms = g_ptr_array_new ();

  if (offers == NULL)
    return NULL;
  for (guint i = 0; i < offers->len; i++)
    {
      const SzFormOffer *offer = g_ptr_array_index (offers, i);

      if (offer->ready)
        g_ptr_array_add (forms, (gpointer)offer->form);
    }
  return g_steal_pointer (&forms);
}

char *
sz_form_dup_mark (SzOffice *office, GError **error)
{
  g_autofree char *head = sz_office_dup_head (office, error);

  return head != NULL ? g_strconcat ("留痕 ", head, NULL) : NULL;
}

SzPaper *
sz_form_new_paper (
    SzOffice *office, const SzForm *form, const char *title, const char *unit, GError **error)
{
  g_autofree char *college = sz_office_dup_college (office, error);
  g_autofree char *today = sz_date_format_cn (sz_office_today (office));
  g_autofree char *left = NULL;
  g_autofree char *middle = NULL;
  SzPaper *paper;

  g_return_val_if_fail (form != NULL, NULL);

  if (college == NULL)
    return NULL;
  left = g_strconcat ("填报单位（盖章）：", college, NULL);
  middle = g_strconcat ("填报日期：", today, NULL);
  paper = sz_paper_new (form->title, SZ_ORIENTATION_AUTO);
  sz_paper_add_title (paper, title);
  sz_paper_add_headline (paper, left, middle, unit);
  return paper;
}

char *
sz_form_dup_run_title (const SzPayView *view, const char *title)
{
  const SzDate from = view->head.from;
  const SzDate to = view->head.to;
  const int first = sz_date_month_of_year (from);
  const int last = sz_date_month_of_year (to);

  if (sz_date_year (from) != sz_date_year (to))
    return g_strdup_printf ("%d年%d月至%d年%d月%s", sz_date_year (from), first, sz_date_year (to),
                            last, title);
  if (first == 1 && last == 12)
    return g_strdup_printf ("%d年度%s", sz_date_year (from), title);
  return first == last
             ? g_strdup_printf ("%d年%d月%s", sz_date_year (from), first, title)
             : g_strdup_printf ("%d年%d月至%d月%s", sz_date_year (from), first, last, title);
}

void
sz_form_set_run_foot (SzPaper *paper, const SzPayView *view)
{
  g_autofree char *foot = g_strdup_printf ("编号：%d-%" G_GINT64_FORMAT,
                                           sz_date_year (view->head.to), view->head.run);

  g_return_if_fail (paper != NULL);

  sz_paper_set_foot (paper, foot);
}

SzPaper *
sz_form_refuse_empty (const SzForm *form, GError **error)
{
  sz_error_set (error, SZ_ERROR_REFUSED, "form.no_data", "form", form->id, NULL);
  return NULL;
}

char *
sz_form_dup_name (const char *name)
{
  const char *second;

  if (name == NULL || g_utf8_strlen (name, -1) != 2)
    return g_strdup (name);
  second = g_utf8_next_char (name);
  return g_strdup_printf ("%.*s　%s", (int)(second - name), name, second);
}
