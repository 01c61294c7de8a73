-- Files that applicants for a title hand in (附件 of 申报材料), kept in the college: in parts, each the
-- base64 text of up to 256 KiB, so that they are journalled, taken back, verified, copied and handed
-- over as any other row.

CREATE TABLE title_files (
  id          INTEGER PRIMARY KEY,
  row_version INTEGER NOT NULL,
  changed_at  TEXT NOT NULL,
  changed_by  TEXT NOT NULL,
  round_id    INTEGER NOT NULL REFERENCES title_rounds (id),
  person_id   INTEGER NOT NULL REFERENCES people (id),
  name        TEXT NOT NULL CHECK (name <> ''),
  part        INTEGER NOT NULL,
  parts       INTEGER NOT NULL,
  bytes       INTEGER NOT NULL,
  sha256      TEXT NOT NULL CHECK (sha256 <> ''),
  content     TEXT NOT NULL CHECK (content <> ''),
  CHECK (part >= 0 AND part < parts),
  UNIQUE (round_id, person_id, name, part)
) STRICT;
CREATE INDEX title_files_by_person ON title_files (person_id);
