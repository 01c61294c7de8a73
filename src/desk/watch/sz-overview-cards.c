/* sz-overview-cards.c — what the cards of the overview say (RULE aud-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-overview-cards.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sz-case-tables.h"
#include "sz-decimal.h"
#include "sz-establishment-book.h"
#include "sz-parttime-view.h"
#include "sz-whereabouts.h"
#include "sz-recruit-desk.h"
#include "sz-view-due.h"
#include "sz-view-findings.h"
#include "sz-view-overview.h"
#include "sz-view-stats.h"
#include "sz-view-targets.h"

/* As many lines as a card of a window of 1366 × 768 takes. */
#define DUE_LINES 7
#define FINDING_LINES 3
#define YEAR_MONTHS 12

static void
free_line (gpointer data)
{
  SzCardLine *line = data;

  g_free (line->label);
  g_free (line->text);
  g_free (line->place);
  g_free (line->said);
  g_free (line);
}

void
sz_card_face_free (SzCardFace *face)
{
  if (face == NULL)
    return;
  g_free (face->figure);
  g_ptr_array_unref (face->lines);
  g_free (face);
}

static SzCardFace *
make_face (void)
{
  SzCardFace *face = g_new0 (SzCardFace, 1);

  face->figure = g_strdup ("");
  face->lines = g_ptr_array_new_with_free_func (free_line);
  return face;
}

/* Takes @text. */
static SzCardLine *
add_line (SzCardFace *face, const char *label, char *text, gint64 share_x1e4)
{
  SzCardLine *line = g_new0 (SzCardLine, 1);

  line->label = g_strdup (label);
  line->text = text;
  line->share_x1e4 = share_x1e4;
  g_ptr_array_add (face->lines, line);
  return line;
}

static void
take_figure (SzCardFace *face, char *figure)
{
  g_free (face->figure);
  face->figure = figure;
}

/* Of what is allowed or wanted, for a bar. */
static gint64
find_share (gint64 part, gint64 whole)
{
  return whole > 0 ? CLAMP (part, 0, whole) * SZ_RATIO_ONE / whole : 0;
}

static const char *
find_style (gboolean over)
{
  return over ? "error" : NULL;
}

/* ---- part-time teachers ---- */

static char *
write_part (const char *part, gint64 whole)
{
  g_autofree char *all = sz_decimal_format_grouped (whole, 0);

  /* TRANSLATORS: 3.25 of 9 */
  return g_strdup_printf (_ ("%s of %s"), part, all);
}

static char *
write_quota (const SzQuotaDay *day)
{
  g_autofree char *used = sz_decimal_format (day->used_x1e4, SZ_RATIO_DECIMALS);

  return write_part (used, day->limit.limit);
}

static SzCardFace *
read_quota (SzOffice *office, SzDate day, GError **error)
{
  g_autoptr (SzOverview) overview = sz_view_overview (office, day, SZ_OVERVIEW_QUOTA, error);
  g_autoptr (SzParttimeBook) book = NULL;
  g_autoptr (GPtrArray) due = NULL;
  g_autofree char *ending = NULL;
  int days = 0;
  SzCardFace *face;
  g_autofree char *date = NULL;
  const SzQuotaDay *quota;
  const SzQuotaDay *worst;

  if (overview == NULL)
    return NULL;
  book = sz_parttime_book_load (office, error);
  due = book != NULL ? sz_parttime_due_list (office, book, day, -1, &days, error) : NULL;
  if (due == NULL)
    return NULL;
  face = make_face ();
  quota = &overview->quota;
  worst = &overview->worst;
  if (quota->limit.limit == 0 && quota->used_x1e4 == 0)
    {
      face->missing = _ ("Import the roster and the part-time contracts to see the quota.");
      return face;
    }
  take_figure (face, write_quota (quota));
  face->has_gauge = TRUE;
  face->gauge_x1e4 = find_share (quota->used_x1e4, (gint64)quota->limit.limit * SZ_RATIO_ONE);
  face->over = quota->available_x1e4 < 0;
  date = sz_date_format (worst->date);
  add_line (face, _ ("Worst day ahead"), g_strdup (date), -1);
  add_line (face, "", write_quota (worst),
            find_share (worst->used_x1e4, (gint64)worst->limit.limit * SZ_RATIO_ONE))
      ->style
      = find_style (worst->available_x1e4 < 0);
  ((SzCardLine *)g_ptr_array_index (face->lines, face->lines->len - 2))->place
      = g_strconcat ("parttime@", date, NULL);
  ending = g_strdup_printf (_ ("Contracts ending within %d days"), days);
  add_line (face, ending, g_strdup_printf ("%u", due->len), -1)->place
      = g_strdup ("parttime:parttime-contracts");
  return face;
}

