-- When the event happened that a message tells of: how long its mail took is counted from there, not from when we heard.
ALTER TABLE message ADD COLUMN happened_at timestamptz;
UPDATE message SET happened_at = queued_at;
ALTER TABLE message ALTER COLUMN happened_at SET NOT NULL;
