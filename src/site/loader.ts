import { glob, type Loader } from 'astro/loaders';
import { knowledgeBase } from './native.ts';

/**
 * Postmortems as Astro's content layer knows them: facts as `data`. Their HTML is made when a page asks for it, from the
 * knowledge base, which follows saves by itself: going through Astro's store would load every page anew.
 */
export function postmortemLoader(): Loader {
  return {
    name: 'postmortems',
    async load({ store }) {
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
    },
  };
}

/** Only guides that hold code: Astro compiles every file of this collection, and plain ones need no compiling. */
export function guideLoader(): Loader {
  return {
    name: 'guides',
    async load(context) {
      const { workspace, index } = await knowledgeBase();
      const guides = index.catalog.handbook.filter(({ hasCode }) => hasCode).map(({ id }) => id);
      if (guides.length === 0) return context.store.clear();
      await glob({
        pattern: guides.map((id) => `${id}.mdx`),
        base: `${workspace.project.content}/handbook`,
        generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
      }).load(context);
    },
  };
}
