/* sz-cli-titles.c — what the commands of posts, assessment, titles and appointment share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-cli-titles.h"

#include <glib/gi18n.h>

int
sz_cli_titles_fail (SzCli *cli, const GError *error)
{
  static const char *const wrong_use[] = { "batch.unknown", "staff_no.unknown", "code.unknown",
                                           "standard.unknown", "case.unknown", NULL };
  g_autofree char *code = NULL;
  int result;

  g_return_val_if_fail (cli != NULL && error != NULL, SZ_EXIT_TROUBLE);

  code = sz_error_dup_code (error);
  result = sz_cli_fail (cli, error);
  return g_strv_contains (wrong_use, code) ? SZ_EXIT_USAGE : result;
}

SzOffice *
sz_cli_open (SzCli *cli, int *exit_code)
{
  g_autoptr (GError) error = NULL;
  SzOffice *office;

  g_return_val_if_fail (cli != NULL && exit_code != NULL, NULL);

  office = sz_cli_office (cli, &error);
  if (office == NULL)
    *exit_code = sz_cli_fail (cli, error);
  return office;
}

gboolean
sz_cli_read_day (SzCli *cli, const char *text, SzDate *day, int *exit_code)
{
  SzOffice *office;

  g_return_val_if_fail (cli != NULL && day != NULL && exit_code != NULL, FALSE);

  *exit_code = SZ_EXIT_USAGE;
  if (text != NULL && !sz_cli_read_date (cli, "--on", text, SZ_DATE_NONE, day))
    return FALSE;
  office = sz_cli_open (cli, exit_code);
  if (office == NULL)
    return FALSE;
  *day = sz_date_first_day (text != NULL ? *day : sz_office_today (office));
  return TRUE;
}

gboolean
sz_cli_read_post (SzCli *cli, const char *text, SzPost *post)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (cli != NULL && text != NULL && post != NULL, FALSE);

  *post = sz_post_parse (text);
  if (sz_post_level (*post) > 0)
    return TRUE;
  sz_error_set (&error, SZ_ERROR_FORMAT, "code.unknown", "value", text, "choices",
                "专技一级 … 专技十三级, 管理一级 … 管理十级, 技术工一级 … 技术工五级, 普通工", NULL);
  sz_cli_fail (cli, error);
  return FALSE;
}

json_t *
sz_cli_place (SzPlace place)
{
  g_autofree char *name = place != SZ_PLACE_NONE ? sz_post_name (sz_place_post (place)) : NULL;

  return sz_cli_string (name);
}

/* Whether anything is approved, occupied or in a case in the band. */
static gboolean
is_told (const SzStructure *structure, const SzPlaceBand *band)
{
  for (SzPlace place = band->first; place <= band->last; place++)
    if (structure->approved[place] != 0 || structure->occupied[place] != 0
        || structure->open_cases[place] != 0)
      return TRUE;
  return FALSE;
}

static json_t *
make_level (const SzStructure *structure, const SzPlaceBand *band, SzPlace place)
{
  json_t *level = json_object ();

  json_object_set_new (level, "level", sz_cli_place (place));
  json_object_set_new (level, "approved", json_integer (structure->approved[place]));
  json_object_set_new (level, "occupied", json_integer (structure->occupied[place]));
  json_object_set_new (level, "open_cases", json_integer (structure->open_cases[place]));
  json_object_set_new (level, "vacancy_new",
                       json_integer (sz_structure_vacancy_new (structure, place)));
  json_object_set_new (level, "rise_from_below",
                       place < band->last
                           ? json_integer (sz_structure_vacancy_rise (structure, place + 1, place))
                           : json_null ());
  json_object_set_new (level, "over", json_integer (sz_structure_over (structure, place)));
  json_object_set_new (level, "gap",
                       json_integer (structure->approved[place] - structure->occupied[place]));
  return level;
}

json_t *
sz_cli_bands (const SzStructure *structure)
{
  json_t *bands = json_array ();

  g_return_val_if_fail (structure != NULL, bands);

  for (int i = 0; i < SZ_N_PLACE_BANDS; i++)
    {
      const SzPlaceBand *band = &sz_place_bands ()[i];
      int approved = 0, occupied = 0, cases = 0;
      json_t *levels;

      if (!is_told (structure, band))
        continue;
      levels = json_array ();
      for (SzPlace place = band->first; place <= band->last; place++)
        {
          approved += structure->approved[place];
          occupied += structure->occupied[place];
          cases += structure->open_cases[place];
          json_array_append_new (levels, make_level (structure, band, place));
        }
      json_array_append_new (bands, json_pack ("{s:s, s:s, s:i, s:i, s:i, s:o}", "category",
                                               sz_place_category_name (band->category), "band",
                                               band->name, "approved", approved, "occupied",
                                               occupied, "open_cases", cases, "levels", levels));
    }
  return bands;
}

void
sz_cli_print_structure (SzCli *cli, const SzStructure *structure)
{
  const char *headings[]
      = { _ ("Category"), _ ("Band"),      _ ("Level"), _ (">Approved"), _ (">Occupied"),
          _ (">Open"),    _ (">Vacancies"), _ (">Rise"), NULL };
  SzCliTable *table = sz_cli_table_new (headings);

  g_return_if_fail (cli != NULL && structure != NULL);

  for (int i = 0; i < SZ_N_PLACE_BANDS; i++)
    {
      const SzPlaceBand *band = &sz_place_bands ()[i];

      if (!is_told (structure, band))
        continue;
      for (SzPlace place = band->first; place <= band->last; place++)
        {
          g_autofree char *level = sz_post_name (sz_place_post (place));
          g_autofree char *approved = g_strdup_printf ("%d", structure->approved[place]);
          g_autofree char *occupied = g_strdup_printf ("%d", structure->occupied[place]);
          g_autofree char *cases = g_strdup_printf ("%d", structure->open_cases[place]);
          g_autofree char *fresh
              = g_strdup_printf ("%d", sz_structure_vacancy_new (structure, place));
          g_autofree char *rise
              = place < band->last
                    ? g_strdup_printf ("%d",
                                       sz_structure_vacancy_rise (structure, place + 1, place))
                    : NULL;

          sz_cli_table_row (table, sz_place_category_name (band->category), band->name, level,
                            approved, occupied, cases, fresh, rise);
        }
    }
  sz_cli_table_print (cli, table);
}
