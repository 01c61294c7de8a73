/* sz-cli-college.c — the commands about the college as a whole, its people, sheets and files
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-cli-college.h"

#include <glib/gi18n.h>

static const SzCliCommand *const college[] = {
  &sz_cli_init,
  &sz_cli_demo,
  &sz_cli_template,
  &sz_cli_import,
  &sz_cli_imports,
  &sz_cli_import_undo,
  &sz_cli_param_list,
  &sz_cli_param_set,
  &sz_cli_people_find,
  &sz_cli_people_show,
  &sz_cli_people_set,
  &sz_cli_people_delete,
  &sz_cli_form,
  &sz_cli_form_list,
  &sz_cli_registers,
  &sz_cli_register,
  &sz_cli_register_add,
  &sz_cli_register_edit,
  &sz_cli_register_delete,
  &sz_cli_case,
  NULL,
};

const SzCliDuty sz_cli_college = { N_ ("The college, its people, sheets and forms"), college };

static const SzCliCommand *const safety[] = {
  &sz_cli_verify,  &sz_cli_verify_accept, &sz_cli_heads, &sz_cli_backup,
  &sz_cli_restore, &sz_cli_erase,         NULL,
};

static const SzCliCommand *const handover[] = {
  &sz_cli_key_show,      &sz_cli_key_trust,
  &sz_cli_keys,          &sz_cli_package_make,
  &sz_cli_package_show,  &sz_cli_package_diff,
  &sz_cli_package_apply, &sz_cli_packages,
  &sz_cli_package_undo,  NULL,
};

const SzCliDuty sz_cli_handover = { N_ ("Handing over between offices"), handover };

const SzCliDuty sz_cli_safety = { N_ ("Safety"), safety };
