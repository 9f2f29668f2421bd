import type { Session } from "./session.ts";
import { forget, keys, load, save } from "./storage.ts";

export interface Option {
  token: string;
  label: string;
}

export interface Attachment {
  kind: string;
  name: string;
  size: number;
}

/** A committed line, as the server shows it. */
export interface Line {
  position: string;
  key?: string;
  author: "contact" | "bot" | "agent" | "system";
  name?: string;
  text?: string;
  options?: Option[];
  /** Several are an album. */
  files?: Attachment[];
  at: string;
}

/** A message of the visitor that is not in the thread yet. */
export interface Waiting {
  id: string;
  text: string;
  pick?: string;
  /** Kept by this page only: what browsers store is too small for files. */
  file?: File;
  at: string;
  state: "sending" | "queued" | "failed" | "sent";
}

export type Connection = "connecting" | "live" | "offline" | "refused";

/** The thread of one visitor and all that is known about it; tells its listener of each change. */
export class Thread {
  lines: Line[] = [];
  waiting: Waiting[] = [];
  connection: Connection = "connecting";
  typing = false;
  private seen: string;
  private visible = false;
  private typingTimer = 0;
  private readonly known = new Set<string>();

  constructor(private readonly session: Session, private readonly changed: () => void) {
    this.seen = load(`${session.scope}seen`) ?? "0";
    this.waiting = keys(`${session.scope}waiting:`)
      .flatMap((key) => parse(load(key)))
      .sort((a, b) => a.at.localeCompare(b.at));
  }

  get position(): string {
    return this.lines.at(-1)?.position ?? "0";
  }

  get unread(): number {
    const from = this.lines.findIndex((line) => line.position === this.seen);
    return this.lines.slice(from + 1).filter((line) => line.author !== "contact").length;
  }

  /** The buttons that can be pressed now: those of the last line, until the visitor says something. */
  get options(): Option[] {
    const spoke = this.waiting.some((message) => message.state !== "failed");
    return spoke ? [] : this.lines.at(-1)?.options ?? [];
  }

  /** Adds lines that came by stream or by poll; the same line twice is one. */
  add(lines: Line[]): void {
    for (const line of lines) {
      if (this.known.has(line.position)) continue;
      this.known.add(line.position);
      this.lines.push(line);
      if (line.key) this.settle(line.key);
      if (line.author !== "contact") this.typing = false;
    }
    if (this.visible) this.see();
    this.changed();
  }

  /** The server knows nothing of our position: start over. */
  reset(): void {
    this.lines = [];
    this.known.clear();
    this.changed();
  }

  connect(state: Connection): void {
    if (this.connection === state) return;
    this.connection = state;
    this.changed();
  }

  hintTyping(): void {
    this.typing = true;
    clearTimeout(this.typingTimer);
    this.typingTimer = setTimeout(() => {
      this.typing = false;
      this.changed();
    }, 6000);
    this.changed();
  }

  show(visible: boolean): void {
    this.visible = visible;
    if (visible) this.see();
    this.changed();
  }

  private see(): void {
    this.seen = this.position;
    save(`${this.session.scope}seen`, this.seen);
  }

  put(message: Waiting): void {
    const index = this.waiting.findIndex((other) => other.id === message.id);
    if (index < 0) this.waiting = [...this.waiting, message];
    else this.waiting = this.waiting.with(index, message);
    if (!message.file) save(`${this.session.scope}waiting:${message.id}`, JSON.stringify(message));
    this.changed();
  }

  /** The message is in the thread, or the visitor gave it up. */
  settle(id: string): void {
    this.waiting = this.waiting.filter((message) => message.id !== id);
    forget(`${this.session.scope}waiting:${id}`);
    this.changed();
  }
}

function parse(text?: string): Waiting[] {
  try {
    const message = JSON.parse(text ?? "") as Waiting;
    return [{ ...message, state: message.state === "failed" ? "failed" : "queued" }];
  } catch {
    return [];
  }
}
