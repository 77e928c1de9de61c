ALTER TABLE appointment DROP CONSTRAINT appointment_status_check;
ALTER TABLE appointment ADD CONSTRAINT appointment_status_check CHECK (status IN (
    'REQUESTED', 'BOOKED', 'CHECKED_IN', 'COMPLETED', 'MISSED', 'CANCELLED', 'NEEDS_REASSIGNMENT'));
