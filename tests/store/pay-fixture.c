/* pay-fixture.c — a small computed pay run
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "pay-fixture.h"

static void
fill_scheme (PayFixture *pay)
{
  SzFixed fixed = { g_strdup ("班主任津贴"), g_strdup ("班主任"), 360000 };
  SzComponent part = { 0 };

  pay->scheme = sz_scheme_new ();
  g_array_append_val (pay->scheme->fixed, fixed);
  for (guint i = 0; i < 2; i++)
    {
      part.name = g_strdup (i == 0 ? "培训倾斜" : "常规");
      part.factors = g_array_new (FALSE, FALSE, sizeof (SzFactor));
      part.filter.full_time = -1;
      g_array_append_val (pay->scheme->components, part);
    }
}

static void
fill_people (PayFixture *pay)
{
  static const char *const staff_nos[] = { "00001", "00002", "00003", "00004" };
  static const char *const names[] = { "张1", "张2", "张3", "张4" };

  for (guint i = 0; i < 4; i++)
    pay->people[i]
        = (SzPayPerson){ .person_id = i + 1, .staff_no = staff_nos[i], .name = names[i] };
  pay->input.people = pay->people;
  pay->input.n_people = 4;
}

/* The second is out; the third has no allowance and is not admitted to the first component. */
static void
fill_lines (PayFixture *pay)
{
  static const guint index[] = { 0, 2, 3 };

  pay->terms[0] = (SzPayTerm){ 0, 0, SZ_PAY_SOURCE_BAND, 13000, 10000 };
  pay->terms[1] = (SzPayTerm){ 1, 0, SZ_PAY_SOURCE_RECORD, 7, 12 };
  pay->terms[2] = (SzPayTerm){ 0, 1, SZ_PAY_SOURCE_LEVEL, -1, 3 };
  for (guint i = 0; i < 3; i++)
    {
      pay->fixed[i] = i == 1 ? -1 : 360000;
      pay->shares[2 * i] = (SzPayShare){ .admitted = i != 1 };
      pay->shares[2 * i + 1] = (SzPayShare){ .admitted = TRUE,
                                             .points_x1e6 = 1000000 + (gint64)i,
                                             .amount_fen = 3333 + (i == 0),
                                             .remainder_fen = i == 0,
                                             .first_term = i,
                                             .n_terms = 1 };
      pay->lines[i] = (SzPayLine){ .index = index[i],
                                   .department = i == 2 ? "信息系" : "机械系",
                                   .post = 208,
                                   .n_stretches = 1,
                                   .months = 12,
                                   .fixed_fen = &pay->fixed[i],
                                   .shares = &pay->shares[2 * i],
                                   .before_fen = 363333,
                                   .ceiling_fen = i == 0 ? -33 : 33,
                                   .total_fen = 363333 };
    }
  pay->excluded[0] = (SzPayExcluded){ 1, SZ_PAY_OUT_EMPLOYMENT };
}

void
pay_fixture_init (PayFixture *pay)
{
  fill_scheme (pay);
  fill_people (pay);
  fill_lines (pay);
  pay->fixed_sum[0] = (SzPaySum){ 720000, 0, 2 };
  pay->component_sums[0] = (SzPaySum){ 0, 0, 2 };
  pay->component_sums[1] = (SzPaySum){ 10000, 3000003, 3 };
  pay->departments[0] = (SzPayDepartmentSum){ "信息系", 1, 363333 };
  pay->departments[1] = (SzPayDepartmentSum){ "机械系", 2, 726666 };
  pay->result = (SzPayResult){ .period_months = 12,
                               .pool_fen = 1090000,
                               .reserve_fen = 1,
                               .reserve_planned_fen = 2,
                               .unplaced_fen = 3,
                               .ceiling_limit_fen = 4,
                               .floor_limit_fen = 5,
                               .fixed = pay->fixed_sum,
                               .components = pay->component_sums,
                               .lines = pay->lines,
                               .n_lines = 3,
                               .excluded = pay->excluded,
                               .n_excluded = 1,
                               .departments = pay->departments,
                               .n_departments = 2,
                               .terms = pay->terms,
                               .n_terms = 3,
                               .total_fen = 1089999 };
}

void
pay_fixture_clear (PayFixture *pay)
{
  g_clear_pointer (&pay->scheme, sz_scheme_free);
}

SzPayRun
pay_fixture_run (void)
{
  return (SzPayRun){ .name = g_strdup ("2025年度"),
                     .from = 20250101,
                     .to = 20251231,
                     .scheme = g_strdup ("{\"name\":\"2025年度\"}"),
                     .parameters = g_strdup ("[]"),
                     .inputs_hash = g_strdup ("ab") };
}
