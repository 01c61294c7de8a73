/* sz-view-kinship.h — related people and what the rules say of each pair 亲属关系 (RULE aud-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-kin.h"
#include "sz-office.h"

G_BEGIN_DECLS

/** SzKinPair: @a is the bytewise smaller party: a 工号, else an ID number or a name. */
typedef struct
{
  char *a;
  char *a_name;
  char *a_unit; /* department on the day, "" when none */
  char *a_duty; /* duties on the day, with the unit where it is another: "内设机构正职", "" for none
                 */
  char *b;
  char *b_name;
  char *b_unit;
  char *b_duty;
  const char *relation; /* the word of the first row */
  gboolean of_b;        /* it stood on the side of @b */
  const char *group;
  guint kinds; /* SzKinKinds: nothing for those out of service */
} SzKinPair;

/** sz_view_kinship: (transfer full) (element-type SzKinPair): by (a, b). */
GArray *sz_view_kinship (SzOffice *office, SzDate day, GError **error);

/** sz_kin_kind_word: "kin.superior" of one kind. */
const char *sz_kin_kind_word (SzKinKinds kind);

G_END_DECLS
