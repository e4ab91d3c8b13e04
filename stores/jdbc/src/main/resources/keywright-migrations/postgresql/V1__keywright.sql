-- Keywright's tables, version 1, for PostgreSQL 12 and newer.
-- Run by the built-in migrator, by Flyway (classpath:keywright-migrations/postgresql), or by hand, in one transaction.

CREATE TABLE keywright_schema (
    version      integer                  PRIMARY KEY,
    installed_at timestamp with time zone NOT NULL DEFAULT now()
);

-- Texts that are looked up or sorted compare byte by byte, whatever the database's language is.
CREATE TABLE keywright_key (
    id         varchar(128)  COLLATE "C" PRIMARY KEY,
    digest     varchar(80)   COLLATE "C" NOT NULL UNIQUE,
    is_foreign boolean       NOT NULL DEFAULT false,
    owner      varchar(256)  NOT NULL,
    scopes     text          NOT NULL DEFAULT '',
    networks   text          NOT NULL DEFAULT '',
    limits     varchar(256),
    labels     text          NOT NULL DEFAULT '{}',
    not_before timestamp with time zone,
    expires    timestamp with time zone,
    revoked    timestamp with time zone,
    created    timestamp with time zone,
    successor  varchar(128),
    last_used  timestamp with time zone
);

CREATE INDEX keywright_key_owner ON keywright_key (owner, id);
CREATE INDEX keywright_key_foreign ON keywright_key (id) WHERE is_foreign;

-- One row for each owner of tokens: whoever changes an owner's tokens locks it.
CREATE TABLE keywright_token_owner (
    owner varchar(128) COLLATE "C" PRIMARY KEY
);

CREATE TABLE keywright_token (
    id         varchar(128) COLLATE "C" PRIMARY KEY,
    kind       char(1)      NOT NULL CHECK (kind IN ('A', 'R')),
    digest     varchar(80)  COLLATE "C" NOT NULL,
    family     varchar(128) COLLATE "C" NOT NULL,
    owner      varchar(128) COLLATE "C" NOT NULL,
    scopes     text         NOT NULL DEFAULT '',
    labels     text         NOT NULL DEFAULT '{}',
    issued_ms  bigint       NOT NULL,
    expires_ms bigint       NOT NULL,
    used       boolean      NOT NULL DEFAULT false
);

CREATE INDEX keywright_token_family ON keywright_token (family);
CREATE INDEX keywright_token_owner_expires ON keywright_token (owner, expires_ms);
CREATE INDEX keywright_token_expires ON keywright_token (expires_ms);

INSERT INTO keywright_schema (version) VALUES (1);
