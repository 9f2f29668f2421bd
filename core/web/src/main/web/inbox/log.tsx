import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Conversation, Message } from "../data/model.ts";
import { byOrd } from "../data/order.ts";
import { use } from "../data/store.ts";
import { loadOlder } from "../data/thread.ts";
import { items } from "../data/timeline.ts";
import { Button } from "../primitives/button.tsx";
import { Icon } from "../primitives/icon.tsx";
import { Bubble, PendingBubble } from "./bubble.tsx";
import { contactName } from "./row.tsx";
import { SystemLine } from "./system.tsx";
import { day, t } from "../i18n/i18n.ts";

const NEAR = 80;

/** The thread itself. It stays where the reader is: at the end it follows, elsewhere it holds still. */
export function Log({ data, more }: { data: Conversation; more: "idle" | "loading" | "error" }) {
  const pending = use((s) => s.pending);
  const own = useMemo(() => pending.filter((p) => p.conversation === data.row.id), [pending, data.row.id]);
  const shown = useMemo(() => items(data.messages, data.events, own), [data.messages, data.events, own]);
  const { box, following, missed, jump, onScroll } = useFollowing(data.messages, own.length);
  const name = contactName(data.contact);
  return (
    <div class="log-frame">
      <div class="log" role="log" tabIndex={0} aria-label={t("thread.log", { name })} aria-busy={more === "loading"} ref={box} onScroll={onScroll}>
        <div class="lines">
          {data.older && (
            <div class="older">
              {more === "error" && <p role="alert">{t("list.more-error")}</p>}
              <Button look="quiet" busy={more === "loading"} onClick={() => void loadOlder()}>{t("thread.older")}</Button>
            </div>
          )}
          {shown.map((item) => {
            switch (item.kind) {
              case "day":
                return <h3 key={item.key} class="day"><time dateTime={item.at}>{day(item.at)}</time></h3>;
              case "message":
                return <Bubble key={item.key} message={item.message} rest={item.rest} first={item.first} contact={data.contact} />;
              case "event":
                return <SystemLine key={item.key} event={item.event} />;
              case "pending":
                return <PendingBubble key={item.key} line={item.line} first={item.first} />;
            }
          })}
        </div>
      </div>
      {!following && (
        <button type="button" class="latest" onClick={jump}>
          <Icon name="latest" size={16} />{missed ? t("thread.missed", { n: missed }) : t("thread.latest")}
        </button>
      )}
    </div>
  );
}

function useFollowing(messages: Message[], sending: number) {
  const top = messages[0]?.id;
  const last = messages.at(-1)?.ord ?? "";
  const box = useRef<HTMLDivElement>(null);
  const before = useRef({ height: 0, top, sending });
  const [following, setFollowing] = useState(true);
  const [seen, setSeen] = useState(last);
  const end = () => box.current?.scrollTo({ top: box.current.scrollHeight });
  useLayoutEffect(() => {
    const el = box.current!;
    const was = before.current;
    // Older lines came in above: what is read stays under the eye.
    if (was.height && top !== was.top) el.scrollTop += el.scrollHeight - was.height;
    else if (following || sending > was.sending) end();
    if (following) setSeen(last);
    before.current = { height: el.scrollHeight, top, sending };
  }, [messages, sending, top]);
  useEffect(() => {
    const watch = new ResizeObserver(() => following && end());
    watch.observe(box.current!);
    watch.observe(box.current!.firstElementChild!);
    return () => watch.disconnect();
  }, [following]);
  const onScroll = (e: Event & { currentTarget: HTMLDivElement }) => {
    const el = e.currentTarget;
    const at = el.scrollHeight - el.scrollTop - el.clientHeight < NEAR;
    if (at) setSeen(last);
    setFollowing(at);
  };
  const missed = following ? 0 : messages.filter((m) => byOrd(m, { ord: seen }) > 0).length;
  return { box, following, missed, jump: end, onScroll };
}
