import { describe, expect, test } from 'vitest';
import { indexCatalog } from '../../../src/core/catalog/catalog-index.ts';
import { riskRegister } from '../../../src/core/catalog/risks.ts';
import type { Postmortem } from '../../../src/core/postmortem/postmortem.ts';
import { catalogOf, postmortemOf } from '../../support/sample-catalog.ts';

/** The register as `[risk, state]`. */
function registerOf(postmortems: Postmortem[]) {
  const index = indexCatalog(catalogOf(postmortems).catalog, { today: '2020-01-01', basePath: '/' });
  return riskRegister(index).map(({ risk, state }) => [risk.text, state]);
}

const question = 'other-areas-of-risk' as const;

test.each([
  ['names no system', [], [], 'unnamed'],
  ['names no system, whatever was taken on with it', [], [{ question }], 'unnamed'],
  ['has nothing taken on with it', ['mail'], [], 'untouched'],
  ['has only a dropped improvement', ['mail'], [{ question, dropped: '2018-02-01' }], 'untouched'],
  ['has an improvement under another question', ['mail'], [{ question: 'detect' as const }], 'untouched'],
  ['has an open improvement', ['mail'], [{ question }, { question, done: '2018-02-01' }], 'in-hand'],
  ['has all improvements done', ['mail'], [{ question, done: '2018-02-01' }], 'answered'],
  ['was hit later, whatever was done', ['dns'], [{ question, done: '2018-02-01' }], 'hit'],
])('a risk that %s', (_, systems, improvements, state) => {
  const risk = postmortemOf({ id: 'a', date: '2018-01-01', risks: { Risk: systems }, improvements });
  const later = postmortemOf({ id: 'b', date: '2018-03-01', systems: ['dns'] });
  expect(registerOf([risk, later])).toEqual([['Risk', state]]);
});

test.each([
  ['nothing', [], 'hit'],
  ['the page', ['./a.mdx'], 'hit'],
  ['another section', ['./a.mdx#prevent'], 'hit'],
  ['the section', ['./a.mdx#other-areas-of-risk'], 'came-true'],
  ['the risk', ['./a.mdx#idea-risk'], 'came-true'],
])('of a later incident that links to %s, it %s is said', (_, linksTo, state) => {
  const risk = postmortemOf({ id: 'a', date: '2018-01-01', risks: { Risk: ['dns'] } });
  const later = postmortemOf({ id: 'b', date: '2018-03-01', systems: ['dns'], linksTo });
  expect(registerOf([risk, later])).toEqual([['Risk', state]]);
});

test.each([
  ['untouched', []],
  ['untouched', [{ question, dropped: '2018-02-01' }]],
  ['in-hand', [{ question }]],
  ['answered', [{ question, done: '2018-02-01' }]],
])('whatever became of a risk, the work on it is told: %s', (work, improvements) => {
  const risks = { Hit: ['dns'], Unnamed: [] };
  const risk = postmortemOf({ id: 'a', date: '2018-01-01', risks, improvements });
  const later = postmortemOf({ id: 'b', date: '2018-03-01', systems: ['dns'] });
  const index = indexCatalog(catalogOf([risk, later]).catalog, { today: '2020-01-01', basePath: '/' });
  expect(riskRegister(index).map((one) => [one.state, one.work])).toEqual([
    ['hit', work],
    ['unnamed', work],
  ]);
});

