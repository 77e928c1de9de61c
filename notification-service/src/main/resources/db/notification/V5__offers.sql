-- What somebody on the waiting list was offered, as far as the mail tells it: nothing of health, and not by whom.
CREATE TABLE offer (
    id             uuid PRIMARY KEY,
    patient_id     uuid        NOT NULL,
    starts_at      timestamptz NOT NULL,
    ends_at        timestamptz NOT NULL,
    expires_at     timestamptz NOT NULL,
    clinic_alias   text        NOT NULL,
    clinic_zone    text        NOT NULL,
    clinic_address text        NOT NULL,
    clinic_phone   text        NOT NULL,
    CHECK (starts_at < ends_at)
);

-- A message is about an appointment or an offer, or carries a sealed sign-in code.
ALTER TABLE message ADD COLUMN offer_id uuid;
ALTER TABLE message DROP CONSTRAINT message_check;
ALTER TABLE message ADD CONSTRAINT message_has_a_matter CHECK (
       (appointment_id IS NOT NULL AND calendar_sequence IS NOT NULL AND patient_id IS NOT NULL)
    OR (offer_id IS NOT NULL AND patient_id IS NOT NULL)
    OR (request_id IS NOT NULL AND language IS NOT NULL AND requested_at IS NOT NULL AND expires_at IS NOT NULL));
