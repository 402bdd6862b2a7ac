import { createRequire } from 'node:module';
import type * as KnowledgeBaseModule from './knowledge-base.ts';

declare const __PROJECT_ROOT__: string;

/**
 * The knowledge base as Node itself loads it. Astro's pages and its content loader are bundled apart from each other and
 * from the integration; going past the bundler gives all three the same instance, so that content is read once.
 */
const native = createRequire(`${__PROJECT_ROOT__}/package.json`)(
  './src/site/knowledge-base.ts',
) as typeof KnowledgeBaseModule;

/** The one knowledge base of this process. */
export function knowledgeBase(): Promise<KnowledgeBaseModule.KnowledgeBase> {
  return native.knowledgeBase(native.environmentProject());
}
