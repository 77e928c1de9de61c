-- Who suspended or reinstated a credential, when and why: added to, never changed.
CREATE TABLE ruling (
    therapist_id uuid NOT NULL REFERENCES therapist,
    -- the therapist's version that the ruling led to
    version bigint NOT NULL,
    credential_id uuid NOT NULL REFERENCES credential,
    kind text NOT NULL CHECK (kind IN ('SUSPENSION', 'REINSTATEMENT')),
    reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    by_account uuid NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (therapist_id, version)
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME;
END
$$;

CREATE TRIGGER ruling_stays BEFORE UPDATE OR DELETE ON ruling FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER rulings_stay BEFORE TRUNCATE ON ruling FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
