/* sz-watch-titles.c — what posts, titles and appointments say of themselves (RULE aud-3, ttl-24)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-title-findings.h"
#include "sz-watch-scan.h"

/* The subject by the parts that the kind names. */
static char *
make_subject (const SzFindingKind *kind, const SzTitleFinding *finding)
{
  g_auto (GStrv) parts = g_strsplit (kind->parts, "|", -1);
  g_autofree char *date = sz_date_format (finding->date);
  g_autoptr (GString) subject = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *text = g_str_equal (parts[i], "level")      ? finding->level
                         : g_str_equal (parts[i], "staff_no") ? finding->staff_no
                         : g_str_equal (parts[i], "batch")    ? finding->batch
                                                              : date;

      g_string_append_printf (subject, "%s%s", i > 0 ? "|" : "", text != NULL ? text : "");
    }
  return g_string_free (g_steal_pointer (&subject), FALSE);
}

/* "张三（1001）" of all that the finding of a round is about; (nullable). */
static char *
list_people (const SzWatchBook *book, const GArray *findings, const SzTitleFinding *finding)
{
  g_autoptr (GString) people = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const SzTitleFinding *other = &g_array_index (findings, SzTitleFinding, i);
      const SzWatchPerson *person
          = other->staff_no != NULL ? sz_watch_book_by_staff_no (book, other->staff_no) : NULL;

      if (person != NULL && strcmp (other->code, finding->code) == 0
          && g_strcmp0 (other->batch, finding->batch) == 0)
        g_string_append_printf (people, "%s%s（%s）", people->len > 0 ? "、" : "", person->name,
                                person->staff_no);
    }
  return people->len > 0 ? g_string_free (g_steal_pointer (&people), FALSE) : NULL;
}

static json_t *
make_facts (const SzWatchBook *book, const GArray *findings, const SzTitleFinding *finding)
{
  const gboolean of_round = finding->batch != NULL && !g_str_has_prefix (finding->code, "title.");
  const SzWatchPerson *person
      = finding->staff_no != NULL ? sz_watch_book_by_staff_no (book, finding->staff_no) : NULL;
  g_autofree char *people = of_round ? list_people (book, findings, finding) : NULL;

  return json_pack ("{s:s*, s:s*, s:s*, s:s*, s:o*, s:o*}", "name",
                    person != NULL ? person->name : NULL, "level", finding->level, "batch",
                    finding->batch, "people", people, "from",
                    finding->date != SZ_DATE_NONE ? sz_watch_fact_date (finding->date) : NULL,
                    "number", finding->number != 0 ? json_integer (finding->number) : NULL);
}

/* Of a round, one finding with all its people; it concerns the office, not each of them. */
gboolean
sz_watch_find_titles (SzWatchScan *scan, GError **error)
{
  g_autoptr (GArray) findings = NULL;

  g_return_val_if_fail (scan != NULL, FALSE);

  findings = sz_title_findings (scan->office, scan->day, error);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const SzTitleFinding *finding = &g_array_index (findings, SzTitleFinding, i);
      const SzFindingKind *kind = sz_finding_kind_find (finding->code);
      g_autofree char *subject = kind != NULL ? make_subject (kind, finding) : NULL;

      if (kind != NULL)
        sz_watch_scan_add (scan, &(SzFound){ .kind = kind->id,
                                             .subject = subject,
                                             .facts = make_facts (scan->book, findings, finding),
                                             .staff_no = strcmp (kind->parts, "staff_no") == 0
                                                             ? finding->staff_no
                                                             : NULL });
    }
  return findings != NULL;
}
