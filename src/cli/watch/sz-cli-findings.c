/* sz-cli-findings.c — shizictl findings …: what scans found, and what is said to it (RULE aud-2)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-title-findings.h"
#include "sz-cli-watch.h"
#include "sz-finding-act.h"
#include "sz-view-findings.h"

static json_t *
make_area (gconstpointer data)
{
  return json_string (sz_area_name (((const SzFindingItem *)data)->area));
}

static json_t *
make_severity (gconstpointer data)
{
  return json_string (sz_gravity_word ((SzGravity)((const SzFindingItem *)data)->finding.gravity));
}

static json_t *
make_facts (gconstpointer data)
{
  json_t *facts = json_loads (((const SzFindingItem *)data)->finding.facts, 0, NULL);

  return facts != NULL ? facts : json_object ();
}

static json_t *
make_text (const char *text)
{
  return text != NULL && *text != '\0' ? json_string (text) : json_null ();
}

static json_t *
make_concerns (gconstpointer data)
{
  const SzFindingItem *item = data;

  return json_pack ("{s:o, s:o, s:o}", "staff_no", make_text (item->finding.staff_no), "name",
                    make_text (item->name), "office", make_text (item->finding.office));
}

static json_t *
make_state (gconstpointer data)
{
  const SzFindingItem *item = data;

  return json_string (sz_finding_state_word ((SzFindingState)item->finding.state));
}

static json_t *
make_answer (gconstpointer data)
{
  const SzFinding *finding = &((const SzFindingItem *)data)->finding;

  if (finding->answered_at == NULL)
    return json_null ();
  return json_pack ("{s:s, s:s, s:s, s:o}", "at", finding->answered_at, "who", finding->answered_by,
                    "text", finding->answer, "evidence", make_text (finding->evidence));
}

static json_t *
make_link (gconstpointer data)
{
  const SzFinding *finding = &((const SzFindingItem *)data)->finding;
  const SzFindingKind *kind = sz_finding_kind_find (finding->kind);

  return kind != NULL ? sz_cli_watch_link (kind->page, kind->parts, finding->subject)
                      : json_null ();
}

static const SzMember item_fields[] = {
  SZ_SHOW_COUNT (SzFindingItem, finding.no, "no", N_ ("No.")),
  SZ_SHOW_TEXT (SzFindingItem, finding.kind, "kind", NULL),
  SZ_SHOW_MADE ("area", N_ ("Area"), make_area),
  SZ_SHOW_MADE ("severity", N_ ("Severity"), make_severity),
  SZ_SHOW_TEXT (SzFindingItem, finding.subject, "subject", NULL),
  SZ_SHOW_COUNT (SzFindingItem, finding.size, "size", NULL),
  SZ_SHOW_MADE ("facts", NULL, make_facts),
  SZ_SHOW_TEXT (SzFindingItem, message, "message", N_ ("What")),
  SZ_SHOW_MADE ("concerns", NULL, make_concerns),
  SZ_SHOW_MADE ("state", N_ ("State"), make_state),
  SZ_SHOW_FLAG (SzFindingItem, finding.present, "present", NULL),
  SZ_SHOW_COUNT (SzFindingItem, finding.reopened, "reopened", NULL),
  SZ_SHOW_DATE (SzFindingItem, finding.first_seen, "first_seen", N_ ("First seen")),
  SZ_SHOW_DATE (SzFindingItem, finding.last_seen, "last_seen", NULL),
  SZ_SHOW_MADE ("answer", NULL, make_answer),
  SZ_SHOW_MADE ("link", NULL, make_link),
  { NULL },
};

static json_t *
make_counts (gconstpointer data)
{
  const SzFindingsView *view = data;
  json_t *open = json_object ();
  json_t *counts = json_pack ("{s:o}", "open", open);

  for (int i = 0; i < SZ_N_GRAVITIES; i++)
    json_object_set_new (open, sz_gravity_word ((SzGravity)i), json_integer (view->open[i]));
  for (int i = SZ_FINDING_ANSWERED; i < SZ_N_FINDING_STATES; i++)
    json_object_set_new (counts, sz_finding_state_word ((SzFindingState)i),
                         json_integer (view->counts[i]));
  return counts;
}

static const SzMember list_fields[] = {
  SZ_SHOW_LIST (SzFindingsView, items, "items", "", item_fields),
  SZ_SHOW_MADE ("counts", NULL, make_counts),
  { NULL },
};

typedef struct
{
  const char *state;
  const char *area;
  const char *kind;
  gboolean all;
  SzDate on;
} Asked;

static const SzArg list_args[] = {
  SZ_OPTION (TEXT, Asked, state, "state", N_ ("STATE"), N_ ("open, answered, accepted or closed")),
  SZ_OPTION (TEXT, Asked, area, "area", N_ ("AREA"), N_ ("Such as 人员聘用")),
  SZ_OPTION (TEXT, Asked, kind, "kind", N_ ("KIND"), N_ ("As “findings kinds” lists them")),
  SZ_OPTION (FLAG, Asked, all, "all", NULL, N_ ("The accepted and closed ones too")),
  SZ_OPTION (DATE, Asked, on, "on", N_ ("DATE"), N_ ("As of this day, of the area titles")),
  { 0 },
};

static gboolean
read_filter (SzCli *cli, const Asked *asked, SzFindingFilter *filter)
{
  *filter = SZ_FINDINGS_STANDING;
  filter->settled = asked->all;
  filter->kind = asked->kind;
  if (asked->state != NULL)
    filter->state = sz_finding_state_find (asked->state);
  if (asked->area != NULL)
    filter->area = sz_area_find (asked->area);
  if (asked->state != NULL && filter->state < 0)
    sz_cli_usage (cli, _ ("There is no state “%s”: open, answered, accepted, closed."),
                  asked->state);
  else if (asked->area != NULL && filter->area < 0)
    sz_cli_usage (cli, _ ("There is no area “%s”; “findings kinds” lists them."), asked->area);
  else if (asked->kind != NULL && sz_finding_kind_find (asked->kind) == NULL)
    sz_cli_usage (cli, _ ("There is no kind “%s”; “findings kinds” lists them."), asked->kind);
  else
    return TRUE;
  return FALSE;
}

static int
run_findings (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  SzFindingFilter filter;
  g_autoptr (SzFindingsView) view = NULL;
  const Asked *asked = data;

  /* What does not fit in posts and titles is computed, not kept (RULE ttl-24). */
  if (g_strcmp0 (asked->area, "titles") == 0)
    return sz_cli_show_title_findings (cli, office, asked->on, error);
  if (!read_filter (cli, data, &filter))
    return SZ_EXIT_USAGE;
  view = sz_view_findings (office, &filter, error);
  if (view == NULL)
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, list_fields, view);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_findings_list
    = { "findings",   N_ ("What supervision found and what was said"),
        list_args,    sizeof (Asked),
        run_findings, .office = TRUE };

