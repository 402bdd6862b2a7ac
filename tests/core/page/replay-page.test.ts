import { expect, test } from 'vitest';
import { indexCatalog } from '../../../src/core/catalog/catalog-index.ts';
import { defaultSettings } from '../../../src/core/catalog/settings.ts';
import { readDocument } from '../../../src/core/document/read-document.ts';
import { replayPage } from '../../../src/core/page/replay-page.ts';
import { readPostmortem } from '../../../src/core/postmortem/read-postmortem.ts';
import { plainRendering } from '../../support/plain-rendering.ts';
import { catalogOf } from '../../support/sample-catalog.ts';

const text = `---
title: The queue stood still
status: reviewed
severity: 1
raisedBy: customer
---

## Timeline

- 2018-05-04 02:10 **started** The account is suspended.
- 08:25 **detected** A call: nothing since last night.
- 09:00 **action** On-duty looks at the queue.
- 13:05 **resolved** The last order is sent.

## Detect

- Mail a list
- [x] Page on-duty when it waits @ana done:2018-06-01
- [x] Ask for a second number @ana dropped:2018-07-01
  - Nobody has one.
`;

test('the debrief tells what the meeting took on, and not what was dropped since', () => {
  const id = '2018-05-04-queue';
  const { postmortem } = readPostmortem({
    id,
    file: `content/postmortems/${id}.mdx`,
    document: readDocument(text),
    settings: defaultSettings,
    systemIds: null,
    handles: null,
  });
  if (postmortem === null) throw new Error('The file of the test can’t be read.');
  const { catalog } = catalogOf([postmortem]);
  const index = indexCatalog(catalog, { today: '2018-08-01', basePath: '/' });
  const answers = replayPage(index, postmortem, plainRendering)?.answers;
  expect(answers?.find(({ question }) => question === 'detect')).toMatchObject({
    ideas: ['Mail a list'],
    improvements: ['Page on-duty when it waits'],
  });
});
