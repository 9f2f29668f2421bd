import type { Message, TimelineEvent } from "./model.ts";
import { byOrd } from "./order.ts";
import type { Pending } from "./outbox.ts";

/** What the thread shows, in order. */
export type Item =
  | { kind: "day"; key: string; at: string }
  | { kind: "message"; key: string; message: Message; rest: Message[]; first: boolean }
  | { kind: "event"; key: string; event: TimelineEvent }
  | { kind: "pending"; key: string; line: Pending; first: boolean };

const NONE: Message[] = [];
const GROUP = 5 * 60_000;
const dayOf = (at: string) => new Date(at).toDateString();
const voice = (m: Message) => `${m.direction} ${m.author} ${m.agent ?? ""}`;

type Entry = { ord: string; m: Message } | { ord: string; e: TimelineEvent };

/** The message that opened a conversation has the lower `ord`; to a reader it comes after the opening. */
function openingsFirst(entries: Entry[]): Entry[] {
  const out: Entry[] = [];
  for (const entry of entries) {
    const before = out.at(-1);
    const opened = "e" in entry && entry.e.type === "opened" && before && "m" in before && before.m.conversation === entry.e.conversation;
    out.splice(opened ? out.length - 1 : out.length, 0, entry);
  }
  return out;
}

/**
 * Messages and events by `ord`, days between them, own lines on their way last; a run of one voice is a group. What a step
 * explains belongs to the trail of the workflow; a change that came before its message belongs to that, once it is here.
 */
export function items(messages: Message[], events: TimelineEvent[], pending: Pending[]): Item[] {
  const told = new Set(messages.map((m) => m.command));
  const placed = new Set(messages.flatMap((m) => m.changes ?? []));
  const stray = (e: TimelineEvent) => e.type.startsWith("stray-") && placed.has(e.ord);
  const happened = events.filter((e) => e.type !== "step" && !stray(e)).map((e) => ({ ord: e.ord, e }));
  const all = openingsFirst([...messages.map((m) => ({ ord: m.ord, m })), ...happened].sort(byOrd));
  const out: Item[] = [];
  let album: Extract<Item, { kind: "message" }> | undefined;
  let day = "";
  let last: Message | undefined;
  const divide = (at: string) => {
    if (dayOf(at) === day) return;
    day = dayOf(at);
    last = undefined;
    out.push({ kind: "day", key: `day ${day}`, at });
  };
  for (const entry of all) {
    if ("m" in entry) {
      const { m } = entry;
      divide(m.at);
      // Sent as one, shown as one: what else came in between stays below.
      if (m.album && album?.message.album === m.album && voice(album.message) === voice(m)) {
        album.rest = [...album.rest, m];
        last = m;
        continue;
      }
      const first = !last || voice(last) !== voice(m) || Date.parse(m.at) - Date.parse(last.at) > GROUP;
      const item = { kind: "message" as const, key: m.id, message: m, rest: NONE, first };
      out.push(item);
      album = m.album ? item : album;
      last = m;
    } else {
      divide(entry.e.at);
      out.push({ kind: "event", key: `${entry.e.ord} ${entry.e.type}`, event: entry.e });
      last = undefined;
    }
  }
  let verb = "";
  for (const line of pending.filter((p) => !told.has(p.id))) {
    divide(line.at);
    out.push({ kind: "pending", key: line.id, line, first: line.verb !== verb });
    verb = line.verb;
  }
  return out;
}
