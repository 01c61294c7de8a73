/* sz-title-checker.c — what is wrong with the standards of titles (RULE ttl-12)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-title-standard.h"

static void
clear_fault_cb (gpointer data)
{
  SzStandardFault *fault = data;

  g_free (fault->where);
  g_free (fault->detail);
}

GArray *
sz_standard_faults_new (void)
{
  GArray *faults = g_array_new (FALSE, TRUE, sizeof (SzStandardFault));

  g_array_set_clear_func (faults, clear_fault_cb);
  return faults;
}

void
sz_standard_faults_add (GArray *faults,
                        SzSeverity severity,
                        const char *code,
                        const SzStandard *standard,
                        const SzStandardPlace *place,
                        const char *detail)
{
  SzStandardFault fault = { severity, code, { 0 }, NULL, g_strdup (detail) };
  GString *where;

  g_return_if_fail (faults != NULL && code != NULL && standard != NULL && place != NULL);

  fault.place = *place;
  where = g_string_new (standard->id);
  if (place->target >= 0 && (guint)place->target < standard->n_targets)
    {
      const SzTarget *target = &standard->targets[place->target];

      g_string_append_printf (where, "/%s", target->title != NULL ? target->title : "");
      if (place->path >= 0 && (guint)place->path < target->n_paths)
        {
          const char *id = target->paths[place->path].id;

          g_string_append_printf (where, "/%s", id != NULL ? id : "");
        }
    }
  fault.where = g_string_free (where, FALSE);
  g_array_append_val (faults, fault);
}

typedef struct
{
  SzStandardFault fault;
  guint place;
} Placed;

static int
compare_placed_cb (gconstpointer a, gconstpointer b)
{
  const Placed *left = a;
  const Placed *right = b;

  if (left->fault.place.standard != right->fault.place.standard)
    return left->fault.place.standard < right->fault.place.standard ? -1 : 1;
  if (left->fault.place.target != right->fault.place.target)
    return left->fault.place.target < right->fault.place.target ? -1 : 1;
  if (left->fault.place.path != right->fault.place.path)
    return left->fault.place.path < right->fault.place.path ? -1 : 1;
  return (left->place > right->place) - (left->place < right->place);
}

void
sz_standard_faults_sort (GArray *faults)
{
  g_autofree Placed *placed = NULL;

  g_return_if_fail (faults != NULL);

  placed = g_new (Placed, faults->len + 1);
  for (guint i = 0; i < faults->len; i++)
    placed[i] = (Placed){ g_array_index (faults, SzStandardFault, i), i };
  if (faults->len > 0)
    qsort (placed, faults->len, sizeof *placed, compare_placed_cb);
  for (guint i = 0; i < faults->len; i++)
    g_array_index (faults, SzStandardFault, i) = placed[i].fault;
}

guint
sz_standard_faults_errors (const GArray *faults)
{
  guint errors = 0;

  g_return_val_if_fail (faults != NULL, 0);
  for (guint i = 0; i < faults->len; i++)
    errors += g_array_index (faults, SzStandardFault, i).severity == SZ_SEVERITY_ERROR;
  return errors;
}

/* What is looked at, and where findings about it go. */
typedef struct
{
  GArray *faults;
  SzStandard *const *standards;
  guint n;
  SzStandardPlace at;
} Place;

static void
add_fault (const Place *place, SzSeverity severity, const char *code, const char *detail)
{
  sz_standard_faults_add (place->faults, severity, code, place->standards[place->at.standard],
                          &place->at, detail);
}

static gboolean
is_group (const SzTitleCondition *condition)
{
  return condition->kind == SZ_TITLE_CONDITION_ALL || condition->kind == SZ_TITLE_CONDITION_ANY
         || condition->kind == SZ_TITLE_CONDITION_N_OF;
}

static void
check_condition (const Place *place, const SzTitleCondition *condition)
{
  const SzTarget *target = &place->standards[place->at.standard]->targets[place->at.target];

  if (condition->kind == SZ_TITLE_CONDITION_TITLE_YEARS && condition->level >= target->level)
    add_fault (place, SZ_SEVERITY_ERROR, "standard.level_order", condition->id);
  /* Without items the file has been told so already. */
  if (condition->kind == SZ_TITLE_CONDITION_ACHIEVEMENTS && condition->items != NULL
      && (condition->n < 1 || (guint)condition->n > condition->n_items))
    add_fault (place, SZ_SEVERITY_ERROR, "standard.n_of", condition->id);
  if (!is_group (condition))
    return;
  if (condition->n_members == 0)
    add_fault (place, SZ_SEVERITY_ERROR, "standard.group_empty", condition->id);
  else if (condition->kind == SZ_TITLE_CONDITION_N_OF
           && (condition->n < 1 || (guint)condition->n > condition->n_members))
    add_fault (place, SZ_SEVERITY_ERROR, "standard.n_of", condition->id);
  for (guint i = 0; i < condition->n_members; i++)
    check_condition (place, condition->members[i]);
}

