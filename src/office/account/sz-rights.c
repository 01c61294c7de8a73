/* sz-rights.c — who may what: roles, and the one table of acts and readings (RULE acc-3)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-rights.h"

#include <string.h>

#include "sz-audit.h"
#include "sz-case-tables.h"
#include "sz-office-private.h"
#include "sz-session-private.h"
#include "sz-store-case.h"
#include "sz-store-open.h"
#include "sz-store-server.h"

#define P SZ_ROLE_PERSONNEL
#define F SZ_ROLE_FINANCE
#define L SZ_ROLE_LEADER
#define S SZ_ROLE_SUPERVISOR
#define A SZ_ROLE_ADMINISTRATOR
#define PF SZ_ROLE_OFFICES
#define PFLS SZ_ROLE_READERS
#define ALL SZ_ROLE_ALL

/* clang-format off */
static const SzRight rights[] = {
  /* People, posts, titles, recruitment */
  { "person.add", P },
  { "person.edit", P },
  { "person.delete", P },
  { "record.change", P },
  { "record.correct", P },
  { "service.set", P },
  { "erase", P },
  { "posts.plan", P },
  { "establishment.add", P },
  { "appoint.open", P },
  { "appoint.decide", P },
  { "appoint.withdraw", P },
  { "recruit.plan", P },
  { "recruit.review", P },
  { "recruit.move", P },
  { "recruit.withdraw", P },
  { "recruit.check", P },
  { "recruit.objection", P },
  { "recruit.answer", P },
  { "recruit.hire", P },
  { "recruit.approve", P },
  { "recruit.announce", P },
  { "recruit.screen", P },
  { "recruit.open-exam", P },
  { "recruit.finish-exam", P },
  { "recruit.publish", P },
  { "recruit.close", P },
  { "recruit.cancel", P },
  { "recruit.back", P },
  { "exam.check", P },
  { "exam.enter", P },
  { "exam.correct", P },
  { "exam.lock", P },
  { "title.batch.new", P },
  { "title.batch.open", P },
  { "title.batch.closed", P },
  { "title.batch.recommended", P },
  { "title.batch.announced", P },
  { "title.batch.reviewed", P },
  { "title.batch.published", P },
  { "title.batch.done", P },
  { "title.batch.back", P },
  { "title.recommend", P },
  { "title.meeting", P },
  { "title.result", P },
  { "title.score", P },
  { "title.object", P },
  { "title.appeal", P },
  { "title.confirm", P },
  { "title.attach", P },
  { "title.detach", P },
  { "title.standard.edit", P },
  { "title.standard.import", P },
  { "title.recuse", P },
  { "assess.grade", P },
  { "assess.begin", P },
  { "assess.announced", P },
  { "assess.confirmed", P },
  { "assess.draft", P },
  { "assess.back", P },
  { "import.departments", P },
  { "import.people", P },
  { "import.post-plan", P },
  { "import.leaves", P },
  { "import.kinship", P },
  { "import.establishment", P },
  { "import.positions", P },
  { "import.relaxations", P },
  { "import.applicants", P },
  { "import.honours", P },
  { "import.judges", P },
  { "import.scores", P },
  { "import.checks", P },
  { "import.decisions", P },
  { "import.staff-contracts", P },
  { "import.calendar", P },
  { "import.leaders", P },
  { "import.appointments", P },
  { "import.titles", P },
  { "import.education", P },
  { "import.certificates", P },
  { "import.yearly-hours", P },
  { "import.further-education", P },
  { "import.practice", P },
  { "import.achievements", P },
  { "import.discipline", P },
  { "import.dual-posts", P },
  { "import.special-posts", P },
  { "import.student-affairs", P },
  { "import.title-batch", P },
  { "import.title-evidence", P },
  { "import.panel", P },
  { "import.recusals", P },
  { "import.ballots", P },
  { "import.honour-list", P },
  /* Workload, part-time teachers */
  { "import.teaching", P },
  { "import.training", P },
  { "import.quotas", P },
  { "import.awards", P },
  { "import.roles", P },
  { "import.factors", P },
  { "import.timetable", P },
  { "import.parttime", P },
  { "import.parttime-teaching", P },
  { "parttime.open", P },
  { "parttime.sign", P },
  { "parttime.withdraw", P },
  { "parttime.change", P },
  { "parttime.renew", P },
  { "parttime.end", P },
  { "fees.keep", F },
  { "fees.delete", F },
  { "import.parttime-funds", F },
  /* Pay */
  { "pay.compute", PF },
  { "pay.recompute", PF },
  { "pay.split", PF },
  { "pay.split-sheets", PF },
  { "pay.adjust", PF },
  { "pay.undo", PF },
  { "pay.correct", PF },
  { "pay.rename", PF },
  { "pay.delete", PF },
  { "pay.withdraw", PF },
  { "pay.announce", PF },
  { "pay.reopen", PF },
  { "pay.objection", PF },
  { "pay.answer", PF },
  { "pay.review", PF },
  { "pay.approve", PF },
  { "pay.waive", PF },
  { "import.annual-pay", PF },
  { "import.salary", PF },
  { "import.talents", PF },
  { "pay.paid", F },
  { "pay.net", F },
  { "pay.collect", F },
  { "import.pay-ledger", F },
  { "import.advances", F },
  { "import.withholding", F },
  { "import.transfers", F },
  { "import.training-income", F },
  { "import.tax-status", F },
  { "import.bank-accounts", F },
  { "pay.bank", PF },
  /* Targets and registers */
  { "targets.set", P },
  { "year.new", P },
  { "import.targets", P },
  { "import.target-entries", P },
  { "import.trainees", P },
  { "import.majors", P },
  { "import.graduates", P },
  { "import.skill-due", P },
  { "import.skill-done", P },
  { "import.rotation-roster", P },
  { "import.rotations", P },
  { "import.contests", P },
  { "import.assessments", P },
  { "import.learn", PF },
  { "import.undo", PF },
  { "undo", P | F | S },
  /* Supervision */
  { "findings.scan", P | F | S },
  { "findings.answer", P | F | A },
  { "findings.answer.staff", P },
  { "findings.answer.posts", P },
  { "findings.answer.pay", PF },
  { "findings.answer.work", P },
  { "findings.answer.people", P },
  { "findings.answer.targets", P },
  { "findings.answer.rectify", P },
  { "findings.answer.data", A },
  { "findings.accept", S },
  { "findings.reopen", S },
  { "rectify.progress", PF },
  { "rectify.submit", PF },
  { "rectify.extend", PF },
  { "rectify.close", S },
  { "rectify.return", S },
  { "tolerance.decide", S },
  { "tolerance.verify", S },
  { "import.rectify", P | S },
  { "import.tolerance", P | S },
  /* Parameters: of pay and tax, and all others */
  { "param.set.pay", PF },
  { "param.set", P },
  /* What goes out, and what is looked at */
  { "export.form", PFLS },
  { "export.list", PFLS },
  { "export.meeting", PFLS },
  { "export.stats", PFLS },
  { "title.standard.export", PFLS },
  { "title.file.export", P | S },
  { "export.numbers", PF },
  { "people.reveal", P | F | S },
  { "people.reveal.list", PF },
  { "people.reveal.id_number", P | F | S },
  { "people.reveal.bank_account", P | F | S },
  { "people.reveal.phone", P },
  /* Hand-over, safety, accounts */
  { "key.trust", PF },
  { "package.make", PF },
  { "package.apply", PF },
  { "package.undo", PF },
  { "backup", P | F | A },
  { "restore", A },
  { "college.moved", A },
  { "account.add", A },
  { "account.close", A },
  { "account.unlock", A },
  { "account.role", A },
  { "account.password.other", A },
  { "verify.accept", S | A },
  { "verify.faulty", ALL },
  { "verify.sound", ALL },
  { "account.key", ALL },
  { "account.password", ALL },
  { "account.sign_in", ALL },
  { "account.recover", ALL },
  { "demo", P },
  { "demo.grade", P },
  { "demo.payment", P },
  /* Readings */
  { "read.people", PFLS },
  { "read.posts", PFLS },
  { "read.titles", PFLS },
  { "read.recruit", PFLS },
  { "read.workload", PFLS },
  { "read.parttime", PFLS },
  { "read.fees", PFLS },
  { "read.pay", PFLS },
  { "read.targets", PFLS },
  { "read.registers", PFLS },
  { "read.forms", PFLS },
  { "read.stats", PFLS },
  { "read.rectify", PFLS },
  { "read.tolerance", PFLS },
  { "read.tolerance.all", S },
  { "read.pay.computed", P | F | S },
  { "read.tax", P | F | S },
  { "read.journal", P | F | S },
  { "read.families", P | L | S },
  { "read.findings", ALL },
  { "read.findings.staff", P | L | S },
  { "read.findings.posts", P | L | S },
  { "read.findings.pay", PFLS },
  { "read.findings.work", P | L | S },
  { "read.findings.people", P | L | S },
  { "read.findings.targets", P | L | S },
  { "read.findings.rectify", P | L | S },
  { "read.findings.data", L | S | A },
  { "read.params", ALL },
  { "read.log", ALL },
  { "read.college", ALL },
  { "read.verify", ALL },
  { "read.keys", ALL },
  { "read.packages", PF },
  { "read.accounts", A },
  { NULL, SZ_ROLE_NONE },
};

