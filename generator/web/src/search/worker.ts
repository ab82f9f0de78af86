// The search runs beside the page, which stays quick while the index loads and while people type.
import type { SearchAnswer, SearchRequest, Source } from "../shared/protocol";
import type { Engine } from "./engine";
import { loadEngine } from "./loading";

const engines = new Map<string, Promise<Engine>>();

self.addEventListener("message", ({ data }: MessageEvent<SearchRequest>) => {
  void answer(data).then((message) => self.postMessage(message));
});

async function answer(request: SearchRequest): Promise<SearchAnswer> {
  try {
    return { id: request.id, result: (await engine(request)).search(request) };
  } catch (error) {
    console.error(error);
    engines.delete(request.language); // so that the next request tries again
    return { id: request.id, failed: true };
  }
}

function engine(source: Source): Promise<Engine> {
  const loading = engines.get(source.language) ?? loadEngine(source);
  engines.set(source.language, loading);
  return loading;
}
