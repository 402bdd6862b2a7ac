import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { postmortemLoader } from './loader.ts';
import { knowledgeBase } from './native.ts';

const { workspace, index } = await knowledgeBase();
const { content } = workspace.project;
const guides = index.catalog.handbook.filter(({ hasCode }) => hasCode).map(({ id }) => id);

export const collections = {
  postmortems: defineCollection({
    loader: postmortemLoader(),
    schema: z.object({
      title: z.string(),
      status: z.enum(['open', 'resolved', 'reviewed']),
      severity: z.number().int(),
      date: z.string().nullable(),
      systems: z.array(z.string()),
      tags: z.array(z.string()),
    }),
  }),
  // Only guides that hold code: Astro compiles every file of this collection, and plain ones need no compiling.
  handbook: defineCollection({
    loader:
      guides.length === 0
        ? () => []
        : glob({
            pattern: guides.map((id) => `${id}.mdx`),
            base: `${content}/handbook`,
            generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
          }),
    schema: z.object({
      title: z.string(),
      description: z.string().optional(),
      order: z.number().optional(),
    }),
  }),
};
