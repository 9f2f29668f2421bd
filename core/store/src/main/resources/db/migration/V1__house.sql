-- One set for both databases; what must differ is a placeholder. Ids are made by the application and rise with time, times are
-- epoch milliseconds, 0 means "never", JSON is opaque text. Hot tables have no foreign keys: their rows are written in the order
-- of the locks, by code that holds them.

create table partition (
    id integer primary key
) ${hot};

insert into partition (id)
with recursive numbers(n) as (select 0 union all select n + 1 from numbers where n < 255)
select n from numbers;

-- ---- who writes ----------------------------------------------------------------------------------------------------------

create table contact (
    id ${key} primary key,
    part integer not null,
    next_seq bigint not null,
    merged_into bigint not null,
    name text not null,
    language text not null,
    created_at bigint not null
) ${hot};

create table contact_identity (
    channel text not null,
    external text not null,
    contact bigint not null,
    primary key (channel, external)
) ${clustered};

create index contact_identity_contact on contact_identity (contact);

-- Apart from contact: only accepting transactions lock contacts, only advancing ones write profiles.
create table profile (
    contact ${key} primary key,
    name text not null,
    language text not null,
    fields text not null,
    tags text not null,
    unreachable text not null,
    blocked integer not null
) ${hot};

-- ---- what was said -------------------------------------------------------------------------------------------------------

create table message (
    id ${key} primary key,
    contact bigint not null,
    ord bigint not null,
    direction text not null,
    author text not null,
    agent text not null,
    channel text not null,
    dedupe text,
    content text not null,
    reply_to text not null,
    raw ${bytes},
    at bigint not null,
    sent_at bigint not null
);

create unique index message_thread on message (contact, ord);
create unique index message_dedupe on message (dedupe) where dedupe is not null;

create table command (
    id text primary key,
    contact bigint not null,
    at bigint not null,
    state text not null,
    message text not null
);

create table dead_letter (
    id ${key} primary key,
    channel text not null,
    dedupe text,
    kind text not null,
    reason text not null,
    contact bigint not null,
    raw ${bytes} not null,
    at bigint not null,
    redriven_at bigint not null
);

create unique index dead_letter_dedupe on dead_letter (dedupe) where dedupe is not null;

create table mailbox (
    contact bigint not null,
    seq bigint not null,
    part integer not null,
    kind text not null,
    message bigint not null,
    payload text not null,
    at bigint not null,
    primary key (contact, seq)
) ${queue};

create index mailbox_part on mailbox (part, at);

create table channel_cursor (
    channel text not null,
    name text not null,
    value text not null,
    fence bigint not null,
    primary key (channel, name)
);

-- ---- conversations and runs ----------------------------------------------------------------------------------------------

create table conversation (
    id ${key} primary key,
    contact bigint not null,
    part integer not null,
    opened_at bigint not null,
    opened_ord bigint not null,
    source text not null,
    opened_channel text not null,
    reach_channel text not null,
    reach_identity text not null,
    reach_thread text not null,
    handler text not null,
    handler_ref text not null,
    epoch integer not null,
    team text not null,
    assignee text not null,
    queued_at bigint not null,
    priority integer not null,
    skills text not null,
    last_at bigint not null,
    last_ord bigint not null,
    last_author text not null,
    preview text not null,
    first_reply_at bigint not null,
    waiting_since bigint not null,
    wake_at bigint not null,
    closed_at bigint not null,
    closed_ord bigint not null,
    closed_by text not null,
    closed_source text not null,
    category text not null,
    summary text not null
) ${hot};

-- No index holds what changes with every message: such an update would have to write all the others too.
create unique index conversation_open on conversation (contact) where closed_at = 0;
create index conversation_contact on conversation (contact, opened_ord);
create index conversation_closed on conversation (closed_at, id) where closed_at > 0;
create index conversation_wake on conversation (wake_at) where closed_at = 0 and wake_at > 0;

create table run (
    id ${key} primary key,
    contact bigint not null,
    part integer not null,
    conversation bigint not null,
    workflow text not null,
    version bigint not null,
    slot text not null,
    state text not null,
    step text not null,
    awaiting text not null,
    memory text not null,
    vars text not null,
    rev integer not null,
    wake_at bigint not null,
    reason text not null,
    started_at bigint not null,
    ended_at bigint not null
) ${hot};

create unique index run_active on run (contact, workflow, slot) where state in ('WAITING', 'PARKED');
create index run_conversation on run (conversation);
create index run_parked on run (contact) where state = 'PARKED';
create index run_wake on run (wake_at) where state = 'WAITING' and wake_at > 0;

