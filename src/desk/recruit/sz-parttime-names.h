/* sz-parttime-names.h — the names of the lists of part-time teachers, by which links lead to them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#define SZ_PARTTIME_CONTRACTS "parttime-contracts"
#define SZ_PARTTIME_QUOTA "parttime-quota"
#define SZ_PARTTIME_FEES "parttime-fees"
#define SZ_PARTTIME_FUNDS "parttime-funds"
