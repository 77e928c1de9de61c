-- A closure's visits are reviewed under the closure's own id: it says what cannot be had, where and how long.
ALTER TABLE space_review DROP CONSTRAINT space_review_kind_check;
ALTER TABLE space_review ADD CONSTRAINT space_review_kind_check CHECK (kind IN ('THERAPIST', 'ROOM', 'CLOSURE'));

-- The one way of asking, for whoever writes down what may cost visits their space, in the same transaction.
CREATE FUNCTION ask_for_review(kind text, subject uuid) RETURNS void LANGUAGE sql AS $$
    INSERT INTO space_review (kind, subject) VALUES ($1, $2)
    ON CONFLICT (kind, subject) DO UPDATE SET asked_at = clock_timestamp(), due_at = clock_timestamp(),
        after_start = NULL, after_id = NULL
$$;