/* ---- the establishment ---- */

static char *
write_count (gint64 count)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, count);
}

static void
add_vacant (SzCardFace *face, const char *label, const SzLedgerBalance *balance)
{
  SzCardLine *line
      = add_line (face, label, write_count (balance->over > 0 ? -balance->over : balance->vacant),
                  -1);

  line->style = find_style (balance->over > 0);
  line->place = g_strdup ("establishment:establishment-forecast");
}

/* A number of the bar of the establishment, and the list behind it. */
static void
add_part (SzCardFace *face, const char *label, gint64 count, gint64 share_x1e4, const char *list)
{
  add_line (face, label, write_count (count), share_x1e4)->place
      = g_strconcat ("establishment:", list, NULL);
}

static SzCardFace *
read_establishment (SzOffice *office, SzDate day, GError **error)
{
  g_autoptr (SzEstablishmentBook) book = sz_establishment_book_load (office, error);
  g_autoptr (SzForecast) forecast = NULL;
  SzLedgerBalance balance;
  SzCardFace *face;

  if (book == NULL)
    return NULL;
  forecast = sz_establishment_forecast (office, sz_date_month (day), YEAR_MONTHS, error);
  if (forecast == NULL)
    return NULL;
  face = make_face ();
  sz_establishment_balance (book, day, &balance);
  if (balance.approved == 0 && balance.occupied == 0)
    {
      face->missing = _ ("Add the approved number, or import the ledger of the establishment.");
      return face;
    }
  take_figure (face, g_strdup_printf (_ ("%d vacant"), (int)balance.vacant));
  add_part (face, _ ("Approved"), balance.approved, -1, "establishment-ledger");
  add_part (face, _ ("Frozen"), balance.frozen, -1, "establishment-ledger");
  add_part (face, _ ("Occupied"), balance.occupied, find_share (balance.occupied, balance.approved),
            "establishment-people");
  add_part (face, _ ("Reserved"), balance.reserved, -1, "establishment-posts");
  add_vacant (face, _ ("Vacant now"), &balance);
  add_vacant (face, _ ("Vacant in twelve months"),
              &g_array_index (forecast->months, SzForecastMonth, YEAR_MONTHS - 1).balance);
  return face;
}

/* ---- recruitment ---- */

/* How many posts are in @state, which is the first of them, and which of their notices ends first.
 */
static guint
count_state (const SzRecruitDesk *desk, const char *state, const char **first, SzDate *next)
{
  guint n = 0;

  *first = NULL;
  *next = SZ_DATE_NONE;
  for (guint i = 0; i < desk->book->posts->len; i++)
    {
      const SzRecruitPost *post = g_ptr_array_index (desk->book->posts, i);
      const SzRecruitCard *card = &g_array_index (desk->cards, SzRecruitCard, i);

      if (strcmp (post->state, state) != 0)
        continue;
      if (n++ == 0)
        *first = post->row->code;
      if (card->days_left > 0 && (*next == SZ_DATE_NONE || card->notice.to < *next))
        *next = card->notice.to;
    }
  return n;
}

