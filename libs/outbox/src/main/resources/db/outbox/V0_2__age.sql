-- What is forgotten by its age; see Forgetting.
CREATE INDEX outbox_published ON outbox (published_at) WHERE published_at IS NOT NULL;
CREATE INDEX outbox_expired ON outbox (expires_at) WHERE published_at IS NOT NULL AND expires_at IS NOT NULL;
CREATE INDEX inbox_handled ON inbox (handled_at);

-- Only leases are measured by the database's clock.
ALTER TABLE inbox ALTER COLUMN handled_at DROP DEFAULT;
