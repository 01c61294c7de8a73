/* sz-cli-titles.h — what the commands of posts, assessment, titles and appointment share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-cli-command.h"
#include "sz-place.h"
#include "sz-post-structure.h"
#include "sz-title-check.h"

G_BEGIN_DECLS

extern const SzCliDuty sz_cli_titles;

extern const SzCliCommand sz_cli_posts;
extern const SzCliCommand sz_cli_posts_split;
extern const SzCliCommand sz_cli_posts_propose;
extern const SzCliCommand sz_cli_posts_what_if;
extern const SzCliCommand sz_cli_assess;
extern const SzCliCommand sz_cli_assess_step;
extern const SzCliCommand sz_cli_assess_grade;
extern const SzCliCommand sz_cli_title_standard_list;
extern const SzCliCommand sz_cli_title_standard_show;
extern const SzCliCommand sz_cli_title_standard_check;
extern const SzCliCommand sz_cli_title_standard_import;
extern const SzCliCommand sz_cli_title_standard_export;
extern const SzCliCommand sz_cli_title_new;
extern const SzCliCommand sz_cli_title_list;
extern const SzCliCommand sz_cli_title_show;
extern const SzCliCommand sz_cli_title_step;
extern const SzCliCommand sz_cli_title_back;
extern const SzCliCommand sz_cli_title_who;
extern const SzCliCommand sz_cli_title_check;
extern const SzCliCommand sz_cli_title_score;
extern const SzCliCommand sz_cli_title_recommend;
extern const SzCliCommand sz_cli_title_confirm;
extern const SzCliCommand sz_cli_title_object;
extern const SzCliCommand sz_cli_title_appeal;
extern const SzCliCommand sz_cli_title_ballot;
extern const SzCliCommand sz_cli_title_result;
extern const SzCliCommand sz_cli_title_files;
extern const SzCliCommand sz_cli_title_file;
extern const SzCliCommand sz_cli_title_attach;
extern const SzCliCommand sz_cli_title_detach;
extern const SzCliCommand sz_cli_appoint_open;
extern const SzCliCommand sz_cli_appoint_decide;
extern const SzCliCommand sz_cli_appoint_withdraw;
extern const SzCliCommand sz_cli_appoint_list;
extern const SzCliCommand sz_cli_appoint_rise;
extern const SzCliCommand sz_cli_appoint_due;

/** sz_cli_titles_fail: as sz_cli_fail(); a batch, person, post, case or standard that does not
 * exist is wrong use of the command (exit 2). */
int sz_cli_titles_fail (SzCli *cli, const GError *error);
/** sz_cli_read_post: "code.unknown" to stderr for what is no level of a post. */
gboolean sz_cli_read_post (SzCli *cli, const char *text, SzPost *post);
/* Values of the contract: quantities are decimal strings, missing is null. */
json_t *sz_cli_make_decimal (gint64 value, int decimals);
json_t *sz_cli_make_date (SzDate date);
json_t *sz_cli_make_text (const char *text);
/** sz_cli_place: name of the level, null for none. */
json_t *sz_cli_place (SzPlace place);
/** sz_cli_bands: the bands of the contract: those with all levels that have anything. */
json_t *sz_cli_bands (const SzStructure *structure);
/** sz_cli_print_structure: the same as a table. */
void sz_cli_print_structure (SzCli *cli, const SzStructure *structure);

G_END_DECLS