static SzCardFace *
read_recruit (SzOffice *office, SzDate day, GError **error)
{
  g_autoptr (SzRecruitDesk) desk = sz_recruit_desk_open (office, NULL, day, error);
  SzCardFace *face;
  SzCardLine *line;
  guint running = 0;
  guint risks = 0;

  if (desk == NULL)
    return NULL;
  face = make_face ();
  if (desk->book == NULL)
    {
      face->missing = _ ("Import the table of posts to see how the recruitment stands.");
      return face;
    }
  for (guint i = 0; i < sz_case_recruit_post.n_states; i++)
    {
      const SzCaseState *state = &sz_case_recruit_post.states[i];
      const char *first;
      SzDate next;
      const guint n = count_state (desk, state->id, &first, &next);
      g_autofree char *until = next != SZ_DATE_NONE ? sz_date_format (next) : NULL;

      if (n > 0)
        add_line (face, state->name,
                  until != NULL ? g_strdup_printf (_ ("%u, until %s"), n, until)
                                : g_strdup_printf ("%u", n),
                  -1)
            ->place
            = n == 1 ? g_strdup_printf ("recruit?%s %s", desk->book->plan.code, first)
                     : g_strdup ("recruit");
    }
  for (guint i = 0; i < desk->cards->len; i++)
    {
      running += g_array_index (desk->cards, SzRecruitCard, i).days_left > 0 ? 1 : 0;
      risks += g_array_index (desk->cards, SzRecruitCard, i).risks;
    }
  take_figure (face, g_strdup_printf (_ ("%u posts"), desk->book->posts->len));
  add_line (face, _ ("Notices running"), g_strdup_printf ("%u", running), -1)->place
      = g_strdup ("recruit");
  line = add_line (face, _ ("Findings of its posts"), g_strdup_printf ("%u", risks), -1);
  line->style = find_style (risks > 0);
  line->place = g_strdup ("supervision:findings");
  return face;
}

/* ---- posts ---- */

static SzCardFace *
read_posts (SzOffice *office, SzDate day, GError **error)
{
  g_autoptr (SzOverview) overview = sz_view_overview (office, day, SZ_OVERVIEW_POSTS, error);
  SzCardFace *face;
  gint64 approved = 0;
  gint64 occupied = 0;

  if (overview == NULL)
    return NULL;
  face = make_face ();
  for (guint i = 0; i < overview->bands->len; i++)
    {
      const SzOverviewBand *band = &g_array_index (overview->bands, SzOverviewBand, i);

      approved += band->approved;
      occupied += band->occupied;
      add_line (face, band->band,
                g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, band->occupied,
                                 band->approved),
                find_share (band->occupied, band->approved))
          ->style
          = find_style (band->occupied > band->approved);
    }
  if (approved == 0)
    face->missing = _ ("Import the approved posts to see what is vacant.");
  else
    {
      g_autofree char *taken = sz_decimal_format_grouped (occupied, 0);

      take_figure (face, write_part (taken, approved));
    }
  return face;
}

/* ---- targets ---- */

/* Of the states that say something about a value. */
static const char *
find_mark (SzTargetState state)
{
  return state == SZ_TARGET_MET                                  ? " ✓"
         : state == SZ_TARGET_BEHIND                             ? " ▼"
         : state == SZ_TARGET_BELOW || state == SZ_TARGET_MISSED ? " ✗"
                                                                 : "";
}

static SzCardFace *
read_targets (SzOffice *office, SzDate day, GError **error)
{
  g_autoptr (SzTargetsView) view = sz_view_targets (office, sz_date_year (day), day, error);
  SzCardFace *face;
  guint known = 0;
  guint met = 0;

  if (view == NULL)
    return NULL;
  face = make_face ();
  for (guint i = 0; i < view->lines->len; i++)
    {
      const SzTargetLine *line = &g_array_index (view->lines, SzTargetLine, i);
      const SzTargetFigures *figures = &line->figures;
      SzCardLine *shown;
      g_autofree char *value = sz_decimal_format_grouped (figures->reading.value, 0);
      g_autofree char *needed = sz_decimal_format_grouped (figures->needed, 0);
      const char *state = sz_target_state_name (figures->state);
      const char *of = figures->has_needed ? needed : "—";
      char *text = figures->reading.known
                       ? g_strdup_printf ("%s/%s%s", value, of, find_mark (figures->state))
                       : g_strdup (state);

      known += figures->reading.known ? 1 : 0;
      met += figures->state == SZ_TARGET_MET ? 1 : 0;
      shown = add_line (face, line->indicator->indicator.name, text,
                        figures->reading.known && figures->has_needed
                            ? find_share (figures->reading.value, figures->needed)
                            : -1);
      shown->style
          = find_style (figures->state == SZ_TARGET_MISSED || figures->state == SZ_TARGET_BEHIND
                        || figures->state == SZ_TARGET_BELOW);
      shown->place = g_strdup_printf ("targets:targets#%u", i + 1);
      if (figures->reading.known)
        shown->said
            = g_strdup_printf ("%s %s/%s %s", line->indicator->indicator.name, value, of, state);
    }
  if (known == 0)
    face->missing = _ ("Import the targets of the year and the registers that reach them.");
  else
    take_figure (face, g_strdup_printf (_ ("%u of %u met"), met, view->lines->len));
  return face;
}

