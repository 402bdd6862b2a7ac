// The process that draws. Mermaid needs a global window and document, which would mislead everything else in a build, and
// a process can be stopped when a diagram makes mermaid loop.

import type { Answer, Job } from '../drawing.ts';
import { draw } from './draw.ts';
import { createRenderer } from './renderer.ts';

const renderer = await createRenderer();
const answer = (message: Answer) => process.send?.(message);

process.on('message', async ({ key, source, id }: Job) => {
  answer({ key, drawing: await draw(renderer, source, id) });
});
answer({ ready: true });