/* clang-format on */

const SzRight *
sz_rights (void)
{
  return rights;
}

const SzRight *
sz_rights_find (const char *act)
{
  g_return_val_if_fail (act != NULL, NULL);

  for (gsize i = 0; rights[i].act != NULL; i++)
    if (strcmp (rights[i].act, act) == 0)
      return &rights[i];
  return NULL;
}

const char *
sz_rights_of_step (const char *kind, const char *verb)
{
  static const struct
  {
    const char *kind;
    const char *head;
  } heads[] = {
    { "appointment", "appoint" }, { "assess.year", "assess" },
    { "finding", "findings" },    { "engagement", "parttime" },
    { "pay.run", "pay" },         { "recruit.post", "recruit" },
    { "rectify", "rectify" },     { "title.round", "title.batch" },
    { "tolerance", "tolerance" },
  };
  const SzRight *right = NULL;

  g_return_val_if_fail (kind != NULL && verb != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    if (strcmp (heads[i].kind, kind) == 0)
      {
        g_autofree char *act
            = g_strconcat (heads[i].head, ".",
                           strcmp (kind, "pay.run") == 0 && strcmp (verb, "pay") == 0 ? "paid"
                                                                                      : verb,
                           NULL);

        right = sz_rights_find (act);
      }
  return right != NULL ? right->act : NULL;
}

/* As they are now: who was closed or lost a role meanwhile is stopped at once. */
static gboolean
read_roles (SzOffice *office, const SzSession *session, SzRoles *roles, GError **error)
{
  g_auto (SzAccountRow) row = { 0 };
  gboolean found = FALSE;

  if (!sz_store_account_get (sz_office_get_store (office), sz_session_get_account (session), &row,
                             &found, error))
    return FALSE;
  if (!found || strcmp (row.state, SZ_ACCOUNT_ACTIVE) != 0)
    return sz_error_set (error, SZ_ERROR_REFUSED, "account.closed", "login",
                         sz_session_get_login (session), NULL);
  return sz_roles_parse (row.roles, roles)
         || sz_error_set (error, SZ_ERROR_CORRUPT, "db.bad_value", "table", "accounts", "column",
                          "roles", "value", row.roles, NULL);
}

/* RULE acc-3 ³: what on a server only a member of its owner may, who need not have an account. */
static gboolean
is_for_owner (SzStore *store, const char *act)
{
  static const char *const acts[] = { "backup", "college.moved", NULL };

  return g_strv_contains (acts, act) && !sz_store_is_file (sz_store_get_path (store));
}

static gboolean
allow_owner (SzStore *store, const char *act, GError **error)
{
  gboolean owned = FALSE;

  if (!sz_store_owned (store, &owned, error))
    return FALSE;
  return owned
         || sz_error_set (error, SZ_ERROR_REFUSED, "role.denied", "role", "shizi_owner", "act", act,
                          NULL);
}

/* RULE acc-3 */
gboolean
sz_office_allow (SzOffice *office, const char *act, GError **error)
{
  const SzRight *right = sz_rights_find (act);
  SzRoles roles = SZ_ROLE_NONE;
  g_autofree char *held = NULL;
  gboolean accounts = FALSE;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && act != NULL, FALSE);

  if (!sz_office_has_accounts (office, &accounts, error))
    return FALSE;
  if (!accounts)
    return TRUE;
  if (right == NULL)
    g_critical ("the act %s has no line in the table of rights", act);
  if (is_for_owner (sz_office_get_store (office), act))
    return allow_owner (sz_office_get_store (office), act, error);
  if (sz_office_get_session (office) == NULL)
    return sz_error_set (error, SZ_ERROR_REFUSED, "account.sign_in", NULL);
  if (!read_roles (office, sz_office_get_session (office), &roles, error))
    return FALSE;
  if (right != NULL && (roles & right->roles) != 0)
    return TRUE;
  held = sz_roles_dup_words (roles);
  return sz_error_set (error, SZ_ERROR_REFUSED, "role.denied", "role", held, "act", act, NULL);
}

