/* sz-target-lists.c — the lists of the page of targets, and which of them a target has
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-target-lists.h"

#include <glib/gi18n.h>

#include "sz-target-classes.h"
#include "sz-target-registers.h"
#include "sz-targets-rows.h"

#define OF_TARGET                                                                                  \
  { "year", N_ ("Year"), .reads = TRUE, .hidden = TRUE },                                          \
  {                                                                                                \
    "target", N_ ("Target"), .reads = TRUE, .hidden = TRUE                                         \
  }

static const SzListFilter of_target[] = { OF_TARGET, { NULL } };
static const SzListFilter graduate_filters[]
    = { OF_TARGET,
        { "session", N_ ("Year"), "毕业年度", N_ ("All years") },
        { "kind", N_ ("What became of them"), "毕业去向", N_ ("Everything") },
        { "major", N_ ("Major"), "专业", N_ ("All majors") },
        { NULL } };
static const SzListFilter trainee_filters[]
    = { OF_TARGET,
        { "category", N_ ("Category"), "项目类别", N_ ("All categories") },
        { "class", N_ ("Session"), "班次", N_ ("All classes") },
        { NULL } };
static const SzListFilter major_filters[]
    = { OF_TARGET,
        { "level", N_ ("Level"), "培养层次", N_ ("All levels") },
        { "partner", N_ ("Partner"), "共建企业", N_ ("All partners") },
        { NULL } };
static const SzListFilter skill_filters[]
    = { OF_TARGET,
        { "of", N_ ("Year"), "年度", N_ ("All years") },
        { "batch", N_ ("Batch"), "批次", N_ ("All batches") },
        { "occupation", N_ ("Occupation"), "职业工种", N_ ("All occupations") },
        { NULL } };
static const SzListFilter roster_filters[]
    = { OF_TARGET, { "category", N_ ("Category"), "类别", N_ ("All categories") }, { NULL } };
static const SzListFilter course_filters[]
    = { OF_TARGET, { "done", N_ ("Completed"), "结业", N_ ("Completed or not") }, { NULL } };
static const SzListFilter contest_filters[]
    = { OF_TARGET,
        { "level", N_ ("Level"), "级别", N_ ("All levels") },
        { "role", N_ ("Role"), "身份", N_ ("All roles") },
        { NULL } };

/* The registers among the lists, by their kinds. */
static const struct
{
  const char *kind;
  const char *list;
  const SzListFilter *filters;
} registers[] = {
  { "target-entries", "target-entries", of_target },
  { "trainees", "target-trainees", trainee_filters },
  { "graduates", "target-graduates", graduate_filters },
  { "majors", "target-majors", major_filters },
  { "skill-due", "target-skill-due", skill_filters },
  { "skill-done", "target-skill-done", skill_filters },
  { "rotation-roster", "target-rotation-roster", roster_filters },
  { "rotations", "target-rotations", course_filters },
  { "contests", "target-contests", contest_filters },
};

#define N_LISTS (G_N_ELEMENTS (registers) + 3)