/* ---- looking once more ---- */

static const SzMember scan_fields[] = {
  SZ_SHOW_DATE (SzScanReport, date, "date", N_ ("Day")),
  SZ_SHOW_COUNT (SzScanReport, found, "new", N_ ("New")),
  SZ_SHOW_COUNT (SzScanReport, returned, "returned", N_ ("Back again")),
  SZ_SHOW_COUNT (SzScanReport, grown, "grown", N_ ("Grown")),
  SZ_SHOW_COUNT (SzScanReport, gone, "gone", N_ ("No longer there")),
  SZ_SHOW_COUNT (SzScanReport, present, "present", N_ ("Present")),
  { NULL },
};

static const SzArg scan_args[] = {
  SZ_OPTION (DATE, Asked, on, "on", N_ ("DATE"), N_ ("As of this day")),
  { 0 },
};

static int
run_scan (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  SzScanReport report;

  if (!sz_office_findings_scan (office, sz_cli_day (office, ((const Asked *)data)->on), &report,
                                error))
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, scan_fields, &report);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_findings_scan
    = { "findings scan", N_ ("Look at the whole college once more"),
        scan_args,       sizeof (Asked),
        run_scan,        .office = TRUE };

/* ---- one of them ---- */

typedef struct
{
  gint64 no;
  const char *text;
  const char *evidence;
  const char *basis;
} One;

static const SzMember event_fields[] = {
  SZ_SHOW_TEXT (SzFindingEvent, what, "what", N_ ("What")),
  SZ_SHOW_TIME (SzFindingEvent, at, "at", N_ ("When")),
  SZ_SHOW_TEXT (SzFindingEvent, who, "who", N_ ("Who")),
  SZ_SHOW_TEXT (SzFindingEvent, text, "text", N_ ("Text")),
  SZ_SHOW_TEXT (SzFindingEvent, evidence, "evidence", N_ ("Evidence")),
  { NULL },
};

typedef struct
{
  GArray *events;
} Events;

static const SzMember events_fields[] = {
  SZ_SHOW_LIST (Events, events, "events", "", event_fields),
  { NULL },
};

