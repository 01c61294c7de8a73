/* sz-idcard.h — citizen ID numbers 公民身份号码, GB 11643-1999 (RULE ppl-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "sz-date.h"

G_BEGIN_DECLS

typedef enum
{
  SZ_SEX_UNKNOWN = 0,  /* 未知, GB/T 2261.1 */
  SZ_SEX_MALE = 1,     /* 男 */
  SZ_SEX_FEMALE = 2,   /* 女 */
  SZ_SEX_UNSTATED = 9, /* 未说明 */
} SzSex;

typedef enum
{
  SZ_IDCARD_OK,
  SZ_IDCARD_DAMAGED, /* a number cell, 3.7E+17, or ends in 000 and fails its check: Excel ate digits
                      */
  SZ_IDCARD_BIRTHDATE, /* no real birth date, or in the future */
  SZ_IDCARD_CHECKSUM,  /* wrong length, foreign characters, or the check digit is wrong */
} SzIdcardFault;

/**
 * sz_idcard_check:
 * @text: as it stood in the sheet; blanks trimmed, full-width folded, x becomes X
 * @from_number: it came as a number cell
 * @today: birth dates after it are faults
 * @normal: (out) (optional) (transfer full): the 18 characters, only when OK
 *
 * At most one fault, in the order damaged, birthdate, checksum.
 */
SzIdcardFault sz_idcard_check (const char *text, gboolean from_number, SzDate today, char **normal);

/** sz_idcard_check_digit: the 18th character over the first 17 digits. */
char sz_idcard_check_digit (const char *digits17);
/** sz_idcard_birth_date: and sz_idcard_sex: of a number in its normal form of 18 characters. */
SzDate sz_idcard_birth_date (const char *normal);
SzSex sz_idcard_sex (const char *normal);
/** sz_idcard_mask: (transfer full) — "370102********1234" (handbook §11.1). */
char *sz_idcard_mask (const char *normal);

G_END_DECLS
