/* test-message.c — codes become sentences, and what has no sentence is not hidden
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-message-table.h"
#include "sz-message.h"

#include <string.h>

static void
test_codes (void)
{
  static const char *const nothing[] = { NULL };
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (const SzMessageEntry *entry = sz_message_table (); entry->code != NULL; entry++)
    {
      const char *code = entry->code;
      g_autofree char *sentence = sz_message_for_code (code, nothing);

      g_test_message ("%s", code);
      g_assert_true (g_hash_table_add (seen, (gpointer)code)); /* once each */
      g_assert_cmpstr (sentence, !=, code);
      g_assert_null (strchr (sentence, '{')); /* a missing argument leaves no hole to look into */
    }
  g_assert_cmpuint (g_hash_table_size (seen), >, 100);
}

static void
test_unknown (void)
{
  static const char *const args[] = { "row=7", "value=甲", NULL };
  static const char *const none[] = { NULL };
  g_autofree char *full = sz_message_for_code ("nobody.knows", args);
  g_autofree char *bare = sz_message_for_code ("nobody.knows", none);
  g_autofree char *null = sz_message_for_code ("nobody.knows", NULL);
  g_autoptr (GError) foreign = g_error_new (G_FILE_ERROR, G_FILE_ERROR_NOSPC, "disk is full");
  g_autofree char *text = sz_message_for_error (foreign);

  g_assert_cmpstr (full, ==, "nobody.knows (row=7, value=甲)");
  g_assert_cmpstr (bare, ==, "nobody.knows");
  g_assert_cmpstr (null, ==, "nobody.knows");
  g_assert_cmpstr (text, ==, "disk is full");
}

/* The same code, told by what is known of it. */
static void
test_fuller (void)
{
  static const char *const by_number[] = { "staff_no=1001", NULL };
  static const char *const by_id[] = { "id=7", NULL };
  g_autofree char *number = sz_message_for_code ("person.unknown", by_number);
  g_autofree char *id = sz_message_for_code ("person.unknown", by_id);

  g_assert_cmpstr (number, ==, "Nobody has the staff number “1001”.");
  g_assert_cmpstr (id, ==,
                   "This person is no longer in the register. Somebody else may have removed the"
                   " record.");
}

/* Where it is comes before what is wrong. */
static void
test_place (void)
{
  static const struct
  {
    const char *file;
    guint row;
    const char *column;
    const char *text;
  } cases[] = {
    { "花名册.xlsx", 7, "工号",
      "花名册.xlsx, row 7, “工号”: nothing stands here, but it is required."
      " Fill it in." },
    { NULL, 7, NULL, "row 7: nothing stands here, but it is required. Fill it in." },
    { NULL, 0, "工号", "“工号”: nothing stands here, but it is required. Fill it in." },
    { NULL, 0, NULL, "nothing stands here, but it is required. Fill it in." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SzIssueList) issues = sz_issue_list_new ();
      g_autofree char *text = NULL;

      sz_issue_list_set_place (issues, cases[i].file, NULL);
      text = sz_message_for_issue (sz_issue_list_add (issues, SZ_SEVERITY_ERROR, "required.missing",
                                                      cases[i].row, cases[i].column, NULL, NULL));
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_progress (void)
{
  static const char *const words[][2] = {
    { "read", "Reading" },        { "check", "Checking" },
    { "write", "Writing" },       { "compute", "Computing" },
    { "export", "Exporting" },    { "backup", "Backing up" },
    { "verify", "Verifying" },    { "demo", "Making up the demo college" },
    { "something", "something" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_cmpstr (sz_message_for_progress (words[i][0]), ==, words[i][1]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/message/codes", test_codes);
  g_test_add_func ("/office/message/unknown", test_unknown);
  g_test_add_func ("/office/message/fuller", test_fuller);
  g_test_add_func ("/office/message/place", test_place);
  g_test_add_func ("/office/message/progress", test_progress);
  return g_test_run ();
}
