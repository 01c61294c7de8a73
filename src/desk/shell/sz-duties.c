/* sz-duties.c — the duties of the sidebar, in the order of the year
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-duties.h"

#include <glib/gi18n.h>

#include "sz-establishment-page.h"
#include "sz-forms-page.h"
#include "sz-leave-page.h"
#include "sz-overview-page.h"
#include "sz-params-page.h"
#include "sz-parttime-page.h"
#include "sz-pay-page.h"
#include "sz-pay-year-page.h"
#include "sz-people-page.h"
#include "sz-recruit-page.h"
#include "sz-register-page.h"
#include "sz-stats-page.h"
#include "sz-supervision-page.h"
#include "sz-targets-page.h"
#include "sz-titles-page.h"
#include "sz-workload-page.h"

/* clang-format off */
static const SzDuty duties[] = {
  { "overview", N_ ("Overview"), "view-grid-symbolic", sz_overview_page_get_type, '0', "read.findings" },
  { "people", N_ ("People"), "system-users-symbolic", sz_people_page_get_type, '1', "read.people" },
  { "stats", N_ ("Statistics"), "document-properties-symbolic", sz_stats_page_get_type, '9', "read.stats", "people" },
  { "establishment", N_ ("Establishment"), "x-office-spreadsheet-symbolic",
    sz_establishment_page_get_type, 0, "read.posts" },
  { "recruit", N_ ("Recruitment"), "contact-new-symbolic", sz_recruit_page_get_type, '-', "read.recruit" },
  { "parttime", N_ ("Part-Time Teachers"), "avatar-default-symbolic", sz_parttime_page_get_type, 0, "read.parttime" },
  { "titles", N_ ("Posts and Titles"), "starred-symbolic", sz_titles_page_get_type, 0, "read.titles" },
  { "workload", N_ ("Workload"), "x-office-calendar-symbolic", sz_workload_page_get_type, '2', "read.workload" },
  { "pay", N_ ("Performance Pay"), "accessories-calculator-symbolic", sz_pay_page_get_type, '3', "read.pay" },
  { "pay-year", N_ ("Year's Total"), "power-profile-balanced-symbolic", sz_pay_year_page_get_type, 0, "read.pay" },
  { "leave", N_ ("Leave"), "appointment-new-symbolic", sz_leave_page_get_type, 0, "read.people" },
  { "targets", N_ ("Targets"), "find-location-symbolic", sz_targets_page_get_type, '7', "read.targets" },
  { "forms", N_ ("Forms"), "printer-symbolic", sz_forms_page_get_type, '4', "read.forms" },
  { "params", N_ ("Parameters"), "preferences-system-symbolic", sz_params_page_get_type, '5', "read.params" },
  { "registers", N_ ("Registers"), "view-list-symbolic", sz_register_page_get_type, '6', "read.registers" },
  { "supervision", N_ ("Supervision"), "system-search-symbolic", sz_supervision_page_get_type, '8', "read.findings" },
  { NULL },
};
/* clang-format on */

const SzDuty *
sz_duties (void)
{
  return duties;
}
