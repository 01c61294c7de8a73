/* sz-person-erase.c — personal numbers of somebody who is gone, taken out for good 删除个人信息
 * (RULE aud-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-person-erase.h"

#include <string.h>

#include "sz-backup-keep.h"
#include "sz-erase.h"
#include "sz-office-act.h"
#include "sz-store-people.h"
#include "sz-store-salary.h"

void
sz_erase_report_clear (SzEraseReport *report)
{
  g_clear_pointer (&report->older, g_strfreev);
}

typedef struct
{
  const char *staff_no;
  const char *document;
  SzDate today;
  SzEraseReport *report;
} Job;

static gboolean
is_in_service (const SzPersonFile *file, SzDate today)
{
  for (guint i = 0; i < file->services->len; i++)
    if (sz_service_covers (&g_array_index (file->services, SzService, i), today))
      return TRUE;
  return FALSE;
}

/* Telephone and accounts; short ones would stand in other numbers too, and are nobody's secret. */
static gboolean
list_numbers (SzAct *act, const SzPersonFile *file, GPtrArray *numbers, GError **error)
{
  const SzRowFilter filter = { .person_id = file->person.id };
  g_autoptr (GArray) accounts = sz_store_bank_account_list (sz_act_get_store (act), filter, error);

  if (accounts == NULL)
    return FALSE;
  g_ptr_array_add (numbers, g_strdup (file->person.phone));
  g_ptr_array_add (numbers, g_strdup (file->person.bank_account));
  for (guint i = 0; i < accounts->len; i++)
    g_ptr_array_add (numbers, g_strdup (g_array_index (accounts, SzBankAccountRow, i).account));
  for (guint i = numbers->len; i > 0; i--)
    if (numbers->pdata[i - 1] == NULL || *(const char *)numbers->pdata[i - 1] == '\0')
      g_ptr_array_remove_index (numbers, i - 1);
  return TRUE;
}

static gboolean
erase (SzAct *act, json_t *summary, gpointer user_data, GError **error)
{
  Job *job = user_data;
  g_autoptr (GError) fault = NULL;
  g_autoptr (SzPersonFile) file
      = sz_store_person_by_staff_no (sz_act_get_store (act), job->staff_no, &fault);
  g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);
  SzEraseCount count;

  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  if (file == NULL)
    return sz_error_set (error, SZ_ERROR_REFUSED, "erase.unknown", "staff_no", job->staff_no, NULL);
  if (is_in_service (file, job->today))
    return sz_error_set (error, SZ_ERROR_REFUSED, "erase.in_service", "staff_no", job->staff_no,
                         "name", file->person.name, NULL);
  if (!list_numbers (act, file, numbers, error))
    return FALSE;
  if (numbers->len == 0 && g_str_has_prefix (file->person.id_number, "已删除"))
    return sz_error_set (error, SZ_ERROR_REFUSED, "erase.nothing", "staff_no", job->staff_no, NULL);
  g_ptr_array_add (numbers, NULL);
  if (!sz_erase_numbers (act,
                         g_str_has_prefix (file->person.id_number, "已删除")
                             ? ""
                             : file->person.id_number,
                         (const char *const *)numbers->pdata, &count, error))
    return FALSE;
  job->report->rows = count.n_rows;
  job->report->acts = count.n_acts;
  job->report->remarks = count.n_remarks;
  json_object_set_new (summary, "staff_no", json_string (job->staff_no));
  json_object_set_new (summary, "document", json_string (job->document));
  json_object_set_new (summary, "rows", json_integer (count.n_rows));
  json_object_set_new (summary, "acts", json_integer (count.n_acts));
  return TRUE;
}

gboolean
sz_office_person_erase (SzOffice *office,
                        const char *staff_no,
                        const char *document,
                        SzEraseReport *report,
                        GError **error)
{
  const SzActHead head = { .kind = "erase" };
  Job job = { staff_no, document, SZ_DATE_NONE, report };
  g_autofree char *given = NULL;

  g_return_val_if_fail (SZ_IS_OFFICE (office) && staff_no != NULL && document != NULL, FALSE);
  g_return_val_if_fail (report != NULL, FALSE);

  given = g_strstrip (g_strdup (document));
  if (*given == '\0')
    return sz_error_set (error, SZ_ERROR_REFUSED, "erase.document_missing", NULL);
  job.document = given;
  job.today = sz_office_today (office);
  if (!sz_office_run (office, &head, erase, &job, NULL, error))
    return FALSE;
  report->older = sz_backup_list (sz_office_get_path (office));
  report->n_older = g_strv_length (report->older);
  return TRUE;
}
