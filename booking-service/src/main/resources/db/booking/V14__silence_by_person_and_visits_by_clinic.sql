-- How many offers in a row somebody left without an answer is theirs, not a wish's: it is read from what they were offered.
ALTER TABLE waiting DROP COLUMN unanswered;

-- Who took a wish off the list; nobody knows of those that were taken off before.
ALTER TABLE waiting
    ADD COLUMN left_by_kind text CHECK (left_by_kind IN ('PATIENT', 'FRONT_DESK', 'MANAGER')),
    ADD COLUMN left_by_id   uuid,
    ADD CHECK ((left_by_kind IS NULL) = (left_by_id IS NULL)),
    ADD CHECK (left_by_kind IS NULL OR state = 'LEFT');

-- The visits of a clinic in some days: how many a closure meets, and which.
CREATE INDEX appointment_of_clinic ON appointment (clinic_id, starts_at, id)
    WHERE status IN ('REQUESTED', 'BOOKED', 'CHECKED_IN', 'IN_PROGRESS', 'NEEDS_REASSIGNMENT');
