/* sz-titles-private.h — what the lists of posts, assessment, titles and appointment share; for the
 * files of titles/ only
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-field-list.h"
#include "sz-form.h"
#include "sz-list-book.h"
#include "sz-list-view.h"
#include "sz-job.h"
#include "sz-task.h"
#include "sz-title-board.h"
#include "sz-title-dossier.h"
#include "sz-titles-dialogs.h"
#include "sz-titles-words.h"

G_BEGIN_DECLS

/* sz-titles-page.h says what it is; it does not stand here because the page includes this file. */
typedef struct _SzTitlesPage SzTitlesPage;

/* The lists, each described in a file of its own. */
const SzListView *_sz_titles_posts_view (void);
const SzListView *_sz_titles_assess_view (void);
const SzListView *_sz_titles_who_view (void);
const SzListView *_sz_titles_round_view (void);
const SzListView *_sz_titles_panel_view (void);
const SzListView *_sz_titles_rise_view (void);
const SzListView *_sz_titles_case_view (void);
const SzListView *_sz_titles_due_view (void);
const SzListView *_sz_titles_standard_view (void);
const SzListView *_sz_titles_findings_view (void);

/* Their actions. */
void _sz_titles_install_posts (GtkWidgetClass *klass);
void _sz_titles_install_assess (GtkWidgetClass *klass);
void _sz_titles_install_who (GtkWidgetClass *klass);
void _sz_titles_install_round (GtkWidgetClass *klass);
void _sz_titles_install_panel (GtkWidgetClass *klass);
void _sz_titles_install_appoint (GtkWidgetClass *klass);
void _sz_titles_install_standards (GtkWidgetClass *klass);
void _sz_titles_install_findings (GtkWidgetClass *klass);
void _sz_titles_install_parts (GtkWidgetClass *klass);
void _sz_titles_install_papers (GtkWidgetClass *klass);

/** _sz_titles_parts_new: (transfer floating): the switcher; _sz_titles_parts_follow: it shows the
 * part of the list that is shown, and remembers it; _sz_titles_parts_restore: the part that was
 * shown last. */
GtkWidget *_sz_titles_parts_new (SzTitlesPage *page);
/** _sz_titles_add_keys: of the page, wherever in the window the keyboard is: Ctrl+1 … 4 the parts,
 * Ctrl+W the what-if, Ctrl+L the board, Ctrl+Return the next step. */
void _sz_titles_add_keys (SzTitlesPage *page);
void _sz_titles_parts_follow (SzTitlesPage *page, GtkWidget *whole);
void _sz_titles_parts_restore (SzTitlesPage *page);

/** _sz_titles_dup_round: (transfer full) (nullable): the round that a list is about: chosen in its
 * first filter, else the latest; NULL without any, or with @error. */
char *_sz_titles_dup_round (SzOffice *office, const SzListAsk *ask, GError **error);
/** _sz_titles_get_year: chosen in the first filter, else the year that is assessed on the day. */
int _sz_titles_get_year (const SzListAsk *ask);
/** _sz_titles_dup_cell: (transfer full) (nullable): a cell of the row that is selected. */
char *_sz_titles_dup_cell (SzTitlesPage *self, guint column);
/** _sz_titles_write: an act; @func gives GINT_TO_POINTER (TRUE) or NULL; @text (translated) is said
 * when it is done, and Ctrl+Z takes it back. */
void _sz_titles_write (SzTitlesPage *self,
                       SzTaskFunc func,
                       gpointer input,
                       GDestroyNotify free_input,
                       const char *text);
/** _sz_titles_board_new: (transfer floating): the cards of a round; _sz_titles_get_board: (transfer
 * none): that of the page; _sz_titles_board_read: shows @round by @job; NULL: none is shown. */
GtkWidget *_sz_titles_board_new (SzTitlesPage *page);
GtkWidget *_sz_titles_get_board (SzTitlesPage *page);
void _sz_titles_board_read (SzTitlesPage *page, SzJob *job, const char *round);
/** _sz_titles_posts_ask: a filter of the structure that the page alone chooses: "beside", "folded",
 * "after"; the list is read anew. @choice: "" for none. */
