/* sz-import-total.c — kinds pay-ledger 绩效工资台账, advances 预发, withholding 代扣, talents
 * 高层次人才薪酬
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-import-cell.h"
#include "sz-import-handlers-private.h"
#include "sz-import-run.h"
#include "sz-import-rows-private.h"
#include "sz-store-total.h"

SZ_IMPORT_ROWS (SzLedgerRow, sz_store_ledger)
SZ_IMPORT_ROWS (SzAdvanceRow, sz_store_advance)
SZ_IMPORT_ROWS (SzWithholdingRow, sz_store_withholding)
SZ_IMPORT_ROWS (SzTalentRow, sz_store_talent)

/* The fields of each kind stand in the order of sz-import-kind.c. */

enum
{
  LEDGER_YEAR,
  LEDGER_MONTH,
  LEDGER_ACCOUNT,
  LEDGER_AMOUNT,
  LEDGER_SOURCE,
  LEDGER_DOCUMENT,
};

/* RULE pay-1: R has four sources; what stands beside it may name its own. */
static gboolean
read_source (SzImportRun *run, SzLedgerRow *row)
{
  const SzCode *fund;
  g_autofree char *choices = NULL;

  if (!sz_import_read_text (run, LEDGER_SOURCE, &row->source))
    return FALSE;
  if (*row->source == '\0' || sz_import_means_nothing (row->source))
    {
      *row->source = '\0';
      return TRUE;
    }
  fund = sz_synonyms_code (run->synonyms, SZ_TABLE_FUND, row->source);
  if (fund != NULL)
    {
      g_free (row->source);
      row->source = g_strdup (fund->code);
      return TRUE;
    }
  if (row->account != SZ_ACCOUNT_BASIC && row->account != SZ_ACCOUNT_INCENTIVE)
    return TRUE;
  choices = sz_import_dup_choices (SZ_TABLE_FUND, "");
  sz_import_find (run, SZ_SEVERITY_ERROR, "code.unknown", LEDGER_SOURCE,
                  sz_import_get_cell (run, LEDGER_SOURCE)->text, "choices", choices, NULL);
  return FALSE;
}

static gboolean
parse_ledger (SzImportRun *run, gpointer data)
{
  SzLedgerRow *row = data;
  int account = SZ_ACCOUNT_BASIC;
  gboolean good = TRUE;

  good &= sz_import_read_year (run, LEDGER_YEAR, &row->year);
  good &= sz_import_read_month (run, LEDGER_MONTH, TRUE, &row->month);
  good &= sz_import_read_value (run, LEDGER_ACCOUNT, &account);
  good &= sz_import_read_signed_money (run, LEDGER_AMOUNT, &row->amount_fen);
  good &= sz_import_read_text (run, LEDGER_DOCUMENT, &row->document);
  row->account = (SzAccount)account;
  good &= read_source (run, row);
  return good;
}

static char *
make_ledger_key (gconstpointer data)
{
  const SzLedgerRow *row = data;

  return g_strdup_printf ("%d\x1f%d\x1f%d\x1f%s\x1f%s", row->year, row->month, row->account,
                          row->source, row->document);
}

/* Two payments of a month may differ by their amount alone. */
static char *
make_ledger_content (gconstpointer data)
{
  const SzLedgerRow *row = data;

  return g_strdup_printf ("%" G_GINT64_FORMAT, row->amount_fen);
}

/* RULE pay-1: X3 without its number makes the year a draft. */
static gboolean
check_ledger (SzImportRun *run, gpointer data, GError **error)
{
  const SzLedgerRow *row = data;

  if (row->account == SZ_ACCOUNT_X3 && (row->document == NULL || *row->document == '\0'))
    sz_import_find (run, SZ_SEVERITY_WARNING, "ledger.x3_unapproved", LEDGER_DOCUMENT, NULL, NULL);
  return TRUE;
}

static const SzImportRows ledger_rows = {
  SZ_IMPORT_ROWS_OF (SzLedgerRow, sz_store_ledger),
  .parse = parse_ledger,
  .key = make_ledger_key,
  .content = make_ledger_content,
  .ordinal_offset = G_STRUCT_OFFSET (SzLedgerRow, ordinal),
  .check = check_ledger,
};

const SzImportHandler sz_import_ledger_handler = {
  SZ_IMPORT_ROWS_HANDLER (ledger_rows),
};

enum
{
  ADVANCE_YEAR,
  ADVANCE_STAFF_NO,
  ADVANCE_MONTH,
  ADVANCE_AMOUNT,
};

static gboolean
parse_advance (SzImportRun *run, gpointer data)
{
  SzAdvanceRow *row = data;
  gboolean good = TRUE;

  good &= sz_import_read_year (run, ADVANCE_YEAR, &row->year);
  good &= sz_import_read_person (run, ADVANCE_STAFF_NO, -1, &row->person_id);
  good &= sz_import_read_month (run, ADVANCE_MONTH, FALSE, &row->month);
  good &= sz_import_read_signed_money (run, ADVANCE_AMOUNT, &row->amount_fen);
  return good;
}

static char *
make_month_key (gint64 person_id, int year, int month)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "\x1f%d\x1f%d", person_id, year, month);
}

static char *
make_advance_key (gconstpointer data)
{
  const SzAdvanceRow *row = data;

  return make_month_key (row->person_id, row->year, row->month);
}

static void
check_month (
    SzImportRun *run, guint staff_field, gint64 person_id, guint field, int year, int month)
{
  const SzDate first = sz_date_make (year, month, 1);

  sz_import_check_service (run, staff_field, person_id, (int)field, first,
                           sz_month_last_day (sz_date_month (first)));
}

