import { describe, expect, test } from 'vitest';
import { readDocument } from '../../../src/core/document/read-document.ts';
import { readHypotheses } from '../../../src/core/improvement/read-hypotheses.ts';
import { hypothesisTree } from '../../../src/core/incident/hypothesis-tree.ts';
import { standingOf } from '../../../src/core/incident/standing.ts';

const read = (body: string) => {
  const { sections, source } = readDocument(`## Hypotheses\n\n${body}\n`);
  const [section] = sections;
  return section === undefined ? [] : readHypotheses(section, { source }).hypotheses;
};

describe('where a hypothesis stands', () => {
  test.each([
    ['not tested', '- A', 'untested'],
    ['a test without a result', '- A\n  - Look', 'untested'],
    ['a result that tells nothing', '- A\n  - Look **inconclusive**\n  - Look again', 'inconclusive'],
    ['one that decides', '- A\n  - Look **ruled out**\n  - Look again **inconclusive**', 'ruled out'],
    ['the last one that decides', '- A\n  - Look **ruled out**\n  - Look again **confirmed**', 'confirmed'],
  ])('%s', (_what, body, standing) => {
    expect(read(body).map(standingOf)).toEqual([standing]);
  });
});

describe('the tree', () => {
  test('shows every hypothesis with its tests, in words that are no syntax', () => {
    const hypotheses = read('- The "queue" is full; end\n  - Count: 12 **ruled out**\n- DNS');
    expect(hypothesisTree('Orders [do] not leave', hypotheses)).toMatchInlineSnapshot(`
      "%%{init: {"flowchart": {"padding": 10, "nodeSpacing": 14, "rankSpacing": 40}}}%%
      flowchart LR
        accTitle: Hypotheses and what became of them
        accDescr: Each hypothesis with its tests and their results. The table below says the same in words.
        root(["Orders #91;do#93; not leave"])
        h0["The #34;queue#34; is full#59; end<br/>Ruled out"]
        root --x h0
        h0t0("Count#58; 12<br/>Ruled out")
        h0 --x h0t0
        h1["DNS<br/>Not tested yet"]
        root -.-> h1"
    `);
  });

  test('is none where there is nothing to show, or too much', () => {
    expect(hypothesisTree('A', [])).toBe(null);
    expect(hypothesisTree('A', read(Array.from({ length: 40 }, (_, at) => `- Guess ${at}`).join('\n')))).toBe(
      null,
    );
  });
});
