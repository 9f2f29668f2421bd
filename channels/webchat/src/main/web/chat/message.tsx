import type { ComponentChildren } from "preact";
import { clock, t } from "../i18n/i18n.ts";
import { Files } from "./file.tsx";
import { pieces } from "./links.ts";
import type { Sender } from "./sender.ts";
import type { Session } from "./session.ts";
import type { Line, Thread, Waiting } from "./thread.ts";

const author = (line: Line): string =>
  line.author === "contact" ? t("you") : line.author === "bot" ? t("bot") : line.name || t("agent");

function Words({ text }: { text: string }) {
  return (
    <p class="words" dir="auto">
      {pieces(text).map((piece) =>
        piece.href
          ? <a href={piece.href} target="_blank" rel="noopener noreferrer nofollow">{piece.text}</a>
          : piece.text
      )}
    </p>
  );
}

function Face({ line }: { line: Line }) {
  const initial = [...author(line)][0];
  return (
    <span class={`face ${line.author}`} aria-hidden="true">
      {line.author === "bot" ? <Robot /> : initial}
    </span>
  );
}

const Robot = () => (
  <svg viewBox="0 0 24 24" width="16" height="16" class="stroke">
    <path d="M12 3v4M6 7h12a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2zM9 12v2M15 12v2" />
  </svg>
);

/** A committed line; `first` and `last` of a group of one author. */
export function Said({ line, first, last, session }: { line: Line; first: boolean; last: boolean; session: Session }) {
  if (line.author === "system") return <p class="system">{line.text}</p>;
  const mine = line.author === "contact";
  return (
    <div class={`said ${mine ? "mine" : "theirs"} ${last ? "last" : ""}`}>
      {!mine && (last ? <Face line={line} /> : <span class="face none" />)}
      <div class="column">
        {first && !mine ? <p class="author">{author(line)}</p> : <p class="hidden">{author(line)}</p>}
        <div class="bubble">
          {line.files && <Files line={line} session={session} />}
          {line.text && <Words text={line.text} />}
        </div>
        {last && <p class="meta"><time dateTime={line.at}>{clock(line.at)}</time></p>}
      </div>
    </div>
  );
}

/** A message of the visitor on its way. */
export function Unsent({ message, thread, sender }: { message: Waiting; thread: Thread; sender: Sender }) {
  const failed = message.state === "failed";
  return (
    <div class={`said mine last ${message.state}`}>
      <div class="column">
        <p class="hidden">{t("you")}</p>
        <div class="bubble"><Words text={message.text} /></div>
        <p class="meta">
          {failed && <span class="bad">{t("failed")}</span>}
          {failed && <Act onPress={() => sender.retry(message)}>{t("retry")}</Act>}
          {failed && <Act onPress={() => thread.settle(message.id)}>{t("discard")}</Act>}
          {message.state === "sending" && t("sending")}
          {message.state === "queued" && t("queued")}
          {message.state === "sent" && <time dateTime={message.at}>{clock(message.at)}</time>}
        </p>
      </div>
    </div>
  );
}

/** A button that goes away with its message; the focus stays in the thread. */
function Act({ onPress, children }: { onPress: () => void; children: ComponentChildren }) {
  const press = (event: MouseEvent) => {
    (event.currentTarget as Element).closest<HTMLElement>(".log")?.focus({ preventScroll: true });
    onPress();
  };
  return <button type="button" class="act" onClick={press}>{children}</button>;
}
