import { expect, test } from 'vitest';
import { namedCauses } from '../../../src/core/catalog/named-causes.ts';
import { placesOf } from '../../../src/core/catalog/places.ts';
import { readDocument } from '../../../src/core/document/read-document.ts';
import type { Postmortem } from '../../../src/core/postmortem/postmortem.ts';
import { postmortemOf } from '../../support/sample-catalog.ts';

const earlier = postmortemOf({ id: '2018/fax', date: '2018-05-04' });
const undated = postmortemOf({ id: 'undated' });

function written(body: string, date: string | null = '2019-01-01'): Postmortem {
  const document = readDocument(`---\ntitle: T\n---\n\n${body}\n`);
  return { ...postmortemOf({ id: '2019/mail', date }), document, sections: document.sections };
}

test.each([
  ['in the root causes', '## Root causes\n\n- See [it](../2018/fax.mdx#prevent)', '2019-01-01', ['2018/fax']],
  [
    'by the section’s other name',
    '## Contributing factors\n\n[it](../2018/fax.mdx)',
    '2019-01-01',
    ['2018/fax'],
  ],
  [
    'once, however often',
    '## Root causes\n\n[a](../2018/fax.mdx) [b](../2018/fax.mdx#x)',
    '2019-01-01',
    ['2018/fax'],
  ],
  [
    'not under another heading',
    '## Summary\n\n[it](../2018/fax.mdx)\n\n## Root causes\n\nNone.',
    '2019-01-01',
    [],
  ],
  ['not one of the same day', '## Root causes\n\n[it](../2018/fax.mdx)', '2018-05-04', []],
  ['not a later one', '## Root causes\n\n[it](../2018/fax.mdx)', '2017-01-01', []],
  ['not without a day', '## Root causes\n\n[it](../2018/fax.mdx)', null, []],
  ['not one without a day', '## Root causes\n\n[it](../undated.mdx)', '2019-01-01', []],
  ['nothing else', '## Root causes\n\n[web](https://example.com) [none](../gone.mdx)', '2019-01-01', []],
])('an earlier incident is named %s', (_, body, date, names) => {
  const postmortems = [written(body, date), earlier, undated];
  expect(namedCauses(postmortems, placesOf(postmortems, [])).map((named) => named.earlier.id)).toEqual(names);
});
