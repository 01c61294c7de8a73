/* sz-words-store.c — sentences: the database, its backups and the chain of acts
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-words-private.h"

/* Each says what is wrong and what to do next; row and column are put before it. */
const SzWords sz_words_store[] = {
  { "act.cancelled", N_ ("Stopped. Nothing was written.") },
  { "act.done_unsure",
    N_ ("It was done and stands in {file}, but the disk did not confirm it ({detail}). Do not "
        "repeat it. Check the disk, then open the college again and verify it.") },
  { "act.unknown",
    N_ ("Whether it was done cannot be said: {file} cannot be read at this moment ({detail}). "
        "Check the disk or the share, open the college again and look before you repeat it.") },
  { "act.repeated", N_ ("This was done already.") },
  { "cancelled", N_ ("Stopped. Nothing was written.") },
  { "db.bad_value", N_ ("The database {file} holds a value that does not belong there ({detail}). "
                        "Verify the records, or restore a backup.") },
  { "db.busy", N_ ("Somebody else is using {file} at this moment. Nothing was written; try again "
                   "shortly.") },
  { "db.busy+who", N_ ("{who} ({host}) has been writing to {file} since {since}. Nothing was "
                       "written; try again when that is done.") },
  { "db.cannot_open",
    N_ ("The database {file} cannot be opened: {detail}. Check the path and the permissions.") },
  { "db.constraint", N_ ("The database refuses this record: {detail}.") },
  { "db.unique", N_ ("There is such a record already: {detail}.") },
  { "db.corrupt", N_ ("The database {file} is damaged ({detail}). Do not write to it; restore the "
                      "newest backup.") },
  { "db.disk_full",
    N_ ("There is no room on the disk for {file}. Nothing was written; make room and try again.") },
  { "db.empty", N_ ("{file} is empty: there is no college in it. Choose the right file, or restore "
                    "a backup.") },
  { "db.folder", N_ ("{file} is a folder. Give the college's file in it.") },
  { "db.failed", N_ ("The database {file} did not do what it was asked: {detail}.") },
  { "db.foreign_key",
    N_ ("Other records still hang on this one, or what it refers to is not there.") },
  { "db.io", N_ ("The disk or share of {file} failed: {detail}. Nothing was saved, and nothing is "
                 "said of the college itself; check the disk or the share and try again.") },
  { "db.journal",
    N_ ("The journal that {file} needs beside it while it is written cannot be opened: "
        "{detail}. Nothing was written; look what stands in its way in the folder.") },
  { "db.memory", N_ ("There is not enough memory. Close other programs and try again.") },
  { "db.missing",
    N_ ("There is no college at {file}. Make one with “init”, or give its place with --db."),
    .desk = N_ ("There is no college at {file}. Make a new one, or choose the right "
                "file.") },
  { "db.newer_schema", N_ ("{file} was written by a newer version of this program. Install that "
                           "version; nothing was changed.") },
  { "db.not_ours",
    N_ ("{file} is no college of this program but another file. Nothing in it was "
        "touched. Choose the college's file, or make one with “init”."),
    .desk = N_ ("{file} is no college of this program but another file. Nothing in it "
                "was touched. Choose the college's file, or make a new college.") },
  { "db.read_only",
    N_ ("{file} can only be read: the file or its folder is protected against writing. Nothing was "
        "written; take the protection off, or copy it with “backup” to where you may write."),
    .desk = N_ ("{file} can only be read: the file or its folder is protected against "
                "writing. Nothing was written; take the protection off, or put a copy "
                "where you may write.") },
  { "db.replaced", N_ ("{file} was replaced while this waited for it. Nothing was written; open it "
                       "again and look before you repeat it.") },
  { "db.rolled_back",
    N_ ("The database took the operation back. Nothing was written; try again.") },
  { "db.schema_changed",
    N_ ("{file} is a college, but another program changed its tables (“{detail}”). Nothing in it "
        "was touched; restore the newest backup.") },
  { "db.too_big", N_ ("A value is too large for the database.") },
  { "db.unsure", N_ ("The disk did not confirm what was last written to {file}, so nothing more is "
                     "written. Check the disk, then open the college again.") },
  { "db.unknown_uri", N_ ("“{uri}” is no address of a database. Give a path, sqlite:PATH, or "
                          "postgresql://LOGIN@SERVER/DATABASE?sslmode=verify-full.") },
  { "db.password_in_uri",
    N_ ("An address must not hold the password: others can read it in lists of programs and in "
        "histories. Leave it out; it is asked for, or comes by --password-file or "
        "SHIZI_PASSWORD.") },
  { "db.tls_required",
    N_ ("The way to {host} leaves this computer, so the server must prove who it is before it gets "
        "a password. Add ?sslmode=verify-full to the address, and sslrootcert=FILE if its "
        "certificate is the college's own.") },
  { "db.tls_failed", N_ ("The server {host} could not prove who it is, and no password was sent: "
                         "{detail}. Ask its administrator.") },
  { "college.moved",
    N_ ("This college was moved to {to}. {file} stays as it was then; go on working "
        "over there.") },
  { "move.unsound", N_ ("What arrived of {file} does not fit its log ({detail}), so nothing was "
                        "moved. “verify” says what is wrong with it.") },
  { "carry.differs", N_ ("The rows of {table} did not arrive at {file} as they are; nothing was "
                         "kept there. Try again.") },
  { "carry.schema", N_ ("The tables here and at {file} are not of one version ({table}); nothing "
                        "was moved. Use the same version of the program on both sides.") },
  { "db.no_client",
    N_ ("A college on a server needs PostgreSQL's library, and this computer does not "
        "have it ({detail}). Install the package libpq5.") },
  { "db.unreachable", N_ ("There is no answer from the server {host}, port {port}. Check the "
                          "network, or ask its administrator ({detail}).") },
  { "db.sign_in", N_ ("The server does not let {login} into {file}. Check login and password; an "
                      "account is made by the college's administrator.") },
  { "db.too_many", N_ ("Too many are connected to the server of {file}. Nothing was written; try "
                       "again later.") },
  { "db.others_online", N_ ("{count} others have {file} open: {who}. An upgrade needs it alone; "
                            "nothing was changed. Ask them to close it, then open it again.") },
  { "db.upgrading", N_ ("{file} is being upgraded. Open it again in a minute.") },
  { "db.unsuitable", N_ ("{file} cannot hold a college ({detail}). It needs PostgreSQL 13 or newer "
                         "and a database in "
                         "UTF8 with LC_COLLATE C; “server prepare” makes one.") },
  { "db.connection_lost", N_ ("The connection to {file} was lost. Nothing was written; try again "
                              "when the server answers.") },
  { "db.server_stopped",
    N_ ("The server of {file} was stopped. Nothing was written; try again when "
        "it answers.") },
  { "db.upgrade_needed", N_ ("{file} is of an older version and open for reading only. Open it for "
                             "writing once; a copy is put aside first.") },
  { "store.made",
    N_ ("{file} was made, but could not be opened then ({detail}). Open it when the disk "
        "answers again.") },
  { "store.exists", N_ ("{file} is there already. Open it, or choose another name.") },
  { "restore.unconfirmed",
    N_ ("The backup was put in the place of {file}, but the disk did not confirm it. The file that "
        "was there before lies at {replaced}. Check the disk.") },
  { "restore.not_logged",
    N_ ("The backup was put in the place of {file}, and the file that was there before lies at "
        "{replaced}; only the restored college's log could not be written ({detail}).") },
  { "restore.new_not_logged",
    N_ ("The backup was restored to {file}; only the restored college's log "
        "could not be written ({detail}).") },
  { "row.in_use", N_ ("This record cannot be removed: others hang on it.") },
  { "row.stale",
    N_ ("Somebody else changed this record meanwhile. Look at it anew and repeat the change.") },
  { "row.gone", N_ ("{by} deleted this record at {at}, while it was open here.") },
  { "row.duplicate+table",
    N_ ("The record “{key}” ({table}) is there already. Nothing was written; "
        "take one of the two out.") },
  { "row.unknown_reference+table", N_ ("What the record “{key}” ({table}) refers to is not there. "
                                       "Nothing was written.") },
  { "row.unknown_reference", N_ ("What this record refers to is not there.") },
  { "backup.damaged",
    N_ ("The backup {file} is damaged ({detail}). Choose another one; nothing was replaced.") },
  { "backup.exists", N_ ("{file} is there already. Choose another name for the backup.") },
  { "backup.base_missing",
    N_ ("{file} holds only what changed since {base}, and that copy is not there. "
        "Choose another one; nothing was replaced.") },
  { "backup.unverified", N_ ("{file} was written, but this copy could not be restored ({detail}). "
                             "Verify the college; an older copy may be needed.") },
  { "college.unsound",
    N_ ("{file} does not verify since {since} ({faults} faults), so nothing is written "
        "to it. Restore a backup, or accept it as it is with “verify accept”."),
    .desk
    = N_ ("{file} does not verify since {since} ({faults} faults), so nothing is written to it. "
          "Restore a backup, or accept it as it is.") },
  { "verify.nothing", N_ ("The college verifies: there is nothing to accept.") },
  { "verify.reason_missing", N_ ("Say why the college is right as it is.") },
  { "head.format", N_ ("“{head}” is no head of a log. It looks like 3f2a9c04be17@128.") },
  { "erase.unknown", N_ ("Nobody has the staff number {staff_no}.") },
  { "erase.in_service",
    N_ ("{name} ({staff_no}) is in service, and the numbers are needed. They can be "
        "erased when the service has ended.") },
  { "erase.nothing", N_ ("The numbers of {staff_no} were erased before.") },
  { "erase.document_missing", N_ ("Give the document by which the numbers are erased.") },
  { "erase.unsound",
    N_ ("The journal of act {seq} was changed behind the program's back; nothing is "
        "erased in it. Verify the college first.") },
  { "backup.not_logged",
    N_ ("The backup {file} was written and read back, and it is good; only the college's log could "
        "not be written ({detail}). Make room, or wait for the others.") },
  { "backup.other_college",
    N_ ("{file} is a backup of “{theirs}”, but {target} holds “{ours}”. Nothing was replaced. "
        "Give another place with --db to have both."),
    .desk = N_ ("{file} is a backup of “{theirs}”, but {target} holds “{ours}”. Nothing"
                " was replaced. Choose another place to have both.") },
  { "backup.not_equal",
    N_ ("The copy {file} did not read back as the original and was thrown away. Check the disk.") },
  { "audit.head_missing",
    N_ ("the log does not hold the act with the head {head}: it was written anew, "
        "cut off, or is older than what the head was taken from.") },
  { "audit.act_changed", N_ ("act {seq} in the log was changed after it was written.") },
  { "audit.act_removed", N_ ("act {seq} was removed from the log.") },
  { "audit.act_reordered", N_ ("act {seq} stands in the wrong place of the log.") },
  { "audit.tail_removed", N_ ("acts at the end of the log were removed, from {seq} on.") },
  { "audit.head_changed", N_ ("the head of the log does not fit its last act {seq}.") },
  { "audit.journal_changed", N_ ("the changes recorded with act {seq} were tampered with.") },
  { "audit.journal_extra", N_ ("a change ({change}) belongs to no act.") },
  { "audit.row_changed", N_ ("the record {id} in {table} was changed behind the program's back.") },
  { "audit.row_removed", N_ ("the record {id} in {table} was removed behind the program's back.") },
  { "audit.row_added", N_ ("the record {id} in {table} was added behind the program's back.") },
  { "audit.run_changed", N_ ("the stored pay run {run} was tampered with.") },
  { "audit.numbers_changed",
    N_ ("the record of the last number given in {table} was changed behind the program's back.") },
  { "audit.schema_changed",
    N_ ("the record of schema version {version} was changed behind the program's back.") },
  { "audit.unsigned", N_ ("the act {seq} bears no signature, though every act since the first "
                          "account has one.") },
  { "audit.signature_wrong", N_ ("the signature of the act {seq} is of nobody whose name it "
                                 "bears.") },
  { "audit.more",
    NP_ ("{count} further fault is not listed. Restore a backup.",
         "{count} further faults are not listed. Restore a backup."),
    .count = "count" },
  { "by_table.teaching_records", N_ ("teaching") },
  { "by_table.training_records", N_ ("training records") },
  { "by_table.quotas", N_ ("hours quotas") },
  { "by_table.roles", N_ ("roles") },
  { "by_table.awards", N_ ("award points") },
  { "by_table.factors", N_ ("scheme values") },
  { "by_table.assessments", N_ ("assessments") },
  { "by_table.annual_pays", N_ ("annual pay") },
  { "by_table.advances", N_ ("advances") },
  { "by_table.withholdings", N_ ("withholding") },
  { "by_table.transfers", N_ ("technology transfers") },
  { "by_table.talents", N_ ("talent pay") },
  { "by_table.timetable", N_ ("timetable") },
  { "by_table.pay_people", N_ ("a pay run") },
  { "by_table.person_records", N_ ("records of people") },
  { "by_table.services", N_ ("service of people") },
  { NULL },
};
