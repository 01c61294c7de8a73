/* sz-cli-template.c — template KIND -o FILE: an empty workbook to fill in
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-college.h"
#include "sz-import-kinds.h"
#include "sz-template.h"

typedef struct
{
  const SzImportKind *kind;
  const char *file;
} Asked;

static const SzArg args[] = {
  SZ_WORD_OF (READ, Asked, kind, N_ ("KIND"), .read = sz_cli_import_kind_read_cb),
  SZ_OPTION (TEXT,
             Asked,
             file,
             "output",
             N_ ("FILE.xlsx"),
             N_ ("The workbook to write"),
             .letter = 'o',
             .required = TRUE),
  { 0 },
};

static const SzMember kind_fields[] = {
  SZ_SHOW_TEXT (SzImportKind, word, "kind", NULL),
  { NULL },
};

static const SzMember fields[] = {
  SZ_SHOW_INLINE (Asked, kind, kind_fields, .flags = SZ_POINTER),
  SZ_SHOW_TEXT (Asked, file, "file", NULL),
  SZ_SHOW_SAY (
      N_ ("{file} is ready to be filled in: headings with * are required, the grey row is an "
          "example.")),
  { NULL },
};

static int
run_template (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Asked *asked = data;

  if (!sz_office_template (asked->kind, asked->file, error))
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, fields, asked);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_template
    = { "template", N_ ("An empty workbook to fill in, for one kind of import"), args,
        sizeof (Asked), run_template };
