// The search runs beside the page, which stays quick while the index loads and while people type.
import { Describer } from "../describe/describer";
import type { SearchAnswer, Source, WorkerRequest } from "../shared/protocol";
import type { Engine } from "./engine";
import { loadEngine, loadTerms } from "./loading";

const engines = new Map<string, Promise<Engine>>();
const describers = new Map<string, Promise<Describer>>();

self.addEventListener("message", ({ data }: MessageEvent<WorkerRequest>) => {
  void answer(data).then((message) => self.postMessage(message));
});

async function answer(request: WorkerRequest): Promise<SearchAnswer> {
  try {
    return { id: request.id, result: await result(request) };
  } catch (error) {
    console.error(error);
    // So that the next request tries again.
    engines.delete(request.language);
    describers.delete(request.language);
    return { id: request.id, failed: true };
  }
}

async function result(request: WorkerRequest): Promise<unknown> {
  const searching = await engine(request);
  if (!("ask" in request)) return searching.search(request);
  if (request.ask === "keys") return searching.keys(request);
  return (await describer(request, searching)).describe(request);
}

function engine(source: Source): Promise<Engine> {
  const loading = engines.get(source.language) ?? loadEngine(source);
  engines.set(source.language, loading);
  return loading;
}

function describer(source: Source, searching: Engine): Promise<Describer> {
  const known = describers.get(source.language);
  const loading = known ?? loadTerms(source, searching.version).then((terms) => new Describer(terms, searching));
  describers.set(source.language, loading);
  return loading;
}
