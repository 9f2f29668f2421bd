-- When the contact wrote last on the channel they are reached on: from then their reply window runs. 0: never.
alter table conversation add column reach_at bigint not null default 0;
-- People were warned that the window is about to close.
alter table conversation add column window_told integer not null default 0;

update conversation set reach_at = coalesce((select max(m.at) from message m
    where m.contact = conversation.contact and m.direction = 'IN' and m.channel = conversation.reach_channel), 0)
    where closed_at = 0;

-- As known when it was put in: later messages of the contact only make the window end later.
alter table outbox add column reach_at bigint not null default 0;
-- What is sent instead once the window is closed, as JSON, and whether it was.
alter table outbox add column fallback text;
alter table outbox add column as_fallback integer not null default 0;

-- As known when it was put in; the conversation knows better.
alter table assign_queue add column window_ends bigint not null default 0;
create index assign_queue_window on assign_queue (team, window_ends) where window_ends > 0;
