/* sz-member.h — what a command prints, described once: the JSON document and the text for people
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <jansson.h>

#include "sz-codes.h"

G_BEGIN_DECLS

/**
 * SzMember: one member of a struct: its name in JSON, its label for people, its type.
 *
 * A description is an array of them ended by { NULL }, in the order of the document:
 *
 *   static const SzMember levels[] = {
 *     SZ_SHOW_TEXT (Level, name, "level", N_ ("Level")),
 *     SZ_SHOW_COUNT (Level, approved, "approved", N_ ("Approved")),
 *     SZ_SHOW_DECIMAL (Level, gap_x1e4, "gap", N_ ("Gap"), 4, .has = SZ_HAS (Level, has_gap)),
 *     { NULL } };
 *   static const SzMember answer[] = {
 *     SZ_SHOW_DATE (Answer, on, "date", NULL),
 *     SZ_SHOW_LIST (Answer, levels, "levels", "", levels),
 *     SZ_SHOW_SAY (N_ ("On {date} everything is filled."), .when = "full"),
 *     { NULL } };
 *   sz_cli_show (cli, answer, &data);
 *
 * In JSON every field stands, in this order: quantities are decimal strings, counts numbers, what
 * is missing is null (an empty text, no date, what @has says is not known). For people a field with
 * a label is a line "Label: value"; a list is a table with the labels as headings, under its own
 * label unless that is ""; an object in a list is columns of the table; an SZ_FOOT object is the
 * last row of the table before it. Without a label a field is for programs only.
 */
typedef enum
{
  SZ_MEMBER_TEXT,
  SZ_MEMBER_COUNT,   /* any integer */
  SZ_MEMBER_DECIMAL, /* × 10^decimals */
  SZ_MEMBER_FLAG,
  SZ_MEMBER_DATE,
  SZ_MEMBER_TIME,   /* UTC as text; the local time for people */
  SZ_MEMBER_CODE,   /* a value of a code table: its official term */
  SZ_MEMBER_WORD,   /* the same in JSON by its English word */
  SZ_MEMBER_STORED, /* the code as text: its official term */
  SZ_MEMBER_LEVEL,  /* SzPost: 专技七级 */
  SZ_MEMBER_OBJECT,
  SZ_MEMBER_INLINE, /* a struct whose members stand among those of its owner */
  SZ_MEMBER_LIST,
  SZ_MEMBER_MAP,  /* a list as an object: the first field of an element is the name, the second the
                    value */
  SZ_MEMBER_MADE, /* by a function, for what no table says */
  SZ_MEMBER_SAY,  /* a sentence for people, {names} filled in; left out where one of them is null */
} SzMemberType;

/* Flags */
enum
{
  SZ_EMPTY_TEXT = 1 << 0,    /* "" stays "" in JSON */
  SZ_ZERO_NULL = 1 << 1,     /* 0 means not known */
  SZ_NEGATIVE_NULL = 1 << 2, /* so does what is less */
  SZ_POINTER = 1 << 3,       /* the struct hangs on a pointer; NULL is null */
  SZ_FOOT = 1 << 4,          /* the last row of the table before it */
  SZ_OPTIONAL = 1 << 5,      /* left out of JSON where it is null */
  SZ_INPLACE = 1 << 6,       /* a text that is an array of the struct, not a pointer */
  SZ_SAID = 1 << 7,          /* for sentences only, never in the document */
};

/* What an SZ_MEMBER_LIST is made of */
typedef enum
{
  SZ_HOLDS_STRUCTS,  /* GArray */
  SZ_HOLDS_POINTERS, /* GPtrArray of structs */
  SZ_HOLDS_TEXTS,    /* GPtrArray of char* */
  SZ_HOLDS_STRV,     /* char** ended by NULL */
  SZ_HOLDS_SPAN,     /* a pointer to structs beside their number */
} SzHolds;

typedef struct _SzMember SzMember;
struct _SzMember
{
  const char *name;
  const char *label;  /* N_() */
  const char *plural; /* of a sentence that counts, by the number named in @by: NP_ () */
  SzMemberType type;
  guint flags;
  gsize offset;
  gsize size; /* of the member; of an element where it is a span */
  int decimals;
  SzCodeTable table;
  const SzMember *fields; /* of objects and of the elements of lists */
  SzHolds holds;
  gsize count;                        /* of a span: offset of the number */
  gsize count_size;                   /* and its size */
  gsize has;                          /* SZ_HAS(): a gboolean that says whether it is known */
  json_t *(*make) (gconstpointer of); /* of the whole struct */
  const char *when; /* for people only where this field is true or there; "!name": where not */
  const char *by;
  const char *yes; /* of flags: other words than yes and no */
  const char *no;
};

/* clang-format off */
/* One and several, marked for translators as a pair. */
#define NP_(one, several) one, several

#define SZ_HAS(Struct, member) (G_STRUCT_OFFSET (Struct, member) + 1)
#define SZ_MEMBER_(kind, Struct, member, json, people) \
  .name = json, .label = people, .type = SZ_MEMBER_##kind, \
  .offset = G_STRUCT_OFFSET (Struct, member), .size = sizeof (((Struct *)0)->member)

