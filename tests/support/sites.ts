import type { TestProject } from 'vitest/node';
import { type BuiltSite, buildSite } from './build-site.ts';
import { sampleContent } from './sample.ts';

/** Noon of the day after the newest sample incident, so that what is overdue stays the same. */
export const sampleClock = { SOURCE_DATE_EPOCH: '1795262400' };

/** The sample organisation's site, as every test reads it. */
export interface SampleSite extends BuiltSite {
  basePath: string;
  siteUrl: string | null;
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** At the root of an unknown host. */
    sample: SampleSite;
    /** Below a path of a known one. */
    sampleBelowPath: SampleSite;
  }
}

/** Builds the sites that several test files read, once for a whole run. */
export default async function setup(project: TestProject): Promise<void> {
  const sample = await buildSite('sample', sampleContent, sampleClock);
  project.provide('sample', { ...sample, basePath: '/', siteUrl: null });
  const siteUrl = 'https://kb.example.com';
  const below = await buildSite('sample-below', sampleContent, {
    ...sampleClock,
    SITE_URL: siteUrl,
    BASE_PATH: '/kb/',
  });
  project.provide('sampleBelowPath', { ...below, basePath: '/kb/', siteUrl });
}
