/* sz-watch-titles.c — what posts, titles and appointments say of themselves (RULE aud-3, ttl-24)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
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

gboolean
sz_watch_find_titles (SzWatchScan *scan, GError **error)
{
  g_autoptr (GArray) findings = sz_title_findings (scan->office, scan->day, error);

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const SzTitleFinding *finding = &g_array_index (findings, SzTitleFinding, i);
      const SzFindingKind *kind = sz_finding_kind_find (finding->code);
      g_autofree char *subject = kind != NULL ? make_subject (kind, finding) : NULL;

      if (kind != NULL)
        sz_watch_scan_add (scan, &(SzFound){ .kind = kind->id,
                                             .subject = subject,
                                             .staff_no = finding->staff_no });
    }
  return findings != NULL;
}
