import { spoken, t } from "../i18n/i18n.ts";
import { Composer } from "./composer.tsx";
import type { Config } from "./config.ts";
import { type FromHost, Host } from "./host.ts";
import { Live } from "./live.ts";
import { Log } from "./log.tsx";
import { Sender } from "./sender.ts";
import { Session, type User } from "./session.ts";
import { Thread } from "./thread.ts";

/** One visitor's chat: their thread, what sends and what follows. */
class Chat {
  readonly thread: Thread;
  readonly sender: Sender;
  readonly live: Live;

  constructor(config: Config, host: Host, changed: () => void, user?: User) {
    const session = new Session(config.id, user);
    this.thread = new Thread(session, changed);
    this.sender = new Sender(session, this.thread, spoken(), () => host.tell({ type: "started" }));
    this.live = new Live(session, this.thread);
  }

  wake(): void {
    if (document.hidden) {
      this.live.stop();
    } else {
      this.live.start();
      this.sender.wake();
    }
  }

  stop(): void {
    this.live.stop();
    this.sender.stop();
  }
}

/** The page in the frame: whose chat it shows, whether anybody looks, and what the page around it is told. */
export class Frame {
  readonly host: Host;
  chat?: Chat;
  /** Rises with each opening: the composer takes the focus. */
  opened = 0;
  private visible = Host.absent;
  private told = { unread: 0, last: "" };
  private drawing = false;

  constructor(readonly config: Config, private readonly draw: () => void) {
    this.host = new Host(config, (message) => this.hear(message));
  }

  start(): void {
    if (Host.absent) this.begin();
    document.addEventListener("visibilitychange", () => this.chat?.wake());
    addEventListener("online", () => this.chat?.wake());
    addEventListener("offline", () => this.chat?.thread.connect("offline"));
    addEventListener("keydown", (event) => event.key === "Escape" && this.host.tell({ type: "close" }));
    this.changed();
  }

  private hear(message: FromHost): void {
    if (message.type === "hello" || message.type === "identify") this.begin(message.user);
    else this.show(message.type === "open");
  }

  private begin(user?: User): void {
    if (this.chat && !user) return;
    this.chat?.stop();
    this.chat = new Chat(this.config, this.host, () => this.changed(), user);
    this.chat.thread.show(this.visible);
    this.chat.wake();
  }

  private show(open: boolean): void {
    this.visible = open;
    if (open) this.opened++;
    this.chat?.thread.show(open);
  }

  /** Draws once for all changes of one moment. */
  private changed(): void {
    if (this.drawing) return;
    this.drawing = true;
    queueMicrotask(() => {
      this.drawing = false;
      this.draw();
      this.tell();
    });
  }

  private tell(): void {
    const unread = this.chat?.thread.unread ?? 0;
    const last = this.chat?.thread.lines.at(-1);
    if (unread !== this.told.unread) this.host.tell({ type: "unread", count: unread });
    if (last && last.position !== this.told.last) this.host.tell({ type: "message", author: last.author });
    this.told = { unread, last: last?.position ?? "" };
  }
}

export function View({ frame: { config, chat, host, opened } }: { frame: Frame }) {
  return (
    <main class="chat">
      <header>
        <h1>{config.title}</h1>
        {!Host.absent && (
          <button type="button" aria-label={t("close")} onClick={() => host.tell({ type: "close" })}>
            <svg viewBox="0 0 24 24" width="20" height="20" class="stroke"><path d="M6 6l12 12M18 6L6 18" /></svg>
          </button>
        )}
      </header>
      <p class="banner" role="status">{chat && banner(chat.thread)}</p>
      {chat && (
        <>
          <Log thread={chat.thread} sender={chat.sender} greeting={config.greeting[spoken()] ?? t("greeting")} />
          <Composer
            limit={config.limit}
            file={config.file}
            focus={opened}
            onSend={(text) => chat.sender.say(text)}
            onFiles={(files) => chat.sender.give(files)}
          />
        </>
      )}
    </main>
  );
}

function banner(thread: Thread): string {
  if (thread.connection === "refused") return t("refused");
  if (thread.connection !== "offline") return "";
  const waiting = thread.waiting.filter((message) => message.state === "queued").length;
  return waiting ? t("waiting", waiting) : t("offline");
}
