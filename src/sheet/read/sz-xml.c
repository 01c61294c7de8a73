/* sz-xml.c — expat behind guards, fed from a part of a zip
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "sz-xml-private.h"

#include <expat.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK_BYTES 65536
#define TOKEN_BYTES (1024 * 1024)
#define PARSER_BYTES (32 * 1024 * 1024)

struct _SzXml
{
  XML_Parser parser;
  SzInput *input;
  SzZipPart *part;
  const SzXmlHandlers *handlers;
  gpointer owner;
  guint depth;
  gboolean wants_text;
  gboolean paused;
  gboolean last_given;
  guint64 fed;
  gsize parser_bytes;
  GError *fault;
};

/* expat keeps every name it has ever met, and its allocator knows no owner: while a parser is fed,
   its thread remembers whose memory is being asked for. */
static _Thread_local SzXml *feeding;

static void *
allocate_counted (size_t size)
{
  void *block;

  if (feeding != NULL && size > PARSER_BYTES - MIN (feeding->parser_bytes, PARSER_BYTES))
    return NULL;
  block = malloc (size);
  if (feeding != NULL && block != NULL)
    feeding->parser_bytes += malloc_usable_size (block);
  return block;
}

static void
free_counted (void *block)
{
  gsize size = block != NULL ? malloc_usable_size (block) : 0;

  if (feeding != NULL)
    feeding->parser_bytes -= MIN (size, feeding->parser_bytes);
  free (block);
}

static void *
resize_counted (void *block, size_t size)
{
  gsize before = block != NULL ? malloc_usable_size (block) : 0;
  void *resized;

  if (feeding != NULL && size > PARSER_BYTES - MIN (feeding->parser_bytes, PARSER_BYTES))
    return NULL;
  resized = realloc (block, size);
  if (feeding != NULL && resized != NULL)
    feeding->parser_bytes += malloc_usable_size (resized) - MIN (before, feeding->parser_bytes);
  return resized;
}