gboolean
sz_office_allow_undo (SzOffice *office, const char *act_id, GError **error)
{
  g_autofree char *kind = NULL;
  g_autofree char *summary = NULL;
  json_t *object;
  const char *right;
  gboolean allowed;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && act_id != NULL, FALSE);

  if (!sz_audit_find_act (sz_office_get_store (office), act_id, &kind, &summary, error))
    return FALSE;
  if (kind == NULL)
    return TRUE;
  object = json_loads (summary, 0, NULL);
  right = json_string_value (json_object_get (object, "right"));
  allowed = sz_office_allow (office, right != NULL ? right : kind, error);
  json_decref (object);
  return allowed;
}

gboolean
sz_office_require (SzOffice *office, const char *act, GError **error)
{
  g_autoptr (GError) reason = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && act != NULL, FALSE);

  if (sz_office_allow (office, act, &reason))
    return TRUE;
  if (g_error_matches (reason, SZ_ERROR, SZ_ERROR_REFUSED))
    sz_office_refuse (office, act, NULL, NULL, reason, NULL);
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/* Who reads what has not been reviewed is asked first: most may, and no case must be loaded. */
gboolean
sz_office_allow_run (SzOffice *office, gint64 run, GError **error)
{
  g_autoptr (SzCaseFile) file = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office), FALSE);

  if (sz_office_allow (office, "read.pay.computed", NULL))
    return TRUE;
  file = sz_store_case_load (sz_office_get_store (office), sz_case_pay_run.kind, run, error);
  if (file == NULL)
    return FALSE;
  return sz_office_require (office,
                            *file->head.state == '\0' || g_str_equal (file->head.state, "computed")
                                ? "read.pay.computed"
                                : "read.pay",
                            error);
}
