/* pay-fixture.h — a small computed pay run
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "store-fixture.h"
#include "sz-store-pay.h"

G_BEGIN_DECLS

/** A scheme with an allowance and two components, three people in and one out. */
typedef struct
{
  SzScheme *scheme;
  SzPayPerson people[4];
  SzPayInput input;
  SzPayLine lines[3];
  SzMoney fixed[3];
  SzPayShare shares[6];
  SzPayTerm terms[3];
  SzPaySum fixed_sum[1];
  SzPaySum component_sums[2];
  SzPayExcluded excluded[1];
  SzPayDepartmentSum departments[2];
  SzPayResult result;
} PayFixture;

void pay_fixture_init (PayFixture *pay);
void pay_fixture_clear (PayFixture *pay);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PayFixture, pay_fixture_clear)

/** pay_fixture_run: the caller's part of a head. */
SzPayRun pay_fixture_run (void);

G_END_DECLS