void _sz_titles_posts_ask (SzTitlesPage *page, const char *filter, const char *choice);
/** _sz_titles_toggle_what_if: the pane of the what-if, or none. */
void _sz_titles_toggle_what_if (SzTitlesPage *page);
/** _sz_titles_head_new: (transfer floating): the line over the structure; _sz_titles_get_head:
 * (transfer none): that of the page; _sz_titles_head_read: as of the page's day, when it is @shown.
 */
GtkWidget *_sz_titles_head_new (SzTitlesPage *page);
GtkWidget *_sz_titles_get_head (SzTitlesPage *page);
void _sz_titles_head_read (SzTitlesPage *page, SzJob *job, gboolean shown);
/** _sz_titles_toggles_new: (transfer floating): @n buttons that say nothing yet, one at most
 * pressed;
 * @toggled_cb (button, page) calls _sz_titles_toggles_keep_one (), which lets go of the others and
 * gives the button's place, from 0. */
GtkWidget *
_sz_titles_toggles_new (SzTitlesPage *page, guint n, const char *tooltip, GCallback toggled_cb);
guint _sz_titles_toggles_keep_one (GtkToggleButton *button);
/** _sz_titles_segments_new: (transfer floating): the verdicts over a list, to filter by;
 * _sz_titles_get_segments: (transfer none): those of the page; _sz_titles_segments_count: how many
 * each in @book, by @job; of a list without verdicts: they are not there. */
GtkWidget *_sz_titles_segments_new (SzTitlesPage *page);
GtkWidget *_sz_titles_get_segments (SzTitlesPage *page);
void _sz_titles_segments_count (SzTitlesPage *page, SzJob *job, gpointer book);
/** _sz_titles_left_new: (transfer floating): left of the list: the rounds, or the years with the
 * departments of the one shown; _sz_titles_get_left: (transfer none): that of the page;
 * _sz_titles_left_read: what the list that is shown is about, by @job; of the structure: nothing.
 */
GtkWidget *_sz_titles_left_new (SzTitlesPage *page);
GtkWidget *_sz_titles_get_left (SzTitlesPage *page);
void _sz_titles_left_read (SzTitlesPage *page, SzJob *job);
/** _sz_titles_get_state: (nullable): of the round or year that is shown; NULL: not read yet. */
const char *_sz_titles_get_state (SzTitlesPage *page);
/** _sz_titles_count_waiting: the badge of the duty, by @job. */
void _sz_titles_count_waiting (SzTitlesPage *page, SzJob *job);
/** _sz_titles_stage_name: 待审 …, translated. */
const char *_sz_titles_stage_name (SzTitleStage stage);
/** _sz_titles_dup_marks: (transfer full): 破格, 异议, 待核实 …, "" for none. */
char *_sz_titles_dup_marks (const SzTitleCard *card);
/** _sz_titles_recommend: puts an applicant forward; what stands against it is said over the page.
 */
void _sz_titles_recommend (SzTitlesPage *page, const SzTitleWhom *whom);
/** _sz_titles_add_dossier: the decision, objections, appeals, the vote, papers. */
void _sz_titles_add_dossier (GPtrArray *fields, const SzTitleDossier *dossier);
/** _sz_titles_add_place: the staff number, with a button that shows the person. */
void _sz_titles_add_place (GPtrArray *fields, const char *staff_no);
/** _sz_titles_add_papers: what an applicant handed in, with the pages; a file that is kept is
 * opened, one that is not is asked for. @whom: texts are copied. */
gboolean _sz_titles_add_papers (GPtrArray *fields,
                                SzOffice *office,
                                const SzTitleWhom *whom,
                                GError **error);
/** _sz_titles_attach: asks for the file of a paper; @material: "" when it is a new one. */
void _sz_titles_attach (SzTitlesPage *page, const SzTitleWhom *whom, const char *material);
/** _sz_titles_save_form: asks where the form goes. @params: its texts are copied. */
void _sz_titles_save_form (SzTitlesPage *self, const char *id, const SzFormParams *params);

G_END_DECLS
