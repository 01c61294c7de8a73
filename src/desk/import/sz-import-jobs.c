/* sz-import-jobs.c — what the assistant has the workers do
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-import-jobs.h"

#include "sz-import-kinds.h"
#include "sz-import-marked.h"

static void
free_draft (gpointer draft)
{
  sz_import_draft_unref (draft);
}

static void
free_outcome (gpointer outcome)
{
  sz_import_outcome_unref (outcome);
}

/* ---- look ---- */

static gpointer
look_cb (SzOffice *office,
         gpointer input,
         SzProgress progress,
         GCancellable *cancellable,
         GError **error)
{
  SzImportRequest request = sz_import_draft_request (input);

  return sz_office_import_look (office, &request, cancellable, error);
}

void
sz_import_jobs_look (SzTasks *tasks,
                     gpointer object,
                     SzImportDraft *draft,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback)
{
  sz_tasks_read (tasks, object,
                 SZ_WORK (look_cb, sz_import_draft_ref (draft), free_draft,
                          (GDestroyNotify)sz_import_look_free),
                 cancellable, callback, NULL);
}

/* ---- several files ---- */

/* The place of a file in the order of the kinds; what cannot be told comes last. */
static guint
rank_file (SzOffice *office, const char *path, GCancellable *cancellable)
{
  g_autoptr (SzImportDraft) draft = sz_import_draft_new (path);
  SzImportRequest request = sz_import_draft_request (draft);
  g_autoptr (SzImportLook) look = sz_office_import_look (office, &request, cancellable, NULL);
  guint rank = 0;

  while (sz_import_kinds ()[rank] != NULL
         && (look == NULL || sz_import_kinds ()[rank] != look->kind))
    rank++;
  return rank;
}

typedef struct
{
  GStrv paths;
  SzImportDraft *meter;
} Sorting;

static void
free_sorting (gpointer data)
{
  Sorting *sorting = data;

  g_strfreev (sorting->paths);
  sz_import_draft_unref (sorting->meter);
  g_free (sorting);
}

typedef struct
{
  char *path;
  guint rank;
} Ranked;

static int
compare_ranked_cb (gconstpointer a, gconstpointer b)
{
  return (int)((const Ranked *)a)->rank - (int)((const Ranked *)b)->rank;
}

static gpointer
sort_cb (SzOffice *office,
         gpointer input,
         SzProgress progress,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (Ranked));
  Sorting *sorting = input;
  char **paths = sorting->paths;
  const guint n = g_strv_length (paths);
  char **sorted = g_new0 (char *, n + 1);

  for (guint i = 0; paths[i] != NULL; i++)
    {
      /* One file alone needs no order, and is looked at next. */
      Ranked file = { paths[i], paths[1] != NULL ? rank_file (office, paths[i], cancellable) : 0 };

      g_array_append_val (files, file);
      sz_progress_report (sz_import_draft_progress (sorting->meter), "look", i + 1, n);
    }
  g_array_sort (files, compare_ranked_cb);
  for (guint i = 0; i < files->len; i++)
    sorted[i] = g_strdup (g_array_index (files, Ranked, i).path);
  return sorted;
}

void
sz_import_jobs_sort (SzTasks *tasks,
                     gpointer object,
                     GStrv paths,
                     SzImportDraft *meter,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback)
{
  Sorting *sorting = g_new0 (Sorting, 1);

  sorting->paths = paths;
  sorting->meter = sz_import_draft_ref (meter);
  sz_tasks_read (tasks, object,
                 SZ_WORK (sort_cb, sorting, free_sorting, (GDestroyNotify)g_strfreev), cancellable,
                 callback, NULL);
}

/* ---- values ---- */

static gpointer
unknown_cb (SzOffice *office,
            gpointer input,
            SzProgress progress,
            GCancellable *cancellable,
            GError **error)
{
  SzImportRequest request = sz_import_draft_request (input);

  return sz_office_import_unknown (office, &request, sz_import_draft_progress (input), cancellable,
                                   error);
}

void
sz_import_jobs_unknown (SzTasks *tasks,
                        gpointer object,
                        SzImportDraft *draft,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback)
{
  sz_tasks_read (tasks, object,
                 SZ_WORK (unknown_cb, sz_import_draft_ref (draft), free_draft,
                          (GDestroyNotify)g_ptr_array_unref),
                 cancellable, callback, NULL);
}

static gpointer
learn_cb (SzOffice *office,
          gpointer input,
          SzProgress progress,
          GCancellable *cancellable,
          GError **error)
{
  GArray *meanings = input;

  if (!sz_office_import_learn (office, (const SzImportMeaning *)(gpointer)meanings->data,
                               meanings->len, error))
    return NULL;
  return GINT_TO_POINTER (TRUE);
}

void
sz_import_jobs_learn (SzTasks *tasks,
                      gpointer object,
                      GArray *meanings,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback)
{
  sz_tasks_write (tasks, object, SZ_WORK (learn_cb, meanings, (GDestroyNotify)g_array_unref),
                  cancellable, callback, NULL);
}

