/* sz-cli-erase.c — erase 工号: personal numbers of somebody who is gone, taken out for good
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-college.h"
#include "sz-person-erase.h"

typedef struct
{
  const char *staff_no;
  const char *document;
  SzEraseReport report;
} Erased;

static const SzArg args[] = {
  SZ_WORD_OF (TEXT, Erased, staff_no, N_ ("工号")),
  SZ_OPTION (TEXT,
             Erased,
             document,
             "document",
             N_ ("文号"),
             N_ ("By which document it is done"),
             .required = TRUE),
  { 0 },
};

static const SzMember fields[] = {
  SZ_SHOW_TEXT (Erased, staff_no, "staff_no", NULL),
  SZ_SHOW_TEXT (Erased, document, "document", NULL),
  SZ_SHOW_COUNT (Erased, report.rows, "rows", NULL),
  SZ_SHOW_COUNT (Erased, report.acts, "acts", NULL),
  SZ_SHOW_COUNT (Erased, report.remarks, "remarks", NULL),
  SZ_SHOW_COUNT (Erased, report.n_older, "older_copies", NULL),
  SZ_SHOW_SAY (
      N_ ("ID number, telephones and accounts of {staff_no} are gone from {rows} records and "
          "from the journal of {acts} acts.")),
  SZ_SHOW_SAY (N_ ("{remarks} acts name a number in their summary, which stays."),
               .when = "remarks"),
  SZ_SHOW_SAY (N_ ("{older_copies} copies in the folder “backups” were made before and still hold "
                   "the numbers, like every backup and file that went out. Remove them where they "
                   "are no longer needed."),
               .when = "older_copies"),
  { NULL },
};

static int
run_erase (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  Erased erased = *(const Erased *)data;

  if (!sz_office_person_erase (office, erased.staff_no, erased.document, &erased.report, error))
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, fields, &erased);
  sz_erase_report_clear (&erased.report);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_erase
    = { "erase",   N_ ("Erase the personal numbers of somebody who is gone, by a document"),
        args,      sizeof (Erased),
        run_erase, .office = TRUE };
