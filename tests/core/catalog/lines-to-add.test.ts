import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calledAfter, hintForCreating, hintsForLacking } from '../../../src/core/catalog/lines-to-add.ts';
import { readPeople } from '../../../src/core/catalog/people.ts';
import { handleForm } from '../../../src/core/vocabulary.ts';

const known = new Set(['ana', 'sam']);

test('the first new name says the lines for all that are new, each other one its own', () => {
  expect(hintsForLacking(['kim', 'anna', 'zoe.lang', 'kim'], { known, file: 'people.yaml' })).toEqual([
    'Add these lines to people.yaml in the content folder:\n- { handle: kim, name: Kim }\n- { handle: zoe.lang, name: Zoe Lang }',
    'Did you mean ana? If not, add this line to people.yaml in the content folder: - { handle: anna, name: Anna }',
    'Add this line to people.yaml in the content folder: - { handle: zoe.lang, name: Zoe Lang }',
    'Add this line to people.yaml in the content folder: - { handle: kim, name: Kim }',
  ]);
});

test.each([
  ['people.yaml', 'ana', 'Ana'],
  ['people.yaml', 'ana-maria.ribeiro', 'Ana Maria Ribeiro'],
  ['people.yaml', 'élodie', 'Élodie'],
  ['people.yaml', '_', '_'],
  ['systems.yaml', 'fax-gateway', 'Fax gateway'],
] as const)('in %s, %s is most likely called %s', (file, name, called) => {
  expect(calledAfter(file, name)).toBe(called);
});

test('what is to be pasted is read as it is meant, whatever the handle', () => {
  const handle = fc.oneof(
    fc.constantFrom('true', 'null', '007', '1.5', '0x1f', '_', 'y', 'no', '2026-11-21'),
    fc.stringMatching(/^[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,20}$/u),
  );
  fc.assert(
    fc.property(fc.uniqueArray(handle, { minLength: 1, maxLength: 4 }), (handles) => {
      fc.pre(handles.every((name) => handleForm.test(name) && !known.has(name)));
      const hint = hintForCreating('people.yaml', handles);
      const lines = hint.slice(hint.indexOf('- {'));
      const { value, problems } = readPeople(`# Ours.\n- handle: ana\n  name: Ana\n${lines}\n`);
      expect(problems).toEqual([]);
      expect(value?.map((person) => person.handle)).toEqual(['ana', ...handles]);
    }),
    { numRuns: 200 },
  );
});
