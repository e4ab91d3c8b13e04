-- Keywright's tables, version 1, for H2 2.x.
-- Run by the built-in migrator, by Flyway (classpath:keywright-migrations/h2), or by hand. H2 commits after each of these
-- statements, so each may be repeated.

CREATE TABLE IF NOT EXISTS keywright_schema (
    version      integer                  PRIMARY KEY,
    installed_at timestamp with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);

CREATE TABLE IF NOT EXISTS keywright_key (
    id         varchar(128)  PRIMARY KEY,
    digest     varchar(80)   NOT NULL UNIQUE,
    is_foreign boolean       DEFAULT false NOT NULL,
    owner      varchar(256)  NOT NULL,
    scopes     varchar(16384) DEFAULT '' NOT NULL,
    networks   varchar(16384) DEFAULT '' NOT NULL,
    limits     varchar(256),
    labels     varchar(1000000) DEFAULT '{}' NOT NULL,
    not_before timestamp with time zone,
    expires    timestamp with time zone,
    revoked    timestamp with time zone,
    created    timestamp with time zone,
    successor  varchar(128),
    last_used  timestamp with time zone
);

CREATE INDEX IF NOT EXISTS keywright_key_owner ON keywright_key (owner, id);
CREATE INDEX IF NOT EXISTS keywright_key_foreign ON keywright_key (is_foreign);

CREATE TABLE IF NOT EXISTS keywright_token_owner (
    owner varchar(128) PRIMARY KEY
);

CREATE TABLE IF NOT EXISTS keywright_token (
    id         varchar(128) PRIMARY KEY,
    kind       varchar(1)   NOT NULL,
    digest     varchar(80)  NOT NULL,
    family     varchar(128) NOT NULL,
    owner      varchar(128) NOT NULL,
    scopes     varchar(16384) DEFAULT '' NOT NULL,
    labels     varchar(1000000) DEFAULT '{}' NOT NULL,
    issued_ms  bigint       NOT NULL,
    expires_ms bigint       NOT NULL,
    used       boolean      DEFAULT false NOT NULL
);

CREATE INDEX IF NOT EXISTS keywright_token_family ON keywright_token (family);
CREATE INDEX IF NOT EXISTS keywright_token_owner_expires ON keywright_token (owner, expires_ms);
CREATE INDEX IF NOT EXISTS keywright_token_expires ON keywright_token (expires_ms);

MERGE INTO keywright_schema (version) KEY (version) VALUES (1);
