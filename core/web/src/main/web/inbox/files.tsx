import { useState } from "preact/hooks";
import type { FileInfo, Message } from "../data/model.ts";
import { Icon, type IconName } from "../primitives/icon.tsx";
import { known, size, t } from "../i18n/i18n.ts";

/** The only types that are shown in place; the server says the same by the bytes, and this only spares a request. */
const PICTURES = ["image/jpeg", "image/png", "image/gif", "image/webp"];
const PICTURE_KINDS = ["image", "sticker"];

const ICONS: Record<string, IconName> = {
  image: "picture", sticker: "picture", animation: "film", video: "film", audio: "sound", voice: "microphone",
};

/** What makes a tile. */
const seen = (file: FileInfo) => ["image", "video", "animation"].includes(file.kind);

const source = (file: FileInfo) => `/api/attachments/${encodeURIComponent(file.id)}`;

const nameOf = (file: FileInfo) => file.name ?? t(known(`file.${file.kind}`) ?? "file.document");

/** What a message carries besides its text. */
export function Carried({ message, rest }: { message: Message; rest: Message[] }) {
  const carried = [message, ...rest].flatMap((m) => (m.files ?? []).map((file, n) => ({ file, anchor: m !== message && n === 0 ? m.id : undefined })));
  const tiles = carried.filter(({ file }) => seen(file));
  const grid = tiles.length > 1;
  return (
    <>
      {grid && (
        <div class="tiles" role="group" aria-label={t("file.album", { n: tiles.length })}>
          {tiles.map(({ file, anchor }) => <div key={file.id} class="tile" id={anchor && `message-${anchor}`}><File file={file} /></div>)}
        </div>
      )}
      {carried.filter(({ file }) => !grid || !seen(file)).map(({ file, anchor }) => (
        <div key={file.id} class="carried" id={anchor && `message-${anchor}`}><File file={file} /></div>
      ))}
      {message.place && <Place latitude={message.place.latitude} longitude={message.place.longitude} />}
      {message.card && <Card name={message.card.name} phones={message.card.phones} />}
    </>
  );
}

function File({ file }: { file: FileInfo }) {
  const [broken, setBroken] = useState(false);
  if (file.state !== "here") return <Absent file={file} />;
  if (broken) return <Row file={file} />;
  const fail = () => setBroken(true);
  const name = nameOf(file);
  if (PICTURES.includes(file.type ?? "") || PICTURE_KINDS.includes(file.kind) && !file.type) {
    return (
      <a class={`picture ${file.kind === "sticker" ? "sticker" : ""}`} href={source(file)} target="_blank" rel="noopener">
        <img src={source(file)} alt={name} loading="lazy" decoding="async" width={260} height={195} onError={fail} />
      </a>
    );
  }
  if (file.kind === "video" || file.kind === "animation") {
    return <video class="film" src={source(file)} controls preload="metadata" width={260} height={195} aria-label={name} onError={fail} />;
  }
  if (file.kind === "audio" || file.kind === "voice") {
    return (
      <div class="sound">
        {file.kind === "audio" && file.name && <bdi class="name">{file.name}</bdi>}
        <audio src={source(file)} controls preload="metadata" aria-label={name} onError={fail} />
      </div>
    );
  }
  return <Row file={file} />;
}

function Row({ file }: { file: FileInfo }) {
  return (
    <a class="file" href={source(file)} download={file.name ?? ""}>
      <Icon name={ICONS[file.kind] ?? "document"} size={20} />
      <span class="words">
        <bdi class="name">{nameOf(file)}</bdi>
        <span class="about">{file.size === undefined ? t("file.download") : size(file.size)}</span>
      </span>
      <Icon name="download" size={16} />
    </a>
  );
}

/** On its way, or never to come. It takes the room it will have, so that nothing jumps. */
function Absent({ file }: { file: FileInfo }) {
  const gone = file.state === "gone";
  const boxed = PICTURE_KINDS.includes(file.kind) || file.kind === "video" || file.kind === "animation";
  return (
    <div class={`file absent ${boxed ? "boxed" : ""} ${gone ? "gone" : ""}`} role={gone ? undefined : "status"}>
      {gone ? <Icon name="alert" size={20} /> : <span class="spinner" />}
      <span class="words">
        <bdi class="name">{nameOf(file)}</bdi>
        <span class="about">
          {gone ? <>{t("file.gone")} {file.why && <bdi>({file.why})</bdi>}</> : t("file.coming")}
        </span>
      </span>
    </div>
  );
}

/** No map is loaded from anywhere: the link opens one if the reader wants it. */
function Place({ latitude, longitude }: { latitude: number; longitude: number }) {
  const words = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  const map = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
  return (
    <a class="file" href={map} target="_blank" rel="noopener noreferrer nofollow">
      <Icon name="place" size={20} />
      <span class="words"><span class="name">{t("file.location")}</span><span class="about">{words}</span></span>
    </a>
  );
}

function Card({ name, phones }: { name: string; phones: string[] }) {
  return (
    <div class="file">
      <Icon name="user" size={20} />
      <span class="words">
        <bdi class="name">{name || t("file.card")}</bdi>
        {phones.map((phone) => <bdi key={phone} class="about">{phone}</bdi>)}
      </span>
    </div>
  );
}
