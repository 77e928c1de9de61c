CREATE TABLE outbox (
    position         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id         uuid        NOT NULL UNIQUE,
    topic            text        NOT NULL,
    key              text        NOT NULL,
    version          bigint      NOT NULL CHECK (version > 0),
    type             text        NOT NULL,
    occurred_at      timestamptz NOT NULL,
    expires_at       timestamptz,
    data             text        NOT NULL,
    published_at     timestamptz,
    UNIQUE (topic, key, version)
);

-- What the relay asks for, and all it asks for: never "after the last position seen", since positions commit out of order.
CREATE INDEX outbox_unpublished ON outbox (position) WHERE published_at IS NULL;

-- One row, one relay at a time. "term" rises with every change of hands, so that a holder who slept can tell.
CREATE TABLE relay_lease (
    name       text PRIMARY KEY,
    holder     uuid        NOT NULL,
    term       bigint      NOT NULL,
    held_until timestamptz NOT NULL
);

CREATE TABLE inbox (
    consumer   text        NOT NULL,
    event_id   uuid        NOT NULL,
    handled_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (consumer, event_id)
);

CREATE TABLE applied_version (
    consumer text   NOT NULL,
    subject  text   NOT NULL,
    version  bigint NOT NULL,
    PRIMARY KEY (consumer, subject)
);
