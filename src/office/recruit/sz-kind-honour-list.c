/* sz-kind-honour-list.c — the list of honours that open the way to direct assessment, as a sheet
 * (RULE rec-8)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "sz-honour-list.h"
#include "sz-import-cell.h"
#include "sz-kinds-recruit.h"
#include "sz-store-param.h"

enum
{
  CODE,
  NAME,
  LEVEL,
  OTHERS,
  TEAM,
  LOWEST,
  SOURCE,
  FROM,
};

/* clang-format off */
static const SzImportField fields[] = {
  [CODE] = { "代码", SZ_FIELD_TEXT, .required = TRUE, .example = "H09",
             .note = N_ ("An honour with several team sizes stands once for each") },
  [NAME] = { "名称", SZ_FIELD_TEXT, .required = TRUE, .example = "全国行业职业技能竞赛一类赛决赛" },
  [LEVEL] = { "级别", SZ_FIELD_TEXT, .required = TRUE, .example = "国家级" },
  [OTHERS] = { "别名", SZ_FIELD_WORDS, .example = "全国行业一类赛决赛" },
  [TEAM] = { "队员数", SZ_FIELD_COUNT, .example = "2" },
  [LOWEST] = { "最低名次", SZ_FIELD_COUNT, .example = "7", .note = N_ ("Empty: any rank counts") },
  [SOURCE] = { "文号", SZ_FIELD_TEXT, .example = "鲁人社字〔2025〕1号" },
  [FROM] = { "生效日期", SZ_FIELD_DATE, .example = "2025-01-01", .note = N_ ("Empty: from today on") },
};
/* clang-format on */

/* A row of the sheet. */
typedef struct
{
  SzHonourLine line;
  SzDate from;
} Row;

static void
clear_row (Row *row)
{
  sz_honour_line_clear (&row->line);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, clear_row)

/* What this pass has read so far: the list as it is to be kept. */
typedef struct
{
  json_t *list;
  SzDate from;
} State;

static gboolean
begin (SzImportRun *run, GError **error)
{
  State *state = run->state;

  if (state == NULL)
    run->state = state = g_new0 (State, 1);
  json_decref (state->list);
  state->list = json_array ();
  state->from = SZ_DATE_NONE;
  g_clear_pointer (&run->keys, sz_import_keys_free);
  run->keys = sz_import_keys_new ();
  return TRUE;
}

static void
end (SzImportRun *run)
{
  State *state = run->state;

  if (state != NULL)
    json_decref (state->list);
  g_free (state);
  run->state = NULL;
}

static gboolean
read_row (SzImportRun *run, Row *row)
{
  gboolean good = sz_import_read_text (run, CODE, &row->line.code);

  good &= sz_import_read_text (run, NAME, &row->line.name);
  good &= sz_import_read_text (run, LEVEL, &row->line.level);
  good &= sz_import_read_list (run, OTHERS, &row->line.others);
  good &= sz_import_read_text (run, SOURCE, &row->line.source);
  good &= sz_import_read_count (run, TEAM, &row->line.team);
  good &= sz_import_read_count (run, LOWEST, &row->line.lowest);
  good &= sz_import_read_date (run, FROM, &row->from);
  if (good && row->line.team > 0 && row->line.lowest == 0)
    good = sz_import_fail (run, "required.missing", LOWEST, "");
  return good;
}

/* Takes the row into the list; findings where it says otherwise than a row before. */
static void
take_row (SzImportRun *run, const Row *row)
{
  State *state = run->state;
  const SzHonourLine *line = &row->line;
  const json_t *entry = sz_honour_list_find (state->list, line->code);
  const char *name
      = entry != NULL ? json_string_value (json_object_get (entry, "name")) : line->name;
  g_autofree char *key = g_strdup_printf ("%s\037%d", line->code, MAX (line->team, 1));
  const guint first = sz_import_keys_add (run->keys, key, run->row->number, NULL);

  if (run->act == NULL && first != 0)
    {
      g_autofree char *where = sz_import_dup_where (first);

      sz_import_find (run, SZ_SEVERITY_ERROR, "row.duplicate", CODE, line->code, "where", where,
                      NULL);
      return;
    }
  if (run->act == NULL && strcmp (name, line->name) != 0)
    {
      sz_import_find (run, SZ_SEVERITY_ERROR, "row.conflict", NAME, line->name, "where", line->code,
                      NULL);
      return;
    }
  sz_honour_list_join (state->list, line);
  if (state->from == SZ_DATE_NONE)
    state->from = row->from != SZ_DATE_NONE ? row->from : run->today;
}

static gboolean
check (SzImportRun *run, GError **error)
{
  g_auto (Row) row = { 0 };

  if (read_row (run, &row))
    take_row (run, &row);
  return TRUE;
}

/* The whole list stands in one row of the parameters: each row of the sheet makes it longer. */
static gboolean
write_row (SzImportRun *run, SzPutResult *result, GError **error)
{
  State *state = run->state;
  g_auto (Row) row = { 0 };
  SzParam param = { .key = (char *)SZ_HONOUR_LIST_KEY };
  const char *source;
  char *value;
  gboolean put;

  if (!read_row (run, &row))
    return TRUE;
  take_row (run, &row);
  source = json_string_value (json_object_get (json_array_get (state->list, 0), "source"));
  value = json_dumps (state->list, JSON_COMPACT);
  param.value = value;
  param.source = (char *)(*source != '\0' ? source : run->kind->name);
  param.from = state->from;
  put = sz_store_param_put (run->act, &param, NULL, error);
  free (value);
  *result = SZ_PUT_INSERTED;
  return put;
}

static const SzImportHandler handler
    = { .begin = begin, .check = check, .write = write_row, .end = end };

const SzImportKind sz_import_kind_honour_list
    = { "honour-list", "直接考察荣誉清单", SZ_IMPORT_FIELDS (fields), .handler = &handler };
