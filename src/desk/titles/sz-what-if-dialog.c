/* sz-what-if-dialog.c — 试算: would people fit into other posts, one after another (RULE pst-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-what-if-dialog.h"

#include <glib/gi18n.h>

#include "sz-appoint-act.h"
#include "sz-message.h"
#include "sz-post-day.h"
#include "sz-suggest-button.h"
#include "sz-transient.h"
#include "sz-view-people.h"

#define GAP 6
#define MARGIN 12

/* Somebody asked to a level. */
typedef struct
{
  char *who; /* as typed, then the staff number */
  SzPost post;
  gboolean fits; /* as it was judged last */
} Wish;

struct _SzWhatIfDialog
{
  AdwWindow parent_instance;

  /* Borrowed */
  SzPage *page;
  GtkEditable *who_entry;
  GtkEditable *level_entry;
  GtkListBox *list;
  GtkLabel *after_label;
  GtkLabel *fault_label;
  GtkWidget *open_button;

  /* Owned */
  GArray *wishes; /* of Wish */
  SzJob *judging;
  SzJob *opening;
};

G_DEFINE_FINAL_TYPE (SzWhatIfDialog, sz_what_if_dialog, ADW_TYPE_WINDOW)

static void
clear_wish_cb (gpointer data)
{
  g_free (((Wish *)data)->who);
}

static GArray *
wishes_new (void)
{
  GArray *wishes = g_array_new (FALSE, TRUE, sizeof (Wish));

  g_array_set_clear_func (wishes, clear_wish_cb);
  return wishes;
}

/* ---- off the main thread ---- */

typedef struct
{
  GArray *wishes;
  SzDate day;
} Asked;

static void
free_asked (gpointer data)
{
  g_array_unref (((Asked *)data)->wishes);
  g_free (data);
}

/* A line of the answer. */
typedef struct
{
  char *staff_no;
  char *text;
  gboolean fits;
} Line;

typedef struct
{
  GArray *lines; /* of Line */
  char *after;
} Answer;

static void
clear_line_cb (gpointer data)
{
  Line *line = data;

  g_free (line->staff_no);
  g_free (line->text);
}

static void
free_answer (gpointer data)
{
  Answer *answer = data;

  g_array_unref (answer->lines);
  g_free (answer->after);
  g_free (answer);
}

/* Staff number of who was typed: the number itself, else the first of that name. */
static const SzPeopleRow *
find_person (SzPeopleView *people, const char *who)
{
  g_autoptr (GArray) ids = sz_people_view_find (people, who);

  for (guint i = 0; i < ids->len; i++)
    {
      const SzPeopleRow *row = sz_people_view_get_row (people, g_array_index (ids, gint64, i));

      if (g_str_equal (row->staff_no, who) || g_str_equal (row->name, who))
        return row;
    }
  return ids->len > 0 ? sz_people_view_get_row (people, g_array_index (ids, gint64, 0)) : NULL;
}

static char *
dup_verdict (const SzWhatIf *ask)
{
  const SzMove *move = &ask->move;
  g_autofree char *vacancy
      = move->has_vacancy ? g_strdup_printf (_ (" (vacancy %d)"), move->vacancy) : g_strdup ("");

  if (move->fits)
    return g_strconcat ("✓ ", _ ("fits"), vacancy, NULL);
  if (g_strcmp0 (move->reason, "post.same") == 0)
    return g_strdup_printf ("✗ %s", _ ("is there already"));
  if (g_strcmp0 (move->reason, "post.case_open") == 0)
    return g_strdup_printf ("✗ %s", _ ("has a case that begins later"));
  return g_strconcat ("✗ ", _ ("no vacancy"), vacancy,
                      move->fits_alone ? _ (", would fit alone") : "", NULL);
}

static void
add_line (Answer *answer, const SzWhatIf *ask, const SzPeopleRow *person)
{
  g_autofree char *from = ask->move.from != SZ_PLACE_NONE
                              ? sz_post_name (sz_place_post (ask->move.from))
                              : g_strdup ("—");
  g_autofree char *to = sz_post_name (ask->post);
  g_autofree char *verdict = dup_verdict (ask);
  const Line line
      = { g_strdup (ask->staff_no),
          g_strdup_printf ("%s %s　%s → %s　%s", ask->staff_no, person->name, from, to, verdict),
          ask->move.fits };

  g_array_append_val (answer->lines, line);
}

