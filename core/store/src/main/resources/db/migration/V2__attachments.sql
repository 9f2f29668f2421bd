-- The files of messages. The bytes lie in the file store, named by their SHA-256; names and types are what somebody said they are.
-- message is 0 for what an agent has uploaded and not sent yet.
create table attachment (
    id ${key} primary key,
    message bigint not null,
    n integer not null,
    contact bigint not null,
    channel text not null,
    kind text not null,
    album text not null,
    name text not null,
    type text not null,
    size bigint not null,
    sha256 text not null,
    handle text not null,
    agent text not null,
    state text not null,
    due_at bigint not null,
    expires_at bigint not null,
    attempt integer not null,
    node integer not null,
    lease_until bigint not null,
    why text not null,
    at bigint not null
) ${hot};

create unique index attachment_message on attachment (message, n) where message > 0;
create index attachment_upload on attachment (at) where message = 0;
create index attachment_due on attachment (channel, due_at) where state = 'WAITING';
create index attachment_lease on attachment (lease_until) where state = 'RUNNING';
create index attachment_sha256 on attachment (sha256) where sha256 <> '';
