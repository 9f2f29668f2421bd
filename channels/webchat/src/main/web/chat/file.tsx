import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n/i18n.ts";
import type { Session } from "./session.ts";
import type { Attachment, Line } from "./thread.ts";

/** The types of a file that are shown; the server has looked at the bytes. */
const PICTURE = /^image\/(png|jpeg|gif|webp)$/;

/** The bytes are asked for with the visitor's bearer, which must not stand in an address. */
async function read(session: Session, line: Line, n: number): Promise<Blob> {
  const response = await fetch(`file?position=${line.position}&n=${n}`, { headers: session.headers() });
  if (!response.ok) throw new Error(String(response.status));
  return response.blob();
}

/** The files of a line; the pictures of an album are tiles. */
export function Files({ line, session }: { line: Line; session: Session }) {
  const files = line.files!.map((file, n) => ({ file, n }));
  const tiles = files.filter(({ file }) => file.kind === "image");
  const grid = tiles.length > 1;
  const rest = grid ? files.filter(({ file }) => file.kind !== "image") : files;
  const show = ({ file, n }: { file: Attachment; n: number }) => <Attached key={n} line={line} file={file} n={n} tile={grid && file.kind === "image"} session={session} />;
  return (
    <>
      {grid && <div class="tiles">{tiles.map(show)}</div>}
      {rest.map(show)}
    </>
  );
}

/** A picture is shown, everything else can be saved; a press on a tile saves it. */
function Attached({ line, file, n, tile, session }: { line: Line; file: Attachment; n: number; tile: boolean; session: Session }) {
  const [picture, setPicture] = useState<string>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (file.kind !== "image") return;
    let url: string | undefined;
    let over = false;
    read(session, line, n).then((blob) => {
      if (over || !PICTURE.test(blob.type)) return;
      url = URL.createObjectURL(blob);
      setPicture(url);
    }, () => setFailed(true));
    return () => {
      over = true;
      if (url) URL.revokeObjectURL(url);
    };
  }, [line.position]);
  const save = () => {
    read(session, line, n).then((blob) => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([blob], { type: "application/octet-stream" }));
      link.download = file.name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    }, () => setFailed(true));
  };
  if (tile) {
    return (
      <button type="button" class="tile" onClick={save} aria-label={`${file.name}: ${t("save")}`} title={file.name}>
        {picture ? <img src={picture} alt={file.name} /> : failed && <span role="alert">{t("no-file")}</span>}
      </button>
    );
  }
  return (
    <>
      {file.kind === "image" && !failed && (
        <span class="picture">{picture && <img src={picture} alt={file.name} width={220} height={165} />}</span>
      )}
      <button type="button" class="file" onClick={save}><bdi>{file.name}</bdi> <span>{t("save")}</span></button>
      {failed && <p class="bad" role="alert">{t("no-file")}</p>}
    </>
  );
}