describe('of improvements that name a system', () => {
  const mail = { question, systems: ['mail'] };
  const dns = { question, systems: ['dns'] };
  test.each([
    [
      'its own that are done answer it, whatever is open besides',
      [{ ...mail, done: '2018-02-01' }, { question }],
      'answered',
    ],
    ['one of its own that is open keeps it in hand', [{ ...mail, done: '2018-02-01' }, mail], 'in-hand'],
    [
      'one of many systems is enough',
      [{ question, systems: ['fax', 'mail'], done: '2018-02-01' }],
      'answered',
    ],
    ['those for other risks do nothing for it', [{ ...dns, done: '2018-02-01' }, dns], 'untouched'],
    ['one of its own that was dropped is none', [{ ...mail, dropped: '2018-02-01' }], 'untouched'],
    [
      'where its own was dropped, what the meeting shares among its risks counts',
      [{ ...mail, dropped: '2018-02-01' }, { question }],
      'in-hand',
    ],
  ])('%s', (_, improvements, state) => {
    const risk = postmortemOf({ id: 'a', date: '2018-01-01', risks: { Risk: ['mail'] }, improvements });
    expect(registerOf([risk])).toEqual([['Risk', state]]);
  });

  test('each risk has its own, and shares those without a system', () => {
    const improvements = [
      { ...mail, title: 'Mail' },
      { question, title: 'Both', systems: ['mail', 'dns'] },
      { question, title: 'Any' },
      { title: 'Detect' },
    ];
    const risks = { Relay: ['mail'], Names: ['dns'], Whatever: [] };
    const meeting = postmortemOf({ id: 'a', date: '2018-01-01', risks, improvements });
    const index = indexCatalog(catalogOf([meeting]).catalog, { today: '2020-01-01', basePath: '/' });
    const titles = (list: readonly { title: string }[]) => list.map(({ title }) => title);
    expect(
      riskRegister(index).map(({ risk, own, shared }) => [risk.text, titles(own), titles(shared)]),
    ).toEqual([
      ['Relay', ['Mail', 'Both'], ['Any']],
      ['Names', ['Both'], ['Any']],
      ['Whatever', [], ['Any']],
    ]);
  });
});

test('an incident of the day on which a risk was written does not make it come true', () => {
  const risk = postmortemOf({ id: 'a', date: '2018-01-01', risks: { Risk: ['dns'] } });
  const same = postmortemOf({ id: 'b', date: '2018-01-01', systems: ['dns'] });
  expect(registerOf([risk, same])).toEqual([['Risk', 'untouched']]);
});

test('the register begins with what came true, then with what was hit last, and goes on with what stands longest', () => {
  const risk = (id: string, date: string | null, system: string | null, improvements = {}) =>
    postmortemOf({
      id,
      date,
      risks: { [id]: system === null ? [] : [system] },
      improvements: Object.keys(improvements).length > 0 ? [{ question, ...improvements }] : [],
    });
  expect(
    registerOf([
      risk('unnamed, early', '2010-01-01', null),
      risk('unnamed, late', '2011-01-01', null),
      risk('done', '2012-01-01', 'mail', { done: '2013-01-01' }),
      risk('open', '2012-01-01', 'mail', { due: '2013-01-01' }),
      risk('untouched, undated', null, 'mail'),
      risk('untouched, late', '2013-01-01', 'mail'),
      risk('untouched, early', '2012-01-01', 'mail'),
      risk('hit in 2014 and 2016', '2012-01-01', 'dns'),
      risk('hit in 2016 as well', '2015-01-01', 'dns'),
      risk('hit in 2017', '2013-01-01', 'fax'),
      risk('true', '2012-01-01', 'mail-in'),
      postmortemOf({
        id: 'mail in',
        date: '2012-06-01',
        systems: ['mail-in'],
        linksTo: ['./true.mdx#other-areas-of-risk'],
      }),
      postmortemOf({ id: 'dns 1', date: '2014-01-01', systems: ['dns'] }),
      postmortemOf({ id: 'dns 2', date: '2016-01-01', systems: ['dns'] }),
      postmortemOf({ id: 'fax', date: '2017-01-01', systems: ['fax'] }),
    ]),
  ).toEqual([
    ['true', 'came-true'],
    ['hit in 2017', 'hit'],
    ['hit in 2016 as well', 'hit'],
    ['hit in 2014 and 2016', 'hit'],
    ['untouched, early', 'untouched'],
    ['untouched, late', 'untouched'],
    ['untouched, undated', 'untouched'],
    ['open', 'in-hand'],
    ['done', 'answered'],
    ['unnamed, late', 'unnamed'],
    ['unnamed, early', 'unnamed'],
  ]);
});