/* What is left for new ones in the bands that were touched. */
static char *
describe_after (const SzStructure *after, const GArray *list)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean told[SZ_N_PLACE_BANDS] = { FALSE };

  for (guint i = 0; i < list->len; i++)
    {
      const SzMove *move = &g_array_index (list, SzWhatIf, i).move;
      const SzPlaceBand *band = move->to != SZ_PLACE_NONE ? sz_place_band (move->to) : NULL;

      if (band == NULL || told[band - sz_place_bands ()])
        continue;
      told[band - sz_place_bands ()] = TRUE;
      g_string_append_printf (text, "%s%s:", text->len > 0 ? "　" : "", band->name);
      for (SzPlace place = band->first; place <= band->last; place++)
        g_string_append_printf (text, " %d", sz_structure_vacancy_new (after, place));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gpointer
judge_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Asked *asked = data;
  g_autoptr (SzPeopleView) people = sz_view_people_open (office, asked->day, cancellable, error);
  g_autoptr (SzPostDay) day = people != NULL ? sz_post_day (office, asked->day, NULL, error) : NULL;
  g_autoptr (GArray) list = sz_what_if_new ();
  SzStructure after;
  Answer *answer;

  for (guint i = 0; day != NULL && i < asked->wishes->len; i++)
    {
      const Wish *wish = &g_array_index (asked->wishes, Wish, i);
      const SzPeopleRow *person = find_person (people, wish->who);

      if (person == NULL)
        {
          sz_error_set (error, SZ_ERROR_FORMAT, "staff_no.unknown", "value", wish->who, NULL);
          return NULL;
        }
      sz_what_if_add (list, person->staff_no, wish->post);
    }
  if (day == NULL || !sz_what_if_judge (office, day, list, &after, error))
    return NULL;
  answer = g_new0 (Answer, 1);
  answer->lines = g_array_new (FALSE, TRUE, sizeof (Line));
  g_array_set_clear_func (answer->lines, clear_line_cb);
  for (guint i = 0; i < list->len; i++)
    {
      const SzWhatIf *ask = &g_array_index (list, SzWhatIf, i);

      add_line (answer, ask, find_person (people, ask->staff_no));
    }
  answer->after = describe_after (&after, list);
  return answer;
}

static gpointer
open_cb (
    SzOffice *office, gpointer data, SzProgress progress, GCancellable *cancellable, GError **error)
{
  const Asked *asked = data;
  g_autofree SzAppointAsk *asks = g_new0 (SzAppointAsk, asked->wishes->len + 1);

  for (guint i = 0; i < asked->wishes->len; i++)
    {
      const Wish *wish = &g_array_index (asked->wishes, Wish, i);

      asks[i] = (SzAppointAsk){ .staff_no = wish->who, .post = wish->post, .day = asked->day };
    }
  if (!sz_appoint_open_several (office, asks, asked->wishes->len, error))
    return NULL;
  return g_strdup (sz_office_get_last_act (office));
}

/* ---- the window ---- */

static void judge (SzWhatIfDialog *self);

static void
say (SzWhatIfDialog *self, const char *text)
{
  gtk_label_set_text (self->fault_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault_label), text != NULL);
}

static void
swap (SzWhatIfDialog *self, guint a, guint b)
{
  Wish one;

  if (a >= self->wishes->len || b >= self->wishes->len)
    return;
  one = g_array_index (self->wishes, Wish, a);
  g_array_index (self->wishes, Wish, a) = g_array_index (self->wishes, Wish, b);
  g_array_index (self->wishes, Wish, b) = one;
  judge (self);
}

static guint
get_place (GtkWidget *button)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "place"));
}

static void
up_clicked_cb (SzWhatIfDialog *self, GtkWidget *button)
{
  swap (self, get_place (button), get_place (button) - 1);
}

static void
down_clicked_cb (SzWhatIfDialog *self, GtkWidget *button)
{
  swap (self, get_place (button), get_place (button) + 1);
}

static void
remove_clicked_cb (SzWhatIfDialog *self, GtkWidget *button)
{
  g_array_remove_index (self->wishes, get_place (button));
  judge (self);
}

