/* sz-cli-college.h — the commands about the college as a whole, its people, sheets and files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-cli-command.h"

G_BEGIN_DECLS

extern const SzCliDuty sz_cli_college;
extern const SzCliDuty sz_cli_handover;
extern const SzCliDuty sz_cli_safety;

extern const SzCliCommand sz_cli_backup;
extern const SzCliCommand sz_cli_case;
extern const SzCliCommand sz_cli_demo;
extern const SzCliCommand sz_cli_erase;
extern const SzCliCommand sz_cli_form;
extern const SzCliCommand sz_cli_form_list;
extern const SzCliCommand sz_cli_heads;
extern const SzCliCommand sz_cli_import;
extern const SzCliCommand sz_cli_import_undo;
extern const SzCliCommand sz_cli_imports;
extern const SzCliCommand sz_cli_init;
extern const SzCliCommand sz_cli_key_show;
extern const SzCliCommand sz_cli_key_trust;
extern const SzCliCommand sz_cli_keys;
extern const SzCliCommand sz_cli_package_apply;
extern const SzCliCommand sz_cli_package_diff;
extern const SzCliCommand sz_cli_package_make;
extern const SzCliCommand sz_cli_package_show;
extern const SzCliCommand sz_cli_package_undo;
extern const SzCliCommand sz_cli_packages;
extern const SzCliCommand sz_cli_param_list;
extern const SzCliCommand sz_cli_param_set;
extern const SzCliCommand sz_cli_people_delete;
extern const SzCliCommand sz_cli_people_find;
extern const SzCliCommand sz_cli_people_set;
extern const SzCliCommand sz_cli_people_show;
extern const SzCliCommand sz_cli_register;
extern const SzCliCommand sz_cli_register_add;
extern const SzCliCommand sz_cli_register_delete;
extern const SzCliCommand sz_cli_register_edit;
extern const SzCliCommand sz_cli_registers;
extern const SzCliCommand sz_cli_restore;
extern const SzCliCommand sz_cli_template;
extern const SzCliCommand sz_cli_verify;
extern const SzCliCommand sz_cli_verify_accept;

/** sz_cli_import_kind_read_cb: a word into a `const SzImportKind *`; usage lists them. */
gboolean sz_cli_import_kind_read_cb (SzCli *cli, const char *text, gpointer member);

G_END_DECLS
