-- What is sold. A visit remembers which it is of; its length is its own, and stays when the treatment's change.
CREATE TABLE treatment (
    id                    uuid PRIMARY KEY,
    clinic_id             uuid    NOT NULL REFERENCES clinic,
    name                  text    NOT NULL,
    is_default            boolean NOT NULL,
    minutes               int[]   NOT NULL CHECK (cardinality(minutes) > 0 AND 0 < ALL (minutes)),
    needs_approval        boolean NOT NULL DEFAULT false,
    cancel_window_minutes int     NOT NULL CHECK (cancel_window_minutes >= 0),
    move_window_minutes   int     NOT NULL CHECK (move_window_minutes >= 0),
    effort_percent        int     NOT NULL DEFAULT 100 CHECK (effort_percent > 0),
    equipment             text[]  NOT NULL DEFAULT '{}',
    UNIQUE (clinic_id, name)
);

CREATE UNIQUE INDEX one_default_treatment ON treatment (clinic_id) WHERE is_default;

-- Whoever opens a clinic, it never is without a treatment. The house's own clinic has no window: nobody waits there.
CREATE FUNCTION give_default_treatment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO treatment (id, clinic_id, name, is_default, minutes, cancel_window_minutes, move_window_minutes)
    VALUES (gen_random_uuid(), NEW.id, 'Therapeutic massage', true, '{30,45,60,90}',
            CASE WHEN NEW.hidden THEN 0 ELSE 1440 END, CASE WHEN NEW.hidden THEN 0 ELSE 1440 END);
    RETURN NULL;
END $$;

CREATE TRIGGER every_clinic_has_a_treatment AFTER INSERT ON clinic
    FOR EACH ROW EXECUTE FUNCTION give_default_treatment();

INSERT INTO treatment (id, clinic_id, name, is_default, minutes, cancel_window_minutes, move_window_minutes)
SELECT gen_random_uuid(), id, 'Therapeutic massage', true, '{30,45,60,90}',
       CASE WHEN hidden THEN 0 ELSE 1440 END, CASE WHEN hidden THEN 0 ELSE 1440 END
  FROM clinic;

ALTER TABLE appointment ADD COLUMN treatment_id uuid REFERENCES treatment;
UPDATE appointment SET treatment_id = treatment.id
  FROM treatment WHERE treatment.clinic_id = appointment.clinic_id AND is_default;
ALTER TABLE appointment ALTER COLUMN treatment_id SET NOT NULL;

-- Where a visit stands.
ALTER TABLE appointment DROP CONSTRAINT appointment_status_check;
ALTER TABLE appointment ADD CONSTRAINT appointment_status_check CHECK (status IN (
    'REQUESTED', 'BOOKED', 'CHECKED_IN', 'IN_PROGRESS', 'COMPLETED', 'MISSED', 'CANCELLED', 'NEEDS_REASSIGNMENT'));
ALTER TABLE appointment ADD COLUMN cancel_reason text CHECK (cancel_reason IN ('OTHER_PLANS', 'FLARE', 'CLINIC', 'DECLINED'));
ALTER TABLE appointment ADD COLUMN cancelled_late boolean;
ALTER TABLE appointment ADD COLUMN lost_at timestamptz;
ALTER TABLE appointment ADD COLUMN loss text CHECK (loss IN ('THERAPIST', 'ROOM', 'CLINIC'));
UPDATE appointment SET cancel_reason = CASE cancelled_by WHEN 'PATIENT' THEN 'OTHER_PLANS' ELSE 'CLINIC' END,
                       cancelled_late = false
 WHERE status = 'CANCELLED';
ALTER TABLE appointment ADD CHECK ((status = 'CANCELLED') = (cancel_reason IS NOT NULL AND cancelled_late IS NOT NULL));
ALTER TABLE appointment ADD CHECK ((status = 'NEEDS_REASSIGNMENT') = (lost_at IS NOT NULL AND loss IS NOT NULL));

-- A therapist's own visits, and those that are lost with them.
CREATE INDEX appointment_of_therapist ON appointment (therapist_id, starts_at, id);

-- A visit whose therapist or room is lost keeps the rest of its time: what is null here is in nobody's way.
ALTER TABLE reservation ALTER COLUMN therapist_id DROP NOT NULL;
ALTER TABLE reservation ALTER COLUMN room_id DROP NOT NULL;

-- Every change of a visit, and how it stood afterwards. What happened before this table was made is not in it.
CREATE TABLE appointment_change (
    appointment_id uuid        NOT NULL REFERENCES appointment ON DELETE CASCADE,
    version        bigint      NOT NULL,
    at             timestamptz NOT NULL,
    by_kind        text        NOT NULL CHECK (by_kind IN ('PATIENT', 'THERAPIST', 'FRONT_DESK', 'MANAGER', 'HOUSE')),
    by_id          uuid,
    step           text        NOT NULL,
    code           text,
    note           text CHECK (length(note) <= 500),
    status         text        NOT NULL,
    starts_at      timestamptz NOT NULL,
    ends_at        timestamptz NOT NULL,
    therapist_id   uuid        NOT NULL,
    room_id        uuid        NOT NULL,
    PRIMARY KEY (appointment_id, version),
    CHECK ((by_kind = 'HOUSE') = (by_id IS NULL))
);

-- A room out of use is offered no more.
ALTER TABLE room ADD COLUMN in_use boolean NOT NULL DEFAULT true;

-- Whose visits must be examined again, since something was heard of them. A review is claimed, worked through in pages, and done
-- once more when no booking can be under way any more that knew nothing of the news.
CREATE TABLE space_review (
    kind        text        NOT NULL CHECK (kind IN ('THERAPIST', 'ROOM')),
    subject     uuid        NOT NULL,
    asked_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    due_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    after_start timestamptz,
    after_id    uuid,
    PRIMARY KEY (kind, subject),
    CHECK ((after_start IS NULL) = (after_id IS NULL))
);

CREATE INDEX space_review_by_due ON space_review (due_at);
CREATE INDEX appointment_in_room ON appointment (room_id, starts_at, id);
CREATE INDEX appointment_that_waits ON appointment (clinic_id, booked_at, id) WHERE status = 'NEEDS_REASSIGNMENT';

-- The front desk knows people by their address.
CREATE INDEX patient_by_address ON patient (email);