/* The item, and its events where @with_events. */
static int
show_item (SzCli *cli, SzOffice *office, gint64 no, gboolean with_events, GError **error)
{
  const SzFindingFilter all = { -1, -1, NULL, TRUE };
  g_autoptr (SzFindingsView) view = sz_view_findings (office, &all, error);
  const SzFindingItem *item = view != NULL ? sz_findings_view_find (view, no) : NULL;
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, no);
  g_autoptr (GArray) events = NULL;
  Events shown;

  if (view == NULL)
    return SZ_EXIT_REFUSED;
  if (item == NULL)
    {
      sz_error_set (error, SZ_ERROR_REFUSED, "finding.unknown", "finding", number, NULL);
      return SZ_EXIT_REFUSED;
    }
  sz_cli_show (cli, item_fields, item);
  if (!with_events)
    return SZ_EXIT_DONE;
  events = sz_view_finding_events (office, item, error);
  if (events == NULL)
    return SZ_EXIT_REFUSED;
  shown.events = events;
  sz_cli_show (cli, events_fields, &shown);
  return SZ_EXIT_DONE;
}

static const SzArg show_args[] = {
  SZ_WORD_OF (COUNT, One, no, N_ ("NO"), .least = 1),
  { 0 },
};

static int
run_show (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  return show_item (cli, office, ((const One *)data)->no, TRUE, error);
}

const SzCliCommand sz_cli_findings_show
    = { "findings show", N_ ("One finding with its events"), show_args, sizeof (One), run_show,
        .office = TRUE };

static const SzArg answer_args[] = {
  SZ_WORD_OF (COUNT, One, no, N_ ("NO"), .least = 1),
  SZ_OPTION (TEXT, One, text, "text", N_ ("TEXT"), N_ ("What is said to it"), .required = TRUE),
  SZ_OPTION (TEXT, One, evidence, "evidence", N_ ("TEXT"), N_ ("File or number that proves it")),
  { 0 },
};

static int
run_answer (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const One *one = data;

  if (!sz_office_finding_answer (office, one->no, one->text, one->evidence, error))
    return SZ_EXIT_REFUSED;
  return show_item (cli, office, one->no, FALSE, error);
}

const SzCliCommand sz_cli_findings_answer
    = { "findings answer", N_ ("Answer a finding"), answer_args, sizeof (One),
        run_answer,        .office = TRUE };

static const SzArg accept_args[] = {
  SZ_WORD_OF (COUNT, One, no, N_ ("NO"), .least = 1),
  SZ_OPTION (TEXT, One, basis, "basis", N_ ("编号"), N_ ("A tolerance decided in favour")),
  { 0 },
};

static int
run_accept (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const One *one = data;

  if (!sz_office_finding_accept (office, one->no, one->basis, error))
    return SZ_EXIT_REFUSED;
  return show_item (cli, office, one->no, FALSE, error);
}

const SzCliCommand sz_cli_findings_accept
    = { "findings accept", N_ ("Accept the answer of somebody else"),
        accept_args,       sizeof (One),
        run_accept,        .office = TRUE };

static const SzArg reopen_args[] = {
  SZ_WORD_OF (COUNT, One, no, N_ ("NO"), .least = 1),
  SZ_OPTION (TEXT, One, text, "text", N_ ("TEXT"), N_ ("Why"), .required = TRUE),
  { 0 },
};

static int
run_reopen (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const One *one = data;

  if (!sz_office_finding_reopen (office, one->no, one->text, error))
    return SZ_EXIT_REFUSED;
  return show_item (cli, office, one->no, FALSE, error);
}

const SzCliCommand sz_cli_findings_reopen
    = { "findings reopen", N_ ("Open a settled finding again"),
        reopen_args,       sizeof (One),
        run_reopen,        .office = TRUE };

/* ---- the catalogue ---- */

typedef struct
{
  const char *kind;
  const char *area;
  const char *severity;
  const char *condition;
} Kind;

typedef struct
{
  GArray *kinds; /* of Kind */
} Kinds;

static const SzMember kind_fields[] = {
  SZ_SHOW_TEXT (Kind, kind, "kind", N_ ("Kind")),
  SZ_SHOW_TEXT (Kind, area, "area", N_ ("Area")),
  SZ_SHOW_TEXT (Kind, severity, "severity", N_ ("Severity")),
  SZ_SHOW_TEXT (Kind, condition, "condition", N_ ("When")),
  { NULL },
};

static const SzMember kinds_fields[] = {
  SZ_SHOW_LIST (Kinds, kinds, "kinds", "", kind_fields),
  { NULL },
};

static int
run_kinds (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  gsize n = 0;
  const SzFindingKind *kinds = sz_finding_kinds (&n);
  g_autoptr (GArray) list = g_array_new (FALSE, TRUE, sizeof (Kind));
  const Kinds shown = { list };

  for (gsize i = 0; i < n; i++)
    {
      Kind kind = { kinds[i].id, sz_area_name (sz_finding_area (kinds[i].id)),
                    sz_gravity_word (kinds[i].gravity), sz_finding_condition (kinds[i].id) };

      g_array_append_val (list, kind);
    }
  sz_cli_show (cli, kinds_fields, &shown);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_findings_kinds
    = { "findings kinds", N_ ("All that supervision looks for"), NULL, 0, run_kinds };
