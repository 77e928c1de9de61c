-- The place in a trace that the message follows from, as W3C Trace Context writes it; none where traces are not sent anywhere.
ALTER TABLE message ADD COLUMN traceparent text;
