import { type Session, uuid } from "./session.ts";
import type { Thread, Waiting } from "./thread.ts";

const SHORTEST = 1000;
const LONGEST = 30_000;

/**
 * Sends what waits, one after the other, so that the order is kept. A message keeps its id until the server has answered, and
 * the server knows each id: sending again is harmless.
 */
export class Sender {
  private busy = false;
  private stopped = false;
  private timer = 0;
  private pause = SHORTEST;

  constructor(
    readonly session: Session,
    private readonly thread: Thread,
    private readonly language: string,
    private readonly opening: () => void,
  ) {}

  say(text: string, pick?: string): void {
    this.thread.put({ id: uuid(), text, pick, at: new Date().toISOString(), state: "sending" });
    this.opening();
    this.wake();
  }

  give(files: File[]): void {
    for (const file of files) {
      this.thread.put({ id: uuid(), text: file.name, file, at: new Date().toISOString(), state: "sending" });
    }
    this.opening();
    this.wake();
  }

  retry(message: Waiting): void {
    this.thread.put({ ...message, state: "sending" });
    this.wake();
  }

  /** Tries at once, whatever pause there was. */
  wake(): void {
    clearTimeout(this.timer);
    this.pause = SHORTEST;
    void this.run();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private async run(): Promise<void> {
    if (this.busy || this.stopped) return;
    this.busy = true;
    try {
      for (let next = this.next(); next && !this.stopped; next = this.next()) {
        if (!(await this.send(next))) break;
      }
    } finally {
      this.busy = false;
    }
  }

  private next(): Waiting | undefined {
    return this.thread.waiting.find((message) => message.state === "sending" || message.state === "queued");
  }

  /** False when the rest has to wait. */
  private async send(message: Waiting): Promise<boolean> {
    try {
      const response = await (message.file ? this.upload(message.id, message.file) : this.post(message));
      if (response.status === 429 || response.status >= 500) {
        return this.later(Number(response.headers.get("Retry-After")) * 1000);
      }
      const stored = response.ok && (await response.json()).result !== "dead-letter";
      this.pause = SHORTEST;
      this.mark(message, stored ? "sent" : "failed");
      return true;
    } catch {
      return this.later(0);
    }
  }

  private post({ id, text, pick }: Waiting): Promise<Response> {
    return fetch("messages", {
      method: "POST",
      headers: { ...this.session.headers(), "Content-Type": "application/json" },
      body: JSON.stringify({ id, text, pick, language: this.language, name: this.session.user?.name }),
      signal: AbortSignal.timeout(20_000),
    });
  }

  private upload(id: string, file: File): Promise<Response> {
    const about = new URLSearchParams({ id, name: file.name.slice(0, 255), language: this.language });
    if (this.session.user?.name) about.set("as", this.session.user.name);
    return fetch(`file?${about}`, {
      method: "POST",
      headers: { ...this.session.headers(), "Content-Type": file.type || "application/octet-stream" },
      body: file,
      signal: AbortSignal.timeout(120_000),
    });
  }

  private mark(message: Waiting, state: Waiting["state"]): void {
    // The stream may have been quicker than the answer: then it is in the thread already.
    if (this.thread.waiting.some((other) => other.id === message.id)) this.thread.put({ ...message, state });
  }

  private later(asked: number): false {
    const pending = this.thread.waiting.filter((message) => message.state === "sending");
    pending.forEach((message) => this.mark(message, "queued"));
    const wait = Math.max(asked || 0, this.pause);
    this.pause = Math.min(this.pause * 2, LONGEST);
    this.timer = setTimeout(() => void this.run(), wait);
    return false;
  }
}