/* ---- pay ---- */

static SzCardFace *
read_pay (SzOffice *office, SzDate day, GError **error)
{
  g_autoptr (SzOverview) overview = sz_view_overview (office, day, SZ_OVERVIEW_PAY, error);
  SzCardFace *face;
  g_autofree char *cap = NULL;

  if (overview == NULL)
    return NULL;
  face = make_face ();
  if (!overview->has_pay)
    {
      face->missing = _ ("Import the ledger or compute a pay run to see the total of the year.");
      return face;
    }
  take_figure (face, sz_money_format_grouped (overview->r_fen));
  cap = sz_money_format_grouped (overview->cap_fen);
  add_line (face, _ ("Regular pay of the approved total"),
            overview->has_cap ? g_strdup (cap) : g_strdup ("—"),
            overview->has_cap ? find_share (overview->r_fen, overview->cap_fen) : -1)
      ->style
      = find_style (overview->has_cap && !overview->within_cap);
  for (guint i = 0; i < sz_case_pay_run.n_states; i++)
    {
      const SzCaseState *state = &sz_case_pay_run.states[i];
      const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (overview->runs, state->id));

      if (n > 0)
        add_line (face, state->name, g_strdup_printf ("%u", n), -1);
    }
  return face;
}

/* ---- people ---- */

static SzCardFace *
read_people (SzOffice *office, SzDate day, GError **error)
{
  const SzStatsScope scope = { day, NULL, SZ_STATS_EMPLOYMENTS };
  g_autoptr (SzOverview) overview
      = sz_view_overview (office, day, SZ_OVERVIEW_PEOPLE | SZ_OVERVIEW_QUOTA, error);
  g_autoptr (SzStats) stats = overview != NULL ? sz_view_stats (office, &scope, error) : NULL;
  SzCardFace *face;

  if (stats == NULL)
    return NULL;
  face = make_face ();
  if (overview->in_service == 0)
    {
      face->missing = _ ("Import the roster of the college.");
      return face;
    }
  take_figure (face, g_strdup_printf (_ ("%u in service"), overview->in_service));
  add_line (face, _ ("Full-time teachers"),
            g_strdup_printf ("%" G_GINT64_FORMAT, overview->full_time), -1);
  for (guint i = 0; i < stats->tables[SZ_STATS_AGE]->len; i++)
    {
      const SzStatsRow *row = &g_array_index (stats->tables[SZ_STATS_AGE], SzStatsRow, i);

      add_line (face, row->label, g_strdup_printf ("%" G_GINT64_FORMAT, row->total),
                find_share (row->total, stats->people))
          ->place
          = g_strdup_printf ("stats:stats-age#%u", i + 1);
    }
  return face;
}

/* ---- what comes due ---- */

static void
add_due (SzCardFace *face, const SzDue *due, int days)
{
  g_autofree char *what = sz_due_dup_what (due->kind);
  g_autofree char *date = sz_date_format (due->date);
  g_autofree char *label = g_strdup_printf ("%s %s %s", date, what, due->name);
  SzCardLine *line = add_line (face, label, g_strdup_printf (_ ("%d d"), days), -1);

  line->style = find_style (days < 0);
  line->place
      = sz_whereabouts_of (sz_due_kind_page (due->kind), sz_due_kind_part (due->kind), due->key);
}

