/* sz-idcard.c — citizen ID numbers 公民身份号码, GB 11643-1999 (RULE ppl-1)
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-idcard.h"

#include <string.h>

#include "sz-text.h"

#define LENGTH 18
#define BODY_LENGTH 17
#define BIRTH_AT 6
#define SEX_AT 16
#define MASK_HEAD 6
#define MASK_TAIL 4

char
sz_idcard_check_digit (const char *digits17)
{
  static const int weights[BODY_LENGTH] = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
  static const char digits[] = "10X98765432";
  int sum = 0;

  g_return_val_if_fail (digits17 != NULL, '\0');
  for (int i = 0; i < BODY_LENGTH; i++)
    {
      g_return_val_if_fail (g_ascii_isdigit (digits17[i]), '\0');
      sum += weights[i] * (digits17[i] - '0');
    }
  return digits[sum % 11];
}

static gboolean
has_body (const char *text)
{
  return strlen (text) == LENGTH && strspn (text, "0123456789") >= BODY_LENGTH;
}

static gboolean
passes_check (const char *text)
{
  return has_body (text) && text[LENGTH - 1] == sz_idcard_check_digit (text);
}

/* What is left when a spreadsheet kept the number as a number: 15 digits and zeros, or 3.7E+17. */
static gboolean
looks_damaged (const char *text)
{
  if (g_ascii_isdigit (*text) && strstr (text, "E+") != NULL
      && strspn (text, "0123456789.E+") == strlen (text))
    return TRUE;
  return has_body (text) && g_str_has_suffix (text, "000") && !passes_check (text);
}

static char *
normalize (const char *text)
{
  g_autofree char *folded = sz_text_fold (text);

  return g_ascii_strup (folded, -1);
}

/* RULE ppl-1 */
SzIdcardFault
sz_idcard_check (const char *text, gboolean from_number, SzDate today, char **normal)
{
  g_autofree char *number = normalize (text);
  SzDate birth;

  if (normal != NULL)
    *normal = NULL;
  if (from_number || looks_damaged (number))
    return SZ_IDCARD_DAMAGED;
  if (!has_body (number))
    return SZ_IDCARD_CHECKSUM;
  birth = sz_idcard_birth_date (number);
  if (birth == SZ_DATE_NONE || birth > sz_date_first_day (today))
    return SZ_IDCARD_BIRTHDATE;
  if (!passes_check (number))
    return SZ_IDCARD_CHECKSUM;
  if (normal != NULL)
    *normal = g_steal_pointer (&number);
  return SZ_IDCARD_OK;
}

static int
read_digits (const char *text, int n)
{
  int number = 0;

  for (int i = 0; i < n; i++)
    number = number * 10 + (text[i] - '0');
  return number;
}

SzDate
sz_idcard_birth_date (const char *normal)
{
  const char *birth;

  g_return_val_if_fail (normal != NULL && has_body (normal), SZ_DATE_NONE);
  birth = normal + BIRTH_AT;
  if (read_digits (birth + 6, 2) == 0)
    return SZ_DATE_NONE;
  return sz_date_make (read_digits (birth, 4), read_digits (birth + 4, 2),
                       read_digits (birth + 6, 2));
}

SzSex
sz_idcard_sex (const char *normal)
{
  g_return_val_if_fail (normal != NULL && has_body (normal), SZ_SEX_UNKNOWN);
  return (normal[SEX_AT] - '0') % 2 == 1 ? SZ_SEX_MALE : SZ_SEX_FEMALE;
}

char *
sz_idcard_mask (const char *normal)
{
  char *masked;
  gsize length;

  g_return_val_if_fail (normal != NULL, NULL);
  length = strlen (normal);
  masked = g_strdup (normal);
  /* What is no ID number has no part that may be shown. */
  if (length != LENGTH)
    memset (masked, '*', length);
  else
    memset (masked + MASK_HEAD, '*', LENGTH - MASK_HEAD - MASK_TAIL);
  return masked;
}
