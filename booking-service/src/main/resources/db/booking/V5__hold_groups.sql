-- A hold keeps one time or several, as one: they are taken, extended, released and booked together.
ALTER TABLE reservation
    ADD COLUMN hold_id    uuid,
    ADD COLUMN holder_id  uuid,
    ADD COLUMN extensions int NOT NULL DEFAULT 0 CHECK (extensions >= 0);

UPDATE reservation SET hold_id = id WHERE status = 'HELD';

ALTER TABLE reservation
    ADD CHECK ((status = 'HELD') = (hold_id IS NOT NULL)),
    ADD CHECK (holder_id IS NULL OR status = 'HELD');

COMMENT ON COLUMN reservation.hold_id IS 'which hold the time belongs to';
COMMENT ON COLUMN reservation.holder_id IS 'the patient who holds it; null: somebody who has not signed in';
COMMENT ON COLUMN reservation.extensions IS 'how often the hold was made longer';

-- A browser holds one group: whoever comes with another waits for the first, and finds it there.
DROP INDEX one_hold_per_browser;
ALTER TABLE reservation
    ADD CONSTRAINT one_hold_per_browser EXCLUDE USING gist (browser_id WITH =, hold_id WITH <>) WHERE (status = 'HELD');

CREATE INDEX times_of_hold ON reservation (hold_id) WHERE status = 'HELD';
CREATE INDEX holds_of_patient ON reservation (holder_id) WHERE status = 'HELD' AND holder_id IS NOT NULL;

-- What is thrown away in time.
CREATE INDEX released_by_end ON reservation (upper(patient_span)) WHERE status = 'RELEASED';
CREATE INDEX idempotency_key_by_age ON idempotency_key (created_at);