static SzCardFace *
read_due (SzOffice *office, SzDate day, GError **error)
{
  g_autoptr (SzDueView) view = sz_view_due (office, day, 0, error);
  SzCardFace *face;
  guint overdue = 0;

  if (view == NULL)
    return NULL;
  face = make_face ();
  for (guint i = 0; i < view->items->len; i++)
    {
      const SzDue *due = &g_array_index (view->items, SzDue, i);
      const int days = sz_date_days (due->date) - sz_date_days (day);

      overdue += days < 0 ? 1 : 0;
      if (i < DUE_LINES)
        add_due (face, due, days);
    }
  if (view->items->len > DUE_LINES)
    {
      g_autofree char *all = g_strdup_printf (_ ("All %u …"), view->items->len);

      add_line (face, all, g_strdup (""), -1)->place = g_strdup ("supervision:due");
    }
  if (view->items->len == 0)
    face->missing = _ ("Nothing comes due in the next weeks.");
  else
    take_figure (face, g_strdup_printf (_ ("%u, %u overdue"), view->items->len, overdue));
  return face;
}

/* ---- findings ---- */

static gint
compare_newest_cb (gconstpointer a, gconstpointer b)
{
  const SzFinding *one = &(*(const SzFindingItem *const *)a)->finding;
  const SzFinding *other = &(*(const SzFindingItem *const *)b)->finding;

  if (one->first_seen != other->first_seen)
    return one->first_seen > other->first_seen ? -1 : 1;
  return one->no > other->no ? -1 : one->no < other->no;
}

static SzCardFace *
read_findings (SzOffice *office, SzDate day, GError **error)
{
  static const char *const names[SZ_N_GRAVITIES]
      = { N_ ("Errors"), N_ ("Warnings"), N_ ("Notices") };
  g_autoptr (SzFindingsView) view = sz_view_findings (office, &SZ_FINDINGS_STANDING, error);
  g_autoptr (GPtrArray) newest = g_ptr_array_new ();
  SzCardFace *face;

  if (view == NULL)
    return NULL;
  face = make_face ();
  if (view->last_scan == SZ_DATE_NONE)
    {
      face->missing = _ ("No scan yet: the page of supervision looks at the whole college.");
      return face;
    }
  for (int i = 0; i < SZ_N_GRAVITIES; i++)
    add_line (face, _ (names[i]), g_strdup_printf ("%u", view->standing[i]), -1)->style
        = find_style (i == SZ_GRAVITY_ERROR && view->standing[i] > 0);
  for (guint i = 0; i < view->items->len; i++)
    g_ptr_array_add (newest, &g_array_index (view->items, SzFindingItem, i));
  g_ptr_array_sort (newest, compare_newest_cb);
  for (guint i = 0; i < newest->len && i < FINDING_LINES; i++)
    {
      const SzFindingItem *item = g_ptr_array_index (newest, i);

      add_line (face, item->message, g_strdup (""), -1)->place
          = g_strdup_printf ("supervision:findings#%" G_GINT64_FORMAT, item->finding.no);
    }
  take_figure (face, g_strdup_printf (_ ("%u to look at"),
                                      view->standing[0] + view->standing[1] + view->standing[2]));
  return face;
}

const SzCard *
sz_cards (void)
{
  static const SzCard cards[SZ_N_CARDS] = {
    { N_ ("Part-time teachers"), "parttime", read_quota, TRUE },
    { N_ ("Establishment"), "establishment", read_establishment, TRUE },
    { N_ ("Recruitment"), "recruit", read_recruit, TRUE },
    { N_ ("Posts"), "titles", read_posts, TRUE },
    { N_ ("Targets"), "targets", read_targets, TRUE },
    { N_ ("Performance pay"), "pay", read_pay, TRUE },
    { N_ ("People"), "stats", read_people, TRUE },
    { N_ ("Due"), "supervision:due", read_due },
    { N_ ("Findings"), "supervision:findings", read_findings },
  };

  return cards;
}

char *
sz_card_face_dup_text (const SzCardFace *face, const char *title)
{
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (face != NULL && title != NULL, NULL);
  text = g_string_new (title);
  if (face->missing != NULL)
    g_string_append_printf (text, ": %s", face->missing);
  else if (*face->figure != '\0')
    g_string_append_printf (text, ": %s", face->figure);
  for (guint i = 0; face->missing == NULL && i < face->lines->len; i++)
    {
      const SzCardLine *line = g_ptr_array_index (face->lines, i);

      if (line->said != NULL)
        g_string_append_printf (text, ". %s", line->said);
      else
        g_string_append_printf (text, ". %s %s", line->label, line->text);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
