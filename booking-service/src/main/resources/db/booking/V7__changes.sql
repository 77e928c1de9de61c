-- What has changed: every instance keeps what is taken in memory and reads here what it has not seen yet. A transaction
-- that is still running may yet add rows below those that are there, so readers ask for what is visible now and was not in
-- the snapshot of their last look, not for what follows the last row they saw.
CREATE TABLE change (
    id      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    xid     xid8        NOT NULL DEFAULT pg_current_xact_id(),
    at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    kind    text        NOT NULL CHECK (kind IN ('RESERVATION', 'THERAPIST', 'CLINIC')),
    subject uuid        NOT NULL
);

CREATE INDEX change_by_transaction ON change (xid, id);
CREATE INDEX change_by_age ON change (at);

-- The kind, and the column that holds the subject.
CREATE FUNCTION note_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO change (kind, subject)
    VALUES (TG_ARGV[0], (to_jsonb(coalesce(NEW, OLD)) ->> TG_ARGV[1])::uuid);
    RETURN NULL;
END
$$;

-- Reservations change more often than anything else, so theirs is the plainest.
CREATE FUNCTION note_reservation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO change (kind, subject) VALUES ('RESERVATION', CASE TG_OP WHEN 'DELETE' THEN OLD.id ELSE NEW.id END);
    RETURN NULL;
END
$$;

CREATE TRIGGER reservation_changes AFTER INSERT OR UPDATE OR DELETE ON reservation
    FOR EACH ROW EXECUTE FUNCTION note_reservation();
CREATE TRIGGER therapist_changes AFTER INSERT OR UPDATE OR DELETE ON known_therapist
    FOR EACH ROW EXECUTE FUNCTION note_change('THERAPIST', 'id');
CREATE TRIGGER clinic_changes AFTER INSERT OR UPDATE OR DELETE ON clinic
    FOR EACH ROW EXECUTE FUNCTION note_change('CLINIC', 'id');
CREATE TRIGGER room_changes AFTER INSERT OR UPDATE OR DELETE ON room
    FOR EACH ROW EXECUTE FUNCTION note_change('CLINIC', 'clinic_id');
CREATE TRIGGER opening_changes AFTER INSERT OR UPDATE OR DELETE ON clinic_opening
    FOR EACH ROW EXECUTE FUNCTION note_change('CLINIC', 'clinic_id');
CREATE TRIGGER policy_changes AFTER INSERT OR UPDATE OR DELETE ON clinic_policy
    FOR EACH ROW EXECUTE FUNCTION note_change('CLINIC', 'clinic_id');
CREATE TRIGGER closed_time_changes AFTER INSERT OR UPDATE OR DELETE ON closed_time
    FOR EACH ROW EXECUTE FUNCTION note_change('CLINIC', 'clinic_id');
