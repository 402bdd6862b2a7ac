import { describe, expect, test } from 'vitest';
import { type DiagramSystem, systemsDiagram } from '../../../src/core/catalog/systems-diagram.ts';

const system = (id: string, dependsOn: string[] = [], part: Partial<DiagramSystem> = {}): DiagramSystem => ({
  id,
  name: id.toUpperCase(),
  dependsOn,
  url: `/kb/systems/${id}/`,
  incidents: 0,
  open: 0,
  ...part,
});

test('systems are boxes with their figures and a link, and arrows lead to what they depend on', () => {
  expect(
    systemsDiagram([
      system('fax', ['bus'], { incidents: 2, open: 1 }),
      system('bus', [], { incidents: 1 }),
      system('dns', [], { open: 3 }),
    ]),
  ).toMatchInlineSnapshot(`
    "%%{init: {"flowchart": {"padding": 8}}}%%
    flowchart-elk LR
      accTitle: Systems and what they depend on
      accDescr: An arrow leads from a system to one that it depends on. The list says the same in words.
      s0["FAX<br/>2 incidents, 1 open"]
      s1["BUS<br/>1 incident"]
      s2["DNS<br/>3 open"]
      s0 --> s1
      click s0 href "/kb/systems/fax/"
      click s1 href "/kb/systems/bus/"
      click s2 href "/kb/systems/dns/""
  `);
});

describe('there is nothing to draw', () => {
  test.each([
    ['without a system', []],
    ['where nothing depends on anything', [system('a'), system('b')]],
    ['where what is needed is not there', [system('a', ['gone'])]],
    ['for more than 60 systems', Array.from({ length: 61 }, (_, n) => system(`s${n}`, ['s0']))],
    [
      'for more than 140 arrows',
      Array.from({ length: 13 }, (_, n) =>
        system(
          `s${n}`,
          Array.from({ length: 11 }, (__, needed) => `s${needed}`),
        ),
      ),
    ],
  ])('%s', (_, systems) => {
    expect(systemsDiagram(systems)).toBeNull();
  });
});

test('circles are drawn as they are', () => {
  const lines = systemsDiagram([system('a', ['b']), system('b', ['a', 'b'])])?.split('\n') ?? [];
  expect(lines.filter((line) => line.includes('-->'))).toEqual(['  s0 --> s1', '  s1 --> s0', '  s1 --> s1']);
});

test('a name is text, whatever stands in it', () => {
  const source = systemsDiagram([
    system('a', ['b'], { name: '"]; click s1 href "javascript:alert(1)"\n%% <script>' }),
    system('b', [], { name: '  ' }),
  ]);
  expect(source?.split('\n').filter((line) => line.includes('['))).toEqual([
    '  s0["#34;#93;#59; click s1 href #34;javascript#58;alert(1)#34; #37;#37; #60;script#62;"]',
    '  s1["?"]',
  ]);
  expect(source?.split('\n').filter((line) => line.startsWith('  click'))).toEqual([
    '  click s0 href "/kb/systems/a/"',
    '  click s1 href "/kb/systems/b/"',
  ]);
});
