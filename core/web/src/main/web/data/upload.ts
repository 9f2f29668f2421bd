import { csrfToken } from "./api.ts";

/** A file that the server has taken and nobody has sent yet. */
export interface Uploaded {
  id: string;
  name: string;
  kind: string;
  type: string;
  size: number;
}

export interface Upload {
  done: Promise<Uploaded>;
  cancel(): void;
}

/** Gives a file to the server as it is. What it is, the server finds out; `progress` is told a share from 0 to 1. */
export function upload(file: File, progress: (share: number) => void): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<Uploaded>((resolve, reject) => {
    request.upload.onprogress = (e) => e.lengthComputable && progress(e.loaded / e.total);
    request.onload = () => {
      let answer: { message?: string } = {};
      try {
        answer = JSON.parse(request.responseText);
      } catch {
        // said below
      }
      if (request.status === 201) resolve(answer as Uploaded);
      else reject(new Error(answer.message ?? ""));
    };
    request.onerror = () => reject(new Error(""));
    request.onabort = () => reject(new Error(""));
  });
  request.open("POST", `/api/uploads?name=${encodeURIComponent(file.name.slice(-150))}`);
  request.setRequestHeader("Content-Type", "application/octet-stream");
  request.setRequestHeader("X-CSRF-Token", csrfToken());
  request.send(file);
  return { done, cancel: () => request.abort() };
}
