CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE clinic (
    id      uuid PRIMARY KEY,
    name    text NOT NULL,
    alias   text NOT NULL,
    state   text NOT NULL CHECK (state ~ '^US-[A-Z]{2}$'),
    zone    text NOT NULL,
    address text NOT NULL,
    phone   text NOT NULL
);

CREATE TABLE room (
    id        uuid PRIMARY KEY,
    clinic_id uuid NOT NULL REFERENCES clinic,
    name      text NOT NULL,
    UNIQUE (clinic_id, name)
);

-- What was heard of therapists, whole: booking reads it as one piece and never changes a part of it.
CREATE TABLE known_therapist (
    id      uuid PRIMARY KEY,
    version bigint  NOT NULL,
    name    text    NOT NULL,
    retired boolean NOT NULL,
    state   jsonb   NOT NULL
);

CREATE TABLE known_therapist_place (
    therapist_id uuid NOT NULL REFERENCES known_therapist ON DELETE CASCADE,
    clinic_id    uuid NOT NULL,
    PRIMARY KEY (clinic_id, therapist_id)
);

CREATE TABLE patient (
    id       uuid PRIMARY KEY,
    version  bigint NOT NULL CHECK (version > 0),
    name     text   NOT NULL,
    email    text   NOT NULL,
    language text   NOT NULL CHECK (language IN ('en', 'es')),
    zone     text   NOT NULL
);

CREATE TABLE appointment (
    id                uuid PRIMARY KEY,
    version           bigint      NOT NULL CHECK (version > 0),
    status            text        NOT NULL CHECK (status IN ('BOOKED', 'CANCELLED')),
    patient_id        uuid        NOT NULL REFERENCES patient,
    therapist_id      uuid        NOT NULL REFERENCES known_therapist,
    clinic_id         uuid        NOT NULL REFERENCES clinic,
    room_id           uuid        NOT NULL REFERENCES room,
    condition         text        NOT NULL,
    starts_at         timestamptz NOT NULL,
    ends_at           timestamptz NOT NULL CHECK (starts_at < ends_at),
    calendar_sequence int         NOT NULL CHECK (calendar_sequence >= 0),
    booked_at         timestamptz NOT NULL,
    cancelled_at      timestamptz,
    cancelled_by      text CHECK (cancelled_by IN ('PATIENT', 'CLINIC')),
    CHECK ((status = 'CANCELLED') = (cancelled_at IS NOT NULL AND cancelled_by IS NOT NULL))
);

CREATE INDEX appointment_of_patient ON appointment (patient_id, starts_at, id);

-- Who has which time. The three exclusion constraints are what prevents a double booking; everything else only advises.
-- A span holds what its owner needs: the therapist's with the rest afterwards, the room's with its turnover.
CREATE TABLE reservation (
    id             uuid PRIMARY KEY,
    status         text        NOT NULL CHECK (status IN ('HELD', 'REQUESTED', 'BOOKED', 'RELEASED')),
    clinic_id      uuid        NOT NULL REFERENCES clinic,
    therapist_id   uuid        NOT NULL,
    therapist_span tstzrange   NOT NULL CHECK (NOT isempty(therapist_span)),
    room_id        uuid        NOT NULL REFERENCES room,
    room_span      tstzrange   NOT NULL CHECK (NOT isempty(room_span)),
    patient_id     uuid,
    patient_span   tstzrange   NOT NULL CHECK (NOT isempty(patient_span)),
    appointment_id uuid,
    browser_id     uuid,
    expires_at     timestamptz,
    CHECK ((status = 'HELD') = (browser_id IS NOT NULL AND expires_at IS NOT NULL)),
    CHECK ((status = 'HELD') = (appointment_id IS NULL)),
    CONSTRAINT therapist_is_free EXCLUDE USING gist (therapist_id WITH =, therapist_span WITH &&)
        WHERE (status IN ('HELD', 'REQUESTED', 'BOOKED')),
    CONSTRAINT room_is_free EXCLUDE USING gist (room_id WITH =, room_span WITH &&)
        WHERE (status IN ('HELD', 'REQUESTED', 'BOOKED')),
    CONSTRAINT patient_is_free EXCLUDE USING gist (patient_id WITH =, patient_span WITH &&)
        WHERE (status IN ('HELD', 'REQUESTED', 'BOOKED') AND patient_id IS NOT NULL)
);

CREATE UNIQUE INDEX one_hold_per_browser ON reservation (browser_id) WHERE status = 'HELD';
CREATE UNIQUE INDEX one_time_per_appointment ON reservation (appointment_id) WHERE status IN ('REQUESTED', 'BOOKED');
CREATE INDEX holds_by_expiry ON reservation (expires_at) WHERE status = 'HELD';

CREATE TABLE idempotency_key (
    scope          text        NOT NULL,
    key            text        NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
    request_hash   text        NOT NULL,
    appointment_id uuid        NOT NULL,
    created_at     timestamptz NOT NULL,
    PRIMARY KEY (scope, key)
);

-- What a browser has told so far, before it is anybody's: kept a day, then forgotten.
CREATE TABLE draft (
    browser_id uuid PRIMARY KEY,
    clinic_id  uuid        NOT NULL REFERENCES clinic,
    condition  text        NOT NULL,
    name       text,
    changed_at timestamptz NOT NULL
);

CREATE INDEX draft_by_age ON draft (changed_at);
