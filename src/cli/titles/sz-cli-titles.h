/* sz-cli-titles.h — what the commands of posts, assessment, titles and appointment share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-cli.h"
#include "sz-place.h"
#include "sz-post-structure.h"
#include "sz-title-check.h"

G_BEGIN_DECLS

int sz_cli_appoint_decide (SzCli *cli, int argc, char **argv);
int sz_cli_appoint_due (SzCli *cli, int argc, char **argv);
int sz_cli_appoint_list (SzCli *cli, int argc, char **argv);
int sz_cli_appoint_open (SzCli *cli, int argc, char **argv);
int sz_cli_appoint_rise (SzCli *cli, int argc, char **argv);
int sz_cli_appoint_withdraw (SzCli *cli, int argc, char **argv);
int sz_cli_assess (SzCli *cli, int argc, char **argv);
int sz_cli_assess_step (SzCli *cli, int argc, char **argv);
int sz_cli_posts (SzCli *cli, int argc, char **argv);
int sz_cli_posts_propose (SzCli *cli, int argc, char **argv);
int sz_cli_posts_split (SzCli *cli, int argc, char **argv);
int sz_cli_posts_what_if (SzCli *cli, int argc, char **argv);
int sz_cli_title_back (SzCli *cli, int argc, char **argv);
int sz_cli_title_ballot (SzCli *cli, int argc, char **argv);
int sz_cli_title_check (SzCli *cli, int argc, char **argv);
int sz_cli_title_confirm (SzCli *cli, int argc, char **argv);
int sz_cli_title_list (SzCli *cli, int argc, char **argv);
int sz_cli_title_new (SzCli *cli, int argc, char **argv);
int sz_cli_title_object (SzCli *cli, int argc, char **argv);
int sz_cli_title_recommend (SzCli *cli, int argc, char **argv);
int sz_cli_title_result (SzCli *cli, int argc, char **argv);
int sz_cli_title_score (SzCli *cli, int argc, char **argv);
int sz_cli_title_show (SzCli *cli, int argc, char **argv);
int sz_cli_title_standard_check (SzCli *cli, int argc, char **argv);
int sz_cli_title_standard_export (SzCli *cli, int argc, char **argv);
int sz_cli_title_standard_import (SzCli *cli, int argc, char **argv);
int sz_cli_title_standard_list (SzCli *cli, int argc, char **argv);
int sz_cli_title_standard_show (SzCli *cli, int argc, char **argv);
int sz_cli_title_step (SzCli *cli, int argc, char **argv);
int sz_cli_title_who (SzCli *cli, int argc, char **argv);

/** sz_cli_titles_fail: as sz_cli_fail(); a batch, person, post, case or standard that does not exist
 *  is wrong use of the command (exit 2). */
int sz_cli_titles_fail (SzCli *cli, const GError *error);
/** sz_cli_read_post: "code.unknown" to stderr for what is no level of a post. */
gboolean sz_cli_read_post (SzCli *cli, const char *text, SzPost *post);
/** sz_cli_read_day: --on, today when it is not given; opens the college for that. */
gboolean sz_cli_read_day (SzCli *cli, const char *text, SzDate *day, int *exit_code);
/** sz_cli_open: the college, or NULL after its error; @exit_code is set. */
SzOffice *sz_cli_open (SzCli *cli, int *exit_code);
/** sz_cli_place: name of the level, null for none. */
json_t *sz_cli_place (SzPlace place);
/** sz_cli_bands: the bands of the contract: those with all levels that have anything. */
json_t *sz_cli_bands (const SzStructure *structure);
/** sz_cli_print_structure: the same as a table. */
void sz_cli_print_structure (SzCli *cli, const SzStructure *structure);

G_END_DECLS
