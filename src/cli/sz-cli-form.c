/* sz-cli-form.c — shizictl form, form list: the printed forms
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-commands.h"
#include "sz-cli-pay.h"
#include "sz-form.h"

static json_t *
make_form (const SzForm *form)
{
  json_t *needs = json_array ();
  json_t *object = json_object ();

  if ((form->needs & SZ_FORM_NEEDS_YEAR) != 0)
    json_array_append_new (needs, json_string ("year"));
  if ((form->needs & SZ_FORM_NEEDS_RUN) != 0)
    json_array_append_new (needs, json_string ("run"));
  if ((form->needs & SZ_FORM_NEEDS_DAY) != 0)
    json_array_append_new (needs, json_string ("on"));
  json_object_set_new (object, "form", json_string (form->id));
  json_object_set_new (object, "title", json_string (form->title));
  json_object_set_new (object, "needs", needs);
  return object;
}

static const char *
describe_needs (const SzForm *form)
{
  if ((form->needs & SZ_FORM_NEEDS_YEAR) != 0)
    return "--year Y";
  return (form->needs & SZ_FORM_NEEDS_RUN) != 0 ? "[--run RUN]" : "[--on DATE]";
}

int
sz_cli_form_list (SzCli *cli, int argc, char **argv)
{
  const char *headings[] = { _ ("Form"), _ ("Options"), _ ("Title"), NULL };
  g_autoptr (GPtrArray) forms = NULL;
  g_autoptr (GError) error = NULL;
  SzCliTable *table;
  SzOffice *office;
  json_t *list;

  if (!sz_cli_parse (cli, "form list", NULL, &argc, &argv, 0, 0))
    return SZ_EXIT_USAGE;
  office = sz_cli_office (cli, &error);
  forms = office != NULL ? sz_form_list (office, &error) : NULL;
  if (forms == NULL)
    return sz_cli_fail (cli, error);
  table = sz_cli_table_new (headings);
  list = json_array ();
  for (guint i = 0; i < forms->len; i++)
    {
      const SzForm *form = g_ptr_array_index (forms, i);

      json_array_append_new (list, make_form (form));
      sz_cli_table_row (table, form->id, describe_needs (form), form->title);
    }
  sz_cli_table_print (cli, table);
  json_object_set_new (cli->document, "forms", list);
  return SZ_EXIT_DONE;
}

typedef struct
{
  char *on;
  char *run;
  char *output;
  char *forms;
  int year;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->on);
  g_free (options->run);
  g_free (options->output);
  g_free (options->forms);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* FALSE after a usage message. A form that is not known is the office's to refuse. */
static gboolean
read_params (SzCli *cli, const char *id, const Options *options, SzFormParams *params)
{
  const SzForm *form = sz_form_find (id);

  if (options->output == NULL)
    {
      sz_cli_usage (cli, _ ("form wants -o FILE.xlsx, FILE.pdf or FILE.csv."));
      return FALSE;
    }
  if (options->on != NULL
      && !sz_cli_read_date (cli, "--on", options->on, SZ_DATE_NONE, &params->on))
    return FALSE;
  if (options->run != NULL && !sz_cli_pay_read_run (cli, options->run, &params->run))
    return FALSE;
  params->year = options->year;
  if (form != NULL && (form->needs & SZ_FORM_NEEDS_YEAR) != 0
      && (params->year < 1990 || params->year > 2100))
    {
      sz_cli_usage (cli, _ ("%s wants a year such as 2025."), "--year");
      return FALSE;
    }
  return TRUE;
}

/* 会议材料: what several forms want together. */
static int
export_meeting (SzCli *cli, const Options *options)
{
  g_auto (GStrv) ids = options->forms != NULL ? g_strsplit (options->forms, ",", -1) : NULL;
  g_autoptr (GError) error = NULL;
  SzFormParams params = { 0 };
  SzOffice *office;
  json_t *list;

  if (ids == NULL || ids[0] == NULL)
    return sz_cli_usage (cli, _ ("form meeting wants --forms F19,F20,…"));
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_strstrip (ids[i]);
      if (!read_params (cli, ids[i], options, &params))
        return SZ_EXIT_USAGE;
    }
  office = sz_cli_office (cli, &error);
  if (office == NULL
      || !sz_form_export_meeting (office, (const char *const *)ids, &params, options->output,
                                  sz_cli_progress (cli), NULL, &error))
    return sz_cli_fail (cli, error);
  list = json_array ();
  for (guint i = 0; ids[i] != NULL; i++)
    json_array_append_new (list, json_string (sz_form_find (ids[i])->id));
  json_object_set_new (cli->document, "form", json_string ("meeting"));
  json_object_set_new (cli->document, "forms", list);
  json_object_set_new (cli->document, "file", json_string (options->output));
  sz_cli_print (cli, _ ("%u forms were written to %s\n"), g_strv_length (ids), options->output);
  return SZ_EXIT_DONE;
}

int
sz_cli_form (SzCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[]
      = { { "year", 0, 0, G_OPTION_ARG_INT, &options.year, N_ ("The year"), N_ ("YEAR") },
          { "run", 0, 0, G_OPTION_ARG_STRING, &options.run, N_ ("The pay run; the latest at first"),
            N_ ("RUN") },
          { "on", 0, 0, G_OPTION_ARG_STRING, &options.on, N_ ("As of this day"), N_ ("DATE") },
          { "forms", 0, 0, G_OPTION_ARG_STRING, &options.forms, N_ ("What “meeting” puts together"),
            N_ ("F19,F20,…") },
          { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
            N_ ("The file to write: .xlsx, .pdf or .csv"), N_ ("FILE") },
          { NULL } };
  g_autoptr (GError) error = NULL;
  SzFormParams params = { 0 };
  SzOffice *office;

  if (!sz_cli_parse (cli, "form ID -o FILE", entries, &argc, &argv, 1, 1))
    return SZ_EXIT_USAGE;
  if (g_str_equal (argv[1], "meeting"))
    return export_meeting (cli, &options);
  if (!read_params (cli, argv[1], &options, &params))
    return SZ_EXIT_USAGE;
  office = sz_cli_office (cli, &error);
  if (office == NULL
      || !sz_form_export (office, argv[1], &params, options.output, sz_cli_progress (cli), NULL,
                          &error))
    return sz_cli_fail (cli, error);
  json_object_set_new (cli->document, "form", json_string (sz_form_find (argv[1])->id));
  json_object_set_new (cli->document, "file", json_string (options.output));
  sz_cli_print (cli, _ ("%s was written to %s\n"), sz_form_find (argv[1])->title, options.output);
  return SZ_EXIT_DONE;
}
