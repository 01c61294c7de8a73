/* sz-kin.h — relations between people 亲属关系 and when they may not work so (RULE aud-4)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-codes-watch.h"
#include "sz-posts.h"

G_BEGIN_DECLS

/** SzRelation: 关系: the relative is the person's …; index into the table of relations. */
typedef int SzRelation;

#define SZ_RELATION_NONE (-1)

/** sz_relation_count, sz_relation_name: the words of the contract in their order. */
guint sz_relation_count (void);
const char *sz_relation_name (SzRelation relation);
/** sz_relation_find: by its word; SZ_RELATION_NONE when it is none. */
SzRelation sz_relation_find (const char *name);
/** sz_relation_group: 夫妻, 直系血亲, 三代以内旁系血亲, 近姻亲, 其他亲属. */
const char *sz_relation_group (SzRelation relation);
/** sz_relation_is_opposite: whether b's word for a can be @other where a's for b is @relation. */
gboolean sz_relation_is_opposite (SzRelation relation, SzRelation other);

/**
 * sz_relation_agrees: whether two rows about one pair say the same.
 * @same_side: both are read from the same person
 */
gboolean sz_relation_agrees (SzRelation relation, SzRelation other, gboolean same_side);

/** SzKinDuty: a duty that holds on the day; strings borrowed. */
typedef struct
{
  SzDuty duty;
  const char *unit;     /* 部门, else the holder's department */
  const char *function; /* 职能 of the unit: code, "" for none */
} SzKinDuty;

/** SzKinParty: one side of a pair, as of the day. */
typedef struct
{
  const SzKinDuty *duties;
  gsize n_duties;
  const char *department; /* (nullable) */
  const char *function;   /* 职能 of the department: code, "" for none */
  SzPost post;
} SzKinParty;

/** SzKinRules: watch.key_units, and what each leader is in charge of. */
typedef struct
{
  const char *const *key_units; /* codes, ended by NULL */
  const GPtrArray *charges;     /* of GStrv: the 分管部门 of one leader each */
} SzKinRules;

typedef enum
{
  SZ_KIN_KEY_UNIT = 1 << 0,
  SZ_KIN_SAME_LEADER = 1 << 1,
  SZ_KIN_SUPERIOR = 1 << 2,
} SzKinKinds;

/** sz_kin_judge: all that is to be said of two related people in service. */
SzKinKinds sz_kin_judge (const SzKinRules *rules, const SzKinParty *a, const SzKinParty *b);

/** sz_kin_split_units: (transfer full): 分管部门, parted by 、 ， or , */
GStrv sz_kin_split_units (const char *text);

G_END_DECLS
