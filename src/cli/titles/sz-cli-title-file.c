/* sz-cli-title-file.c — shizictl title files, file, attach, detach: what applicants handed in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-titles.h"
#include "sz-title-file.h"

typedef struct
{
  const char *batch;
  const char *staff_no;
  const char *name; /* of the file; its path */
  const char *output;
  const char *condition;
  const char *material;
  const char *page;
} FileAsked;

typedef struct
{
  const char *batch;
  const char *staff_no;
  GArray *materials;
} Shown;

static const SzMember material_fields[] = {
  SZ_SHOW_TEXT (SzTitleMaterial, condition, "condition", N_ ("Condition")),
  SZ_SHOW_TEXT (SzTitleMaterial, material, "material", N_ ("Material")),
  SZ_SHOW_TEXT (SzTitleMaterial, page, "page", N_ ("Page")),
  SZ_SHOW_TEXT (SzTitleMaterial, name, "file", N_ ("File")),
  SZ_SHOW_COUNT (SzTitleMaterial, bytes, "bytes", N_ ("Bytes kept")),
  { NULL },
};

static const SzMember shown_fields[] = {
  SZ_SHOW_TEXT (Shown, batch, "batch", NULL),
  SZ_SHOW_TEXT (Shown, staff_no, "staff_no", NULL),
  SZ_SHOW_LIST (Shown, materials, "materials", "", material_fields),
  { NULL },
};

static int
show_materials (SzCli *cli, SzOffice *office, const FileAsked *asked)
{
  g_autoptr (GError) reason = NULL;
  Shown shown = { asked->batch, asked->staff_no, NULL };

  shown.materials = sz_title_materials (office, asked->batch, asked->staff_no, &reason);
  if (shown.materials == NULL)
    return sz_cli_titles_fail (cli, reason);
  sz_cli_show (cli, shown_fields, &shown);
  g_array_unref (shown.materials);
  return SZ_EXIT_DONE;
}

static const SzArg files_args[] = {
  SZ_WORD_OF (TEXT, FileAsked, batch, N_ ("BATCH")),
  SZ_WORD_OF (TEXT, FileAsked, staff_no, N_ ("工号")),
  { 0 },
};

static int
run_files (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  return show_materials (cli, office, data);
}

const SzCliCommand sz_cli_title_files
    = { "title files", N_ ("What an applicant handed in, and which files are kept"),
        files_args,    sizeof (FileAsked),
        run_files,     .office = TRUE };

static const SzArg file_args[] = {
  SZ_WORD_OF (TEXT, FileAsked, batch, N_ ("BATCH")),
  SZ_WORD_OF (TEXT, FileAsked, staff_no, N_ ("工号")),
  SZ_WORD_OF (TEXT, FileAsked, name, N_ ("NAME")),
  SZ_OPTION (TEXT,
             FileAsked,
             output,
             "output",
             N_ ("FILE"),
             N_ ("Where to write it"),
             .letter = 'o',
             .required = TRUE),
  { 0 },
};

static int
run_file (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const FileAsked *asked = data;
  g_autoptr (GError) reason = NULL;

  if (!sz_title_file_save (office, asked->batch, asked->staff_no, asked->name, asked->output,
                           &reason))
    return sz_cli_titles_fail (cli, reason);
  json_object_set_new (cli->document, "file", json_string (asked->output));
  sz_cli_print (cli, "%s\n", asked->output);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_title_file
    = { "title file", N_ ("Write out a file that an applicant handed in"),
        file_args,    sizeof (FileAsked),
        run_file,     .office = TRUE };

static const SzArg attach_args[] = {
  SZ_WORD_OF (TEXT, FileAsked, batch, N_ ("BATCH")),
  SZ_WORD_OF (TEXT, FileAsked, staff_no, N_ ("工号")),
  SZ_WORD_OF (TEXT, FileAsked, name, N_ ("FILE")),
  SZ_OPTION (TEXT, FileAsked, condition, "condition", N_ ("TEXT"), N_ ("The condition it shows")),
  SZ_OPTION (TEXT, FileAsked, material, "material", N_ ("TEXT"), N_ ("What it is called")),
  SZ_OPTION (TEXT, FileAsked, page, "page", N_ ("TEXT"), N_ ("On which pages")),
  { 0 },
};

static int
run_attach (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const FileAsked *asked = data;
  const SzTitleAttachment attachment = { asked->batch,     asked->staff_no, asked->name,
                                         asked->condition, asked->material, asked->page };
  g_autoptr (GError) reason = NULL;

  if ((asked->condition == NULL) != (asked->material == NULL))
    return sz_cli_usage (cli, "%s", _ ("--condition and --material go together."));
  if (!sz_title_attach (office, &attachment, &reason))
    return sz_cli_titles_fail (cli, reason);
  return show_materials (cli, office, asked);
}

const SzCliCommand sz_cli_title_attach
    = { "title attach", N_ ("Keep a file that an applicant hands in"),
        attach_args,    sizeof (FileAsked),
        run_attach,     .office = TRUE };

static const SzArg detach_args[] = {
  SZ_WORD_OF (TEXT, FileAsked, batch, N_ ("BATCH")),
  SZ_WORD_OF (TEXT, FileAsked, staff_no, N_ ("工号")),
  SZ_WORD_OF (TEXT, FileAsked, name, N_ ("NAME")),
  { 0 },
};

static int
run_detach (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const FileAsked *asked = data;
  g_autoptr (GError) reason = NULL;

  if (!sz_title_detach (office, asked->batch, asked->staff_no, asked->name, &reason))
    return sz_cli_titles_fail (cli, reason);
  return show_materials (cli, office, asked);
}

const SzCliCommand sz_cli_title_detach
    = { "title detach", N_ ("Forget a file that an applicant handed in"),
        detach_args,    sizeof (FileAsked),
        run_detach,     .office = TRUE };