static void
add_button (SzWhatIfDialog *self,
            GtkWidget *box,
            guint place,
            const char *icon,
            const char *tooltip,
            GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  g_object_set_data (G_OBJECT (button), "place", GUINT_TO_POINTER (place));
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
}

static void
show_line (SzWhatIfDialog *self, guint place, const Line *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP);
  GtkWidget *label = gtk_label_new (line->text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, line->fits ? "success" : "error");
  gtk_box_append (GTK_BOX (box), label);
  add_button (self, box, place, "go-up-symbolic", _ ("Before the one above"),
              G_CALLBACK (up_clicked_cb));
  add_button (self, box, place, "go-down-symbolic", _ ("Behind the one below"),
              G_CALLBACK (down_clicked_cb));
  add_button (self, box, place, "list-remove-symbolic", _ ("Out of the list"),
              G_CALLBACK (remove_clicked_cb));
  gtk_list_box_append (self->list, box);
}

static void
judged_cb (gpointer owner, gpointer value)
{
  SzWhatIfDialog *self = owner;
  Answer *answer = value;
  GtkWidget *child;
  gboolean any = FALSE;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < answer->lines->len; i++)
    {
      const Line *line = &g_array_index (answer->lines, Line, i);

      show_line (self, i, line);
      any |= line->fits;
      g_array_index (self->wishes, Wish, i).fits = line->fits;
      g_free (g_array_index (self->wishes, Wish, i).who);
      g_array_index (self->wishes, Wish, i).who = g_strdup (line->staff_no);
    }
  gtk_label_set_text (self->after_label, answer->after);
  gtk_widget_set_sensitive (self->open_button, any);
  say (self, NULL);
  free_answer (answer);
}

static void
failed_cb (gpointer owner, const GError *error)
{
  SzWhatIfDialog *self = owner;
  g_autofree char *text = sz_message_for_error (error);

  /* Who cannot be found does not stay in the list. */
  if (g_error_matches (error, SZ_ERROR, SZ_ERROR_FORMAT) && self->wishes->len > 0)
    g_array_set_size (self->wishes, self->wishes->len - 1);
  say (self, text);
}

/* @only_fitting: those for whom a case can be opened. */
static Asked *
ask (SzWhatIfDialog *self, gboolean only_fitting)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->day = sz_page_get_as_of (self->page);
  asked->wishes = wishes_new ();
  for (guint i = 0; i < self->wishes->len; i++)
    {
      const Wish *wish = &g_array_index (self->wishes, Wish, i);
      const Wish copy = { NULL, wish->post, wish->fits };

      if (only_fitting && !wish->fits)
        continue;
      g_array_append_val (asked->wishes, copy);
      g_array_index (asked->wishes, Wish, asked->wishes->len - 1).who = g_strdup (wish->who);
    }
  return asked;
}

static void
judge (SzWhatIfDialog *self)
{
  SzTasks *tasks = sz_page_get_tasks (self->page);

  if (tasks != NULL)
    sz_job_read (self->judging, tasks,
                 SZ_WORK (judge_cb, ask (self, FALSE), free_asked, free_answer), judged_cb);
}

void
sz_what_if_dialog_add (SzWhatIfDialog *self, const char *who, const char *level)
{
  Wish wish = { NULL, sz_post_parse (level), FALSE };

  g_return_if_fail (SZ_IS_WHAT_IF_DIALOG (self) && who != NULL && level != NULL);
  if (*who == '\0' || sz_post_level (wish.post) == 0)
    {
      say (self, _ ("Give a person, and a level such as 专技七级."));
      return;
    }
  wish.who = g_strdup (who);
  g_array_append_val (self->wishes, wish);
  judge (self);
}

static void
add_clicked_cb (SzWhatIfDialog *self)
{
  sz_what_if_dialog_add (self, gtk_editable_get_text (self->who_entry),
                         gtk_editable_get_text (self->level_entry));
  gtk_editable_set_text (self->who_entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->who_entry));
}

static void
clear_clicked_cb (SzWhatIfDialog *self)
{
  g_array_set_size (self->wishes, 0);
  judge (self);
}

static void
opened_cb (gpointer owner, gpointer value)
{
  SzWhatIfDialog *self = owner;
  g_autofree char *act = value;

  sz_page_done (self->page, _ ("The appointments are open"), act);
  gtk_window_close (GTK_WINDOW (self));
}

