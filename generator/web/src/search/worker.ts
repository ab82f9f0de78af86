// The search runs beside the page, which stays quick while files load and while people type.
import { type Describer, loadDescriber } from "../describe/describer";
import type { SearchAnswer, Source, Start, WorkerRequest, Withdrawal } from "../shared/protocol";
import { today } from "../shared/site";
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
/** The page's first search is prepared until something else is asked for. */
let isPreparing = true;

self.addEventListener("message", ({ data }: MessageEvent<WorkerRequest | Withdrawal>) => {
  if (data.ask !== "nothing") return void answer(data).then((message) => message && self.postMessage(message));
  waiting.delete(data.id);
  isPreparing = false;
});
prepare(JSON.parse(self.name) as Start).catch(() => undefined);

/** Load what comes first; whatever fails here fails again, and is told, when it is asked for. */
async function prepare({ address, timeZone, ...source }: Start): Promise<void> {
  const going = (): void => {
    if (!isPreparing) throw new Withdrawn();
  };
  const opened = open(source, false);
  if (address === undefined) return void (await opened);
  // While the first files travel: a browser's first look at time zones takes as long as they do.
  const day = today(timeZone);
  await (await opened).engine.prepare(address, day, going);
}

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
    console.error(error);
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
  if (request.ask === "keys") return engine.keys(request, going);
  if (request.ask === "facets") return engine.facets(request, going);
  return engine.search(request, going);
}

function open(source: Source, isAnew: boolean): Promise<Answering> {
  const { language } = source;
  const opened = openStore(source, isAnew).then((store) => {
    const engine = new Engine(store);
    return { engine, describer: onDemand(() => loadDescriber(engine)) };
  });
  answering.set(language, opened);
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
