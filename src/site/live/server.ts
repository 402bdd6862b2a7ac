import type { ViteDevServer } from 'vite';
import type { Project } from '../../workspace/project.ts';
import { type ContentWatch, watchContent } from '../../workspace/watch.ts';
import { knowledgeBase } from '../knowledge-base.ts';
import type { Update } from './live.ts';

/** What the server and its open pages say to each other; `client/live/live.ts` is the other end. */
export const messages = { saved: 'fire-marshal:saved', hello: 'fire-marshal:hello' };

interface Voice {
  warn(message: string): void;
  info(message: string): void;
}

/**
 * Follows the content folder and tells open pages of every save.
 *
 * @param compileGuides Makes Astro look again which guides it has to compile.
 */
export async function followContent(
  project: Project,
  server: ViteDevServer,
  compileGuides: () => Promise<void>,
  voice: Voice,
): Promise<ContentWatch> {
  const base = await knowledgeBase(project, true);
  const { live } = base;
  if (live === null) throw new Error('The content is not being followed.');
  const { client, ssr, prerender } = server.environments;
  const codedGuides = (): string =>
    JSON.stringify(base.index.catalog.handbook.flatMap(({ id, hasCode }) => (hasCode ? [id] : [])));
  let guides = codedGuides();
  let said: string | null = null;
  const say = (): void => {
    const report = live.report();
    if (report !== said) voice.warn(report === null ? 'Nothing is wrong any more.' : `\n${report}`);
    said = report;
  };
  // A page that was being made while Astro wrote leaves what it had read of the guides to all pages after it.
  const loadAnew = (): void => {
    for (const environment of [ssr, prerender]) environment?.moduleGraph.invalidateAll();
    live.tell({ everywhere: true });
  };
  live.onUpdate((update: Update) => {
    // Astro remembers which pages there are until its content changes.
    for (const environment of [ssr, prerender]) environment?.hot.send('astro:content-changed', {});
    client.hot.send(messages.saved, update);
    if (guides !== codedGuides()) compileGuides().then(loadAnew, (error) => voice.warn(String(error)));
    guides = codedGuides();
    say();
  });
  // A page may have been made before it could listen.
  client.hot.on(messages.hello, ({ version }: { version: number }, { send }) => {
    if (version !== live.last.version) send(messages.saved, { ...live.last, everywhere: true });
  });
  say();
  return watchContent(
    project,
    () => {
      try {
        live.follow();
      } catch (error) {
        voice.warn(error instanceof Error ? error.message : String(error));
      }
    },
    voice.warn,
  );
}
