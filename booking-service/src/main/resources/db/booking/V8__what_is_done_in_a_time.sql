-- What is done in a time, as far as other times depend on it; agreed when the time is taken, like rest and turnover, whatever becomes
-- of the treatment afterwards.
ALTER TABLE reservation
    ADD COLUMN treatment_id uuid REFERENCES treatment,
    ADD COLUMN effort       int CHECK (effort > 0),
    ADD COLUMN needs        text[] NOT NULL DEFAULT '{}',
    ADD COLUMN spacing      int CHECK (spacing BETWEEN 1 AND 10080);

COMMENT ON COLUMN reservation.treatment_id IS 'what a hold is for; a visit knows its own';
COMMENT ON COLUMN reservation.effort IS 'hands-on time that it counts for, in seconds; null: as long as it takes';
COMMENT ON COLUMN reservation.needs IS 'what the room must have';
COMMENT ON COLUMN reservation.spacing IS 'minutes that pass at least from its start to that of another visit of the patient; null: any';

UPDATE reservation SET treatment_id = treatment.id
  FROM treatment WHERE treatment.clinic_id = reservation.clinic_id AND is_default AND reservation.status = 'HELD';

UPDATE reservation
   SET effort = round(extract(epoch FROM upper(patient_span) - lower(patient_span)) * effort_percent / 100), needs = equipment
  FROM appointment JOIN treatment ON treatment.id = appointment.treatment_id
 WHERE appointment.id = reservation.appointment_id AND (effort_percent <> 100 OR equipment <> '{}');

ALTER TABLE reservation ADD CHECK ((status = 'HELD') = (treatment_id IS NOT NULL));

ALTER TABLE appointment ADD COLUMN spacing int CHECK (spacing BETWEEN 1 AND 10080);

COMMENT ON COLUMN appointment.spacing IS 'minutes that pass at least from its start to that of another visit of the patient; null: any';

-- Nothing is ten times as hard as a usual treatment.
UPDATE treatment SET effort_percent = 1000 WHERE effort_percent > 1000;
ALTER TABLE treatment ADD CHECK (effort_percent <= 1000);

-- What a clinic sells is known to everybody who keeps its board.
CREATE TRIGGER treatment_changes AFTER INSERT OR UPDATE OR DELETE ON treatment
    FOR EACH ROW EXECUTE FUNCTION note_change('CLINIC', 'clinic_id');