/* ---- trying and doing ---- */

static gpointer
check_cb (SzOffice *office,
          gpointer input,
          SzProgress progress,
          GCancellable *cancellable,
          GError **error)
{
  SzImportRequest request = sz_import_draft_request (input);
  SzImportResult *result;

  request.dry_run = TRUE;
  request.count_sound = TRUE;
  request.list_changes = TRUE;
  result
      = sz_office_import (office, &request, sz_import_draft_progress (input), cancellable, error);
  return result != NULL ? sz_import_outcome_new (input, result) : NULL;
}

void
sz_import_jobs_check (SzTasks *tasks,
                      gpointer object,
                      SzImportDraft *draft,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback)
{
  /* A trial writes, and takes it back: it needs the writer. */
  sz_tasks_write (tasks, object,
                  SZ_WORK (check_cb, sz_import_draft_ref (draft), free_draft, free_outcome),
                  cancellable, callback, NULL);
}

typedef struct
{
  SzImportDraft *draft;
  SzImportDraft *meter; /* (nullable) */
  SzProgress progress;
} Doing;

static void
free_doing (gpointer data)
{
  Doing *doing = data;

  sz_import_draft_unref (doing->draft);
  sz_import_draft_unref (doing->meter);
  g_free (doing);
}

/* The window shows it, and the assistant while it stays open. */
static void
both_told_cb (const char *what, guint64 done, guint64 total, gpointer user_data)
{
  Doing *doing = user_data;

  sz_progress_report (doing->progress, what, done, total);
  sz_progress_report (sz_import_draft_progress (doing->meter), what, done, total);
}

static gpointer
import_cb (SzOffice *office,
           gpointer input,
           SzProgress progress,
           GCancellable *cancellable,
           GError **error)
{
  Doing *doing = input;
  SzImportRequest request = sz_import_draft_request (doing->draft);
  SzImportResult *result;

  doing->progress = progress;
  result = sz_office_import (office, &request,
                             doing->meter != NULL ? (SzProgress){ both_told_cb, doing } : progress,
                             cancellable, error);
  return result != NULL ? sz_import_outcome_new (doing->draft, result) : NULL;
}

void
sz_import_jobs_import (SzTasks *tasks,
                       gpointer object,
                       SzImportDraft *draft,
                       SzImportDraft *meter,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback)
{
  Doing *doing = g_new0 (Doing, 1);

  doing->draft = sz_import_draft_ref (draft);
  doing->meter = meter != NULL ? sz_import_draft_ref (meter) : NULL;
  sz_tasks_write (tasks, object,
                  SZ_WORK (import_cb, doing, free_doing, free_outcome, .changes = SZ_CHANGED_ALL),
                  cancellable, callback, NULL);
}

/* ---- a row, and all of them ---- */

typedef struct
{
  SzImportDraft *draft;     /* of a row; else the meter */
  SzImportOutcome *outcome; /* (nullable) */
  guint number;
  char *path;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  sz_import_draft_unref (job->draft);
  sz_import_outcome_unref (job->outcome);
  g_free (job->path);
  g_free (job);
}

static gpointer
row_cb (SzOffice *office,
        gpointer input,
        SzProgress progress,
        GCancellable *cancellable,
        GError **error)
{
  Job *job = input;
  SzImportRequest request = sz_import_draft_request (job->draft);

  return sz_import_look_row (&request, job->number, cancellable, error);
}

void
sz_import_jobs_row (SzTasks *tasks,
                    gpointer object,
                    SzImportDraft *draft,
                    guint number,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback)
{
  Job *job = g_new0 (Job, 1);

  job->draft = sz_import_draft_ref (draft);
  job->number = number;
  sz_tasks_read (tasks, object,
                 SZ_WORK (row_cb, job, free_job, (GDestroyNotify)sz_import_look_row_free),
                 cancellable, callback, NULL);
}

static gpointer
mark_cb (SzOffice *office,
         gpointer input,
         SzProgress progress,
         GCancellable *cancellable,
         GError **error)
{
  Job *job = input;
  SzImportRequest request = sz_import_draft_request (job->outcome->draft);

  if (!sz_import_write_marked (&request, job->outcome->result, job->path,
                               sz_import_draft_progress (job->draft), cancellable, error))
    return NULL;
  return GINT_TO_POINTER (TRUE);
}

void
sz_import_jobs_mark (SzTasks *tasks,
                     gpointer object,
                     SzImportOutcome *outcome,
                     SzImportDraft *meter,
                     const char *path,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback)
{
  Job *job = g_new0 (Job, 1);

  job->draft = sz_import_draft_ref (meter);
  job->outcome = sz_import_outcome_ref (outcome);
  job->path = g_strdup (path);
  sz_tasks_read (tasks, object, SZ_WORK (mark_cb, job, free_job), cancellable, callback, NULL);
}