const char *
sz_xml_local_name (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

static void
started_cb (void *data, const XML_Char *name, const XML_Char **attributes)
{
  SzXml *xml = data;

  if (xml->fault != NULL)
    return;
  if (++xml->depth > xml->input->limits.depth)
    {
      GError *fault = NULL;

      sz_input_exceed (xml->input, &fault, "depth", xml->input->limits.depth, NULL, NULL);
      sz_xml_fail (xml, fault);
      return;
    }
  xml->handlers->start (xml->owner, sz_xml_local_name (name), attributes);
}

static void
ended_cb (void *data, const XML_Char *name)
{
  SzXml *xml = data;

  if (xml->fault != NULL)
    return;
  xml->depth--;
  if (xml->handlers->end != NULL)
    xml->handlers->end (xml->owner, sz_xml_local_name (name));
}

static void
text_cb (void *data, const XML_Char *text, int n)
{
  SzXml *xml = data;

  if (xml->wants_text && xml->fault == NULL)
    xml->handlers->text (xml->owner, text, (gsize)n);
}

static void
doctype_cb (void *data,
            const XML_Char *name,
            const XML_Char *system,
            const XML_Char *public_id,
            int has_internal_subset)
{
  sz_xml_refuse (data, "doctype");
}

SzXml *
sz_xml_new (SzInput *input, SzZipPart *part, const SzXmlHandlers *handlers, gpointer owner)
{
  static const XML_Memory_Handling_Suite memory
      = { allocate_counted, resize_counted, free_counted };
  SzXml *xml = g_new0 (SzXml, 1);

  xml->input = sz_input_ref (input);
  xml->part = part;
  xml->handlers = handlers;
  xml->owner = owner;
  xml->parser = XML_ParserCreate_MM (NULL, &memory, NULL);
  if (xml->parser == NULL)
    g_error ("no memory for a parser");
  XML_SetUserData (xml->parser, xml);
  XML_SetElementHandler (xml->parser, started_cb, ended_cb);
  if (handlers->text != NULL)
    XML_SetCharacterDataHandler (xml->parser, text_cb);
  XML_SetStartDoctypeDeclHandler (xml->parser, doctype_cb);
  return xml;
}

void
sz_xml_free (SzXml *xml)
{
  if (xml == NULL)
    return;
  XML_ParserFree (xml->parser);
  sz_zip_part_free (xml->part);
  sz_input_unref (xml->input);
  g_clear_error (&xml->fault);
  g_free (xml);
}

void
sz_xml_want_text (SzXml *xml, gboolean wanted)
{
  xml->wants_text = wanted;
}

void
sz_xml_pause (SzXml *xml)
{
  if (!xml->paused && xml->fault == NULL && XML_StopParser (xml->parser, XML_TRUE) == XML_STATUS_OK)
    xml->paused = TRUE;
}

void
sz_xml_fail (SzXml *xml, GError *fault)
{
  if (xml->fault != NULL)
    {
      g_error_free (fault);
      return;
    }
  xml->fault = fault;
  XML_StopParser (xml->parser, XML_FALSE);
}

void
sz_xml_refuse (SzXml *xml, const char *detail)
{
  GError *fault = NULL;

  sz_input_refuse (xml->input, &fault, detail, xml->part != NULL ? "part" : NULL,
                   xml->part != NULL ? sz_zip_part_name (xml->part) : NULL);
  sz_xml_fail (xml, fault);
}

/* What expat itself objects to, in our words. */
static void
translate_fault (SzXml *xml)
{
  enum XML_Error reason = XML_GetErrorCode (xml->parser);

  if (xml->fault != NULL)
    return;
  if (reason == XML_ERROR_NO_MEMORY)
    sz_input_exceed (xml->input, &xml->fault, "xml_memory", PARSER_BYTES, NULL, NULL);
  else if (reason == XML_ERROR_UNKNOWN_ENCODING || reason == XML_ERROR_INCORRECT_ENCODING)
    sz_xml_refuse (xml, "xml_encoding");
  else
    sz_xml_refuse (xml, "xml");
}

static gboolean
judge_token (SzXml *xml)
{
  XML_Index reached = XML_GetCurrentByteIndex (xml->parser);

  if (reached < 0 || xml->fed - MIN (xml->fed, (guint64)reached) <= TOKEN_BYTES)
    return TRUE;
  sz_input_exceed (xml->input, &xml->fault, "xml_token", TOKEN_BYTES, NULL, NULL);
  return FALSE;
}

static gboolean
settle_status (SzXml *xml, enum XML_Status status, GError **error)
{
  if (status == XML_STATUS_ERROR || xml->fault != NULL)
    translate_fault (xml);
  else if (status == XML_STATUS_OK && !xml->last_given)
    judge_token (xml);
  if (xml->fault == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (xml->fault));
  return FALSE;
}

static gboolean
resume_parser (SzXml *xml, GError **error)
{
  enum XML_Status status;

  xml->paused = FALSE;
  feeding = xml;
  status = XML_ResumeParser (xml->parser);
  feeding = NULL;
  return settle_status (xml, status, error);
}

static gboolean
parse_chunk (SzXml *xml, GError **error)
{
  enum XML_Status status;
  gssize got;
  void *buffer;

  feeding = xml;
  buffer = XML_GetBuffer (xml->parser, CHUNK_BYTES);
  feeding = NULL;
  if (buffer == NULL)
    return settle_status (xml, XML_STATUS_ERROR, error);
  got = sz_zip_part_read (xml->part, buffer, CHUNK_BYTES, error);
  if (got < 0)
    return FALSE;
  xml->fed += (guint64)got;
  xml->last_given = got == 0;
  feeding = xml;
  status = XML_ParseBuffer (xml->parser, (int)got, got == 0);
  feeding = NULL;
  return settle_status (xml, status, error);
}

SzXmlOutcome
sz_xml_pull (SzXml *xml, GCancellable *cancellable, GError **error)
{
  if (xml->fault != NULL)
    {
      g_propagate_error (error, g_error_copy (xml->fault));
      return SZ_XML_FAILED;
    }
  if (xml->paused && !resume_parser (xml, error))
    return SZ_XML_FAILED;
  while (!xml->paused && !xml->last_given)
    {
      if (g_cancellable_is_cancelled (cancellable))
        {
          sz_error_set (error, SZ_ERROR_CANCELLED, "cancelled", NULL);
          return SZ_XML_FAILED;
        }
      if (!parse_chunk (xml, error))
        return SZ_XML_FAILED;
    }
  return xml->paused ? SZ_XML_PAUSED : SZ_XML_ENDED;
}

gboolean
sz_xml_feed (SzXml *xml, const char *bytes, gsize n, gboolean last, GError **error)
{
  enum XML_Status status;

  xml->fed += n;
  xml->last_given = last;
  feeding = xml;
  status = XML_Parse (xml->parser, bytes, (int)n, last);
  feeding = NULL;
  return settle_status (xml, status, error);
}

const char *
sz_xml_attribute (const char **attributes, const char *name)
{
  for (const char **pair = attributes; *pair != NULL; pair += 2)
    if (strcmp (sz_xml_local_name (pair[0]), name) == 0)
      return pair[1];
  return NULL;
}

gboolean
sz_xml_is_true (const char *value)
{
  return value != NULL && (strcmp (value, "1") == 0 || strcmp (value, "true") == 0);
}

guint64
sz_xml_consumed (const SzXml *xml)
{
  return xml->fed;
}

gboolean
sz_xml_read_part (SzZip *zip,
                  SzInput *input,
                  const char *name,
                  SzXml **place,
                  const SzXmlHandlers *handlers,
                  gpointer owner,
                  GCancellable *cancellable,
                  GError **error)
{
  SzZipPart *part = sz_zip_part_open (zip, name, error);
  SzXmlOutcome outcome;

  if (part == NULL)
    return FALSE;
  *place = sz_xml_new (input, part, handlers, owner);
  outcome = sz_xml_pull (*place, cancellable, error);
  sz_xml_free (*place);
  *place = NULL;
  return outcome == SZ_XML_ENDED;
}
