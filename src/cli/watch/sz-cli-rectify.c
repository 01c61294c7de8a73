/* sz-cli-rectify.c — shizictl rectify …, tolerance …: problems put right, honest faults tolerated
 * (RULE aud-5, aud-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-cli-watch.h"
#include "sz-percent.h"
#include "sz-rectify-act.h"
#include "sz-tolerance-act.h"

/* An item with what the day makes of it. */
typedef struct
{
  SzRectifyItem item; /* borrowed */
  const char *state;
  gboolean overdue;
} Item;

static Item
make_item (const SzRectifyItem *item, SzDate day)
{
  return (Item){ *item, sz_rectify_state_word (sz_rectify_state (item)),
                 sz_rectify_is_overdue (item, day) };
}

static const SzMember item_fields[] = {
  SZ_SHOW_TEXT (Item, item.no, "no", N_ ("No.")),
  SZ_SHOW_CODE (Item, item.source, "source", NULL, SZ_TABLE_RECTIFY_SOURCE),
  SZ_SHOW_CODE (Item, item.area, "area", N_ ("Area"), SZ_TABLE_RECTIFY_AREA),
  SZ_SHOW_TEXT (Item, item.problem, "problem", N_ ("Problem")),
  SZ_SHOW_TEXT (Item, item.unit, "unit", N_ ("Unit")),
  SZ_SHOW_TEXT (Item, item.person, "person", NULL),
  SZ_SHOW_TEXT (Item, item.measure, "measure", NULL),
  SZ_SHOW_DATE (Item, item.deadline, "deadline", N_ ("Deadline")),
  SZ_SHOW_TEXT (Item, item.extension, "extension", NULL),
  SZ_SHOW_COUNT (Item, item.percent, "percent", N_ ("Percent")),
  SZ_SHOW_TEXT (Item, state, "state", N_ ("State")),
  SZ_SHOW_TEXT (Item, item.evidence, "evidence", NULL),
  SZ_SHOW_TEXT (Item, item.closed_by, "closed_by", NULL),
  SZ_SHOW_DATE (Item, item.closed_on, "closed_on", NULL),
  SZ_SHOW_FLAG (Item, overdue, "overdue", N_ ("Overdue")),
  { NULL },
};

typedef struct
{
  const char *area;
  guint items;
  guint open;
  guint in_progress;
  guint submitted;
  guint closed;
  guint overdue;
  gboolean has_rate;
  gint64 rate_x100;
} Area;

static const SzMember area_fields[] = {
  SZ_SHOW_TEXT (Area, area, "area", N_ ("Area")),
  SZ_SHOW_COUNT (Area, items, "items", N_ ("Items")),
  SZ_SHOW_COUNT (Area, open, "open", N_ ("Open")),
  SZ_SHOW_COUNT (Area, in_progress, "in_progress", N_ ("In progress")),
  SZ_SHOW_COUNT (Area, submitted, "submitted", N_ ("Submitted")),
  SZ_SHOW_COUNT (Area, closed, "closed", N_ ("Closed")),
  SZ_SHOW_COUNT (Area, overdue, "overdue", N_ ("Overdue")),
  SZ_SHOW_DECIMAL (Area,
                   rate_x100,
                   "closed_rate",
                   N_ ("Closed %"),
                   2,
                   .has = SZ_HAS (Area, has_rate)),
  { NULL },
};

typedef struct
{
  SzDate day;
  GArray *areas; /* of Area */
  GArray *items; /* of Item */
} Rectify;

static const SzMember rectify_fields[] = {
  SZ_SHOW_DATE (Rectify, day, "date", N_ ("Day")),
  SZ_SHOW_LIST (Rectify, areas, "areas", "", area_fields),
  SZ_SHOW_LIST (Rectify, items, "items", "", item_fields),
  { NULL },
};

static void
add_area (GArray *areas, const char *name, const SzRectifySum *sum)
{
  Area area = { .area = name,
                .items = sum->items,
                .open = sum->by_state[SZ_RECTIFY_OPEN],
                .in_progress = sum->by_state[SZ_RECTIFY_IN_PROGRESS],
                .submitted = sum->by_state[SZ_RECTIFY_SUBMITTED],
                .closed = sum->by_state[SZ_RECTIFY_CLOSED],
                .overdue = sum->overdue };

  area.has_rate = sz_percent (area.closed, area.items, &area.rate_x100);
  g_array_append_val (areas, area);
}

typedef struct
{
  const char *no;
  gint64 percent;
  SzDate date;
  const char *evidence;
  const char *text;
  const char *source;
  SzDate on;
} Asked;

static const SzArg list_args[] = {
  SZ_OPTION (DATE, Asked, on, "on", N_ ("DATE"), N_ ("As of this day")),
  { 0 },
};

