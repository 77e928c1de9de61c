-- A doctor's order: so many visits within so many days, the first day being day 1.
CREATE TABLE referral (
    id          uuid PRIMARY KEY,
    patient_id  uuid        NOT NULL REFERENCES patient,
    visits      int         NOT NULL CHECK (visits BETWEEN 1 AND 100),
    first_day   date        NOT NULL,
    days        int         NOT NULL CHECK (days BETWEEN 1 AND 366),
    recorded_at timestamptz NOT NULL,
    recorded_by uuid        NOT NULL
);

CREATE INDEX referral_of_patient ON referral (patient_id, first_day, id);

-- A dose of treatment. Phases stand side by side in arrays; weeks are counted from the first day, by the clinic's calendar.
CREATE TABLE course (
    id            uuid PRIMARY KEY,
    version       bigint      NOT NULL CHECK (version > 0),
    patient_id    uuid        NOT NULL REFERENCES patient,
    clinic_id     uuid        NOT NULL REFERENCES clinic,
    treatment_id  uuid        NOT NULL REFERENCES treatment,
    condition     text        NOT NULL,
    therapist_id  uuid,
    referral_id   uuid REFERENCES referral,
    minutes       int         NOT NULL CHECK (minutes > 0),
    per_week      int[]       NOT NULL CHECK (cardinality(per_week) BETWEEN 1 AND 100),
    visits        int[]       NOT NULL CHECK (cardinality(visits) = cardinality(per_week)),
    most_apart    int[]       NOT NULL CHECK (cardinality(most_apart) = cardinality(per_week)),
    pauses        int[]       NOT NULL CHECK (cardinality(pauses) = cardinality(per_week)),
    least_apart   int         NOT NULL CHECK (least_apart > 0),
    review_after  int[]       NOT NULL,
    first_day     date        NOT NULL,
    skipped       int[]       NOT NULL DEFAULT '{}',
    started_at    timestamptz NOT NULL,
    stopped_at    timestamptz,
    request_scope text        NOT NULL,
    request_key   text        NOT NULL,
    request_hash  text        NOT NULL,
    UNIQUE (request_scope, request_key)
);

COMMENT ON COLUMN course.therapist_id IS 'who is to treat, as far as it goes; null: anybody';
COMMENT ON COLUMN course.least_apart IS 'minutes from one start to the next, at least';
COMMENT ON COLUMN course.most_apart IS 'days from one visit to the next, at most';
COMMENT ON COLUMN course.pauses IS 'weeks without visits before each phase';
COMMENT ON COLUMN course.skipped IS 'numbers of the visits that are left out';

CREATE INDEX course_of_patient ON course (patient_id, started_at, id);
CREATE INDEX course_of_referral ON course (referral_id) WHERE referral_id IS NOT NULL;

-- Every change of a course. What becomes of its visits is in theirs.
CREATE TABLE course_change (
    course_id uuid        NOT NULL REFERENCES course,
    version   bigint      NOT NULL,
    at        timestamptz NOT NULL,
    by_kind   text        NOT NULL CHECK (by_kind IN ('PATIENT', 'FRONT_DESK', 'MANAGER')),
    by_id     uuid        NOT NULL,
    step      text        NOT NULL,
    note      text CHECK (length(note) <= 500),
    PRIMARY KEY (course_id, version)
);

-- Which visit of which course it is.
ALTER TABLE appointment
    ADD COLUMN course_id    uuid REFERENCES course,
    ADD COLUMN course_place int,
    ADD CHECK ((course_id IS NULL) = (course_place IS NULL));

CREATE INDEX appointment_of_course ON appointment (course_id) WHERE course_id IS NOT NULL;

-- A place of a course has one visit that counts. What was called off or missed may be made up for.
CREATE UNIQUE INDEX one_visit_per_place ON appointment (course_id, course_place)
    WHERE course_id IS NOT NULL AND status NOT IN ('CANCELLED', 'MISSED');

-- No way of booking, moving or correcting a visit leads past the referral: whoever writes one that counts, counts all of them. The
-- lock makes two who write at once count one after the other.
CREATE FUNCTION keep_within_referral() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    allowed referral;
    used    int;
    day     date;
BEGIN
    SELECT referral.* INTO allowed FROM referral JOIN course ON referral_id = referral.id
     WHERE course.id = NEW.course_id FOR UPDATE OF referral;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    SELECT (NEW.starts_at AT TIME ZONE zone)::date INTO day FROM clinic WHERE id = NEW.clinic_id;
    IF day < allowed.first_day OR day >= allowed.first_day + allowed.days THEN
        RAISE EXCEPTION 'outside the days of the referral' USING ERRCODE = 'RV002';
    END IF;
    SELECT count(*) INTO used FROM appointment JOIN course ON course.id = course_id
     WHERE referral_id = allowed.id AND status NOT IN ('CANCELLED', 'MISSED');
    IF used > allowed.visits THEN
        RAISE EXCEPTION 'the visits of the referral are used up' USING ERRCODE = 'RV001';
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER referral_of_new_visit AFTER INSERT ON appointment
    FOR EACH ROW WHEN (NEW.course_id IS NOT NULL)
    EXECUTE FUNCTION keep_within_referral();

CREATE TRIGGER referral_of_changed_visit AFTER UPDATE OF course_id, status, starts_at ON appointment
    FOR EACH ROW WHEN (NEW.course_id IS NOT NULL AND NEW.status NOT IN ('CANCELLED', 'MISSED')
        AND (OLD.course_id IS NULL OR OLD.starts_at <> NEW.starts_at OR OLD.status IN ('CANCELLED', 'MISSED')))
    EXECUTE FUNCTION keep_within_referral();
