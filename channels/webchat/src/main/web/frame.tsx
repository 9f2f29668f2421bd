import { render } from "preact";
import { useEffect, useReducer, useRef, useState } from "preact/hooks";
import { Composer } from "./chat/composer.tsx";
import { type Config, paint, read } from "./chat/config.ts";
import { type FromHost, Host } from "./chat/host.ts";
import { Live } from "./chat/live.ts";
import { Log } from "./chat/log.tsx";
import { Sender } from "./chat/sender.ts";
import { Session, type User } from "./chat/session.ts";
import { Thread } from "./chat/thread.ts";
import { choose, speak, spoken, t } from "./i18n/i18n.ts";

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

  start(): void {
    if (document.hidden) return;
    this.live.start();
    this.sender.wake();
  }

  stop(): void {
    this.live.stop();
    this.sender.stop();
  }
}

function App({ config }: { config: Config }) {
  const [, count] = useReducer((n: number, _: void) => n + 1, 0);
  const redraw = () => count();
  const [focus, setFocus] = useState(0);
  const host = useRef<Host>();
  const chat = useRef<Chat>();

  useEffect(() => {
    let visible = Host.absent;
    const begin = (user?: User) => {
      if (chat.current && !user) return;
      chat.current?.stop();
      chat.current = new Chat(config, host.current!, redraw, user);
      chat.current.thread.show(visible);
      chat.current.start();
    };
    const show = (open: boolean) => {
      visible = open;
      chat.current?.thread.show(open);
      if (open) setFocus((n) => n + 1);
    };
    host.current = new Host(config, (message: FromHost) => {
      if (message.type === "hello" || message.type === "identify") begin(message.user);
      else show(message.type === "open");
    });
    if (Host.absent) begin();

    const wake = () => document.hidden ? chat.current?.live.stop() : chat.current?.start();
    document.addEventListener("visibilitychange", wake);
    addEventListener("online", wake);
    addEventListener("offline", () => chat.current?.thread.connect("offline"));
    addEventListener("keydown", (event) => event.key === "Escape" && host.current?.tell({ type: "close" }));
  }, []);

  const thread = chat.current?.thread;
  const sender = chat.current?.sender;
  const last = thread?.lines.at(-1);
  useEffect(() => host.current?.tell({ type: "unread", count: thread?.unread ?? 0 }), [thread?.unread]);
  useEffect(() => {
    if (last) host.current?.tell({ type: "message", author: last.author });
  }, [last?.position]);

  return (
    <main class="chat">
      <header>
        <h1>{config.title}</h1>
        {!Host.absent && (
          <button type="button" aria-label={t("close")} onClick={() => host.current?.tell({ type: "close" })}>
            <svg viewBox="0 0 24 24" width="20" height="20" class="stroke"><path d="M6 6l12 12M18 6L6 18" /></svg>
          </button>
        )}
      </header>
      <p class="banner" role="status">{thread && banner(thread)}</p>
      {thread && sender && (
        <>
          <Log thread={thread} sender={sender} greeting={config.greeting[spoken()] ?? t("greeting")} />
          <Composer limit={config.limit} focus={focus} onSend={(text) => sender.say(text)} />
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

const config = read();
speak(choose(config.languages, navigator.languages));
document.documentElement.lang = spoken();
paint(config);
render(<App config={config} />, document.getElementById("app")!);
