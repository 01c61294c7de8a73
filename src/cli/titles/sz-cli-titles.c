/* sz-cli-titles.c — what the commands of posts, assessment, titles and appointment share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-cli-titles.h"

#include <glib/gi18n.h>

static const SzCliCommand *const commands[] = {
  &sz_cli_posts,
  &sz_cli_posts_split,
  &sz_cli_posts_propose,
  &sz_cli_posts_what_if,
  &sz_cli_assess,
  &sz_cli_assess_step,
  &sz_cli_assess_grade,
  &sz_cli_title_standard_list,
  &sz_cli_title_standard_show,
  &sz_cli_title_standard_check,
  &sz_cli_title_standard_import,
  &sz_cli_title_standard_export,
  &sz_cli_title_new,
  &sz_cli_title_list,
  &sz_cli_title_show,
  &sz_cli_title_step,
  &sz_cli_title_back,
  &sz_cli_title_who,
  &sz_cli_title_check,
  &sz_cli_title_score,
  &sz_cli_title_recommend,
  &sz_cli_title_confirm,
  &sz_cli_title_object,
  &sz_cli_title_appeal,
  &sz_cli_title_ballot,
  &sz_cli_title_result,
  &sz_cli_title_files,
  &sz_cli_title_file,
  &sz_cli_title_attach,
  &sz_cli_title_detach,
  &sz_cli_appoint_open,
  &sz_cli_appoint_decide,
  &sz_cli_appoint_withdraw,
  &sz_cli_appoint_list,
  &sz_cli_appoint_rise,
  &sz_cli_appoint_due,
  NULL,
};

const SzCliDuty sz_cli_titles = { N_ ("Posts, assessment, titles, appointment"), commands };

int
sz_cli_titles_fail (SzCli *cli, const GError *error)
{
  static const char *const wrong_use[] = { "batch.unknown",    "staff_no.unknown", "code.unknown",
                                           "standard.unknown", "case.unknown",     NULL };
  g_autofree char *code = NULL;
  int result;

  g_return_val_if_fail (cli != NULL && error != NULL, SZ_EXIT_TROUBLE);

  code = sz_error_dup_code (error);
  result = sz_cli_fail (cli, error);
  return g_strv_contains (wrong_use, code) ? SZ_EXIT_USAGE : result;
}

json_t *
sz_cli_make_text (const char *text)
{
  return text != NULL && *text != '\0' ? json_string (text) : json_null ();
}

json_t *
sz_cli_make_decimal (gint64 value, int decimals)
{
  g_autofree char *text = sz_decimal_format (value, decimals);

  return json_string (text);
}

json_t *
sz_cli_make_date (SzDate date)
{
  g_autofree char *text = sz_date_format (date);

  return sz_cli_make_text (text);
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
                "专技一级 … 专技十三级, 管理一级 … 管理十级, 技术工一级 … 技术工五级, 普通工",
                NULL);
  sz_cli_fail (cli, error);
  return FALSE;
}

json_t *
sz_cli_place (SzPlace place)
{
  g_autofree char *name = place != SZ_PLACE_NONE ? sz_post_name (sz_place_post (place)) : NULL;

  return sz_cli_make_text (name);
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

      if (!sz_structure_tells (structure, band))
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
      = { _ ("Category"),   _ ("Band"),  _ ("Level"), _ (">Approved"), _ (">Occupied"), _ (">Open"),
          _ (">Vacancies"), _ (">Rise"), NULL };
  SzTextTable *table = sz_text_table_new (headings);

  g_return_if_fail (cli != NULL && structure != NULL);

  for (int i = 0; i < SZ_N_PLACE_BANDS; i++)
    {
      const SzPlaceBand *band = &sz_place_bands ()[i];

      if (!sz_structure_tells (structure, band))
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

          sz_text_table_row (table, sz_place_category_name (band->category), band->name, level,
                             approved, occupied, cases, fresh, rise);
        }
    }
  sz_cli_print_table (cli, table);
}
