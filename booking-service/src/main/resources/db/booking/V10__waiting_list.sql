-- Who waits for a time, and for which: days by ISO (Monday is 1), parts of the day by the clinic's clock, no therapist means any.
CREATE TABLE waiting (
    id             uuid PRIMARY KEY,
    version        bigint      NOT NULL CHECK (version > 0),
    clinic_id      uuid        NOT NULL REFERENCES clinic,
    patient_id     uuid        NOT NULL REFERENCES patient,
    condition      text        NOT NULL,
    treatment_id   uuid REFERENCES treatment,
    minutes        int         NOT NULL CHECK (minutes > 0),
    days           int[]       NOT NULL CHECK (cardinality(days) > 0 AND days <@ '{1,2,3,4,5,6,7}'),
    parts          text[]      NOT NULL CHECK (cardinality(parts) > 0 AND parts <@ '{MORNING,AFTERNOON,EVENING}'),
    therapists     uuid[]      NOT NULL,
    first_day      date        NOT NULL,
    last_day       date        NOT NULL CHECK (first_day <= last_day),
    since          timestamptz NOT NULL,
    unanswered     int         NOT NULL CHECK (unanswered >= 0),
    state          text        NOT NULL CHECK (state IN ('WAITING', 'OFFERED', 'BOOKED', 'LEFT', 'OUTDATED')),
    ended_at       timestamptz,
    appointment_id uuid,
    CHECK ((state IN ('BOOKED', 'LEFT', 'OUTDATED')) = (ended_at IS NOT NULL)),
    CHECK ((state = 'BOOKED') = (appointment_id IS NOT NULL))
);

CREATE INDEX waiting_by_since ON waiting (clinic_id, since, id) WHERE state IN ('WAITING', 'OFFERED');
CREATE INDEX waiting_of_patient ON waiting (patient_id, since, id);

-- Every offer that was ever made. While it is open its time is held in reservation, by a browser that has the offer's id.
CREATE TABLE waiting_offer (
    id             uuid PRIMARY KEY,
    waiting_id     uuid        NOT NULL REFERENCES waiting,
    patient_id     uuid        NOT NULL REFERENCES patient,
    therapist_id   uuid        NOT NULL,
    starts_at      timestamptz NOT NULL,
    ends_at        timestamptz NOT NULL CHECK (starts_at < ends_at),
    made_at        timestamptz NOT NULL,
    expires_at     timestamptz NOT NULL CHECK (made_at < expires_at),
    outcome        text        NOT NULL CHECK (outcome IN ('OPEN', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN')),
    ended_at       timestamptz,
    appointment_id uuid,
    CHECK ((outcome = 'OPEN') = (ended_at IS NULL)),
    CHECK ((outcome = 'ACCEPTED') = (appointment_id IS NOT NULL))
);

CREATE INDEX offers_of_waiting ON waiting_offer (waiting_id, made_at, id);
CREATE INDEX offers_to_patient ON waiting_offer (patient_id, starts_at DESC, id);
CREATE UNIQUE INDEX one_open_offer_per_patient ON waiting_offer (patient_id) WHERE outcome = 'OPEN';

-- Which instance looks after the waiting people of a clinic, by the database's clock.
CREATE TABLE waiting_clinic (
    clinic_id    uuid PRIMARY KEY REFERENCES clinic,
    looked_at    timestamptz,
    lease        uuid,
    leased_until timestamptz,
    CHECK ((lease IS NULL) = (leased_until IS NULL))
);
