import { expect, test } from 'vitest';
import { uprightSource } from '../../../src/core/mermaid/upright.ts';

test.each([
  ['a flowchart from left to right', 'flowchart LR\n  A --> B', 'flowchart TB\n  A --> B'],
  ['an older one, from right to left', 'graph RL\n  A --> B', 'graph TB\n  A --> B'],
  [
    'one below its settings',
    '---\ntitle: T\n---\nflowchart-elk LR\n  A',
    '---\ntitle: T\n---\nflowchart-elk TB\n  A',
  ],
  [
    'only the whole one, not a part of it',
    'flowchart LR\n subgraph x\n direction LR\n end',
    'flowchart TB\n subgraph x\n direction LR\n end',
  ],
])('turns %s', (_, source, turned) => {
  expect(uprightSource(source)).toBe(turned);
});

test.each(['flowchart TB\n  A --> B', 'sequenceDiagram\n  A->>B: flowchart LR', 'gantt\n  title graph'])(
  'leaves alone %j',
  (source) => {
    expect(uprightSource(source)).toBeNull();
  },
);