create table workflow_version (
    id ${key} primary key,
    name text not null,
    hash text not null,
    body text not null,
    created_at bigint not null,
    unique (name, hash)
);

-- ---- what goes out -------------------------------------------------------------------------------------------------------

-- The content is in the message of the same id; remote_id is null until a provider answered, even when it names none.
create table outbox (
    id ${key} primary key,
    contact bigint not null,
    part integer not null,
    conversation bigint not null,
    ord bigint not null,
    channel text not null,
    identity text not null,
    thread text not null,
    epoch integer not null,
    run bigint not null,
    rev integer not null,
    idempotency text not null unique,
    automatic integer not null,
    state text not null,
    due_at bigint not null,
    attempt integer not null,
    node integer not null,
    lease_until bigint not null,
    remote_id text,
    why text not null
) ${hot};

create index outbox_head on outbox (contact, ord) where state in ('READY', 'SENDING', 'UNKNOWN');
create index outbox_due on outbox (due_at) where state in ('READY', 'UNKNOWN');
create index outbox_lease on outbox (lease_until) where state = 'SENDING';
create index outbox_remote on outbox (remote_id, channel) where remote_id is not null;

create table report_pending (
    channel text not null,
    remote_id text not null,
    state text not null,
    why text not null,
    kept_at bigint not null,
    primary key (channel, remote_id)
);

create index report_pending_kept on report_pending (kept_at);

create table action (
    id ${key} primary key,
    contact bigint not null,
    part integer not null,
    run bigint not null,
    rev integer not null,
    type text not null,
    input text not null,
    idempotency text not null unique,
    deadline_ms bigint not null,
    attempts integer not null,
    attempt integer not null,
    due_at bigint not null,
    state text not null,
    node integer not null,
    lease_until bigint not null
) ${hot};

create index action_due on action (due_at) where state = 'READY';
create index action_lease on action (lease_until) where state = 'RUNNING';

-- ---- who answers ---------------------------------------------------------------------------------------------------------

create table team (
    id text primary key,
    name text not null,
    strategy text not null,
    capacity integer not null,
    provisioned integer not null
);

create table agent (
    id text primary key,
    name text not null,
    role text not null,
    language text not null,
    enabled integer not null,
    capacity integer not null,
    load integer not null,
    skills text not null,
    presence_required integer not null,
    last_closed bigint not null,
    provisioned integer not null
) ${hot};

create table team_member (
    team text not null references team (id),
    agent text not null references agent (id),
    last_assigned bigint not null,
    provisioned integer not null,
    primary key (team, agent)
) ${hot};

create index team_member_agent on team_member (agent);

-- Apart from agent: heartbeats must not wait for the matcher.
create table presence (
    agent text primary key references agent (id),
    state text not null,
    seen_at bigint not null
) ${hot};

create table assign_queue (
    conversation ${key} primary key,
    contact bigint not null,
    team text not null,
    agent text not null,
    priority integer not null,
    enqueued_at bigint not null,
    epoch integer not null,
    skills text not null,
    exclude text not null,
    channel text not null,
    language text not null
) ${queue};

create index assign_queue_team on assign_queue (team, priority desc, enqueued_at, conversation);

-- Appended by the lanes, folded into agent.load by the matcher.
create table load_change (
    id ${key} primary key,
    agent text not null,
    delta integer not null,
    closed_at bigint not null
) ${queue};

create index load_change_agent on load_change (agent);

create table credential (
    agent text primary key references agent (id),
    hash text not null
);

create table session (
    token_hash text primary key,
    agent text not null references agent (id),
    csrf text not null,
    created_at bigint not null,
    seen_at bigint not null,
    expires_at bigint not null
);

create index session_agent on session (agent);

create table sign_in_link (
    token_hash text primary key,
    agent text not null references agent (id),
    expires_at bigint not null
);

-- ---- what happened, and who may do what alone ----------------------------------------------------------------------------

-- pos is the transaction's number where several transactions write side by side: readers order by (pos, id) and stay below the
-- oldest one that still runs. first_ord and last_ord span the places in the contact's thread, 0 when there is none.
create table event (
    pos bigint not null default ${transaction},
    id ${counted},
    at bigint not null,
    contact bigint not null,
    conversation bigint not null,
    first_ord bigint not null,
    last_ord bigint not null,
    facts text not null
    ${event_key}
);

create index event_thread on event (contact, last_ord) where last_ord > 0;

create table lease (
    name text primary key,
    node integer not null,
    fence bigint not null,
    expires_at bigint not null
);

create table node (
    id integer primary key,
    name text not null,
    token text not null,
    expires_at bigint not null
);
