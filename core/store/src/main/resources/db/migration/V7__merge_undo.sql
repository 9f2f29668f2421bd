-- How often somebody was parted from this contact again: whose an identity is, as a process remembers it, holds for one count only.
alter table contact add column partings integer not null default 0;

create index contact_merge_undo on contact_merge (id) where state = 'UNDO';
create index contact_merge_survivor on contact_merge (survivor) where state = 'DONE';
