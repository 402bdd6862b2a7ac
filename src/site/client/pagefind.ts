import { path } from '../paths.ts';

/** The part of Pagefind's browser module that is used here; it is built with the index and has no types of its own. */
export interface Pagefind {
  options(options: {
    baseUrl: string;
    noWorker: boolean;
    ranking: Record<string, number | Record<string, number>>;
  }): Promise<void>;
  init(): Promise<void>;
  filters(): Promise<FilterCounts>;
  preload(term: string, options?: { filters?: Filters }): Promise<void>;
  search(
    term: string | null,
    options?: { filters?: Filters },
  ): Promise<{ results: Result[]; filters: FilterCounts; unfilteredResultCount: number }>;
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
  meta: Record<string, string>;
  /** The page's text, headings included. Positions are those of its words, split at blanks. */
  content: string;
  /** Positions of the words that match. */
  locations: number[];
  /** Headings with an address; the level tells what stands under them: see `searchRecords`. */
  anchors: Anchor[];
  sub_results: { title: string; url: string; anchor?: Anchor }[];
}

export interface Anchor {
  element: string;
  text: string;
  location: number;
}

const ranking = {
  pageLength: 0,
  termFrequency: 0.2,
  termSaturation: 2,
  // What is called exactly so comes first, whatever is told about it elsewhere.
  metaWeights: { title: 2, name: 20 },
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
  await module.options({ baseUrl: path('/'), noWorker: true, ranking });
  await module.init();
  return module;
}
