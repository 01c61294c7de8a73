/* sz-recruit-book.h — a plan of recruitment, read and worked out (RULE rec-1 … rec-8, rec-15 …
 * rec-22)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-exam.h"
#include "sz-office.h"
#include "sz-recruit-rows.h"
#include "sz-recruit-rules.h"
#include "sz-selection.h"

G_BEGIN_DECLS

typedef struct _SzRecruitPost SzRecruitPost;

/** SzRecruitPerson: an applicant. All but the first member is borrowed or worked out. */
typedef struct
{
  const SzApplicantRow *row;
  SzRecruitPost *post; /* (nullable): where the applicant is now */
  SzScreening screening;
  SzScreenState screened; /* after the decision of the office */
  gboolean overridden;
  GPtrArray *scores;             /* of const SzScoreRow *, all components */
  const SzCheckRow *check;       /* (nullable) */
  const SzDecisionRow *decision; /* (nullable) */
  const SzHireRow *hire;         /* (nullable) */
  gboolean upheld;               /* an objection was 成立 */
  gboolean objected;             /* one is open */
  SzExamEntry *entry;            /* (nullable): one of the n of rec-1 */
  SzCandidate *candidate;        /* (nullable): ranked, or decided upon */
} SzRecruitPerson;

/** SzRecruitPost: a post with its people, by ticket. */
struct _SzRecruitPost
{
  const SzPositionRow *row;
  gpointer file; /* private: the SzCaseFile */
  const char *state;
  SzExamPlan plan;
  GPtrArray *people; /* of SzRecruitPerson *, those who are here now */
  guint registered;  /* with those who moved away */
  guint qualified;   /* n of rec-1 */
  guint undecided;
  gint64 places; /* p' */
  gboolean cancelled;
  GArray *entries;     /* of SzExamEntry */
  GPtrArray *entrants; /* of SzRecruitPerson *, one an entry */
  guint *order;        /* indexes of entries: ranked first */
  SzExamSummary summary;
  GArray *candidates; /* of SzCandidate */
  GPtrArray *called;  /* of SzRecruitPerson *, one a candidate */
  SzSelection selection;
  gboolean post_objected; /* an open objection about the post */
  guint hired;
};

/** SzRecruitBook: everything of a plan at one moment. */
typedef struct
{
  SzPlanRow plan;
  SzRecruitRules *rules; /* of the cut-off day */
  GPtrArray *posts;      /* of SzRecruitPost *, by code */
  GPtrArray *people;     /* of SzRecruitPerson *, by post now, ticket */
  GArray *judges;        /* of SzJudgeRow */
  GArray *honours;       /* of SzHonourRow */
  GArray *relaxations;   /* of SzRelaxationRow */
  GArray *locks;         /* of SzScoreLockRow */
  GArray *objections;    /* of SzObjectionRow */
  /* private */
  GPtrArray *rows; /* GArrays that the rest borrows from */
} SzRecruitBook;

/** sz_recruit_book_load: (transfer full): "plan.unknown" (plan) when there is none. Inside an act
 *  it is what the act sees. */
SzRecruitBook *sz_recruit_book_load (SzOffice *office, const char *plan, GError **error);
void sz_recruit_book_free (SzRecruitBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SzRecruitBook, sz_recruit_book_free)

/** sz_recruit_book_post: (nullable): by its code; sz_recruit_book_need_post: with the error
 *  "position.unknown" (plan, post). */
SzRecruitPost *sz_recruit_book_post (const SzRecruitBook *book, const char *code);
SzRecruitPost *
sz_recruit_book_need_post (const SzRecruitBook *book, const char *code, GError **error);
/** sz_recruit_book_need_person: by ticket, at @post unless that is NULL: "applicant.unknown" (plan,
 *  ticket). */
SzRecruitPerson *sz_recruit_book_need_person (const SzRecruitBook *book,
                                              const char *post,
                                              const char *ticket,
                                              GError **error);
/** sz_recruit_person_state: RULE rec-20: "hired" … "review". */
const char *sz_recruit_person_state (const SzRecruitPerson *person);
/** sz_recruit_post_locked: whether the scores of @component are locked (RULE rec-19). */
gboolean sz_recruit_post_locked (const SzRecruitBook *book,
                                 const SzRecruitPost *post,
                                 const char *component);
/** sz_recruit_judges: how many mark the post: the highest number of its judges, else of those for
 *  all posts, else recruit.judges_min. */
guint sz_recruit_judges (const SzRecruitBook *book, const SzRecruitPost *post);
/** sz_recruit_post_notice: the notice that runs, or ran, in the state of the post: of announced and
 *  of publicity. */
gboolean sz_recruit_post_notice (const SzRecruitPost *post, SzRecruitNotice *notice);
/** SzPostNotice: @announced: of the announcement, else of a publicity. */
typedef struct
{
  SzRecruitNotice notice;
  gboolean announced;
} SzPostNotice;

/** sz_recruit_post_notices: (transfer full) (element-type SzPostNotice): all that count, in their
 *  order. */
GArray *sz_recruit_post_notices (const SzRecruitPost *post);
/** sz_recruit_post_since: the day of its last step; none before the first. */
SzDate sz_recruit_post_since (const SzRecruitPost *post);
/** sz_recruit_person_notice: of the publicity in which the person was first named. */
gboolean sz_recruit_person_notice (const SzRecruitPerson *person, SzRecruitNotice *notice);
/** sz_recruit_marks: the marks of one component, of all its items; FALSE when there are none. */
gboolean sz_recruit_marks (const SzRecruitPerson *person,
                           const SzExamPlan *plan,
                           const char *component,
                           SzMarks *marks);
/** sz_recruit_score: one component of a person (RULE rec-2). */
SzScore
sz_recruit_score (const SzRecruitPerson *person, const SzExamPlan *plan, const char *component);
/** sz_recruit_cells: the cells of a post that rec-15 reads. */
void sz_recruit_cells (const SzPositionRow *row, SzPositionCells *cells);
/** sz_recruit_requirements: the cells of a post that rec-16 reads, with the rules; without
 *  relaxations. */
void sz_recruit_requirements (const SzPositionRow *row,
                              const SzRecruitRules *rules,
                              SzDate cutoff,
                              SzRequirements *requirements);
/** sz_recruit_screen: how the applicant would stand at @post. */
void sz_recruit_screen (const SzRecruitBook *book,
                        const SzRecruitPerson *person,
                        const SzRecruitPost *post,
                        SzScreening *screening);

G_END_DECLS
