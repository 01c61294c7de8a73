/* sz-sniff-ole.c — what an OLE container holds: an old workbook, an encrypted one, or neither
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-sniff-private.h"

#include <string.h>

#define HEADER_BYTES 512
#define SECTOR_MAX 4096
#define DIRECTORY_SECTORS 256 /* far more than any office program writes */
#define HEADER_FAT_SECTORS 109
#define ENTRY_BYTES 128
#define NAME_UNITS 32
#define MINI_STREAM_BYTES 4096
#define RECORD_BOF 0x0809
#define RECORD_FILEPASS 0x002f
#define END_OF_CHAIN 0xfffffffau

typedef struct
{
  const SzInput *input;
  guint8 header[HEADER_BYTES];
  guint sector_bytes;
} Ole;

static guint32
read_u32 (const guint8 *bytes)
{
  return (guint32)bytes[0] | (guint32)bytes[1] << 8 | (guint32)bytes[2] << 16
         | (guint32)bytes[3] << 24;
}

static guint
read_u16 (const guint8 *bytes)
{
  return (guint)bytes[0] | (guint)bytes[1] << 8;
}

static gboolean
read_sector (const Ole *ole, guint32 sector, guint8 *buffer)
{
  guint64 offset = ((guint64)sector + 1) * ole->sector_bytes;

  return sector < END_OF_CHAIN
         && sz_input_read_at (ole->input, offset, buffer, ole->sector_bytes, NULL)
                == (gssize)ole->sector_bytes;
}

/* Only the allocation table named in the header is followed: 7 MB at least, where directories lie.
 */
static guint32
find_next_sector (const Ole *ole, guint32 sector)
{
  guint per_sector = ole->sector_bytes / 4;
  guint8 buffer[SECTOR_MAX];

  if (sector / per_sector >= HEADER_FAT_SECTORS
      || !read_sector (ole, read_u32 (ole->header + 76 + 4 * (sector / per_sector)), buffer))
    return END_OF_CHAIN;
  return read_u32 (buffer + 4 * (sector % per_sector));
}

static gboolean
has_name (const guint8 *entry, const char *name)
{
  gsize n = strlen (name);

  if (n >= NAME_UNITS || read_u16 (entry + 64) != 2 * (n + 1))
    return FALSE;
  for (gsize i = 0; i < n; i++)
    if (read_u16 (entry + 2 * i) != (guint)name[i])
      return FALSE;
  return TRUE;
}

/* A password of an old workbook stands in a record near the beginning of its stream. */
static gboolean
has_password (const Ole *ole, const guint8 *entry)
{
  guint8 buffer[SECTOR_MAX];
  gsize position = 0;

  if (read_u32 (entry + 120) < MINI_STREAM_BYTES
      || !read_sector (ole, read_u32 (entry + 116), buffer))
    return FALSE;
  while (position + 4 <= ole->sector_bytes)
    {
      guint record = read_u16 (buffer + position);

      if (position == 0 && record != RECORD_BOF)
        return FALSE;
      if (record == RECORD_FILEPASS)
        return TRUE;
      position += 4 + read_u16 (buffer + position + 2);
    }
  return FALSE;
}

static SzSniff
judge_entry (const Ole *ole, const guint8 *entry)
{
  if (has_name (entry, "EncryptedPackage"))
    return SZ_SNIFF_ENCRYPTED;
  if (has_name (entry, "Workbook") || has_name (entry, "Book"))
    return has_password (ole, entry) ? SZ_SNIFF_ENCRYPTED : SZ_SNIFF_XLS;
  return SZ_SNIFF_OTHER;
}

SzSniff
sz_sniff_ole (const SzInput *input)
{
  Ole ole = { .input = input };
  guint8 directory[SECTOR_MAX];
  guint32 sector;
  guint shift;

  if (sz_input_read_at (input, 0, ole.header, HEADER_BYTES, NULL) != HEADER_BYTES)
    return SZ_SNIFF_OTHER;
  shift = read_u16 (ole.header + 30);
  if (shift != 9 && shift != 12)
    return SZ_SNIFF_OTHER;
  ole.sector_bytes = 1u << shift;
  sector = read_u32 (ole.header + 48);
  for (guint i = 0; i < DIRECTORY_SECTORS && read_sector (&ole, sector, directory); i++)
    {
      for (guint at = 0; at < ole.sector_bytes; at += ENTRY_BYTES)
        {
          SzSniff found = judge_entry (&ole, directory + at);

          if (found != SZ_SNIFF_OTHER)
            return found;
        }
      sector = find_next_sector (&ole, sector);
    }
  return SZ_SNIFF_OTHER;
}
