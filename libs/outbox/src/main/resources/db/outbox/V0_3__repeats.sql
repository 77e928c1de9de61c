-- How often the row was asked to be sent once more. A mark names the number it read, so that it cannot undo such a wish.
ALTER TABLE outbox ADD COLUMN repeats integer NOT NULL DEFAULT 0;