static void
describe_registers (SzListView *views)
{
  static const SzListAction actions[] = {
    { N_ ("_Add…"), "targets.add" },
    { N_ ("C_orrect…"), "targets.edit", SZ_NEEDS_ONE, .main = TRUE },
    { N_ ("_Delete"), "targets.delete", SZ_NEEDS_SOME },
    { N_ ("_Import…"), "win.import" },
    { NULL },
  };
  /* Enter adds an entry: one reports more often than one corrects. */
  static const SzListAction entry_actions[] = {
    { N_ ("_Add Entry…"), "targets.add", .main = TRUE },
    { N_ ("C_orrect…"), "targets.edit", SZ_NEEDS_ONE },
    { N_ ("_Delete"), "targets.delete", SZ_NEEDS_SOME },
    { N_ ("_Import…"), "win.import" },
    { NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (registers); i++)
    {
      const SzRegister *reg = sz_register_find (registers[i].kind);

      views[i] = (SzListView){
        .name = registers[i].list,
        .title = i == 0 ? N_ ("Entries") : reg->kind->name,
        .unit = i == 0 ? N_ ("entries") : N_ ("records"),
        .columns = sz_target_register_columns (reg),
        .filters = registers[i].filters,
        .actions = i == 0 ? entry_actions : actions,
        .empty
        = { "view-list-symbolic", i == 0 ? N_ ("No Entries Yet") : N_ ("Nothing Recorded Yet"),
            i == 0 ? N_ ("Enter how far a target is, or import the sheet.")
                   : N_ ("Import the sheet of this register, or enter the first row.") },
        .read = sz_target_register_read,
        .data = reg,
      };
    }
}

static void
describe_lists (SzListView *views)
{
  static const SzListAction target_actions[] = {
    { N_ ("_Goal…"), "targets.goal", .main = TRUE },
    { N_ ("_Add Entry…"), "targets.add" },
    { N_ ("_Import…"), "win.import" },
    { NULL },
  };
  static const SzListAction class_actions[] = { { N_ ("_Import…"), "win.import" }, { NULL } };
  static const SzListAction missing_actions[]
      = { { N_ ("R_eason…"), "targets.reason", SZ_NEEDS_ONE, .main = TRUE,
            .tooltip = N_ ("Why somebody who was due was not assessed") },
          { N_ ("_Import…"), "win.import" },
          { NULL } };
  SzListView *others = views + G_N_ELEMENTS (registers);

  describe_registers (views);
  others[0] = (SzListView){ .name = "target-classes",
                            .title = N_ ("Classes"),
                            .unit = N_ ("classes"),
                            .columns = sz_target_classes_columns (),
                            .filters = of_target,
                            .actions = class_actions,
                            .empty = { "view-list-symbolic", N_ ("No Training Classes Yet"),
                                       N_ ("Import 培训学员名册: trainees by class.") },
                            .read = sz_target_classes_read,
                            .details = sz_target_class_describe };
  others[1] = (SzListView){ .name = "target-missing",
                            .title = N_ ("Missing"),
                            .unit = N_ ("names"),
                            .columns = sz_missing_columns (),
                            .filters = of_target,
                            .actions = missing_actions,
                            .empty = { "emblem-ok-symbolic", N_ ("Nobody Is Missing"),
                                       N_ ("Graduates, 应评尽评 and 轮训 by name stand here.") },
                            .read = sz_missing_read };
  others[2] = (SzListView){ .name = SZ_TARGET_LIST_ALL,
                            .title = N_ ("All Targets"),
                            .unit = N_ ("targets"),
                            .columns = sz_targets_columns (),
                            .filters = of_target,
                            .actions = target_actions,
                            .read = sz_targets_read };
}

const SzListView *
sz_target_lists (void)
{
  static SzListView views[N_LISTS + 1];

  if (views[0].name == NULL)
    describe_lists (views);
  return views;
}

/* The lists of a target: its entries, what it is counted from, who is missing. */
static const struct
{
  const char *id; /* NULL: any other */
  const char *lists[6];
} tabs[] = {
  { "employment", { "target-entries", "target-graduates", "target-missing", SZ_TARGET_LIST_ALL } },
  { "training", { "target-entries", "target-classes", "target-trainees", SZ_TARGET_LIST_ALL } },
  { "joint", { "target-entries", "target-majors", SZ_TARGET_LIST_ALL } },
  { "integrated", { "target-entries", "target-majors", SZ_TARGET_LIST_ALL } },
  { "assessed",
    { "target-entries", "target-skill-due", "target-skill-done", "target-missing",
      SZ_TARGET_LIST_ALL } },
  { "rotation",
    { "target-entries", "target-rotation-roster", "target-rotations", "target-missing",
      SZ_TARGET_LIST_ALL } },
  { "contests_hosted", { "target-entries", "target-contests", SZ_TARGET_LIST_ALL } },
  { "contests_won", { "target-entries", "target-contests", SZ_TARGET_LIST_ALL } },
  { NULL, { "target-entries", SZ_TARGET_LIST_ALL } },
};

const char *const *
sz_target_tabs (const char *id)
{
  gsize i = 0;

  while (tabs[i].id != NULL && g_strcmp0 (tabs[i].id, id) != 0)
    i++;
  return tabs[i].lists;
}