static int
run_rectify (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  g_autoptr (SzRectifyView) view
      = sz_view_rectify (office, sz_cli_day (office, ((const Asked *)data)->on), error);
  g_autoptr (GArray) areas = g_array_new (FALSE, TRUE, sizeof (Area));
  g_autoptr (GArray) items = g_array_new (FALSE, TRUE, sizeof (Item));
  Rectify shown = { .areas = areas, .items = items };

  if (view == NULL)
    return SZ_EXIT_REFUSED;
  shown.day = view->day;
  for (int i = 0; i < SZ_N_RECTIFY_AREAS; i++)
    if (view->sums[i].items > 0)
      add_area (areas, sz_codes_by_value (SZ_TABLE_RECTIFY_AREA, i)->name, &view->sums[i]);
  add_area (areas, "合计", &view->sums[SZ_N_RECTIFY_AREAS]);
  for (guint i = 0; i < sz_rectify_view_get_size (view); i++)
    {
      Item item = make_item (sz_rectify_view_get (view, i), view->day);

      g_array_append_val (items, item);
    }
  sz_cli_show (cli, rectify_fields, &shown);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_rectify
    = { "rectify",     N_ ("The 整改台账 by area and item"), list_args, sizeof (Asked), run_rectify,
        .office = TRUE };

static int
take_step (SzCli *cli, SzOffice *office, const char *verb, const Asked *asked, GError **error)
{
  const SzRectifyStep step = { .verb = verb,
                               .no = asked->no,
                               .percent = (int)asked->percent,
                               .evidence = asked->evidence,
                               .text = asked->text,
                               .deadline = asked->date,
                               .source = asked->source };
  g_autoptr (SzRectifyView) view = NULL;
  Item item;

  if (!sz_office_rectify_step (office, &step, error))
    return SZ_EXIT_REFUSED;
  view = sz_view_rectify (office, sz_office_today (office), error);
  if (view == NULL)
    return SZ_EXIT_REFUSED;
  item = make_item (sz_rectify_view_find (view, asked->no), view->day);
  sz_cli_show (cli, item_fields, &item);
  return SZ_EXIT_DONE;
}

static const SzArg progress_args[] = {
  SZ_WORD_OF (TEXT, Asked, no, N_ ("问题编号")),
  SZ_WORD_OF (COUNT, Asked, percent, N_ ("PERCENT"), .most = 100),
  SZ_OPTION (TEXT, Asked, evidence, "evidence", N_ ("TEXT"), N_ ("File or number that proves it")),
  { 0 },
};

static int
run_progress (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  return take_step (cli, office, "progress", data, error);
}

const SzCliCommand sz_cli_rectify_progress
    = { "rectify progress", N_ ("How far an item is put right"),
        progress_args,      sizeof (Asked),
        run_progress,       .office = TRUE };

static const SzArg submit_args[] = {
  SZ_WORD_OF (TEXT, Asked, no, N_ ("问题编号")),
  SZ_OPTION (TEXT, Asked, evidence, "evidence", N_ ("TEXT"), N_ ("File or number that proves it")),
  { 0 },
};

static int
run_submit (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  return take_step (cli, office, "submit", data, error);
}

const SzCliCommand sz_cli_rectify_submit = { "rectify submit", N_ ("Put an item up for closing"),
                                             submit_args,      sizeof (Asked),
                                             run_submit,       .office = TRUE };

static const SzArg close_args[] = {
  SZ_WORD_OF (TEXT, Asked, no, N_ ("问题编号")),
  { 0 },
};

static int
run_close (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  return take_step (cli, office, "close", data, error);
}

const SzCliCommand sz_cli_rectify_close = { "rectify close", N_ ("Close an item that is put right"),
                                            close_args,      sizeof (Asked),
                                            run_close,       .office = TRUE };

static const SzArg return_args[] = {
  SZ_WORD_OF (TEXT, Asked, no, N_ ("问题编号")),
  SZ_WORD_OF (COUNT, Asked, percent, N_ ("PERCENT"), .most = 100),
  SZ_OPTION (TEXT, Asked, text, "text", N_ ("TEXT"), N_ ("Why"), .required = TRUE),
  { 0 },
};

static int
run_return (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  return take_step (cli, office, "return", data, error);
}

const SzCliCommand sz_cli_rectify_return = { "rectify return", N_ ("Give a submitted item back"),
                                             return_args,      sizeof (Asked),
                                             run_return,       .office = TRUE };

static const SzArg extend_args[] = {
  SZ_WORD_OF (TEXT, Asked, no, N_ ("问题编号")),
  SZ_WORD_OF (DATE, Asked, date, N_ ("DATE")),
  SZ_OPTION (TEXT, Asked, source, "source", N_ ("文号"), N_ ("Number of the document")),
  { 0 },
};

static int
run_extend (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  return take_step (cli, office, "extend", data, error);
}

const SzCliCommand sz_cli_rectify_extend = { "rectify extend", N_ ("Another deadline for an item"),
                                             extend_args,      sizeof (Asked),
                                             run_extend,       .office = TRUE };

/* ---- tolerance ---- */

static const SzMember tolerance_fields[] = {
  SZ_SHOW_TEXT (SzToleranceItem, tolerance.no, "no", N_ ("No.")),
  SZ_SHOW_TEXT (SzToleranceItem, staff_no, "staff_no", NULL),
  SZ_SHOW_TEXT (SzToleranceItem, name, "name", N_ ("Name")),
  SZ_SHOW_TEXT (SzToleranceItem, tolerance.matter, "matter", N_ ("Matter")),
  SZ_SHOW_TEXT (SzToleranceItem, tolerance.about, "about", N_ ("About")),
  SZ_SHOW_DATE (SzToleranceItem, tolerance.applied, "applied", N_ ("Applied")),
  SZ_SHOW_TEXT (SzToleranceItem, tolerance.verified_by, "verified_by", NULL),
  SZ_SHOW_DATE (SzToleranceItem, tolerance.verified, "verified", N_ ("Verified")),
  SZ_SHOW_TEXT (SzToleranceItem, tolerance.opinion, "opinion", NULL),
  SZ_SHOW_TEXT (SzToleranceItem, tolerance.meeting, "meeting", NULL),
  SZ_SHOW_DATE (SzToleranceItem, tolerance.decided, "decided", N_ ("Decided")),
  SZ_SHOW_STORED (SzToleranceItem,
                  tolerance.decision,
                  "decision",
                  N_ ("Decision"),
                  SZ_TABLE_DECISION),
  SZ_SHOW_STORED (SzToleranceItem, tolerance.open_to, "open_to", NULL, SZ_TABLE_OPEN_TO),
  { NULL },
};

static const SzMember tolerances_fields[] = {
  SZ_SHOW_LIST (SzToleranceView, items, "items", "", tolerance_fields),
  { NULL },
};

static int
run_tolerance (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  g_autoptr (SzToleranceView) view = sz_view_tolerance (office, error);

  if (view == NULL)
    return SZ_EXIT_REFUSED;
  sz_cli_show (cli, tolerances_fields, view);
  return SZ_EXIT_DONE;
}

const SzCliCommand sz_cli_tolerance
    = { "tolerance",   N_ ("Applications for tolerance of honest faults"), NULL, 0, run_tolerance,
        .office = TRUE };

typedef struct
{
  const char *no;
  const char *text;
  const char *decision;
  const char *meeting;
  const char *open_to;
} Tolerance;

static int
show_tolerance (SzCli *cli, SzOffice *office, const char *no, GError **error)
{
  g_autoptr (SzToleranceView) view = sz_view_tolerance (office, error);

  if (view == NULL)
    return SZ_EXIT_REFUSED;
  for (guint i = 0; i < view->items->len; i++)
    {
      const SzToleranceItem *item = &g_array_index (view->items, SzToleranceItem, i);

      if (g_str_equal (item->tolerance.no, no))
        sz_cli_show (cli, tolerance_fields, item);
    }
  return SZ_EXIT_DONE;
}

static const SzArg verify_args[] = {
  SZ_WORD_OF (TEXT, Tolerance, no, N_ ("编号")),
  SZ_OPTION (TEXT, Tolerance, text, "text", N_ ("TEXT"), N_ ("核实意见"), .required = TRUE),
  { 0 },
};

static int
run_verify (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Tolerance *asked = data;

  if (!sz_office_tolerance_verify (office, asked->no, asked->text, error))
    return SZ_EXIT_REFUSED;
  return show_tolerance (cli, office, asked->no, error);
}

const SzCliCommand sz_cli_tolerance_verify
    = { "tolerance verify", N_ ("Verify an application (核实)"),
        verify_args,        sizeof (Tolerance),
        run_verify,         .office = TRUE };

static const SzArg decide_args[] = {
  SZ_WORD_OF (TEXT, Tolerance, no, N_ ("编号")),
  SZ_WORD_OF (TEXT, Tolerance, decision, N_ ("予以容错|不予容错")),
  SZ_OPTION (TEXT, Tolerance, meeting, "meeting", N_ ("MEETING"), N_ ("认定会议")),
  SZ_OPTION (TEXT, Tolerance, open_to, "open", N_ ("SCOPE"), N_ ("本人, 部门, 全院 or 不公开")),
  { 0 },
};

static int
run_decide (SzCli *cli, SzOffice *office, gconstpointer data, GError **error)
{
  const Tolerance *asked = data;

  if (!sz_office_tolerance_decide (office, asked->no, asked->decision, asked->meeting,
                                   asked->open_to, error))
    return SZ_EXIT_REFUSED;
  return show_tolerance (cli, office, asked->no, error);
}

const SzCliCommand sz_cli_tolerance_decide
    = { "tolerance decide", N_ ("Decide an application (认定)"),
        decide_args,        sizeof (Tolerance),
        run_decide,         .office = TRUE };
