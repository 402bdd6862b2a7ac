import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { openBrowser } from '../support/browser.ts';
import { drawingTable, measureDrawings } from './drawings.ts';
import { type FirstSearch, firstSearch, ourSearch, type SearchSelectors } from './first-search.ts';
import type { CorpusSize } from './generate.ts';
import { postmortemWeight } from './page-weight.ts';
import { type Peer, setUpPeer } from './peer.ts';
import { makeAstro } from './peer-astro.ts';
import { makeStarlight } from './peer-starlight.ts';
import { measureSaves } from './saves.ts';
import { markdownTable, note, type Runs, ratioTable, spread, usageTable } from './table.ts';
import { setUpWorkbench, type Workbench } from './workbench.ts';

const usage = `Measures the product on made-up postmortems: npm run bench -- [options]

  --n 1000        how many postmortems
  --rounds 3      how often each build runs
  --seed 1        another number, another text
  --dev           from a save to its words in a browser, in npm run dev
  --saves 15      how many saves that takes
  --search        the first search of a visitor, in a headless browser
  --astro         the same texts in stock Astro's content collections, with this project's Astro
  --starlight     the same texts in Astro Starlight, made from npm in a temporary folder
  --peer DIR      the same texts in the generator of that folder; its bench-peer.json says how
  --no-builds     leave out the builds and what is measured in a built site
  --no-drawings   leave out the drawings' own figures
  --keep          leave the temporary folder where it is, and say where
`;

/** What is measured, as the tables name it. */
const names = {
  check: 'check, nothing kept',
  recheck: 'check again',
  first: 'first build, nothing drawn yet',
  cold: 'cold build, drawings cached',
  warm: 'build again, nothing changed',
  changed: 'build, one file changed',
};

