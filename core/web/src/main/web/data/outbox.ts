import { api, ApiError } from "./api.ts";
import { recall, remember } from "./prefs.ts";
import { get, set, toast } from "./store.ts";
import type { Uploaded } from "./upload.ts";
import { t } from "../i18n/i18n.ts";

/**
 * A reply or note on its way. It is shown at once, kept over a reload, and leaves when the stream brings the message
 * with its id. The same id is sent again after a lost connection: the server gives it one effect.
 */
export interface Pending {
  id: string;
  conversation: string;
  verb: "reply" | "note" | "file";
  text: string;
  /** For `file`: what was uploaded; several are one album. */
  files?: Uploaded[];
  /** The message it answers, for a reply. */
  replyTo?: string;
  at: string;
  state: "sending" | "failed";
  /** Why it failed; `refused` lines need a new id to be tried again. */
  error?: string;
  refused?: boolean;
  /** There was no connection: it goes out by itself when there is one again. */
  lost?: boolean;
}

const KEY = "outbox";

function keep(pending: Pending[]): void {
  set({ pending });
  remember(KEY, pending.length ? JSON.stringify(pending) : undefined);
}

/** Lines that a reload interrupted come back as failed, to be sent again by hand. */
export function restorePending(): void {
  try {
    const kept = JSON.parse(recall(KEY) ?? "[]") as Pending[];
    set({ pending: kept.map((p) => ({ ...p, state: "failed", lost: undefined })) });
  } catch {
    remember(KEY, undefined);
  }
}

const change = (id: string, patch: Partial<Pending>) =>
  keep(get().pending.map((p) => (p.id === id ? { ...p, ...patch } : p)));

export const discard = (id: string): void => keep(get().pending.filter((p) => p.id !== id));

export function send(conversation: string, verb: "reply" | "note", text: string, replyTo?: string): void {
  const line: Pending = {
    id: crypto.randomUUID(), conversation, verb, text, replyTo, at: new Date().toISOString(), state: "sending",
  };
  keep([...get().pending, line]);
  void attempt(line);
}

const MOST_TOGETHER = 10;

/** As one, in their order; the text goes with the first. */
export async function sendFiles(conversation: string, files: Uploaded[], text: string): Promise<void> {
  const albums = Array.from({ length: Math.ceil(files.length / MOST_TOGETHER) }, (_, i) => files.slice(i * MOST_TOGETHER, (i + 1) * MOST_TOGETHER));
  const lines = albums.map((files, i): Pending => ({
    id: crypto.randomUUID(), conversation, verb: "file", text: i ? "" : text, files, at: new Date().toISOString(), state: "sending",
  }));
  keep([...get().pending, ...lines]);
  for (const line of lines) await attempt(line);
}

export function retry(line: Pending): void {
  const id = line.refused ? crypto.randomUUID() : line.id;
  const again: Pending = { ...line, id, state: "sending", error: undefined, refused: undefined, lost: undefined };
  keep(get().pending.map((p) => (p.id === line.id ? again : p)));
  void attempt(again);
}

async function attempt(line: Pending): Promise<void> {
  try {
    await api.command(line.conversation, line.verb, { id: line.id, text: line.text, upload: line.files?.map((file) => file.id).join(","), replyTo: line.replyTo } as { id: string });
  } catch (e) {
    const failure = e as ApiError;
    const refused = failure.status >= 400 && failure.status < 500;
    change(line.id, { state: "failed", error: failureText(failure), refused, lost: failure.status === 0 });
  }
}

/** The connection is back: what it cost is sent again, in order. */
export function resume(): void {
  for (const line of get().pending.filter((p) => p.lost)) retry(line);
}

/** The text a person sees for a call that failed. */
export function failureText(e: unknown): string {
  const failure = e as ApiError;
  if (failure.status === 0) return t("error.unreachable");
  return failure.message || t("error.server", { status: String(failure.status ?? "") });
}

interface Waiter {
  done(outcome: { ok: boolean; message?: string }): void;
}
const waiting = new Map<string, Waiter>();
const PATIENCE = 10_000;

/** The stream told how a command ended. */
export function commandEnded(id: string, ok: boolean, message?: string): boolean {
  waiting.get(id)?.done({ ok, message });
  const line = get().pending.find((p) => p.id === id);
  if (line && !ok) change(id, { state: "failed", error: message ?? "", refused: true });
  return line !== undefined && ok;
}

/**
 * Posts a command and waits for its outcome on the stream; silence counts as success, the thread is read again then.
 * Returns undefined on success, else what to tell.
 */
export async function command(post: (id: string) => Promise<unknown>): Promise<string | undefined> {
  const id = crypto.randomUUID();
  const outcome = new Promise<{ ok: boolean; message?: string }>((done) => {
    const timer = setTimeout(() => done({ ok: true }), PATIENCE);
    waiting.set(id, { done: (o) => (clearTimeout(timer), done(o)) });
  });
  try {
    await post(id);
    const { ok, message } = await outcome;
    return ok ? undefined : message || t("error.refused");
  } catch (e) {
    return failureText(e);
  } finally {
    waiting.delete(id);
  }
}

/** As {@link command}, for buttons without a place of their own for bad news. */
export async function commandOrToast(post: (id: string) => Promise<unknown>): Promise<void> {
  const error = await command(post);
  if (error) toast(error, true);
}
