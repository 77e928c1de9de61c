CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE therapist (
    id uuid PRIMARY KEY,
    -- rises by one with every change of anything below, so it is the version of the published state
    version bigint NOT NULL CHECK (version >= 1),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    languages text[] NOT NULL,
    techniques text[] NOT NULL,
    contact_email text NOT NULL CHECK (length(contact_email) <= 254),
    retired boolean NOT NULL,
    -- places, weekly hours, exceptions: always read and written as a whole, and no statement looks inside
    availability jsonb NOT NULL
);

CREATE TABLE credential (
    id uuid PRIMARY KEY,
    therapist_id uuid NOT NULL REFERENCES therapist,
    jurisdiction text NOT NULL CHECK (jurisdiction ~ '^US-[A-Z]{2}$'),
    kind text NOT NULL CHECK (kind IN ('LICENSE', 'REGISTRATION', 'VOLUNTARY_CERTIFICATE')),
    tier text NOT NULL CHECK (tier IN ('FULL', 'WELLNESS_ONLY')),
    number text NOT NULL CHECK (length(number) BETWEEN 1 AND 40),
    -- both days included, as the board counts days
    effective_from date NOT NULL,
    expiry_date date NOT NULL CHECK (expiry_date >= effective_from),
    boards_word text NOT NULL,
    verified_at timestamptz,
    verified_by text,
    verified_how text CHECK (verified_how IN ('WEB', 'PHONE', 'LETTER', 'API')),
    written_ok_at timestamptz,
    written_ok_by text,
    UNIQUE (jurisdiction, kind, number),
    CHECK ((verified_at IS NULL) = (verified_by IS NULL) AND (verified_at IS NULL) = (verified_how IS NULL)),
    CHECK ((written_ok_at IS NULL) = (written_ok_by IS NULL))
);

CREATE INDEX credential_of_therapist ON credential (therapist_id);
CREATE INDEX credential_by_end ON credential (expiry_date, id);

CREATE TABLE interruption (
    credential_id uuid NOT NULL REFERENCES credential,
    position int NOT NULL,
    status text NOT NULL CHECK (status IN ('INACTIVE', 'SUSPENDED', 'REVOKED')),
    from_instant timestamptz NOT NULL,
    -- null while it lasts
    until_instant timestamptz CHECK (until_instant >= from_instant),
    PRIMARY KEY (credential_id, position),
    EXCLUDE USING gist (credential_id WITH =, tstzrange(from_instant, until_instant) WITH &&)
);
