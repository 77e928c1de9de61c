-- Visits keep their distances, whoever writes two of one patient's at the same moment. Who writes one that keeps a distance waits for
-- whoever writes another of that patient's, and the other way round; those that keep none do not wait for each other. Then the
-- second sees the first, and one of them is refused. The larger distance counts, in elapsed time from start to start.
CREATE INDEX visits_that_keep_apart ON reservation (patient_id, lower(patient_span))
    WHERE spacing IS NOT NULL AND status IN ('REQUESTED', 'BOOKED');

CREATE FUNCTION keep_visits_apart() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    start constant timestamptz := lower(NEW.patient_span);
    farthest constant interval := make_interval(hours => 7 * 24);
BEGIN
    IF NEW.spacing IS NULL THEN
        PERFORM pg_advisory_xact_lock_shared(hashtextextended(NEW.patient_id::text, 5));
        IF NOT EXISTS (SELECT FROM reservation
                        WHERE patient_id = NEW.patient_id AND status IN ('REQUESTED', 'BOOKED') AND spacing IS NOT NULL
                          AND lower(patient_span) > start - make_interval(mins => spacing)
                          AND lower(patient_span) < start + make_interval(mins => spacing)) THEN
            RETURN NULL;
        END IF;
    ELSE
        PERFORM pg_advisory_xact_lock(hashtextextended(NEW.patient_id::text, 5));
        IF NOT EXISTS (SELECT FROM reservation
                        WHERE patient_id = NEW.patient_id AND status IN ('HELD', 'REQUESTED', 'BOOKED') AND id <> NEW.id
                          AND patient_span && tstzrange(start - farthest, start + farthest)
                          AND lower(patient_span) > start - make_interval(mins => greatest(spacing, NEW.spacing))
                          AND lower(patient_span) < start + make_interval(mins => greatest(spacing, NEW.spacing))) THEN
            RETURN NULL;
        END IF;
    END IF;
    RAISE EXCEPTION 'too close to another visit of the patient' USING ERRCODE = 'RV003';
END
$$;

CREATE TRIGGER visits_keep_apart AFTER INSERT ON reservation
    FOR EACH ROW WHEN (NEW.patient_id IS NOT NULL AND NEW.status IN ('REQUESTED', 'BOOKED'))
    EXECUTE FUNCTION keep_visits_apart();
