import { expect, test } from 'vitest';
import { handlesOf } from '../../../src/core/catalog/handles.ts';
import { catalogOf, postmortemOf } from '../../support/sample-catalog.ts';

test('everyone who is listed, owns something or facilitated has a page, each once', () => {
  const fax = {
    ...postmortemOf({
      id: 'fax',
      facilitator: 'dana',
      improvements: [{ owner: 'sam' }, { title: 'Other', owner: 'sam' }, { title: 'Nobody’s' }],
    }),
    nextActions: [
      {
        place: { line: 1, column: 1 },
        done: false,
        text: 'Call',
        phrasing: [],
        blocks: [],
        owner: 'josé',
        ownerPlace: null,
      },
    ],
  };
  const { catalog } = catalogOf([fax], {
    people: [
      { handle: 'tom', name: 'Tom', team: null },
      { handle: 'sam', name: 'Sam', team: null },
    ],
  });
  expect(handlesOf({ catalog })).toEqual(['dana', 'josé', 'sam', 'tom']);
});

test('handles are told apart letter by letter, as everywhere in the format', () => {
  const { catalog } = catalogOf([
    postmortemOf({ id: 'a', improvements: [{ owner: 'ana' }, { title: 'b', owner: 'Ana' }] }),
  ]);
  expect(handlesOf({ catalog })).toEqual(['Ana', 'ana']);
});

test('where nobody is named, nobody has a page', () => {
  expect(handlesOf(catalogOf([postmortemOf({ id: 'a', improvements: [{}] })]))).toEqual([]);
});