#define SZ_SHOW_TEXT(Struct, member, json, people, ...) \
  { SZ_MEMBER_ (TEXT, Struct, member, json, people), ##__VA_ARGS__ }
#define SZ_SHOW_COUNT(Struct, member, json, people, ...) \
  { SZ_MEMBER_ (COUNT, Struct, member, json, people), ##__VA_ARGS__ }
#define SZ_SHOW_FLAG(Struct, member, json, people, ...) \
  { SZ_MEMBER_ (FLAG, Struct, member, json, people), ##__VA_ARGS__ }
#define SZ_SHOW_DATE(Struct, member, json, people, ...) \
  { SZ_MEMBER_ (DATE, Struct, member, json, people), ##__VA_ARGS__ }
#define SZ_SHOW_TIME(Struct, member, json, people, ...) \
  { SZ_MEMBER_ (TIME, Struct, member, json, people), ##__VA_ARGS__ }
#define SZ_SHOW_MONEY(Struct, member, json, people, ...) \
  { SZ_MEMBER_ (DECIMAL, Struct, member, json, people), .decimals = 2, ##__VA_ARGS__ }
#define SZ_SHOW_DECIMAL(Struct, member, json, people, places, ...) \
  { SZ_MEMBER_ (DECIMAL, Struct, member, json, people), .decimals = places, ##__VA_ARGS__ }
#define SZ_SHOW_CODE(Struct, member, json, people, codes, ...) \
  { SZ_MEMBER_ (CODE, Struct, member, json, people), .table = codes, ##__VA_ARGS__ }
#define SZ_SHOW_WORD(Struct, member, json, people, codes, ...) \
  { SZ_MEMBER_ (WORD, Struct, member, json, people), .table = codes, ##__VA_ARGS__ }
#define SZ_SHOW_STORED(Struct, member, json, people, codes, ...) \
  { SZ_MEMBER_ (STORED, Struct, member, json, people), .table = codes, ##__VA_ARGS__ }
#define SZ_SHOW_LEVEL(Struct, member, json, people, ...) \
  { SZ_MEMBER_ (LEVEL, Struct, member, json, people), ##__VA_ARGS__ }
#define SZ_SHOW_OBJECT(Struct, member, json, people, described, ...) \
  { SZ_MEMBER_ (OBJECT, Struct, member, json, people), .fields = described, ##__VA_ARGS__ }
/* An object of JSON whose members are the owner's own. */
#define SZ_SHOW_GROUP(json, people, described, ...) \
  { .name = json, .label = people, .type = SZ_MEMBER_OBJECT, .fields = described, ##__VA_ARGS__ }
#define SZ_SHOW_INLINE(Struct, member, described, ...) \
  { SZ_MEMBER_ (INLINE, Struct, member, "", ""), .fields = described, ##__VA_ARGS__ }
#define SZ_SHOW_LIST(Struct, member, json, people, described, ...) \
  { SZ_MEMBER_ (LIST, Struct, member, json, people), .fields = described, ##__VA_ARGS__ }
#define SZ_SHOW_MAP(Struct, member, json, people, described, ...) \
  { SZ_MEMBER_ (MAP, Struct, member, json, people), .fields = described, ##__VA_ARGS__ }
#define SZ_SHOW_SPAN(Struct, member, number, json, people, described, ...) \
  { .name = json, .label = people, .type = SZ_MEMBER_LIST, .holds = SZ_HOLDS_SPAN, \
    .offset = G_STRUCT_OFFSET (Struct, member), .size = sizeof (*((Struct *)0)->member), \
    .count = G_STRUCT_OFFSET (Struct, number), .count_size = sizeof (((Struct *)0)->number), \
    .fields = described, ##__VA_ARGS__ }
#define SZ_SHOW_MADE(json, people, function, ...) \
  { .name = json, .label = people, .type = SZ_MEMBER_MADE, .make = function, ##__VA_ARGS__ }
#define SZ_SHOW_SAY(sentence, ...) \
  { .name = "", .label = sentence, .type = SZ_MEMBER_SAY, ##__VA_ARGS__ }
/* An element that is no struct but a text or a number: lists of names, of years. */
#define SZ_SHOW_ITSELF_TEXT \
  { .name = "", .type = SZ_MEMBER_TEXT, .size = sizeof (char *) }
#define SZ_SHOW_ITSELF_COUNT(Type) \
  { .name = "", .type = SZ_MEMBER_COUNT, .size = sizeof (Type) }
/* clang-format on */

/** sz_member_is_itself: an element of a list that is no struct. */
static inline gboolean
sz_member_is_itself (const SzMember *field)
{
  return field->name != NULL && *field->name == '\0' && field->type <= SZ_MEMBER_LEVEL;
}

/** sz_member_fill: the members of @data into @object; @said: those for sentences only too. */
void sz_member_fill (json_t *object, const SzMember *fields, gconstpointer data, gboolean said);

/** sz_member_json: (transfer full): an object with the members of @data. */
json_t *sz_member_json (const SzMember *fields, gconstpointer data);

/** sz_member_text: (transfer full): @object, made by these @fields, for people. */
char *sz_member_text (const SzMember *fields, const json_t *object);

/** sz_member_fill_sentence: (transfer full) (nullable): {names} of @sentence with what @object says
 * of them ({peak.date}: within an object); NULL where one is null. */
char *sz_member_fill_sentence (const char *sentence, const SzMember *fields, const json_t *object);

G_END_DECLS
