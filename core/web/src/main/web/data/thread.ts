import { api, ApiError } from "./api.ts";
import type { Conversation, DeliveryState, Message, Row, TimelineEvent } from "./model.ts";
import { forward, mergeEvents, mergeMessages } from "./order.ts";
import { get, set, type Thread } from "./store.ts";

/** The open conversation. */

const patch = (id: string, change: (thread: Thread) => Partial<Thread>) => {
  const { thread } = get();
  if (thread?.id === id) set({ thread: { ...thread, ...change(thread) } });
};

const patchData = (id: string, change: (data: Conversation) => Partial<Conversation>) =>
  patch(id, (thread) => thread.data ? { data: { ...thread.data, ...change(thread.data) } } : {});

export async function openThread(id: string, quiet = false): Promise<void> {
  if (!quiet) set({ thread: { id, status: "loading", more: "idle" } });
  try {
    const read = await api.conversation(id);
    patch(id, ({ data }) => ({ status: "ready", data: quiet && data ? refreshed(data, read) : read }));
  } catch (e) {
    if (!quiet) patch(id, () => ({ status: (e as ApiError).status === 404 ? "missing" : "error" }));
  }
}

/** Older pages that were already read stay, unless the new page does not reach back to them. */
function refreshed(known: Conversation, read: Conversation): Conversation {
  const oldest = read.messages[0];
  const joined = !read.older || (oldest !== undefined && known.messages.some((m) => m.id === oldest.id));
  if (!joined) return read;
  return {
    ...read,
    messages: mergeMessages(known.messages, read.messages),
    events: mergeEvents(known.events, read.events),
    older: known.older,
  };
}

export async function loadOlder(): Promise<void> {
  const { thread } = get();
  const cursor = thread?.data?.older;
  if (!thread || !cursor || thread.more === "loading") return;
  patch(thread.id, () => ({ more: "loading" }));
  try {
    const page = await api.older(thread.id, cursor);
    patchData(thread.id, (data) => ({
      messages: mergeMessages(data.messages, page.messages),
      events: mergeEvents(data.events, page.events),
      older: page.older,
    }));
    patch(thread.id, () => ({ more: "idle" }));
  } catch {
    patch(thread.id, () => ({ more: "error" }));
  }
}

export const rowOfThread = (row: Row): void => patchData(row.id, () => ({ row }));

/** The thread is the contact's: what belongs to another conversation of theirs shows here too. */
const patchContact = (contact: string, change: (data: Conversation) => Partial<Conversation>) => {
  const { thread } = get();
  if (thread?.data?.contact.id === contact) patchData(thread.id, change);
};

export const messageArrived = (contact: string, message: Message): void =>
  patchContact(contact, (data) => ({ messages: mergeMessages(data.messages, [message]) }));

/** A message of a page that was not read yet comes with its page. */
export const messageChanged = (contact: string, message: Message): void =>
  patchContact(contact, (data) =>
    data.messages.some((m) => m.id === message.id) ? { messages: mergeMessages(data.messages, [message]) } : {});

/** Reads back as far as a message; false when it lies further than anybody would scroll. */
export async function readBackTo(id: string): Promise<boolean> {
  for (let page = 0; page < 10; page++) {
    const { thread } = get();
    if (thread?.data?.messages.some((m) => m.id === id)) return true;
    if (!thread?.data?.older) return false;
    await loadOlder();
    if (get().thread?.more === "error") return false;
  }
  return false;
}

export const eventArrived = (contact: string, event: TimelineEvent): void =>
  patchContact(contact, (data) => ({ events: mergeEvents(data.events, [event]) }));

export function stateChanged(id: string, state: DeliveryState, why?: string): void {
  const { thread } = get();
  if (thread) patchData(thread.id, (data) => ({
    messages: data.messages.map((m) => {
      if (m.id !== id || forward(m.state, state) !== state) return m;
      return { ...m, state, why };
    }),
  }));
}

let refresh = 0;

/** Something changed that only the whole answer tells (fields, run, previous): read it once things are quiet. */
export function refreshSoon(id: string): void {
  clearTimeout(refresh);
  refresh = setTimeout(() => {
    if (get().thread?.id === id) void openThread(id, true);
  }, 400);
}
