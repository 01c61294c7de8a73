/* sz-cli-form.c — shizictl form, form list: the printed forms
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-college.h"
#include "sz-cli-open.h"
#include "sz-cli-pay-run.h"
#include "sz-form.h"

static json_t *
make_needs (gconstpointer of)
{
  const SzForm *form = of;
  json_t *needs = json_array ();

  for (const SzFormAsk *ask = sz_form_asks (); ask->word != NULL; ask++)
    if ((form->needs & ask->bit) != 0)
      json_array_append_new (needs, json_string (ask->word));
  return needs;
}

/* Run and day have defaults. */
static json_t *
make_options (gconstpointer of)
{
  const SzForm *form = of;
  const guint open = SZ_FORM_NEEDS_RUN | SZ_FORM_NEEDS_DAY | form->takes;
  g_autoptr (GString) text = g_string_new (NULL);

  for (const SzFormAsk *ask = sz_form_asks (); ask->word != NULL; ask++)
    if (((form->needs | form->takes) & ask->bit) != 0)
      g_string_append_printf (text, "%s%s--%s%s%s%s", text->len > 0 ? " " : "",
                              (open & ask->bit) != 0 ? "[" : "", ask->word,
                              ask->value != NULL ? " " : "",
                              ask->value != NULL ? _ (ask->value) : "",
                              (open & ask->bit) != 0 ? "]" : "");
  return json_string (text->str);
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
  SzFormParams params;
  const char *forms;
  const char *output;
} Asked;

/* A line of sz_form_asks(). */
#define ASK(kind, member, word, value, help, ...)                                                  \
  SZ_OPTION (kind, Asked, params.member, word, value, help, ##__VA_ARGS__)

static const SzArg args[] = {
  SZ_WORD_OF (TEXT, Asked, id, N_ ("FORM")),
  ASK (YEAR, year, "year", N_ ("YEAR"), N_ ("The year")),
  ASK (READ,
       run,
       "run",
       N_ ("RUN"),
       N_ ("The pay run; the latest at first"),
       .read = sz_cli_pay_run_read_cb),
  ASK (DATE, on, "on", N_ ("DATE"), N_ ("As of this day")),
  ASK (DATE, from, "from", N_ ("DATE"), N_ ("From this day on")),
  ASK (DATE, to, "to", N_ ("DATE"), N_ ("To this day")),
  ASK (COUNT, month, "month", N_ ("MONTH"), N_ ("The month, 1 to 12"), .least = 1, .most = 12),
  ASK (TEXT, plan, "plan", N_ ("招聘批次"), N_ ("The recruitment plan")),
  ASK (TEXT, post, "post", N_ ("岗位代码"), N_ ("The post")),
  ASK (TEXT, component, "component", N_ ("科目"), N_ ("The part of the examination")),
  ASK (TEXT, ticket, "ticket", N_ ("准考证号"), N_ ("The applicant's ticket")),
  ASK (TEXT, where, "where", N_ ("时间、地点"), N_ ("Time and place of the examination")),
  ASK (COUNT, sheet, "sheet", "N", N_ ("The kept sheet"), .least = 1),
  ASK (TEXT, batch, "batch", N_ ("评审批次"), N_ ("The round of titles")),
  ASK (TEXT, target, "target", N_ ("职称"), N_ ("The title applied for")),
  ASK (TEXT, person, "person", N_ ("工号"), N_ ("One person only")),
  ASK (TEXT, department, "department", N_ ("部门"), N_ ("One department only")),
  ASK (FLAG, is_public, "public", NULL, N_ ("As the public may see it")),
  ASK (FLAG, is_notice, "notice", NULL, N_ ("As a notice")),
  ASK (FLAG, is_all, "all", NULL, N_ ("Everything, not only what counts")),
  ASK (FLAG, with_ids, "ids", NULL, N_ ("With full ID numbers")),
  ASK (FLAG, propose, "propose", NULL, N_ ("A plan that is only proposed")),
  ASK (COUNT, total, "total", "N", N_ ("Posts altogether"), .least = 1),
  ASK (COUNT, professional, "professional", "P", N_ ("Of them professional"), .least = 1),
  ASK (TEXT, ratio, "ratio", "3:4:3", N_ ("Senior, intermediate, junior")),
  ASK (TEXT, senior, "full-senior", "0.2", N_ ("Share of 正高 of the senior ones")),
  ASK (FLAG, with_points, "points", NULL, N_ ("With the columns of points")),
  ASK (FLAG, is_a3, "a3", NULL, N_ ("On A3 paper")),
  ASK (FLAG, is_a5, "a5", NULL, N_ ("One a page of A5 paper")),
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

/* A form that is not known is the office's to refuse; so is what it wants beside the year. */
static gboolean
check_year (SzCli *cli, const char *id, const Asked *asked)
{
  const SzForm *form = sz_form_find (id);

  if (form == NULL || (form->needs & SZ_FORM_NEEDS_YEAR) == 0 || asked->params.year != 0)
    return TRUE;
  sz_cli_usage (cli, _ ("%s wants a year such as 2025."), "--year");
  return FALSE;
}

/* Not the runner's, which would have it opened before a year is asked for. */
static SzOffice *
open_allowed (SzCli *cli, GError **error)
{
  SzOffice *office = sz_cli_office (cli, error);

  return office != NULL && sz_cli_ask_right (&sz_cli_form, office, error) ? office : NULL;
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
run_meeting (SzCli *cli, const Asked *asked, GError **error)
{
  g_auto (GStrv) ids = asked->forms != NULL ? g_strsplit (asked->forms, ",", -1) : NULL;
  Written written = { .form = "meeting", .forms = ids, .file = asked->output };
  SzFormExport wanted
      = { .params = asked->params, .path = asked->output, .progress = sz_cli_progress (cli) };
  SzOffice *office;

  if (ids == NULL || ids[0] == NULL)
    return sz_cli_usage (cli, _ ("form meeting wants --forms F19,F20,…"));
  for (guint i = 0; ids[i] != NULL; i++)
    if (!check_year (cli, g_strstrip (ids[i]), asked))
      return SZ_EXIT_USAGE;
  wanted.ids = (const char *const *)ids;
  office = open_allowed (cli, error);
  if (office == NULL || !sz_form_export (office, &wanted, error))
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
  const SzFormExport wanted = { .id = asked->id,
                                .params = asked->params,
                                .path = asked->output,
                                .progress = sz_cli_progress (cli) };
  const SzForm *form = sz_form_find (asked->id);
  SzOffice *office;
  Written written = { .file = asked->output };

  if (g_str_equal (asked->id, "meeting"))
    return run_meeting (cli, asked, error);
  if (!check_year (cli, asked->id, asked))
    return SZ_EXIT_USAGE;
  office = open_allowed (cli, error);
  if (office == NULL || !sz_form_export (office, &wanted, error))
    return SZ_EXIT_REFUSED;
  written.form = form->id;
  written.title = form->title;
  sz_cli_show (cli, written_fields, &written);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_form
    = { "form", N_ ("Write a printed form; “form meeting” puts several into one file"), args,
        sizeof (Asked), run_form };
