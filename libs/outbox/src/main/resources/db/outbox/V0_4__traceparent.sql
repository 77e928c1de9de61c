-- The place in a trace that the news follows from, as W3C Trace Context writes it; none where traces are not sent anywhere.
ALTER TABLE outbox ADD COLUMN traceparent text;
