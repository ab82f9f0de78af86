// The search runs beside the page, which stays quick while files load and while people type.
import { type Describer, loadDescriber } from "../describe/describer";
import type { Beginning, Handover, SearchAnswer, Source, WorkerRequest, Withdrawal } from "../shared/protocol";
import { Engine } from "./engine";
import type { Going } from "./finding";
import { openStore, Outdated } from "./store";

/** What answers in one language. */
interface Answering {
  readonly engine: Engine;
  readonly describer: () => Promise<Describer>;
}

class Withdrawn extends Error {}

const answering = new Map<string, Promise<Answering>>();
const waiting = new Set<number>();
let begin: (files: Beginning) => void;
/** The first files, of use once: the page asks for them while this script is still on its way. */
let beginning = new Promise<Beginning>((resolve) => (begin = resolve));

self.addEventListener("message", ({ data }: MessageEvent<WorkerRequest | Withdrawal | Handover>) => {
  if (data.ask === "begin") begin(data.files);
  else if (data.ask === "nothing") waiting.delete(data.id);
  else void answer(data).then((message) => message && self.postMessage(message));
});

async function answer(request: WorkerRequest): Promise<SearchAnswer | undefined> {
  const { id } = request;
  waiting.add(id);
  try {
    // Whatever has been withdrawn by now isn't begun.
    await new Promise((resolve) => setTimeout(resolve));
    const going = (): void => {
      if (!waiting.has(id)) throw new Withdrawn();
    };
    return { id, result: await result(request, going) };
  } catch (error) {
    if (error instanceof Withdrawn) return undefined;
    // What fails while it is prepared fails again, and is told, when it is asked for.
    if (request.ask !== "prepare") console.error(error);
    return { id, failed: true };
  } finally {
    waiting.delete(id);
  }
}

/** The result of a request; where a newer build took files away, of another try with its own files. */
async function result(request: WorkerRequest, going: Going): Promise<unknown> {
  going();
  const first = answering.get(request.language) ?? open(request, false);
  try {
    return await ask(await first, request, going);
  } catch (error) {
    if (!(error instanceof Outdated)) throw error;
    const latest = answering.get(request.language);
    return ask(await (latest === undefined || latest === first ? open(request, true) : latest), request, going);
  }
}

async function ask({ engine, describer }: Answering, request: WorkerRequest, going: Going): Promise<unknown> {
  going();
  if (request.ask === "describe") return (await describer()).describe(request, going);
  if (request.ask === "entries") return engine.entries(request.keys, request.today);
  if (request.ask === "prepare") return engine.prepare(request.query);
  if (request.ask === "keys") return engine.keys(request, going);
  if (request.ask === "facets") return engine.facets(request, going);
  return engine.search(request, going);
}

function open(source: Source, isAnew: boolean): Promise<Answering> {
  const { language } = source;
  const opened = beginning.then((files) => openStore(source, isAnew, files)).then((store) => {
    const engine = new Engine(store);
    return { engine, describer: onDemand(() => loadDescriber(engine)) };
  });
  answering.set(language, opened);
  beginning = Promise.resolve(undefined);
  // So that the next request tries again.
  opened.catch(() => answering.get(language) === opened && answering.delete(language));
  return opened;
}

/** Make something when it is first asked for; what fails is tried again the next time. */
function onDemand<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return () => {
    made ??= make();
    made.catch(() => (made = undefined));
    return made;
  };
}
