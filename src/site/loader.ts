import type { Loader } from 'astro/loaders';
import { knowledgeBase } from './native.ts';

/** Postmortems as Astro's content layer knows them: facts as `data`. Their HTML is made when a page asks for it. */
export function postmortemLoader(): Loader {
  return {
    name: 'postmortems',
    async load({ store, watcher, logger }) {
      const fill = async (): Promise<void> => {
        const base = await knowledgeBase();
        const kept = new Set<string>();
        for (const { postmortem, digest } of base.entries()) {
          const { id, facts, date } = postmortem;
          kept.add(id);
          if (store.get(id)?.digest === digest) continue;
          const { title, status, severity, systems, tags } = facts;
          store.set({
            id,
            digest,
            data: { title, status, severity, date, systems, tags },
          });
        }
        for (const id of store.keys()) if (!kept.has(id)) store.delete(id);
      };
      await fill();
      if (watcher === undefined) return;
      const base = await knowledgeBase();
      const { content } = base.workspace.project;
      const tell = (): void => {
        const report = base.report();
        if (report !== null) logger.warn(`\n${report}`);
      };
      tell();
      watcher.add(content);
      const follow = async (path: string): Promise<void> => {
        if (!path.startsWith(content)) return;
        await base.refresh();
        await fill();
        tell();
      };
      for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, follow);
    },
  };
}
