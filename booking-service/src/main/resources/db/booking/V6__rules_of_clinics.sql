-- What a clinic has and when it treats, as data. What is left out means that there is no such limit.
ALTER TABLE room ADD COLUMN equipment text[] NOT NULL DEFAULT '{}'
    CHECK (equipment <@ ARRAY ['TABLE', 'BARIATRIC_TABLE', 'CHAIR', 'FLOOR_MAT', 'HOT_STONES', 'STEP_FREE']);

-- Opening hours are replaced as a whole; a clinic without a row has version 1 and is always open.
CREATE TABLE clinic_opening (
    clinic_id uuid PRIMARY KEY REFERENCES clinic,
    version   bigint NOT NULL CHECK (version > 1)
);

-- By the wall clock of the clinic, in minutes of the day: 1440 is the midnight that ends it. Days by ISO, Monday is 1.
CREATE TABLE clinic_opening_span (
    clinic_id    uuid     NOT NULL REFERENCES clinic_opening ON DELETE CASCADE,
    day          smallint NOT NULL CHECK (day BETWEEN 1 AND 7),
    from_minute  int      NOT NULL CHECK (from_minute >= 0),
    until_minute int      NOT NULL CHECK (until_minute <= 1440 AND from_minute < until_minute),
    CONSTRAINT opening_spans_are_apart
        EXCLUDE USING gist (clinic_id WITH =, day WITH =, int4range(from_minute, until_minute) WITH &&)
);

-- Lengths in minutes. A clinic without a row has version 1 and no rules of its own.
CREATE TABLE clinic_policy (
    clinic_id             uuid PRIMARY KEY REFERENCES clinic,
    version               bigint NOT NULL CHECK (version > 1),
    starts                text CHECK (starts IN ('GRID', 'PACKED')),
    start_every           int CHECK (start_every BETWEEN 1 AND 1440),
    rest                  int CHECK (rest BETWEEN 0 AND 1440),
    turnover              int CHECK (turnover BETWEEN 0 AND 1440),
    notice                int CHECK (notice BETWEEN 0 AND 86400),
    horizon_days          int CHECK (horizon_days BETWEEN 1 AND 400),
    horizon_counts        text CHECK (horizon_counts IN ('CALENDAR_DAYS', 'BUSINESS_DAYS')),
    last_day              date,
    visits_per_day        int CHECK (visits_per_day BETWEEN 1 AND 100),
    visits_per_week       int CHECK (visits_per_week BETWEEN 1 AND 500),
    hands_on_per_day      int CHECK (hands_on_per_day BETWEEN 1 AND 1440),
    hands_on_per_week     int CHECK (hands_on_per_week BETWEEN 1 AND 10080),
    hands_on_in_a_run     int CHECK (hands_on_in_a_run BETWEEN 1 AND 1440),
    pause                 int CHECK (pause BETWEEN 1 AND 1440),
    CHECK ((horizon_days IS NULL) = (horizon_counts IS NULL)),
    CHECK (horizon_days IS NULL OR last_day IS NULL),
    CHECK ((hands_on_in_a_run IS NULL) = (pause IS NULL))
);

-- When a clinic, one therapist there, or one room cannot be had.
CREATE TABLE closed_time (
    id           uuid PRIMARY KEY,
    clinic_id    uuid        NOT NULL REFERENCES clinic,
    therapist_id uuid,
    room_id      uuid REFERENCES room,
    span         tstzrange   NOT NULL CHECK (NOT isempty(span) AND NOT lower_inf(span) AND NOT upper_inf(span)),
    reason       text        NOT NULL CHECK (reason IN
        ('HOLIDAY', 'WEATHER', 'REPAIR', 'CLEANING', 'TRAINING', 'MEETING', 'STAFFING', 'OTHER')),
    made_by      uuid        NOT NULL,
    made_at      timestamptz NOT NULL,
    CHECK (therapist_id IS NULL OR room_id IS NULL)
);

CREATE INDEX closed_times_of_clinic ON closed_time USING gist (clinic_id, span);
