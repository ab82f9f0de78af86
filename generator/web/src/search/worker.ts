// The search runs beside the page, which stays quick while the index loads and while people type.
import type { SearchAnswer, SearchRequest } from "../shared/protocol";
import type { Engine } from "./engine";
import { loadEngine } from "./loading";

let loading: Promise<Engine> | undefined;

self.addEventListener("message", ({ data }: MessageEvent<SearchRequest>) => {
  void answer(data).then((message) => self.postMessage(message));
});

async function answer(request: SearchRequest): Promise<SearchAnswer> {
  try {
    loading ??= loadEngine(request);
    return { id: request.id, result: (await loading).search(request) };
  } catch (error) {
    console.error(error);
    loading = undefined; // so that the next request tries again
    return { id: request.id, failed: true };
  }
}
