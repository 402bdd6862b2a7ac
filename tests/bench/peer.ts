import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { z } from 'zod';
import { adaptPeers } from './adapt-peers.ts';
import { type CorpusSize, postmortemPath } from './generate.ts';
import { measure, type Usage } from './measure.ts';
import type { Desk } from './saves.ts';
import { editSummary, putAside } from './workbench.ts';

/** `bench-peer.json` in the folder of another generator's site. Paths are from that folder. */
const peerSchema = z.strictObject({
  name: z.string(),
  /** The program and its arguments, each apart. */
  command: z.array(z.string()).min(1),
  /** Its server for who writes, where it has one; `{port}` is where it is to listen. */
  dev: z.array(z.string()).min(1).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  /** Where it reads Markdown pages from; the bench replaces this folder. */
  content: z.string(),
  /** What it serves at the site's root as it is. */
  public: z.string(),
  /** What it writes. */
  output: z.string(),
  /** What to put aside before a cold build. */
  clean: z.array(z.string()),
  /** Selectors for its search, where it has one. */
  search: z.strictObject({ open: z.string(), input: z.string(), result: z.string() }).optional(),
});
type PeerSettings = z.infer<typeof peerSchema>;

/** Another generator with the same texts, as plain Markdown. */
export interface Peer {
  name: string;
  site: string;
  search: PeerSettings['search'];
  build(): Promise<Usage>;
  forgetAll(): void;
  edit(marker: string): void;
  desk: Desk | null;
}

/** @throws Error where the folder has no `bench-peer.json` that can be read. */
export function setUpPeer(folder: string, size: CorpusSize): Peer {
  const root = resolve(folder);
  const settings = readSettings(join(root, 'bench-peer.json'));
  const [program = '', ...args] = settings.command;
  const page = postmortemPath(size.seed, Math.min(7, size.n - 1)).replace(/\.mdx$/, '.md');
  const edit = (marker: string): void => editSummary(join(root, settings.content, page), marker);
  const environment = { ...settings.environment, PATH: path(root) };
  const [server, ...serverArgs] = settings.dev ?? [];
  adaptPeers(join(root, settings.content), join(root, settings.public), size);
  return {
    name: settings.name,
    site: join(root, settings.output),
    search: settings.search,
    build: () =>
      measure({
        program,
        args,
        cwd: root,
        environment,
      }),
    forgetAll() {
      const paths = [settings.output, ...settings.clean].map((path) => join(root, path));
      putAside(paths, join(root, 'node_modules/.aside'));
    },
    edit,
    desk:
      server === undefined
        ? null
        : {
            name: settings.name,
            program: server,
            args: (port) => serverArgs.map((arg) => arg.replace('{port}', String(port))),
            cwd: root,
            environment,
            address: `/${page.replace(/\.md$/, '/')}`,
            edit,
          },
  };
}

/** Its own programs first, and for what asks for `node` the one that runs this. */
function path(root: string): string {
  return [join(root, 'node_modules/.bin'), dirname(process.execPath), process.env.PATH].join(delimiter);
}

function readSettings(file: string): PeerSettings {
  if (!existsSync(file))
    throw new Error(
      `There is no ${file}. Run node tests/bench/peer-starlight.ts DIR to make a peer, or write the file.`,
    );
  return peerSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}
