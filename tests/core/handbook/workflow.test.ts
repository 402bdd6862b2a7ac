import { expect, test } from 'vitest';
import { defaultSettings } from '../../../src/core/catalog/settings.ts';
import { readDocument } from '../../../src/core/document/read-document.ts';
import { improvementWorkflow, postmortemWorkflow } from '../../../src/core/handbook/workflow.ts';
import { readPostmortem } from '../../../src/core/postmortem/read-postmortem.ts';
import { improvementStates, statuses } from '../../../src/core/vocabulary.ts';

function postmortem(text: string) {
  const { postmortem: read } = readPostmortem({
    id: 'fax',
    file: 'content/postmortems/fax.mdx',
    document: readDocument(text),
    settings: defaultSettings,
    systemIds: null,
    handles: null,
  });
  if (read === null) throw new Error('It can’t be read.');
  return read;
}

test('each form that is shown is read as the state that it is shown for', () => {
  const { steps } = improvementWorkflow();
  expect(steps.map(({ state }) => state)).toEqual(improvementStates);
  for (const { state, asks } of steps) {
    const text = `---\ntitle: Fax\nstatus: open\nseverity: 1\n---\n\n## Summary\n\nX.\n\n## Detect\n\n${asks}\n  - Because.\n`;
    expect(postmortem(text).questions.detect?.improvements[0]?.state).toBe(state);
  }
});

test('the statuses stand in the order in which a file goes through them, with what each asks for', () => {
  const { steps, source } = postmortemWorkflow();
  expect(steps.map(({ state }) => state)).toEqual(statuses);
  expect(steps.map(({ asks }) => asks)).toMatchInlineSnapshot(`
    [
      "Original request, Symptoms or Summary",
      "Summary and Timeline, written; the marks started, detected and resolved",
      "Root causes, written; all five questions, answered; an owner and a date on every improvement; the day of the meeting",
    ]
  `);
  expect(source).toMatchInlineSnapshot(`
    "stateDiagram-v2
      direction TB
      accTitle: How a postmortem goes from a ticket to a reviewed page
      accDescr: Each arrow leads to the next state. The table says the same in words.
      [*] --> open : Original request, Symptoms or Summary
      open --> resolved : Summary<br/>Timeline<br/>started<br/>detected<br/>resolved
      resolved --> reviewed : Root causes<br/>five questions<br/>owners, dates<br/>the meeting
      reviewed --> [*]"
  `);
});

test('what is open can be dropped, what is closed can not', () => {
  const { source } = improvementWorkflow();
  expect(source.match(/\w+ --> dropped/g)).toEqual([
    'new --> dropped',
    'accepted --> dropped',
    'resolved --> dropped',
    'verified --> dropped',
  ]);
});
