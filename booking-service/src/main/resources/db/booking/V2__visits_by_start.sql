-- The front desk and managers page through the visits of everybody, latest first.
CREATE INDEX appointment_by_start ON appointment (starts_at, id);