/* Whether a loaded standard of the code group gives a title of this level. */
static gboolean
is_given (const Place *place, int level)
{
  const char *group = place->standards[place->at.standard]->codes[0];

  for (guint i = 0; i < place->n; i++)
    {
      const SzStandard *standard = place->standards[i];

      for (guint j = 0; j < standard->n_targets; j++)
        if (standard->targets[j].code != NULL && standard->targets[j].level == level
            && strncmp (standard->targets[j].code, group, 2) == 0)
          return TRUE;
    }
  return FALSE;
}

static gboolean
is_reachable (const Place *place, const SzPath *path)
{
  for (guint i = 0; i < path->n_all; i++)
    if (path->all[i]->kind == SZ_TITLE_CONDITION_TITLE_YEARS && path->all[i]->own
        && path->all[i]->level > 0 && !is_given (place, path->all[i]->level))
      return FALSE;
  return TRUE;
}

static gboolean
equal_items (const SzTitleCondition *a, const SzTitleCondition *b)
{
  if (a->n_items != b->n_items)
    return FALSE;
  for (guint i = 0; i < a->n_items; i++)
    {
      const SzItem *x = &a->items[i];
      const SzItem *y = &b->items[i];

      if (g_strcmp0 (x->name, y->name) != 0 || x->kinds != y->kinds || x->level != y->level
          || x->prize != y->prize || x->rank != y->rank || x->count != y->count)
        return FALSE;
    }
  return TRUE;
}

static gboolean
equal_words (char *const *a, char *const *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_strv_equal ((const char *const *)a, (const char *const *)b);
}

/* All but the id, of conditions of one kind. */
static gboolean
equal_conditions (const SzTitleCondition *a, const SzTitleCondition *b)
{
  return a->at_least == b->at_least && a->level == b->level && a->own == b->own
         && a->years == b->years && a->last == b->last
         && a->excellent_at_least == b->excellent_at_least && a->full_time_x100 == b->full_time_x100
         && a->others_x100 == b->others_x100 && a->certificate == b->certificate
         && a->half_years == b->half_years && equal_words (a->roles, b->roles)
         && a->since == b->since && a->since_years == b->since_years
         && a->hours_x100 == b->hours_x100 && a->professional_x100 == b->professional_x100
         && a->months == b->months && a->n == b->n && equal_items (a, b)
         && equal_words (a->names, b->names);
}

/* Whether who meets @b meets @a. */
static gboolean
implies (const SzTitleCondition *b, const SzTitleCondition *a)
{
  if (a->kind != b->kind || a->teaching != b->teaching)
    return FALSE;
  switch (a->kind)
    {
    case SZ_TITLE_CONDITION_EDUCATION:
    case SZ_TITLE_CONDITION_DEGREE:
      return b->at_least >= a->at_least;
    case SZ_TITLE_CONDITION_TITLE_YEARS:
      return b->level >= a->level && (b->own || !a->own) && b->years >= a->years;
    case SZ_TITLE_CONDITION_WORK_YEARS:
      return b->years >= a->years;
    case SZ_TITLE_CONDITION_SKILL:
      return b->at_least >= a->at_least && b->years >= a->years;
    case SZ_TITLE_CONDITION_ADVISER:
      return b->half_years >= a->half_years && equal_words (a->roles, b->roles)
             && a->since == b->since;
    case SZ_TITLE_CONDITION_PRACTICE:
      return b->months >= a->months && a->last == b->last;
    case SZ_TITLE_CONDITION_ASSESSMENTS:
    case SZ_TITLE_CONDITION_HOURS:
    case SZ_TITLE_CONDITION_CERTIFICATE:
    case SZ_TITLE_CONDITION_FURTHER:
    case SZ_TITLE_CONDITION_ACHIEVEMENTS:
    case SZ_TITLE_CONDITION_HONOUR:
    case SZ_TITLE_CONDITION_ALL:
    case SZ_TITLE_CONDITION_ANY:
    case SZ_TITLE_CONDITION_N_OF:
    case SZ_N_TITLE_CONDITION_KINDS:
    default:
      return equal_conditions (a, b);
    }
}

/* Own conditions and the common ones that stand; NULL where a group makes it incomparable. */
static GPtrArray *
list_effective (const SzTarget *target, const SzPath *path)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  for (guint i = 0; i < path->n_all; i++)
    g_ptr_array_add (list, path->all[i]);
  for (guint i = 0; i < target->n_common; i++)
    if (!sz_path_waives (path, target->common[i]->id))
      g_ptr_array_add (list, target->common[i]);
  for (guint i = 0; i < list->len; i++)
    if (is_group (g_ptr_array_index (list, i)))
      return NULL;
  return g_steal_pointer (&list);
}

