import { useEffect, useRef, useState } from "preact/hooks";
import { arrivals, loadList, loadMore, settle } from "../data/list.ts";
import { count } from "../data/order.ts";
import { VIEWS } from "../data/route.ts";
import { go } from "../data/session.ts";
import { get, type List, use } from "../data/store.ts";
import { Badge, Empty, Skeleton } from "../primitives/bits.tsx";
import { Button, IconButton } from "../primitives/button.tsx";
import { Icon } from "../primitives/icon.tsx";
import { Tabs } from "../primitives/tabs.tsx";
import { ROW, RowView } from "./row.tsx";
import { t } from "../i18n/i18n.ts";

const IDLE = 2000;
const TYPING = 250;
const SPARE = 6;

export function ListPane() {
  const view = use((s) => s.list.view);
  const counts = use((s) => s.counts);
  return (
    <section class="list-pane" aria-label={t("inbox.title")}>
      <header>
        <h1>{t("inbox.title")}</h1>
        <Search key={view} />
        <Tabs
          label={t("views.label")} panel="list" look="line" chosen={view}
          onChoose={(next) => go({ page: "inbox", view: next, id: undefined })}
          tabs={VIEWS.map((value) => {
            const n = counts && count(counts, value);
            return { value, label: <>{t(`view.${value}`)}{n !== undefined && <Badge>{n}</Badge>}</> };
          })}
        />
      </header>
      <div id="list" role="tabpanel" aria-labelledby={`list-tab-${view}`} class="list-panel">
        <Content />
      </div>
    </section>
  );
}

function Search() {
  const asked = use((s) => s.list.q);
  const [text, setText] = useState(asked);
  const timer = useRef(0);
  const ask = (q: string) => {
    setText(q);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void loadList(get().list.view, q.trim()), q ? TYPING : 0);
  };
  return (
    <label class="search">
      <Icon name="search" size={16} />
      <input
        id="search" class="input" type="search" placeholder={t("search.placeholder")} aria-label={t("search.label")}
        value={text} onInput={(e) => ask(e.currentTarget.value)}
        onKeyDown={(e) => e.code === "Escape" && (ask(""), e.currentTarget.blur(), e.stopPropagation())}
      />
      {text && <IconButton icon="close" label={t("search.clear")} onClick={() => ask("")} />}
    </label>
  );
}

function Content() {
  const list = use((s) => s.list);
  if (list.status === "loading") {
    return <div class="rows" aria-busy="true" aria-label={t("app.loading")} role="status">{[...Array(8).keys()].map((n) => <Skeleton key={n} shape="row" />)}</div>;
  }
  if (list.status === "error") {
    return (
      <Empty icon="alert" title={t("list.error")}>
        <Button icon="refresh" onClick={() => void loadList(list.view, list.q)}>{t("action.retry")}</Button>
      </Empty>
    );
  }
  return <Rows list={list} />;
}

function Rows({ list }: { list: List }) {
  const chosen = use((s) => s.route.page === "inbox" ? s.route.id : undefined);
  const cursor = use((s) => s.cursor);
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(800);
  const hands = useStillness(list, top);
  useEffect(() => {
    const watch = new ResizeObserver(() => setHeight(box.current!.clientHeight));
    watch.observe(box.current!);
    return () => watch.disconnect();
  }, []);
  useEffect(() => reveal(box.current!, list.order.indexOf(cursor ?? "")), [cursor]);
  const from = Math.max(0, Math.floor(top / ROW) - SPARE);
  const to = Math.min(list.order.length, Math.ceil((top + height) / ROW) + SPARE);
  const fresh = arrivals(list);
  const active = cursor && list.order.indexOf(cursor) >= from && list.order.indexOf(cursor) < to ? cursor : undefined;
  const scrolled = (e: Event & { currentTarget: HTMLDivElement }) => {
    const el = e.currentTarget;
    setTop(el.scrollTop);
    if (el.scrollTop + el.clientHeight > el.scrollHeight - 3 * ROW && list.more === "idle") void loadMore();
  };
  return (
    <>
      {fresh > 0 && (
        <button type="button" class="pill" onClick={() => (settle(), box.current?.scrollTo({ top: 0 }))}>
          <Icon name="latest" size={14} />{t("list.new", { n: fresh })}
        </button>
      )}
      <div class="rows" ref={box} onScroll={scrolled} {...hands}>
        {list.order.length === 0 ? <Nothing list={list} /> : (
          <div
            class="canvas" role="listbox" tabIndex={0} aria-label={t(`view.${list.view}`)}
            aria-activedescendant={active ? `row-${active}` : undefined}
            style={{ height: `${list.order.length * ROW}px` }}
          >
            {list.order.slice(from, to).map((id, i) => (
              <RowView
                key={id} row={list.rows[id]} at={from + i} of={list.next ? -1 : list.order.length}
                chosen={id === chosen} cursor={id === cursor}
              />
            ))}
          </div>
        )}
        <More list={list} />
      </div>
    </>
  );
}

function More({ list }: { list: List }) {
  if (!list.next) return null;
  return (
    <div class="more">
      {list.more === "error" && <p role="alert">{t("list.more-error")}</p>}
      <Button look="quiet" busy={list.more === "loading"} onClick={() => void loadMore()}>{t("list.more")}</Button>
    </div>
  );
}

function Nothing({ list }: { list: List }) {
  if (list.q) return <Empty icon="search" title={t("empty.search")}><p>{t("empty.search-hint", { q: list.q })}</p></Empty>;
  return <Empty icon="inbox" title={t(`empty.${list.view}`)}><p>{t(`empty.${list.view}-hint`)}</p></Empty>;
}

/** Rows move only when nobody points at them: the pointer is elsewhere or has rested, and the top is in sight. */
function useStillness(list: List, top: number) {
  const inside = useRef(false);
  const moved = useRef(0);
  const [tick, setTick] = useState(0);
  useEffect(() => {
    if (!list.stale || top > ROW) return;
    const rest = inside.current ? Math.max(0, moved.current + IDLE - Date.now()) : 0;
    if (rest === 0) return settle();
    const timer = setTimeout(() => setTick((n) => n + 1), rest);
    return () => clearTimeout(timer);
  }, [list, tick, top > ROW]);
  return {
    onPointerMove: () => {
      inside.current = true;
      moved.current = Date.now();
    },
    onPointerLeave: () => {
      inside.current = false;
      setTick((n) => n + 1);
    },
  };
}

function reveal(box: HTMLElement, index: number): void {
  if (index < 0) return;
  if (index * ROW < box.scrollTop) box.scrollTop = index * ROW;
  else if ((index + 1) * ROW > box.scrollTop + box.clientHeight) box.scrollTop = (index + 1) * ROW - box.clientHeight;
}
