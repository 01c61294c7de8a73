/* sz-words-account.c — sentences about accounts and rights (RULE acc-1 … acc-6)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <glib/gi18n.h>

#include "sz-words-private.h"

const SzWords sz_words_account[] = {
  { "account.sign_in", N_ ("This college has accounts. Sign in: --as LOGIN, and the password with "
                           "--password-file, in SHIZI_PASSWORD, or typed on a terminal.") },
  { "account.wrong", N_ ("Login or password are wrong.") },
  { "account.wait",
    N_ ("Too many wrong passwords under this login. Try again in {seconds} seconds.") },
  { "account.key_lost", N_ ("The account's key does not open with this password: something other "
                            "than this program changed the account. Have an administrator set a "
                            "new password.") },
  { "account.memory", N_ ("There is not enough memory to check a password.") },
  { "account.login", N_ ("“{login}” is no login: 2 to 32 small letters, digits, “_” and “-”, a "
                         "letter first.") },
  { "account.name",
    N_ ("An account needs a name, without spaces before and behind it: it stands in the log.") },
  { "account.role", N_ ("“{role}” names no roles. There are: personnel, finance, leader, "
                        "supervisor, administrator; several with commas between them.") },
  { "account.roles_apart", N_ ("Administrator and supervisor go with no other role: who grants "
                               "rights or checks must not act.") },
  { "account.joint", N_ ("One account may hold personnel and finance only where the parameter "
                         "account.joint_offices says so, with the document that allows it.") },
  { "account.first", N_ ("The first account must be an administrator and nothing else.") },
  { "account.known", N_ ("There is an account “{login}” already. A login is never given twice.") },
  { "account.name_known", N_ ("There is an account of “{name}” already. Names in the log must tell "
                              "people apart.") },
  { "account.unknown", N_ ("There is no account “{login}”.") },
  { "account.already_closed", N_ ("The account “{login}” is closed.") },
  { "account.closed", N_ ("The account “{login}” was closed. Nothing was done.") },
  { "account.last_administrator", N_ ("This is the last administrator. Make another one first.") },
  { "account.password_short", N_ ("The password must have 12 characters at least.") },
  { "account.password_own", N_ ("Login and name are no passwords. Choose another one.") },
  { "account.password_common",
    N_ ("This password is one of the first that anybody would try. Choose another one.") },
  { "account.password_missing", N_ ("The password is missing: give it with --password-file or in "
                                    "SHIZI_PASSWORD, or type it on a terminal.") },
  { "account.password_differs", N_ ("The two passwords differ. Nothing was changed.") },
  { "account.code", N_ ("This is not the recovery code of this account, or it was used before.") },
  { "account.protects",
    N_ ("From now on everybody signs in. That stops acts by mistake or under another's "
        "name in this program, and nobody can later forge an act of another. It does "
        "not stop who can read the file from reading it with another tool, from "
        "deleting it or putting an older copy in its place, nor from editing rows, "
        "which “verify” finds. Protect the file itself: by its rights, an encrypted "
        "disk, or by not lending it.") },
  { "server.administrator", N_ ("A college on a server has accounts from the start: name its "
                                "administrator with --administrator LOGIN.") },
  { "server.exists", N_ ("The server has a database {name} already. Choose another name.") },
  { "server.file", N_ ("{file} lies in a file, not on a server.") },
  { "server.login_taken",
    N_ ("The server knows the login {detail} for something else. Choose another "
        "one.") },
  { "server.name", N_ ("“{name}” is no name for a database of ours: small letters, digits and _, a "
                       "letter first, 40 at most.") },
  { "server.head", N_ ("The act {detail} does not go on from the head of the log. Nothing was "
                       "written.") },
  { "server.changes", N_ ("The act {detail} does not hold the changes it says. Nothing was "
                          "written.") },
  { "server.hash", N_ ("The act {detail} does not hash to what it says. Nothing was written.") },
  { "server.journal", N_ ("A row would change without its line in the journal ({detail}). Nothing "
                          "was written.") },
  { "server.who",
    N_ ("An act in the name of {detail} is not this account's. Nothing was written.") },
  { "server.clock", N_ ("The clock of this computer is more than ten minutes off the server's "
                        "({detail}). Nothing was written; set it right and repeat.") },
  { "server.step", N_ ("The step ({detail}) does not go on from where the case stands. Nothing was "
                       "written.") },
  { "run.frozen", N_ ("What the run {detail} was reviewed with cannot be changed. Nothing was "
                      "written.") },
  { "server.last_id", N_ ("An id in {detail} would be given twice. Nothing was written.") },
  { "role.denied+detail", N_ ("This account may not do that ({detail}). Nothing was changed.") },
  { "role.denied+file",
    N_ ("The server of {file} does not let this account do that ({detail}). Nothing was "
        "changed.") },
  { "role.denied", N_ ("Your role ({role}) may not do this ({act}). Nothing was changed.") },
  { NULL },
};
