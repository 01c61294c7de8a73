/* sz-store-careers.h — people with everything that titles, assessment and appointment ask
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-career.h"
#include "sz-store.h"

G_BEGIN_DECLS

/** SzCareerParts: what a reader brings beside the register. */
typedef enum
{
  SZ_CAREER_SCHOOLING = 1 << 0,
  SZ_CAREER_CERTIFICATES = 1 << 1,
  SZ_CAREER_YEARLY_HOURS = 1 << 2,
  SZ_CAREER_TEACHING = 1 << 3,
  SZ_CAREER_FURTHER = 1 << 4,
  SZ_CAREER_PRACTICE = 1 << 5,
  SZ_CAREER_ACHIEVEMENTS = 1 << 6,
  SZ_CAREER_ROLES = 1 << 7,
  SZ_CAREER_LEAVES = 1 << 8,
  SZ_CAREER_DISCIPLINE = 1 << 9,
  SZ_CAREER_DUALS = 1 << 10,
  SZ_CAREER_SPECIALS = 1 << 11,
  SZ_CAREER_STUDENT_AFFAIRS = 1 << 12,
  SZ_CAREER_GRADES = 1 << 13,
  SZ_CAREER_FACTORS = 1 << 14,
  SZ_CAREER_PAPERS = 1 << 15,
  SZ_N_CAREER_PARTS = 16
} SzCareerParts;

#define SZ_CAREER_EVERYTHING ((1u << SZ_N_CAREER_PARTS) - 1)
/** What posts and appointments ask. */
#define SZ_CAREER_OF_POSTS                                                                         \
  (SZ_CAREER_DISCIPLINE | SZ_CAREER_DUALS | SZ_CAREER_SPECIALS | SZ_CAREER_STUDENT_AFFAIRS         \
   | SZ_CAREER_GRADES | SZ_CAREER_FACTORS | SZ_CAREER_PAPERS)

/** SzCareerFn: @career is borrowed for the call, its strings too; FALSE stops (with @error set: as
 *  an error). No writing inside. */
typedef gboolean (*SzCareerFn) (const SzCareer *career, gpointer user_data, GError **error);

/** sz_store_careers_each: everybody, bytewise by staff number, in one state of the database; memory
 *  flat, the time a person constant. */
gboolean sz_store_careers_each (
    SzStore *store, guint parts, SzCareerFn fn, gpointer user_data, GError **error);

/** sz_store_career_with: one person; @found: FALSE when there is nobody of this number. */
gboolean sz_store_career_with (SzStore *store,
                               guint parts,
                               const char *staff_no,
                               SzCareerFn fn,
                               gpointer user_data,
                               gboolean *found,
                               GError **error);

/** sz_store_covered: what the college as a whole has told (RULE ttl-9); free with
 *  sz_covered_free(). */
SzCovered *sz_store_covered (SzStore *store, GError **error);
void sz_covered_free (SzCovered *covered);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzCovered, sz_covered_free)

G_END_DECLS
