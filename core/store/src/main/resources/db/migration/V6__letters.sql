-- Letters: what they have beside their text, as JSON, empty for anything else; and the name under which later ones refer to them.
alter table message add column letterhead text not null default '';
alter table message add column reference text;

create index message_reference on message (reference) where reference is not null;

-- Who besides the contact is in the thread of a conversation.
create table participant (
    conversation bigint not null,
    channel text not null,
    identity text not null,
    name text not null,
    standing text not null,
    at bigint not null,
    primary key (conversation, channel, identity)
);

create index participant_identity on participant (identity, channel);