const { values } = parseArgs({
  options: {
    n: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    dev: { type: 'boolean', default: false },
    saves: { type: 'string', default: '15' },
    search: { type: 'boolean', default: false },
    astro: { type: 'boolean', default: false },
    builds: { type: 'boolean', default: true },
    starlight: { type: 'boolean', default: false },
    peer: { type: 'string' },
    drawings: { type: 'boolean', default: true },
    keep: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
  allowNegative: true,
});
if (values.help) process.stdout.write(usage);
else await bench();

async function bench(): Promise<void> {
  const size: CorpusSize = { n: whole('n'), seed: whole('seed') };
  const rounds = whole('rounds');
  const workbench = setUpWorkbench(size);
  const made = values.starlight || values.astro ? mkdtempSync(join(tmpdir(), 'fire-marshal-peer-')) : null;
  try {
    if (made !== null) (values.starlight ? makeStarlight : makeAstro)(made);
    const folder = values.peer ?? made;
    const peer = folder === null ? null : setUpPeer(folder, size);
    const print = (text: string): void => void process.stdout.write(`${text}\n\n`);
    print(
      `${size.n} postmortems of ${workbench.meanBytes} bytes, ${rounds} rounds, median (lowest–highest); Node ${process.versions.node}, ${availableParallelism()} cores.`,
    );
    if (values.builds) {
      const runs = await measureBuilds(workbench, peer, rounds);
      print(usageTable(runs));
      print(ratioTable(runs, ratiosWith(peer)));
      print(weightTable(workbench));
    }
    if (values.drawings) print(drawingTable(await measureDrawings(rounds)));
    if (values.dev) print(await savesTable(workbench, peer, whole('saves')));
    if (values.search && values.builds) print(await searchTable(workbench, peer, rounds));
  } finally {
    if (values.keep) process.stdout.write(`Left in ${workbench.root}\n`);
    else workbench.remove();
    if (made !== null) rmSync(made, { recursive: true, force: true });
  }
}

/** Every round runs everything once, in turn, so that a slow minute of the machine falls on all alike. */
async function measureBuilds(workbench: Workbench, peer: Peer | null, rounds: number): Promise<Runs> {
  const runs: Runs = new Map();
  const ours = async (name: string, ...command: string[]): Promise<void> => {
    progress(name);
    note(runs, name, await workbench.run('src/cli/main.ts', ...command));
  };
  await ours(names.first, 'build');
  for (let round = 0; round < rounds; round += 1) {
    workbench.forgetAllButDrawings();
    await ours(names.check, 'check');
    await ours(names.recheck, 'check');
    workbench.forgetAllButDrawings();
    await ours(names.cold, 'build');
    await ours(names.warm, 'build');
    workbench.edit(`round-${round}`);
    await ours(names.changed, 'build');
    if (peer !== null) await measurePeer(runs, peer, `round-${round}`);
  }
  return runs;
}

async function measurePeer(runs: Runs, peer: Peer, marker: string): Promise<void> {
  peer.forgetAll();
  progress(peer.name);
  note(runs, `${peer.name}: cold`, await peer.build());
  peer.edit(marker);
  note(runs, `${peer.name}: one file changed`, await peer.build());
}

function ratiosWith(peer: Peer | null): [string, string][] {
  return [
    [names.warm, names.cold],
    [names.changed, names.cold],
    ...(peer === null
      ? []
      : ([
          [names.cold, `${peer.name}: cold`],
          [names.changed, `${peer.name}: one file changed`],
        ] satisfies [string, string][])),
  ];
}

function weightTable({ site }: Workbench): string {
  const { html, heaviestHtml, script, style, pages } = postmortemWeight(site);
  const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
  return markdownTable(
    [`one of ${pages} postmortem pages`, 'kB gz'],
    [
      ['HTML with drawings, median', kilobytes(html)],
      ['HTML with drawings, heaviest', kilobytes(heaviestHtml)],
      ['script before a search', kilobytes(script)],
      ['style', kilobytes(style)],
    ],
  );
}

async function searchTable(workbench: Workbench, peer: Peer | null, rounds: number): Promise<string> {
  const sites: [string, string, SearchSelectors][] = [['first search', workbench.site, ourSearch]];
  if (peer?.search) sites.push([`${peer.name}: first search`, peer.site, peer.search]);
  const found = new Map<string, FirstSearch[]>(sites.map(([name]) => [name, []]));
  const browser = await openBrowser();
  try {
    for (let round = 0; round < rounds; round += 1)
      for (const [name, site, selectors] of sites)
        found.get(name)?.push(await firstSearch(browser, site, selectors));
  } finally {
    await browser.close();
  }
  return markdownTable(
    ['', 'ms from key', 'ms from opening', 'kB gz', 'requests'],
    [...found].map(([name, searches]) => [
      name,
      spread(
        searches.map(({ fromKeyMs }) => fromKeyMs),
        0,
      ),
      spread(
        searches.map(({ fromOpenMs }) => fromOpenMs),
        0,
      ),
      spread(
        searches.map(({ bytes }) => bytes / 1000),
        1,
      ),
      spread(
        searches.map(({ requests }) => requests),
        0,
      ),
    ]),
  );
}

async function savesTable(workbench: Workbench, peer: Peer | null, saves: number): Promise<string> {
  const rows: string[][] = [];
  const browser = await openBrowser();
  try {
    for (const desk of [workbench.desk, ...(peer?.desk ? [peer.desk] : [])]) {
      progress(`${desk.name}: saves`);
      const { startMs, shownMs, cpuMs } = await measureSaves(browser, desk, saves);
      rows.push([desk.name, spread(shownMs, 0), spread([cpuMs], 0), spread([startMs / 1000], 1)]);
    }
  } finally {
    await browser.close();
  }
  const load = loadavg()[0]?.toFixed(1) ?? '–';
  return markdownTable(
    [
      `${saves} saves; load of the machine ${load}`,
      'save to shown, ms',
      'CPU a save, ms',
      'start to page, s',
    ],
    rows,
  );
}

function whole(name: 'n' | 'rounds' | 'seed' | 'saves'): number {
  const number = Number(values[name]);
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`--${name} is a whole number from 1 on, not "${values[name]}".`);
  return number;
}

function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text} …\r`);
}
