import type { Session } from "./session.ts";
import { type Event, parser } from "./sse.ts";
import type { Line, Thread } from "./thread.ts";

/** The server speaks at once and then every ten seconds; this long without a byte means that something holds the stream back. */
const SILENCE = 20_000;
const POLL = 3000;
const POLL_ROUNDS = 40;

/**
 * Follows the thread: a stream while the page is looked at, polls where streams do not get through, nothing while the tab is in
 * the background. Every (re)connection goes on after the last line, so it makes no difference which of them brought it.
 */
export class Live {
  private round = new AbortController();
  private failures = 0;

  constructor(private readonly session: Session, private readonly thread: Thread) {}

  /** Connects, or connects anew at once. */
  start(): void {
    this.stop();
    this.round = new AbortController();
    void this.run(this.round.signal);
  }

  stop(): void {
    this.round.abort();
  }

  private async run(stop: AbortSignal): Promise<void> {
    while (!stop.aborted && this.thread.connection !== "refused") {
      const outcome = await this.stream(stop);
      if (outcome === "held") await this.poll(stop);
      else if (!stop.aborted) await this.rest(stop);
    }
  }

  private async rest(stop: AbortSignal): Promise<void> {
    if (this.failures > 0) this.thread.connect("offline");
    const pause = Math.min(1000 * 2 ** this.failures++, 30_000);
    await sleep(pause * (0.5 + Math.random() / 2), stop);
  }

  private async stream(stop: AbortSignal): Promise<"ended" | "held"> {
    const silence = new AbortController();
    let timer = setTimeout(() => silence.abort(), SILENCE);
    try {
      const response = await this.get("events", AbortSignal.any([stop, silence.signal]));
      if (response.status === 503) return "held";
      if (!response.ok || !response.body) return "ended";
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      const take = parser((event) => this.hear(event));
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        clearTimeout(timer);
        timer = setTimeout(() => silence.abort(), SILENCE);
        take(part.value);
      }
      return "ended";
    } catch {
      return silence.signal.aborted && !stop.aborted ? "held" : "ended";
    } finally {
      clearTimeout(timer);
    }
  }

  private hear(event: Event): void {
    this.failures = 0;
    this.thread.connect("live");
    if (event.name === "line") this.thread.add([JSON.parse(event.data) as Line]);
    else if (event.name === "reset") this.thread.reset();
    else if (event.name === "typing") this.thread.hintTyping();
  }

  private async poll(stop: AbortSignal): Promise<void> {
    for (let round = 0; round < POLL_ROUNDS && !stop.aborted; ) {
      try {
        const response = await this.get("messages", AbortSignal.any([stop, AbortSignal.timeout(SILENCE)]));
        if (!response.ok) return;
        const page = (await response.json()) as { lines: Line[]; more: boolean; reset: boolean };
        if (page.reset) this.thread.reset();
        this.failures = 0;
        this.thread.connect("live");
        this.thread.add(page.lines);
        if (page.more) continue;
      } catch {
        return;
      }
      round++;
      await sleep(POLL, stop);
    }
  }

  private async get(path: string, signal: AbortSignal): Promise<Response> {
    const url = `${path}?after=${this.thread.position}`;
    const response = await fetch(url, { headers: this.session.headers(), cache: "no-store", signal });
    if (response.status === 401 || response.status === 403) this.thread.connect("refused");
    return response;
  }
}

function sleep(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, ms);
    stop.addEventListener("abort", () => {
      clearTimeout(timer);
      done();
    }, { once: true });
  });
}
