/* test-message.c — codes become sentences, and what has no sentence is not hidden
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-message.h"
#include "sz-words.h"

#include <string.h>

static void
test_codes (void)
{
  static const char *const nothing[] = { NULL };
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (const SzWords *const *table = sz_words_tables (); *table != NULL; table++)
    for (const SzWords *entry = *table; entry->code != NULL; entry++)
      {
        const char *code = entry->code;
        g_autofree char *sentence = sz_message_for_code (code, nothing);

        /* A plural counts by an argument that stands in it. */
        g_assert_true ((entry->plural != NULL) == (entry->count != NULL));
        if (entry->count != NULL)
          {
            g_autofree char *name = g_strdup_printf ("{%s}", entry->count);

            g_assert_nonnull (strstr (entry->sentence, name));
            g_assert_nonnull (strstr (entry->plural, name));
          }

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

/* one is one, and several are several. */
static void
test_plural (void)
{
  static const char *const counts[][2] = {
    { "count=1", "1 more finding is not listed. Mend those above first." },
    { "count=2", "2 more findings are not listed. Mend those above first." },
    { "count=0", "0 more findings are not listed. Mend those above first." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      const char *const args[] = { counts[i][0], NULL };
      g_autofree char *text = sz_message_for_code ("findings.more", args);

      g_assert_cmpstr (text, ==, counts[i][1]);
    }
}

/* A remedy is an option for one and a switch for the other. */
static void
test_voices (void)
{
  static const char *const args[] = { "key=quota.ratio", NULL };
  g_autofree char *terminal = sz_message_for_code ("param.unknown", args);
  g_autofree char *desk = NULL;

  sz_message_set_voice (SZ_VOICE_DESK);
  desk = sz_message_for_code ("param.unknown", args);
  sz_message_set_voice (SZ_VOICE_TERMINAL);
  g_assert_cmpstr (terminal, ==,
                   "there is no parameter “quota.ratio”. “param list” shows those there are.");
  g_assert_cmpstr (desk, ==, "There is no parameter “quota.ratio”.");
}

/* What is said in a word is translated when the sentence is put together, and has arguments too. */
static void
test_words_within (void)
{
  static const char *const args[] = { "detail=doctype", "place=cell", "cell=B7", NULL };
  g_autofree char *text = sz_message_for_code ("file.format", args);

  g_assert_nonnull (strstr (text, "it declares a document type, which no workbook does"));
  g_assert_nonnull (strstr (text, " (cell B7)."));
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
  g_test_add_func ("/office/message/plural", test_plural);
  g_test_add_func ("/office/message/voices", test_voices);
  g_test_add_func ("/office/message/words-within", test_words_within);
  g_test_add_func ("/office/message/place", test_place);
  g_test_add_func ("/office/message/progress", test_progress);
  return g_test_run ();
}
