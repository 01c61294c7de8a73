/* sz-pay-freeze.c — a computed scheme kept as a run, with what it read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-pay-freeze.h"

#include "sz-pay-inputs.h"
#include "sz-scheme-file.h"

static void
set_text (char **place, char *text)
{
  g_free (*place);
  *place = text;
}

gboolean
sz_pay_freeze (
    SzAct *act, const SzPayFreeze *freeze, SzPayRun *run, SzPayLife *life, GError **error)
{
  SzPutResult put;
  char *hash;

  g_return_val_if_fail (act != NULL && freeze != NULL && run != NULL && life != NULL, FALSE);
  if (run->name == NULL)
    run->name = g_strdup (freeze->scheme->name);
  run->from = freeze->scheme->from;
  run->to = freeze->scheme->to;
  set_text (&run->scheme, sz_scheme_file_format (freeze->scheme));
  set_text (&run->parameters, g_strdup (freeze->basis->parameters));
  set_text (&run->inputs_hash, sz_pay_facts_dup_hash (freeze->basis->facts));
  if (run->id != 0 && !sz_store_pay_drop_book (act, run->id, error))
    return FALSE;
  if (!sz_store_pay_put (act, run, freeze->scheme, &freeze->basis->input, freeze->result,
                         freeze->cancellable, error))
    return FALSE;
  hash = sz_pay_inputs_write (act, run->id, freeze->basis, freeze->scheme, error);
  if (hash == NULL)
    return FALSE;
  set_text (&life->inputs_hash, hash);
  life->run_id = run->id;
  life->revision++;
  life->reserve_fen = freeze->result->reserve_fen;
  life->total_fen = freeze->result->total_fen;
  return sz_store_pay_life_put (act, life, SZ_PUT_UPDATE, &put, error);
}