static void
open_clicked_cb (SzWhatIfDialog *self)
{
  SzTasks *tasks = sz_page_get_tasks (self->page);

  if (tasks != NULL && self->wishes->len > 0)
    sz_job_write (self->opening, tasks,
                  SZ_WORK (open_cb, ask (self, TRUE), free_asked, g_free,
                           .changes = SZ_CHANGED_TITLES),
                  opened_cb);
}

static void
sz_what_if_dialog_dispose (GObject *object)
{
  SzWhatIfDialog *self = SZ_WHAT_IF_DIALOG (object);

  g_clear_pointer (&self->judging, sz_job_free);
  g_clear_pointer (&self->opening, sz_job_free);
  g_clear_pointer (&self->wishes, g_array_unref);
  G_OBJECT_CLASS (sz_what_if_dialog_parent_class)->dispose (object);
}

static void
sz_what_if_dialog_class_init (SzWhatIfDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sz_what_if_dialog_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static GtkWidget *
make_entries (SzWhatIfDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, GAP);
  GtkWidget *who = gtk_entry_new ();
  GtkWidget *level = gtk_entry_new ();
  GtkWidget *levels = sz_suggest_button_new (GTK_EDITABLE (level), _ ("Levels"));
  GtkWidget *add = gtk_button_new_with_mnemonic (_ ("_Add"));

  gtk_entry_set_placeholder_text (GTK_ENTRY (who), _ ("Staff number or name"));
  gtk_entry_set_placeholder_text (GTK_ENTRY (level), _ ("Level, as 专技七级"));
  gtk_widget_set_hexpand (who, TRUE);
  sz_suggest_button_offer_posts (SZ_SUGGEST_BUTTON (levels));
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (add_clicked_cb), self);
  g_signal_connect_swapped (level, "activate", G_CALLBACK (add_clicked_cb), self);
  gtk_box_append (GTK_BOX (box), who);
  gtk_box_append (GTK_BOX (box), level);
  gtk_box_append (GTK_BOX (box), levels);
  gtk_box_append (GTK_BOX (box), add);
  self->who_entry = GTK_EDITABLE (who);
  self->level_entry = GTK_EDITABLE (level);
  return box;
}

static GtkLabel *
add_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
sz_what_if_dialog_init (SzWhatIfDialog *self)
{
  GtkWidget *whole = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *clear = gtk_button_new_with_mnemonic (_ ("_Clear"));
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->wishes = wishes_new ();
  self->judging = sz_job_new (self, failed_cb);
  self->opening = sz_job_new (self, failed_cb);
  self->open_button = gtk_button_new_with_mnemonic (_ ("Open _Cases"));
  gtk_widget_add_css_class (self->open_button, "suggested-action");
  gtk_widget_set_sensitive (self->open_button, FALSE);
  g_signal_connect_swapped (clear, "clicked", G_CALLBACK (clear_clicked_cb), self);
  g_signal_connect_swapped (self->open_button, "clicked", G_CALLBACK (open_clicked_cb), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), clear);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), self->open_button);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_margin_start (box, MARGIN);
  gtk_widget_set_margin_end (box, MARGIN);
  gtk_widget_set_margin_top (box, MARGIN);
  gtk_widget_set_margin_bottom (box, MARGIN);
  gtk_box_append (GTK_BOX (box), make_entries (self));
  self->fault_label = add_label (box, "error");
  gtk_box_append (GTK_BOX (box), scrolled);
  self->after_label = add_label (box, "dim-label");
  say (self, NULL);
  gtk_box_append (GTK_BOX (whole), bar);
  gtk_box_append (GTK_BOX (whole), box);
  adw_window_set_content (ADW_WINDOW (self), whole);
  gtk_window_set_default_size (GTK_WINDOW (self), 720, 480);
  sz_transient_let_go (GTK_WINDOW (self));
}

SzWhatIfDialog *
sz_what_if_dialog_present (SzPage *page)
{
  SzWhatIfDialog *self;

  g_return_val_if_fail (SZ_IS_PAGE (page), NULL);
  self = g_object_new (SZ_TYPE_WHAT_IF_DIALOG, "transient-for", sz_page_get_window (page),
                       "destroy-with-parent", TRUE, "title", _ ("What If"), NULL);
  self->page = page;
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
