-- How many offers in a row somebody left without an answer is theirs, not a wish's: it is read from what they were offered.
ALTER TABLE waiting DROP COLUMN unanswered;

-- The visits of a clinic in some days: how many a closure meets, and which.
CREATE INDEX appointment_of_clinic ON appointment (clinic_id, starts_at, id)
    WHERE status NOT IN ('COMPLETED', 'MISSED', 'CANCELLED');
