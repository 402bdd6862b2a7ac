import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { guideLoader, postmortemLoader } from './loader.ts';

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
  handbook: defineCollection({
    loader: guideLoader(),
    schema: z.object({
      title: z.string(),
      description: z.string().optional(),
      order: z.number().optional(),
    }),
  }),
};
