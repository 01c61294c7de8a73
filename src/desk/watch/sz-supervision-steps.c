/* sz-supervision-steps.c — what is asked before a step of a finding, an item or an application
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-supervision-steps.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "sz-decimal.h"
#include "sz-finding-act.h"
#include "sz-rectify-act.h"
#include "sz-tolerance-act.h"

static const char *
get_filled (const char *text)
{
  return *text != '\0' ? text : NULL;
}

/* ---- findings: the subject is the number ---- */

static gboolean
answer_finding (SzOffice *office, const char *subject, const char *const *texts, GError **error)
{
  return sz_office_finding_answer (office, g_ascii_strtoll (subject, NULL, 10), texts[0],
                                   get_filled (texts[1]), error);
}

static gboolean
accept_finding (SzOffice *office, const char *subject, const char *const *texts, GError **error)
{
  return sz_office_finding_accept (office, g_ascii_strtoll (subject, NULL, 10),
                                   get_filled (texts[0]), error);
}

static gboolean
reopen_finding (SzOffice *office, const char *subject, const char *const *texts, GError **error)
{
  return sz_office_finding_reopen (office, g_ascii_strtoll (subject, NULL, 10), texts[0], error);
}

static const SzAskRow answer_rows[] = {
  { N_ ("Answer"), TRUE, NULL },
  { N_ ("Evidence: file or number"), FALSE, NULL, .file = TRUE },
  { NULL },
};
static const SzAskRow accept_rows[] = {
  { N_ ("Basis: number of a tolerance (容错)"), FALSE, NULL },
  { NULL },
};
static const SzAskRow why_rows[] = { { N_ ("Why"), TRUE, NULL }, { NULL } };

/* ---- rectification: the subject is 问题编号 ---- */

static gboolean
walk_item (SzOffice *office, SzRectifyStep *step, const char *percent, GError **error)
{
  gint64 number = 0;

  if (percent != NULL && !sz_decimal_parse (percent, 0, &number, NULL))
    return sz_error_set (error, SZ_ERROR_FORMAT, "number.invalid", "value", percent, "column",
                         "完成率", NULL);
  step->percent = (int)CLAMP (number, -1, 101);
  return sz_office_rectify_step (office, step, error);
}

static gboolean
report_progress (SzOffice *office, const char *subject, const char *const *texts, GError **error)
{
  SzRectifyStep step = { .verb = "progress", .no = subject, .evidence = get_filled (texts[1]) };

  return walk_item (office, &step, texts[0], error);
}

static gboolean
submit_item (SzOffice *office, const char *subject, const char *const *texts, GError **error)
{
  SzRectifyStep step = { .verb = "submit", .no = subject, .evidence = get_filled (texts[0]) };

  return walk_item (office, &step, NULL, error);
}

static gboolean
close_item (SzOffice *office, const char *subject, const char *const *texts, GError **error)
{
  SzRectifyStep step = { .verb = "close", .no = subject };

  return walk_item (office, &step, NULL, error);
}

static gboolean
return_item (SzOffice *office, const char *subject, const char *const *texts, GError **error)
{
  SzRectifyStep step = { .verb = "return", .no = subject, .text = texts[1] };

  return walk_item (office, &step, texts[0], error);
}

static gboolean
extend_item (SzOffice *office, const char *subject, const char *const *texts, GError **error)
{
  SzRectifyStep step = { .verb = "extend", .no = subject, .source = get_filled (texts[1]) };

  if (!sz_date_parse (texts[0], &step.deadline, NULL))
    return sz_error_set (error, SZ_ERROR_FORMAT, "date.invalid", "value", texts[0], "column",
                         "整改时限", NULL);
  return walk_item (office, &step, NULL, error);
}

static const SzAskRow progress_rows[] = {
  { N_ ("How far it is, in percent"), TRUE, NULL },
  { N_ ("Evidence: file or number"), FALSE, NULL, .file = TRUE },
  { NULL },
};
static const SzAskRow submit_rows[] = {
  { N_ ("Evidence: file or number"), FALSE, NULL, .file = TRUE },
  { NULL },
};
static const SzAskRow close_rows[] = { { NULL } };
static const SzAskRow return_rows[] = {
  { N_ ("How far it is, in percent"), TRUE, NULL },
  { N_ ("Why"), TRUE, NULL },
  { NULL },
};
static const SzAskRow extend_rows[] = {
  { N_ ("New deadline"), TRUE, NULL },
  { N_ ("Number of the document (文号)"), FALSE, NULL },
  { NULL },
};

/* ---- tolerance: the subject is 编号 ---- */

static gboolean
verify_application (SzOffice *office, const char *subject, const char *const *texts, GError **error)
{
  return sz_office_tolerance_verify (office, subject, texts[0], error);
}

static gboolean
decide_application (SzOffice *office, const char *subject, const char *const *texts, GError **error)
{
  return sz_office_tolerance_decide (office, subject, texts[0], texts[1], texts[2], error);
}

static const SzAskRow verify_rows[] = { { N_ ("Opinion (核实意见)"), TRUE, NULL }, { NULL } };
static const SzAskRow decide_rows[] = {
  { N_ ("Conclusion (结论)"), TRUE, "予以容错/不予容错" },
  { N_ ("Meeting (认定会议)"), TRUE, NULL },
  { N_ ("Open to (公开范围)"), TRUE, "本人/部门/全院/不公开" },
  { NULL },
};

#define CHANGES SZ_CHANGED_WATCH

static const struct
{
  const char *kind;
  const char *verb;
  SzAskOrder order;
} steps[] = {
  { "finding",
    "answer",
    { N_ ("Answer a Finding"), N_ ("_Answer"), answer_rows, answer_finding, CHANGES } },
  { "finding",
    "accept",
    { N_ ("Accept an Answer"), N_ ("Acc_ept"), accept_rows, accept_finding, CHANGES } },
  { "finding",
    "reopen",
    { N_ ("Reopen a Finding"), N_ ("_Reopen"), why_rows, reopen_finding, CHANGES } },
  { "rectify",
    "progress",
    { N_ ("How Far It Is Put Right"), N_ ("_Save"), progress_rows, report_progress, CHANGES } },
  { "rectify",
    "submit",
    { N_ ("Put Up for Closing"), N_ ("_Submit"), submit_rows, submit_item, CHANGES } },
  { "rectify",
    "close",
    { N_ ("Close an Item"), N_ ("_Close Item"), close_rows, close_item, CHANGES } },
  { "rectify",
    "return",
    { N_ ("Give an Item Back"), N_ ("_Give Back"), return_rows, return_item, CHANGES } },
  { "rectify",
    "extend",
    { N_ ("Another Deadline"), N_ ("E_xtend"), extend_rows, extend_item, CHANGES } },
  { "tolerance",
    "verify",
    { N_ ("Verify an Application"), N_ ("_Verify"), verify_rows, verify_application, CHANGES } },
  { "tolerance",
    "decide",
    { N_ ("Decide an Application"), N_ ("_Decide"), decide_rows, decide_application, CHANGES } },
};

const SzAskOrder *
sz_supervision_step (const char *kind, const char *verb)
{
  g_return_val_if_fail (kind != NULL && verb != NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (g_str_equal (steps[i].kind, kind) && g_str_equal (steps[i].verb, verb))
      return &steps[i].order;
  return NULL;
}
