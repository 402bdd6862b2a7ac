import { path } from '../paths.ts';

/** The part of Pagefind's browser module that is used here; it is built with the index and has no types of its own. */
export interface Pagefind {
  options(options: {
    baseUrl: string;
    excerptLength: number;
    noWorker: boolean;
    ranking: Record<string, number | Record<string, number>>;
  }): Promise<void>;
  init(): Promise<void>;
  filters(): Promise<FilterCounts>;
  preload(term: string, options?: { filters?: Filters }): Promise<void>;
  search(
    term: string | null,
    options?: { filters?: Filters },
  ): Promise<{ results: Result[]; filters: FilterCounts }>;
}

/** Values wanted of each filter; every filter must fit. */
export type Filters = Record<string, string | { any: string[] }>;
export type FilterCounts = Record<string, Record<string, number>>;

export interface Result {
  id: string;
  data(): Promise<Found>;
}

export interface Found {
  url: string;
  /** Safe HTML: Pagefind escapes the words and adds `<mark>`. */
  excerpt: string;
  meta: Record<string, string>;
  /** What a match is in; the level of the heading tells what that is: see `searchRecords`. */
  sub_results: { title: string; url: string; excerpt: string; anchor?: { element: string } }[];
}

const ranking = {
  pageLength: 0,
  termFrequency: 0.2,
  termSaturation: 2,
  metaWeights: { title: 2 },
};

let loading: Promise<Pagefind> | undefined;

/** Loads the index once; a failure is forgotten, so that the next call tries again. */
export function pagefind(): Promise<Pagefind> {
  loading ??= load().catch((reason) => {
    loading = undefined;
    throw reason;
  });
  return loading;
}

async function load(): Promise<Pagefind> {
  // Pagefind asks for its largest file third in a row; so it comes beside the first.
  const ahead = document.createElement('link');
  Object.assign(ahead, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous' });
  ahead.href = path('/pagefind/wasm.en.pagefind');
  document.head.append(ahead);
  const module: Pagefind = await import(/* @vite-ignore */ path('/pagefind/pagefind.js'));
  // The worker is a second script of 40 kB and a later first result, for searches of a few milliseconds.
  await module.options({ baseUrl: path('/'), excerptLength: 18, noWorker: true, ranking });
  await module.init();
  return module;
}
