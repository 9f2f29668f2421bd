import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n/i18n.ts";
import type { Session } from "./session.ts";
import type { Line } from "./thread.ts";

/** The types of a file that are shown; the server has looked at the bytes. */
const PICTURE = /^image\/(png|jpeg|gif|webp)$/;

/** The bytes are asked for with the visitor's bearer, which must not stand in an address. */
async function read(session: Session, line: Line): Promise<Blob> {
  const response = await fetch(`file?position=${line.position}`, { headers: session.headers() });
  if (!response.ok) throw new Error(String(response.status));
  return response.blob();
}

/** A file of ours: a picture is shown, everything else can be saved. */
export function Attached({ line, session }: { line: Line; session: Session }) {
  const [picture, setPicture] = useState<string>();
  const [failed, setFailed] = useState(false);
  const file = line.file!;
  useEffect(() => {
    if (file.kind !== "image") return;
    let url: string | undefined;
    let over = false;
    read(session, line).then((blob) => {
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
    read(session, line).then((blob) => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([blob], { type: "application/octet-stream" }));
      link.download = file.name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    }, () => setFailed(true));
  };
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
