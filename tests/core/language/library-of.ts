import { buildCatalog } from '../../../src/core/catalog/build-catalog.ts';
import { readPeople } from '../../../src/core/catalog/people.ts';
import { readSettings } from '../../../src/core/catalog/settings.ts';
import { readSystems } from '../../../src/core/catalog/systems.ts';
import type { Place } from '../../../src/core/diagnostic.ts';
import { readDocument } from '../../../src/core/document/read-document.ts';
import { readHandbookPage } from '../../../src/core/handbook/read-handbook-page.ts';
import type { Library } from '../../../src/core/language/library.ts';
import { linesOf } from '../../../src/core/language/lines.ts';
import type { Range } from '../../../src/core/language/range.ts';
import { readPostmortem } from '../../../src/core/postmortem/read-postmortem.ts';

/** Stands in a text for the place of the cursor. */
const cursor = '▮';

/** A library of a few texts, read as the product reads them. */
export function libraryOf(files: Readonly<Record<string, string>>, today = '2018-05-11'): Library {
  const texts = new Map(Object.entries(files).map(([path, text]) => [path, text.replace(cursor, '')]));
  const settings = readSettings(texts.get('settings.yaml') ?? null).value;
  const systems = readSystems(texts.get('systems.yaml') ?? null).value;
  const people = readPeople(texts.get('people.yaml') ?? null).value;
  const documents = new Map(
    [...texts]
      .filter(([path]) => path.endsWith('.mdx'))
      .map(([path, text]) => [path, readDocument(text, { knownSections: path.startsWith('postmortems/') })]),
  );
  const file = (path: string) => `content/${path}`;
  const idOf = (path: string) => path.replace(/^\w+\//, '').replace('.mdx', '');
  const { catalog } = buildCatalog({
    settings,
    systems,
    people,
    postmortems: [...documents]
      .filter(([path]) => path.startsWith('postmortems/'))
      .flatMap(([path, document]) => {
        const context = { id: idOf(path), file: file(path), document, settings };
        return readPostmortem({ ...context, systemIds: null, handles: null }).postmortem ?? [];
      }),
    handbook: [...documents]
      .filter(([path]) => path.startsWith('handbook/'))
      .flatMap(
        ([path, document]) => readHandbookPage({ id: idOf(path), file: file(path), document }).page ?? [],
      ),
    files: new Set(texts.keys()),
  });
  return {
    catalog,
    today,
    paths: [...texts.keys()],
    textOf: (path) => texts.get(path) ?? null,
    documentOf: (path) => documents.get(path) ?? null,
  };
}

/** The place of the cursor in a text. */
export function placeIn(text: string): Place {
  const before = linesOf(text.slice(0, text.indexOf(cursor)));
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** The words of a text that a range of one line holds. */
export function wordsAt(text: string, { start, end }: Range): string {
  return (linesOf(text)[start.line - 1] ?? '').slice(start.column - 1, end.column - 1);
}

export const settingsYaml = `organisation: Harbour Supply
severities:
  - level: 1
    name: Down
    meaning: Ordering has stopped.
    policy: Stop everything.
    postmortem: true
    improvementDays: 30
  - level: 2
    name: Serious
`;
export const systemsYaml = `- id: fax-gateway
  name: Fax gateway
  team: orders
  description: Sends orders on paper.
  dependsOn: [event-bus]
- { id: event-bus, name: Event bus }
`;
export const peopleYaml = `- handle: ana
  name: Ana Ribeiro
  team: orders
- handle: dana
  name: Dana Whitfield
`;
export const faxMdx = `---
title: Disappearing fax provider 🚒
status: reviewed
severity: 1
systems: [fax-gateway]
raisedBy: customer
tags: [vendor, queue]
facilitator: dana
reviewedOn: 2018-05-11
---

## Summary

No fax went out.

## Timeline

- 2018-05-04 02:10 **started, change** The account is suspended.
- 08:25 **detected, report** 🚒 A supplier writes to @ana.
- 13:05 **resolved** All sent.

## Root causes

The bill.

## Detect

- A list of failures
- [ ] Page on-duty @ana due:2018-06-01 ticket:OPS-142 id:page-on-duty
- [x] Count failures @dana due:2018-05-20 done:2018-05-18

## React

Fine.

## Other areas of risk

- Invoices wait in a queue too system:event-bus
`;
export const files = {
  'settings.yaml': settingsYaml,
  'systems.yaml': systemsYaml,
  'people.yaml': peopleYaml,
  'postmortems/2018-05-04-fax.mdx': faxMdx,
  'handbook/blameless.mdx':
    '---\ntitle: Blameless\ndescription: What we mean.\n---\n\n## The words\n\nHow, never who.\n',
};
