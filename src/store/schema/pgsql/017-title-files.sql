-- Files that applicants for a title hand in (附件 of 申报材料), kept in the college: in parts, each the
-- base64 text of up to 256 KiB, so that they are journalled, taken back, verified, copied and handed
-- over as any other row.

CREATE TABLE title_files (
  id          bigint PRIMARY KEY,
  row_version bigint NOT NULL,
  changed_at  text COLLATE "C" NOT NULL,
  changed_by  text COLLATE "C" NOT NULL,
  round_id    bigint NOT NULL REFERENCES title_rounds (id),
  person_id   bigint NOT NULL REFERENCES people (id),
  name        text COLLATE "C" NOT NULL CHECK (name <> ''),
  part        bigint NOT NULL,
  parts       bigint NOT NULL,
  bytes       bigint NOT NULL,
  sha256      text COLLATE "C" NOT NULL CHECK (sha256 <> ''),
  content     text COLLATE "C" NOT NULL CHECK (content <> ''),
  CHECK (part >= 0 AND part < parts),
  UNIQUE (round_id, person_id, name, part)
);
CREATE INDEX title_files_by_person ON title_files (person_id);
