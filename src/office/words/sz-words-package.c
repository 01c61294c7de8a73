/* sz-words-package.c — sentences about packages and keys (RULE pkg-5)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-words-private.h"

const SzWords sz_words_package[] = {
  { "package.format", N_ ("{file} is no package of this program.") },
  { "package.version", N_ ("{file} was made by a newer program. Update this one.") },
  { "package.truncated", N_ ("{file} is cut short. Have it copied or made again.") },
  { "package.too_large", N_ ("The package holds more than a package may: 4 GiB inside, 16 keys, "
                             "1,000,000 rows a table. Nothing was taken from it.") },
  { "package.kdf_limit",
    N_ ("The package asks for more memory or time than any package of this program does. It was "
        "not opened.") },
  { "package.wrong_key", N_ ("The package does not open with this password, nor with your key.") },
  { "package.damaged", N_ ("The package is damaged. Have it copied or made again; nothing was "
                           "taken from it.") },
  { "package.trailing",
    N_ ("Something stands behind the end of {file}. Have it copied again; nothing was taken from "
        "it.") },
  { "package.signature",
    N_ ("The signature of the package is wrong: it is not what its sender made. Nothing was taken "
        "from it.") },
  { "package.newer_schema",
    N_ ("The package comes from a newer program than this one. Update this one.") },
  { "package.other_college", N_ ("The package is of another college: “{college}”.") },
  { "package.unknown_sender",
    N_ ("The sender's key is not known here. Compare the fingerprint {fingerprint} by telephone, "
        "and take the key in with “key trust”.") },
  { "package.repeated", N_ ("This package was taken over before: {at}, by {who}.") },
  { "package.older", N_ ("This is package {number} of its sender; number {last} was taken over "
                         "already. Ask for a new one.") },
  { "package.reference", N_ ("{table}, row {key}: it names {column}, who is neither in the package "
                             "nor here. Nothing was taken over.") },
  { "package.value", N_ ("{table}, row {key}: a value is not what it should be. Nothing was taken "
                         "over.") },
  { "package.conflicts",
    N_ ("{count} rows were changed on both sides. Look at them with “package diff” and decide with "
        "--take or --decide; nothing was taken over.") },
  { "package.decision", N_ ("{file}, row {row}: it must say table, key, and theirs or mine.") },
  { "package.exists", N_ ("{file} is there already. Choose another name for the package.") },
  { "package.nobody",
    N_ ("Say who can open the package: a password, or the name of a known key.") },
  { "package.password_short", N_ ("The password must have 12 characters at least.") },
  { "package.part", N_ ("There is no part “{part}”. There are: {known}.") },
  { "package.year", N_ ("The part “{part}” is of one year. Say which.") },
  { "package.run", N_ ("The part “{part}” is of one pay run. Say which: --run.") },
  { "package.plan", N_ ("The part “{part}” is of one plan of recruitment. Say which: --plan.") },
  { "package.batch", N_ ("The part “{part}” is of one round of titles. Say which: --batch.") },
  { "package.superfluous", N_ ("The part “{part}” is of no {option}. Leave it out.") },
  { "package.run_state",
    N_ ("Run {run} is only computed. It can be handed over when it was reviewed.") },
  { "package.nothing", N_ ("There is no “{name}” here that could be handed over as {part}.") },
  { "package.no_year", N_ ("The part “{part}” is of all years. Leave the year out.") },
  { "package.memory", N_ ("There is not enough memory to compute the key from the password.") },
  { "package.unknown", N_ ("There is no package {no}.") },
  { "package.not_in", N_ ("Package {no} went out from here. Only one that came in can be taken "
                          "back.") },
  { "package.is_backup", N_ ("{file} is an encrypted backup. Restore it instead.") },
  { "package.no_backup", N_ ("{file} is a package of another office, no backup. Take it over "
                             "instead.") },
  { "person.field", N_ ("“{field}” is no field with a value of its kind. Write it as name=value, "
                        "with the names and values that “people show” gives.") },
  { "key.invalid", N_ ("“{key}” is no key: 64 digits from 0 to f.") },
  { "key.damaged", N_ ("{file} holds no key. Put back the one that was there, or take it away to "
                       "have a new one.") },
  { "key.known", N_ ("“{name}”, or this key, is known already.") },
  { "key.unknown", N_ ("No key is known under the name “{name}”.") },
  { NULL },
};
