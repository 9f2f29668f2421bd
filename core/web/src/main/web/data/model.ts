/** The shapes of docs/rest.md. */

export type Availability = "online" | "away" | "offline";
export type View = "mine" | "unassigned" | "all" | "closed";
export type Language = "en" | "ru";

export interface Me {
  agent: string;
  name: string;
  role: "admin" | "agent";
  language: Language;
  availability: Availability;
  csrf: string;
  hasPassword: boolean;
}

export interface Agent {
  id: string;
  name: string;
  availability: Availability;
  load: number;
  capacity: number;
}

export interface Team {
  id: string;
  name: string;
  members: string[];
}

export interface Channel {
  id: string;
  type: string;
  title: string;
  /** Which files can be sent over it; missing when none can. */
  files?: { kinds: string[]; limit: number };
  /** For so many milliseconds after the contact's last message they may be answered freely; absent: always. */
  replyWindow?: number;
}

export interface Form {
  name: string;
  language: string;
  text: string;
  blanks: string[];
  media?: string;
  refused?: string;
}

export interface Bootstrap {
  name: string;
  languages: Language[];
  categories: string[];
  closeNote: "off" | "optional" | "category" | "category+summary";
  teams: Team[];
  agents: Agent[];
  channels: Channel[];
  maxUpload: number;
  /** So many milliseconds before its end a reply window counts as about to close. */
  windowFirst: number;
  position: string;
}

export interface Counts {
  mine: number;
  unassigned: number;
  all: number;
}

export interface Row {
  id: string;
  contact: { id: string; name?: string };
  channel: string;
  status: "open" | "closed";
  handler: "bot" | "queue" | "agent" | "none";
  team?: string;
  assignee?: string;
  source?: string;
  category?: string;
  preview?: { author: "contact" | "bot" | "agent" | "system" | "note"; text: string };
  lastAt: string;
  openedAt: string;
  closedAt?: string;
  waitingSince?: string;
  /** When the contact wrote last on this channel. */
  heardAt?: string;
  /** Why nothing that is sent to the contact arrives. */
  unreachable?: string;
}

export interface Page {
  rows: Row[];
  next?: string;
  counts: Counts;
  position: string;
}

export type DeliveryState = "queued" | "sending" | "sent" | "delivered" | "read" | "failed" | "unknown";

export interface Message {
  id: string;
  ord: string;
  conversation: string;
  direction: "in" | "out" | "note";
  author: "contact" | "bot" | "agent" | "system";
  agent?: string;
  text: string;
  kind: string;
  /** What a letter is about. */
  subject?: string;
  /** Why nobody wrote it. */
  automatic?: string;
  /** Who wrote it, where that is not the contact. */
  writer?: { identity: string; name?: string };
  /** What our own mail server found out about whether it comes from whom it says. */
  sender?: { finding: "confirmed" | "unconfirmed" | "failed"; by?: string };
  /** The whole of it as text, quotes and all. */
  original?: string;
  /** It can be shown as it looked. */
  html?: boolean;
  options?: string[];
  files?: FileInfo[];
  album?: string;
  place?: { latitude: number; longitude: number };
  card?: { name: string; phones: string[] };
  at: string;
  state?: DeliveryState;
  why?: string;
  command?: string;
  channel?: string;
  /** Its channel knows it, so that a reply can name it. */
  answerable?: boolean;
  /** What it answers; without an id that is not here. */
  replyTo?: Quoted;
  editedAt?: string;
  /** What it said before, oldest first. */
  earlier?: { text: string; at: string }[];
  removed?: string;
  reactions?: string[];
  /** The places of its changes in the thread. */
  changes?: string[];
}

export interface Quoted {
  id?: string;
  author?: Message["author"];
  agent?: string;
  kind?: string;
  text?: string;
}

/** A file of a message: on its way, here, or never to come. Its name and type are what somebody said. */
export interface FileInfo {
  id: string;
  kind: string;
  name?: string;
  type?: string;
  size?: number;
  state: "coming" | "here" | "gone";
  why?: string;
}

export interface TimelineEvent {
  ord: string;
  conversation?: string;
  type: string;
  at: string;
  source?: string;
  channel?: string;
  workflow?: string;
  step?: string;
  text?: string;
  team?: string;
  rule?: string;
  agent?: string;
  by?: string;
  why?: string;
  category?: string;
  summary?: string;
  reason?: string;
  ends?: string;
}

export interface Contact {
  id: string;
  name?: string;
  language?: string;
  fields: Record<string, string>;
  tags: string[];
  identities: { channel: string; identity: string }[];
  /** Contacts that became this one, as far as that can be undone. */
  merged?: Merged[];
}

export interface Merged {
  id: string;
  name: string;
  why?: string;
  at: string;
  identities: string[];
}

export interface Person {
  id: string;
  name: string;
  identities: { channel: string; identity: string }[];
}

/** Who else is in the thread. */
export interface Participant {
  channel: string;
  identity: string;
  name?: string;
  standing: "active" | "pending" | "removed";
}

export interface Previous {
  id: string;
  openedAt: string;
  closedAt?: string;
  category?: string;
  summary?: string;
  assignee?: string;
}

export interface Run {
  workflow: string;
  step?: string;
  state: string;
  trail: { step: string; why?: string }[];
}

export interface Conversation {
  row: Row;
  contact: Contact;
  messages: Message[];
  events: TimelineEvent[];
  older?: string;
  previous: Previous[];
  current?: string;
  participants?: Participant[];
  run?: Run;
  position: string;
}

export interface Candidate {
  agent: string;
  load: number;
  capacity: number;
  excluded?: string;
  rank?: number;
}

export interface Decision {
  at?: string;
  team?: string;
  agent?: string;
  strategy?: string;
  why?: string;
  candidates?: Candidate[];
  waiting?: { since: string; position: number; reason?: string };
}

/** What arrives on the live stream, by event name. */
export interface LiveEvents {
  conversation: Row;
  message: { conversation: string; contact: string; message: Message };
  changed: { contact: string; message: Message };
  timeline: { conversation: string; contact: string; event: TimelineEvent };
  status: { conversation: string; message: string; state: DeliveryState; why?: string };
  presence: { agent: string; availability: Availability; load?: number };
  counts: Counts;
  command: { id: string; ok: boolean; message?: string };
  ping: Record<string, never>;
  resync: Record<string, never>;
}
