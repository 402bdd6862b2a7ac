import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { frozenSample } from '../../src/workspace/sample.ts';
import { root } from './build-site.ts';

/** The sample as it was shipped, from the project's root: in `content/`, or where `npm run init` has put a copy of it. */
export const sampleContent = existsSync(join(root, frozenSample)) ? frozenSample : 'content';
