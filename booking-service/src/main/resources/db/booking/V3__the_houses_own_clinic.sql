-- A clinic of the house's own, in which it tries itself out: it is in no list, and what happens there is told to nobody.
ALTER TABLE clinic ADD COLUMN hidden boolean NOT NULL DEFAULT false;

-- Whom the house books, with whom and where: one row, drawn at random once, so that nobody can ask for it by its id.
CREATE TABLE probe_ground (
    single       boolean PRIMARY KEY DEFAULT true CHECK (single),
    clinic_id    uuid NOT NULL,
    room_id      uuid NOT NULL,
    therapist_id uuid NOT NULL,
    patient_id   uuid NOT NULL
);

-- What the house has booked and cancelled is thrown away again.
CREATE INDEX released_by_appointment ON reservation (appointment_id) WHERE status = 'RELEASED';
