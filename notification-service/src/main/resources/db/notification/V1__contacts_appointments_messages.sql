-- What booking-service has told of how to reach each patient.
CREATE TABLE contact (
    patient_id uuid PRIMARY KEY,
    version    bigint NOT NULL,
    name       text   NOT NULL,
    email      text   NOT NULL,
    language   text   NOT NULL CHECK (language IN ('en', 'es')),
    zone       text   NOT NULL
);

-- The latest state of each appointment, as far as a patient's mail tells it: no therapist, no room, nothing of health.
CREATE TABLE appointment (
    id                uuid PRIMARY KEY,
    version           bigint      NOT NULL,
    status            text        NOT NULL CHECK (status IN ('BOOKED', 'CANCELLED')),
    starts_at         timestamptz NOT NULL,
    ends_at           timestamptz NOT NULL,
    patient_id        uuid        NOT NULL,
    clinic_alias      text        NOT NULL,
    clinic_zone       text        NOT NULL,
    clinic_address    text        NOT NULL,
    clinic_phone      text        NOT NULL,
    calendar_sequence integer     NOT NULL,
    changed_at        timestamptz NOT NULL,
    CHECK (starts_at < ends_at)
);

-- The ledger. A message is about an appointment or carries a sealed sign-in code. Nothing here tells who the recipient
-- is, and the seal is taken off the row when the message is finished.
CREATE TABLE message (
    id                uuid PRIMARY KEY,
    event_id          uuid        NOT NULL,
    recipient         text        NOT NULL,
    template          text        NOT NULL,
    rank              smallint    NOT NULL,
    appointment_id    uuid,
    calendar_sequence integer,
    patient_id        uuid,
    request_id        uuid,
    language          text,
    requested_at      timestamptz,
    expires_at        timestamptz,
    sealed            text,
    state             text        NOT NULL CHECK (state IN
        ('QUEUED', 'SENDING', 'ACCEPTED', 'DEFERRED', 'REFUSED', 'UNKNOWN', 'SUPERSEDED', 'EXPIRED')),
    attempts          integer     NOT NULL DEFAULT 0,
    unknowns          integer     NOT NULL DEFAULT 0,
    reply             integer     NOT NULL DEFAULT 0,
    queued_at         timestamptz NOT NULL,
    deadline          timestamptz NOT NULL,
    due_at            timestamptz,
    settled_at        timestamptz,
    leased_until      timestamptz,
    UNIQUE (event_id, recipient, template),
    CHECK ((appointment_id IS NOT NULL AND calendar_sequence IS NOT NULL AND patient_id IS NOT NULL)
        OR (request_id IS NOT NULL AND language IS NOT NULL AND requested_at IS NOT NULL AND expires_at IS NOT NULL)),
    CHECK ((state = 'SENDING') = (leased_until IS NOT NULL))
);

-- What senders ask for.
CREATE INDEX message_due ON message (rank, due_at) WHERE due_at IS NOT NULL;

-- At most one message of an appointment is on its way, or an older one could arrive after a newer one.
CREATE UNIQUE INDEX message_one_in_sending ON message (appointment_id) WHERE state = 'SENDING';

CREATE INDEX message_lapsing ON message (leased_until) WHERE state = 'SENDING';
