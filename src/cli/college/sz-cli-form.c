/* sz-cli-form.c — shizictl form, form list: the printed forms
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-college.h"
#include "sz-cli-pay-run.h"
#include "sz-form.h"

static json_t *
make_needs (gconstpointer of)
{
  const SzForm *form = of;
  json_t *needs = json_array ();

  if ((form->needs & SZ_FORM_NEEDS_YEAR) != 0)
    json_array_append_new (needs, json_string ("year"));
  if ((form->needs & SZ_FORM_NEEDS_RUN) != 0)
    json_array_append_new (needs, json_string ("run"));
  if ((form->needs & SZ_FORM_NEEDS_DAY) != 0)
    json_array_append_new (needs, json_string ("on"));
  return needs;
}

static json_t *
make_options (gconstpointer of)
{
  const SzForm *form = of;

  if ((form->needs & SZ_FORM_NEEDS_YEAR) != 0)
    return json_string ("--year Y");
  return json_string ((form->needs & SZ_FORM_NEEDS_RUN) != 0 ? "[--run RUN]" : "[--on DATE]");
}

static const SzMember form_fields[] = {
  SZ_SHOW_TEXT (SzForm, id, "form", N_ ("Form")),
  SZ_SHOW_MADE ("options", N_ ("Options"), make_options, .flags = SZ_SAID),
  SZ_SHOW_TEXT (SzForm, title, "title", N_ ("Title")),
  SZ_SHOW_MADE ("needs", NULL, make_needs),
  { NULL },
};

typedef struct
{
  GPtrArray *forms;
} Offered;

static const SzMember offered_fields[] = {
  SZ_SHOW_LIST (Offered, forms, "forms", "", form_fields, .holds = SZ_HOLDS_POINTERS),
  { NULL },
};

static int
run_list (SzCli *cli, SzOffice *office, gconstpointer asked, GError **error)
{
  g_autoptr (GPtrArray) forms = sz_form_list (office, error);
  const Offered offered = { forms };

  if (forms == NULL)
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, offered_fields, &offered);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_form_list
    = { "form list", N_ ("The forms that can be printed now"), NULL, 0, run_list, .office = TRUE };

typedef struct
{
  const char *id;
  int year;
  gint64 run;
  SzDate on;
  const char *forms;
  const char *output;
} Asked;

static const SzArg args[] = {
  SZ_WORD_OF (TEXT, Asked, id, N_ ("ID")),
  SZ_OPTION (YEAR, Asked, year, "year", N_ ("YEAR"), N_ ("The year")),
  SZ_OPTION (READ,
             Asked,
             run,
             "run",
             N_ ("RUN"),
             N_ ("The pay run; the latest at first"),
             .read = sz_cli_pay_run_read_cb),
  SZ_OPTION (DATE, Asked, on, "on", N_ ("DATE"), N_ ("As of this day")),
  SZ_OPTION (TEXT, Asked, forms, "forms", N_ ("F19,F20,…"), N_ ("What “meeting” puts together")),
  SZ_OPTION (TEXT,
             Asked,
             output,
             "output",
             N_ ("FILE"),
             N_ ("The file to write: .xlsx, .pdf or .csv"),
             .letter = 'o',
             .required = TRUE),
  { 0 },
};

/* A form that is not known is the office's to refuse. */
static gboolean
check_year (SzCli *cli, const char *id, const Asked *asked)
{
  const SzForm *form = sz_form_find (id);

  if (form == NULL || (form->needs & SZ_FORM_NEEDS_YEAR) == 0 || asked->year != 0)
    return TRUE;
  sz_cli_usage (cli, _ ("%s wants a year such as 2025."), "--year");
  return FALSE;
}

typedef struct
{
  const char *form;
  const char *title;
  char **forms;
  guint n_forms;
  const char *file;
} Written;

static const SzMember written_fields[] = {
  SZ_SHOW_TEXT (Written, form, "form", NULL),
  SZ_SHOW_TEXT (Written, title, "title", NULL, .flags = SZ_SAID),
  SZ_SHOW_TEXT (Written, file, "file", NULL),
  SZ_SHOW_SAY (N_ ("{title} was written to {file}")),
  { NULL },
};

static const SzMember id_fields[] = { SZ_SHOW_ITSELF_TEXT, { NULL } };

static const SzMember meeting_fields[] = {
  SZ_SHOW_TEXT (Written, form, "form", NULL),
  SZ_SHOW_LIST (Written, forms, "forms", NULL, id_fields, .holds = SZ_HOLDS_STRV),
  SZ_SHOW_COUNT (Written, n_forms, "count", NULL, .flags = SZ_SAID),
  SZ_SHOW_TEXT (Written, file, "file", NULL),
  SZ_SHOW_SAY (NP_ ("{count} form was written to {file}", "{count} forms were written to {file}"),
               .by = "count"),
  { NULL },
};

/* 会议材料: what several forms want together. */
static int
run_meeting (SzCli *cli, const Asked *asked, const SzFormParams *params, GError **error)
{
  g_auto (GStrv) ids = asked->forms != NULL ? g_strsplit (asked->forms, ",", -1) : NULL;
  Written written = { .form = "meeting", .forms = ids, .file = asked->output };
  SzOffice *office;

  if (ids == NULL || ids[0] == NULL)
    return sz_cli_usage (cli, _ ("form meeting wants --forms F19,F20,…"));
  for (guint i = 0; ids[i] != NULL; i++)
    if (!check_year (cli, g_strstrip (ids[i]), asked))
      return SZ_EXIT_USAGE;
  office = sz_cli_office (cli, error);
  if (office == NULL
      || !sz_form_export_meeting (office, (const char *const *)ids, params, asked->output,
                                  sz_cli_progress (cli), NULL, error))
    return SZ_EXIT_REFUSED;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const char *id = sz_form_find (ids[i])->id;

      g_free (ids[i]);
      ids[i] = g_strdup (id);
    }
  written.n_forms = g_strv_length (ids);
  sz_cli_show (cli, meeting_fields, &written);
  return SZ_EXIT_DONE;
}

static int
run_form (SzCli *cli, SzOffice *none, gconstpointer data, GError **error)
{
  const Asked *asked = data;
  const SzFormParams params = { .year = asked->year, .run = asked->run, .on = asked->on };
  const SzForm *form = sz_form_find (asked->id);
  SzOffice *office;
  Written written = { .file = asked->output };

  if (g_str_equal (asked->id, "meeting"))
    return run_meeting (cli, asked, &params, error);
  if (!check_year (cli, asked->id, asked))
    return SZ_EXIT_USAGE;
  office = sz_cli_office (cli, error);
  if (office == NULL
      || !sz_form_export (office, asked->id, &params, asked->output, sz_cli_progress (cli), NULL,
                          error))
    return SZ_EXIT_REFUSED;
  written.form = form->id;
  written.title = form->title;
  sz_cli_show (cli, written_fields, &written);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_form
    = { "form", N_ ("Write a printed form; “form meeting” puts several into one file"), args,
        sizeof (Asked), run_form };
