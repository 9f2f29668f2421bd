import { Fragment } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { day, t } from "../i18n/i18n.ts";
import { Said, Unsent } from "./message.tsx";
import type { Sender } from "./sender.ts";
import type { Line, Option, Thread } from "./thread.ts";

const NEAR = 80;
const GROUP = 5 * 60_000;

const together = (one?: Line, other?: Line): boolean =>
  one !== undefined && other !== undefined && one.author === other.author && one.name === other.name &&
  Math.abs(Date.parse(one.at) - Date.parse(other.at)) < GROUP;

/** The thread, which stays at its end unless the visitor has scrolled up. */
export function Log({ thread, sender, greeting }: { thread: Thread; sender: Sender; greeting: string }) {
  const box = useRef<HTMLDivElement>(null);
  const [away, setAway] = useState(false);
  const count = thread.lines.length + thread.waiting.length;
  const mine = thread.waiting.at(-1)?.id;

  const down = () => box.current?.scrollTo({ top: box.current.scrollHeight });
  useLayoutEffect(() => {
    if (!away) down();
  }, [count, thread.typing, thread.options.length]);
  useLayoutEffect(down, [mine]);
  useLayoutEffect(() => {
    const watch = new ResizeObserver(() => away || down());
    if (box.current) watch.observe(box.current);
    return () => watch.disconnect();
  }, [away]);

  const scrolled = () => {
    const { scrollHeight, scrollTop, clientHeight } = box.current!;
    setAway(scrollHeight - scrollTop - clientHeight > NEAR);
  };

  const pick = (option: Option) => {
    // The buttons go; the focus must not go with them.
    box.current?.focus({ preventScroll: true });
    sender.say(option.label, option.token);
  };

  return (
    <div class="middle">
      <div class="log" ref={box} onScroll={scrolled} role="log" aria-label={t("messages")} tabIndex={0}>
        {thread.lines.length === 0 && <p class="greeting">{greeting}</p>}
        {thread.lines.map((line, index, all) => (
          <Fragment key={line.position}>
            {day(line.at) !== (index > 0 && day(all[index - 1].at)) && <p class="day">{day(line.at)}</p>}
            <Said
              line={line}
              first={!together(all[index - 1], line)}
              last={!together(line, all[index + 1])}
              session={sender.session}
            />
          </Fragment>
        ))}
        {thread.waiting.map((message) => <Unsent key={message.id} message={message} thread={thread} sender={sender} />)}
        {thread.typing && <p class="dots" aria-hidden="true"><i /><i /><i /></p>}
        {thread.options.length > 0 && (
          <div class="options" role="group" aria-label={t("options")}>
            {thread.options.map((option) => (
              <button type="button" key={option.token} onClick={() => pick(option)}>
                {option.label}
              </button>
            ))}
          </div>
        )}
      </div>
      <p class="hidden" role="status">{thread.typing ? t("typing") : ""}</p>
      {away && <button type="button" class="latest" onClick={down}>{t("latest")}</button>}
    </div>
  );
}
