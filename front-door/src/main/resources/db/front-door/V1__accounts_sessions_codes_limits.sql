-- Who can sign in. What they do here ("work") decides the hat they usually wear; everybody may be a patient beside it.
CREATE TABLE account (
    id           uuid PRIMARY KEY,
    email        text        NOT NULL UNIQUE CHECK (email = lower(email)),
    patient_id   uuid UNIQUE,
    work         text CHECK (work IN ('therapist', 'front-desk', 'manager', 'referrer', 'operator')),
    therapist_id uuid UNIQUE,
    referrer_id  uuid UNIQUE,
    disabled_at  timestamptz,
    created_at   timestamptz NOT NULL,
    CHECK ((work IS NOT DISTINCT FROM 'therapist') = (therapist_id IS NOT NULL)),
    CHECK ((work IS NOT DISTINCT FROM 'referrer') = (referrer_id IS NOT NULL))
);

-- A browser's session. The cookie holds 256 random bits; here lies only their SHA-256, which opens nothing.
CREATE TABLE session (
    id          text PRIMARY KEY CHECK (length(id) = 43),
    browser_id  uuid        NOT NULL,
    form_secret text        NOT NULL,
    hat         text        NOT NULL,
    account_id  uuid REFERENCES account ON DELETE CASCADE,
    created_at  timestamptz NOT NULL,
    seen_at     timestamptz NOT NULL,
    CHECK ((hat = 'visitor') = (account_id IS NULL))
);

CREATE INDEX session_seen ON session (seen_at);
CREATE INDEX session_account ON session (account_id) WHERE account_id IS NOT NULL;

-- The one code a browser may have asked for: asking again replaces it. Only a keyed hash of the code is kept.
CREATE TABLE sign_in_code (
    browser_id uuid PRIMARY KEY,
    request_id uuid        NOT NULL,
    email      text        NOT NULL,
    then_path  text,
    code_hash  text        NOT NULL CHECK (length(code_hash) = 43),
    tries_left int         NOT NULL CHECK (tries_left >= 0),
    asked_at   timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);

CREATE INDEX sign_in_code_expires ON sign_in_code (expires_at);

-- Buckets that fill with time and are emptied by use. The subject is a keyed hash of an address or a browser.
CREATE TABLE bucket (
    scope      text             NOT NULL,
    subject    text             NOT NULL,
    tokens     double precision NOT NULL,
    granted    boolean          NOT NULL,
    changed_at timestamptz      NOT NULL,
    PRIMARY KEY (scope, subject)
);

CREATE INDEX bucket_changed ON bucket (changed_at);
