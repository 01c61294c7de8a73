/* sz-words-case.c — sentences: steps of a case
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-words-private.h"

const SzWords sz_words_case[] = {
  { "step.not_allowed", N_ ("It is “{state}”; “{verb}” is not possible then.") },
  { "step.no_reason", N_ ("“{verb}” wants a reason.") },
  { "step.no_document", N_ ("“{verb}” wants the number of a document (文号).") },
  { "step.no_day", N_ ("“{verb}” wants a day.") },
  { "maker.checker", N_ ("{who} took part in it before; “{verb}” is somebody else's.") },
  { "case.unknown", N_ ("There is no such case. The list shows those there are.") },
  { "objection.unknown", N_ ("There is no such objection. The list shows those there are.") },
  { "objection.open", N_ ("An objection is not answered yet. Answer it first.") },
  { NULL },
};