static gboolean
check_advance (SzImportRun *run, gpointer data, GError **error)
{
  const SzAdvanceRow *row = data;

  check_month (run, ADVANCE_STAFF_NO, row->person_id, ADVANCE_MONTH, row->year, row->month);
  return TRUE;
}

static const SzImportRows advance_rows = {
  SZ_IMPORT_ROWS_OF (SzAdvanceRow, sz_store_advance),
  .parse = parse_advance,
  .key = make_advance_key,
  .check = check_advance,
};

const SzImportHandler sz_import_advances_handler = {
  .wants = SZ_IMPORT_WANTS_NAMES | SZ_IMPORT_WANTS_SERVICES,
  SZ_IMPORT_ROWS_HANDLER (advance_rows),
};

enum
{
  WITHHOLDING_YEAR,
  WITHHOLDING_STAFF_NO,
  WITHHOLDING_MONTH,
  WITHHOLDING_TAX,
  WITHHOLDING_OTHER,
};

static gboolean
parse_withholding (SzImportRun *run, gpointer data)
{
  SzWithholdingRow *row = data;
  gboolean good = TRUE;

  good &= sz_import_read_year (run, WITHHOLDING_YEAR, &row->year);
  good &= sz_import_read_person (run, WITHHOLDING_STAFF_NO, -1, &row->person_id);
  good &= sz_import_read_month (run, WITHHOLDING_MONTH, FALSE, &row->month);
  good &= sz_import_read_money (run, WITHHOLDING_TAX, &row->tax_fen);
  good &= sz_import_read_signed_money (run, WITHHOLDING_OTHER, &row->other_fen);
  return good;
}

static char *
make_withholding_key (gconstpointer data)
{
  const SzWithholdingRow *row = data;

  return make_month_key (row->person_id, row->year, row->month);
}

static gboolean
check_withholding (SzImportRun *run, gpointer data, GError **error)
{
  const SzWithholdingRow *row = data;

  check_month (run, WITHHOLDING_STAFF_NO, row->person_id, WITHHOLDING_MONTH, row->year, row->month);
  return TRUE;
}

static const SzImportRows withholding_rows = {
  SZ_IMPORT_ROWS_OF (SzWithholdingRow, sz_store_withholding),
  .parse = parse_withholding,
  .key = make_withholding_key,
  .check = check_withholding,
};

const SzImportHandler sz_import_withholding_handler = {
  .wants = SZ_IMPORT_WANTS_NAMES | SZ_IMPORT_WANTS_SERVICES,
  SZ_IMPORT_ROWS_HANDLER (withholding_rows),
};

enum
{
  TALENT_STAFF_NO,
  TALENT_MODE,
  TALENT_YEAR,
  TALENT_AMOUNT,
  TALENT_APPROVAL,
};

static gboolean
parse_talent (SzImportRun *run, gpointer data)
{
  SzTalentRow *row = data;
  int mode = SZ_PAY_REGIME_ANNUAL;
  gboolean good = TRUE;

  good &= sz_import_read_person (run, TALENT_STAFF_NO, -1, &row->person_id);
  good &= sz_import_read_value (run, TALENT_MODE, &mode);
  good &= sz_import_read_year (run, TALENT_YEAR, &row->year);
  good &= sz_import_read_money (run, TALENT_AMOUNT, &row->amount_fen);
  good &= sz_import_read_text (run, TALENT_APPROVAL, &row->approval);
  if (good && mode == SZ_PAY_REGIME_PERFORMANCE)
    {
      /* Whoever is paid from the pool is no talent on a contract. */
      sz_import_find (run, SZ_SEVERITY_ERROR, "code.unknown", TALENT_MODE,
                      sz_import_get_cell (run, TALENT_MODE)->text, "choices", "年薪、协议、项目",
                      NULL);
      good = FALSE;
    }
  row->mode = (SzPayRegime)mode;
  return good;
}

static char *
make_talent_key (gconstpointer data)
{
  const SzTalentRow *row = data;

  return g_strdup_printf ("%" G_GINT64_FORMAT "\x1f%d\x1f%d", row->person_id, row->year, row->mode);
}

/* RULE pay-7: who is paid by contract takes no part, though the register still says 绩效. */
static gboolean
check_talent (SzImportRun *run, gpointer data, GError **error)
{
  const SzTalentRow *row = data;
  g_autoptr (GError) fault = NULL;
  g_autoptr (SzPersonFile) file = sz_store_person_by_id (run->store, row->person_id, &fault);
  SzPersonState state;

  if (file == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  sz_person_state_at ((const SzRecord *)(gpointer)file->records->data, file->records->len,
                      (const SzService *)(gpointer)file->services->data, file->services->len,
                      sz_date_make (row->year, 12, 31), &state);
  if (state.pay_regime == SZ_PAY_REGIME_PERFORMANCE)
    sz_import_find (run, SZ_SEVERITY_WARNING, "talent.regime", TALENT_MODE,
                    sz_import_get_cell (run, TALENT_MODE)->text, "staff_no", file->person.staff_no,
                    "name", file->person.name, NULL);
  return TRUE;
}

static const SzImportRows talent_rows = {
  SZ_IMPORT_ROWS_OF (SzTalentRow, sz_store_talent),
  .parse = parse_talent,
  .key = make_talent_key,
  .check = check_talent,
};

const SzImportHandler sz_import_talents_handler = {
  .wants = SZ_IMPORT_WANTS_NAMES,
  SZ_IMPORT_ROWS_HANDLER (talent_rows),
};
