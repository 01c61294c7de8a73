/* sz-form-ticket.c — 准考证: a strip a person, six a page
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <string.h>

#include "sz-forms-recruit.h"
#include "sz-idcard.h"

#define A_PAGE 6

static char *
dup_components (const SzExamPlan *plan)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < plan->n_components; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "、" : "", plan->components[i].name);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Time and place that nobody gave are written in by hand. */
static void
add_strip (SzPaper *paper,
           const SzRecruitBook *book,
           const SzRecruitPerson *person,
           const SzFormParams *params)
{
  g_autofree char *left
      = g_strdup_printf ("%s 准考证", *book->plan.name != '\0' ? book->plan.name : book->plan.code);
  g_autofree char *name = sz_form_dup_name (person->row->name);
  g_autofree char *id_number = sz_idcard_mask (person->row->id_number);
  g_autofree char *post
      = g_strdup_printf ("%s %s", person->post->row->code, person->post->row->name);
  g_autofree char *components = dup_components (&person->post->plan);
  const char *const pairs[]
      = { "准考证号", person->row->ticket, "姓名",       name,
          "身份证号", id_number,           "报考岗位",   post,
          "考试科目", components,          "时间、地点", params->where != NULL ? params->where : "",
          NULL };

  sz_paper_add_headline (paper, left, NULL, NULL);
  sz_paper_add_fields (paper, 2, pairs);
  sz_paper_add_cut (paper);
}

SzPaper *
sz_form_make_ticket (SzOffice *office,
                     const SzForm *form,
                     const SzFormParams *params,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (SzRecruitBook) book = sz_form_plan_load (office, params, error);
  g_autoptr (SzPaper) paper = NULL;
  guint n = 0;

  g_return_val_if_fail (form != NULL, NULL);

  if (book == NULL
      || (params->ticket != NULL
          && sz_recruit_book_need_person (book, params->post, params->ticket, error) == NULL))
    return NULL;
  paper = sz_paper_new (form->title, SZ_ORIENTATION_PORTRAIT);
  for (guint i = 0; i < book->people->len; i++)
    {
      const SzRecruitPerson *person = g_ptr_array_index (book->people, i);

      if (person->post == NULL || !sz_form_plan_wants (params, person->post)
          || (params->ticket != NULL && strcmp (params->ticket, person->row->ticket) != 0)
          || person->entry == NULL || person->post->plan.n_components == 0)
        continue;
      if (n > 0 && n % A_PAGE == 0)
        sz_paper_add_page_break (paper);
      add_strip (paper, book, person, params);
      n++;
    }
  return n > 0 ? g_steal_pointer (&paper) : sz_form_refuse_empty (form, error);
}
