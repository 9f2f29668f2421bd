import { rowChanged } from "./list.ts";
import type { LiveEvents, Row, TimelineEvent } from "./model.ts";
import { commandEnded, discard } from "./outbox.ts";
import { get, set, setPresence } from "./store.ts";
import { eventArrived, messageArrived, messageChanged, refreshSoon, rowOfThread, stateChanged } from "./thread.ts";

/** Brings what the live stream says into the state. Everything may come twice. */
export function hear<N extends keyof LiveEvents>(name: N, data: LiveEvents[N]): void {
  (hearing[name] as (data: LiveEvents[N]) => void)(data);
}

const hearing: { [N in keyof LiveEvents]: (data: LiveEvents[N]) => void } = {
  conversation: (row) => {
    rowChanged(row);
    rowOfThread(row);
    contactMoved(row);
  },
  message: ({ contact, message }) => {
    messageArrived(contact, message);
    if (message.command) discard(message.command);
  },
  changed: ({ contact, message }) => messageChanged(contact, message),
  timeline: ({ conversation, contact, event }) => timeline(conversation, contact, event),
  status: ({ message, state, why }) => stateChanged(message, state, why),
  presence: ({ agent, availability, load }) => {
    setPresence(agent, availability, load);
    const { me } = get();
    if (me?.agent === agent && me.availability !== availability) set({ me: { ...me, availability } });
  },
  counts: (counts) => set({ counts }),
  command: ({ id, ok, message }) => {
    const line = get().pending.find((p) => p.id === id);
    if (commandEnded(id, ok, message) && line) settleLine(id, line.conversation);
  },
  ping: () => {},
  resync: () => {},
};

/** The contact of the closed conversation on screen has an open one now, or has closed it: the page leads there. */
function contactMoved(row: Row): void {
  const thread = get().thread;
  if (!thread?.data || thread.id === row.id || thread.data.contact.id !== row.contact.id) return;
  set({ thread: { ...thread, data: { ...thread.data, current: row.status === "open" ? row.id : undefined } } });
}

function timeline(conversation: string, contact: string, event: TimelineEvent): void {
  eventArrived(contact, event);
  if (get().thread?.id === conversation) refreshSoon(conversation);
}

/** The line was taken; its message normally comes with the same breath. If not, read the thread rather than show it twice. */
function settleLine(id: string, conversation: string): void {
  setTimeout(() => {
    if (!get().pending.some((p) => p.id === id)) return;
    refreshSoon(conversation);
    discard(id);
  }, 2000);
}
