-- What became of a message after it was written, by the channel's own key of the message: their id of it, or the provider's id of
-- one of ours. A change may be here before its message, or without it. content is empty except for an edit.
create table message_change (
    id ${key} primary key,
    contact bigint not null,
    ord bigint not null,
    channel text not null,
    target text not null,
    kind text not null,
    author text not null,
    content text not null,
    emoji text not null,
    dedupe text,
    raw ${bytes},
    at bigint not null,
    sent_at bigint not null
);

create unique index message_change_dedupe on message_change (dedupe) where dedupe is not null;
create index message_change_target on message_change (target, channel);
create index message_change_thread on message_change (contact, ord);

-- What came in and left no other row by whose key it would be known again: notices of an account, who can be reached. Kept for 30
-- days, longer than any provider repeats itself.
create table notice (
    id ${key} primary key,
    channel text not null,
    dedupe text not null unique,
    kind text not null,
    details text not null,
    at bigint not null
);

create index notice_at on notice (at);