/* Whether who meets everything of @b meets everything of @a. */
static gboolean
implies_all (const GPtrArray *b, const GPtrArray *a)
{
  for (guint i = 0; i < a->len; i++)
    {
      gboolean implied = FALSE;

      for (guint j = 0; j < b->len && !implied; j++)
        implied = implies (g_ptr_array_index (b, j), g_ptr_array_index (a, i));
      if (!implied)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_redundant (const SzTarget *target, guint index)
{
  g_autoptr (GPtrArray) b = list_effective (target, &target->paths[index]);

  for (guint i = 0; b != NULL && i < target->n_paths; i++)
    {
      g_autoptr (GPtrArray) a = NULL;

      if (i == index || target->paths[i].kind != target->paths[index].kind)
        continue;
      a = list_effective (target, &target->paths[i]);
      if (a != NULL && implies_all (b, a) && (i < index || !implies_all (a, b)))
        return TRUE;
    }
  return FALSE;
}

/* A normal path that lets a level be left out. */
static gboolean
skips_level (const SzTarget *target, const SzPath *path)
{
  for (guint i = 0; path->kind == SZ_PATH_NORMAL && i < path->n_all; i++)
    if (path->all[i]->kind == SZ_TITLE_CONDITION_TITLE_YEARS && path->all[i]->level > 0
        && path->all[i]->level < target->level - 1)
      return TRUE;
  return FALSE;
}

static gboolean
is_common (const SzTarget *target, const char *id)
{
  for (guint i = 0; i < target->n_common; i++)
    if (g_strcmp0 (target->common[i]->id, id) == 0)
      return TRUE;
  return FALSE;
}

static void
check_path (Place *place, const SzTarget *target, int index)
{
  const SzPath *path = &target->paths[index];

  place->at.path = index;
  for (int i = 0; i < index; i++)
    if (g_strcmp0 (target->paths[i].id, path->id) == 0)
      {
        add_fault (place, SZ_SEVERITY_ERROR, "standard.id_repeated", NULL);
        break;
      }
  for (guint i = 0; i < path->n_all; i++)
    check_condition (place, path->all[i]);
  for (guint i = 0; path->waive != NULL && path->waive[i] != NULL; i++)
    if (!is_common (target, path->waive[i]))
      add_fault (place, SZ_SEVERITY_ERROR, "standard.waive_unknown", path->waive[i]);
  if (skips_level (target, path))
    add_fault (place, SZ_SEVERITY_WARNING, "standard.skips_level", NULL);
  if (is_redundant (target, (guint)index))
    add_fault (place, SZ_SEVERITY_WARNING, "standard.redundant", NULL);
  place->at.path = -1;
}

/* Whether @to, which may be none, is no sooner than both beginnings: a period that is reversed has
   no day in common with any. */
static gboolean
has_day_until (SzDate to, SzDate from, SzDate other_from)
{
  return to == SZ_DATE_NONE || (from <= to && other_from <= to);
}

/* Whether an earlier standard rules the same title of the series on one of the same days. */
static gboolean
overlaps_earlier (const Place *place, const SzTarget *target)
{
  const SzStandard *standard = place->standards[place->at.standard];

  for (int i = 0; i < place->at.standard; i++)
    {
      const SzStandard *other = place->standards[i];

      if (g_strcmp0 (other->series, standard->series) == 0
          && has_day_until (standard->to, standard->from, other->from)
          && has_day_until (other->to, standard->from, other->from)
          && sz_standard_find (other, target->code) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
check_target (Place *place, int index)
{
  const SzTarget *target = &place->standards[place->at.standard]->targets[index];
  gboolean ordinary = FALSE, reachable = FALSE;

  place->at.target = index;
  if (target->code == NULL)
    {
      add_fault (place, SZ_SEVERITY_ERROR, "standard.title_unknown", NULL);
      place->at.target = -1;
      return;
    }
  if (overlaps_earlier (place, target))
    add_fault (place, SZ_SEVERITY_ERROR, "standard.overlap", NULL);
  for (guint i = 0; i < target->n_paths; i++)
    {
      ordinary |= target->paths[i].kind != SZ_PATH_EXCEPTIONAL;
      reachable |= is_reachable (place, &target->paths[i]);
    }
  if (!ordinary)
    add_fault (place, SZ_SEVERITY_ERROR, "standard.no_path", NULL);
  if (target->n_paths > 0 && !reachable)
    add_fault (place, SZ_SEVERITY_ERROR, "standard.unreachable", NULL);
  for (guint i = 0; i < target->n_common; i++)
    check_condition (place, target->common[i]);
  for (guint i = 0; i < target->n_paths; i++)
    check_path (place, target, (int)i);
  place->at.target = -1;
}

/* RULE ttl-12 */
void
sz_standards_check (SzStandard *const *standards, guint n, GArray *faults)
{
  Place place = { faults, standards, n, { 0, -1, -1 } };

  g_return_if_fail (faults != NULL && (standards != NULL || n == 0));

  for (guint i = 0; i < n; i++)
    {
      place.at.standard = (int)i;
      for (guint j = 0; j < i; j++)
        if (g_strcmp0 (standards[j]->id, standards[i]->id) == 0)
          {
            add_fault (&place, SZ_SEVERITY_ERROR, "standard.id_repeated", NULL);
            break;
          }
      if (standards[i]->to != SZ_DATE_NONE && standards[i]->to < standards[i]->from)
        add_fault (&place, SZ_SEVERITY_ERROR, "standard.period_reversed", NULL);
      for (guint j = 0; j < standards[i]->n_targets; j++)
        check_target (&place, (int)j);
    }
  sz_standard_faults_sort (faults);
}
