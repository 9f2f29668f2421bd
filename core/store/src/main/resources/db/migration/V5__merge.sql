-- Two contacts that turned out to be one person: ordered when it is told, done in a transaction of its own, kept as a record of what
-- went over.
create table contact_merge (
    id ${key} primary key,
    one bigint not null,
    other bigint not null,
    reason text not null,
    ordered_at bigint not null,
    state text not null,
    survivor bigint not null,
    loser bigint not null,
    identities text not null,
    closed bigint not null,
    done_at bigint not null
);

create index contact_merge_ordered on contact_merge (id) where state = 'ORDERED';
create index contact_merged on contact (merged_into) where merged_into > 0;
