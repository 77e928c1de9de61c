-- What booking has told of appointments; it can be heard again from the topic.
CREATE TABLE visit (
    appointment_id uuid PRIMARY KEY,
    version bigint NOT NULL,
    therapist_id uuid NOT NULL,
    -- the date of the start in the clinic's zone
    day date NOT NULL,
    start_at timestamptz NOT NULL,
    end_at timestamptz NOT NULL CHECK (end_at > start_at),
    zone text NOT NULL,
    patient text NOT NULL,
    clinic text NOT NULL,
    room text NOT NULL,
    status text NOT NULL CHECK (status IN ('BOOKED', 'CANCELLED'))
);

CREATE INDEX visit_of_day ON visit (therapist_id, day, start_at);
