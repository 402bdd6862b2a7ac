import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { indexCatalog } from '../../../src/core/catalog/catalog-index.ts';
import { type WheelIncident, wheelOfMisfortune } from '../../../src/core/export/wheel-of-misfortune.ts';
import type { Status } from '../../../src/core/vocabulary.ts';
import { renderingWith } from '../../../src/site/rendering.ts';
import { entryOf } from '../../support/entry.ts';
import { catalogOf, postmortemOf } from '../../support/sample-catalog.ts';

/** What the game's README says of its file, and its `wheel.js` reads of it: a story is taken wherever there is a key for one. */
const general_incidents = z
  .array(
    z.strictObject({
      ID: z.string().min(1),
      title: z.string().min(1),
      scenario: z.string().min(1),
      inkstory: z.string().endsWith('.json').optional(),
    }),
  )
  .refine(
    (incidents) => new Set(incidents.map(({ ID }) => ID)).size === incidents.length,
    'the IDs are unique',
  );

/** As the game shows what was picked: both put into a paragraph as HTML. */
function shown({ title, scenario }: WheelIncident): Element {
  const { document } = new JSDOM('<article id="incident"><p></p></article>').window;
  const paragraph = document.querySelector('#incident p') as Element;
  paragraph.innerHTML = `<h4 class="f4 center mw6">${title}</h4>${scenario}`;
  return paragraph;
}

const timeline = (heard: string, day: string) => ({
  introduction: [],
  entries: [
    entryOf('02:10 started', 'The account is suspended', '2018-05-03'),
    entryOf('08:25 detected', heard, day),
    entryOf('11:30 mitigated', 'The bill is paid', day),
  ],
});
const incident = (id: string, day: string, heard = 'A supplier calls', status: Status = 'reviewed') => ({
  ...postmortemOf({ id, title: 'The unpaid bill', date: '2018-05-03', status }),
  timeline: timeline(heard, day),
});

function wheel(postmortems: ReturnType<typeof incident>[], siteUrl: string | null = 'https://kb.example') {
  const index = indexCatalog(catalogOf(postmortems).catalog, { today: '2018-07-01', basePath: '/kb/' });
  return wheelOfMisfortune(
    index,
    siteUrl,
    renderingWith(() => undefined),
  );
}

describe('the incidents for the wheel of misfortune', () => {
  test('are of the form that the game’s own sample has', () => {
    const sample = [
      {
        ID: '1',
        title: 'Incident 1',
        scenario: 'You received alerts that your MySQL master does not accept writes...',
      },
      {
        ID: '5',
        title: 'Incident 5',
        inkstory: 'incidents/redis-story.json',
        scenario: "You've received an alert that your Redis server is killed...",
      },
    ];
    expect(general_incidents.safeParse(sample).error).toBeUndefined();
    expect(
      general_incidents.safeParse(wheel([incident('a', '2018-05-04'), incident('b', '2018-05-05')])).error,
    ).toBeUndefined();
    expect(general_incidents.safeParse([{ title: 'No scenario' }]).success).toBe(false);
  });

  test('are the ones that can be replayed, oldest first, named by their day', () => {
    const found = wheel([
      incident('new', '2019-03-19'),
      incident('b', '2018-05-04'),
      incident('a', '2018-05-04'),
      incident('resolved', '2018-06-01', 'A supplier calls', 'resolved'),
    ]);
    expect(found.map(({ ID, title }) => `${ID}: ${title}`)).toEqual([
      '1: 4 May 2018',
      '2: 4 May 2018 (2)',
      '3: 19 Mar 2019',
    ]);
  });

  test('tell what was first heard, ask, and lead to the replay', () => {
    const [found] = wheel([
      incident('2018/fax', '2018-05-04', 'A <script>alert(1)</script> & "nothing" on the fax'),
    ]);
    const game = shown(found as WheelIncident);
    expect(game.textContent).toMatchInlineSnapshot(
      `"4 May 201808:25 (UTC): A <script>alert(1)</script> & "nothing" on the faxWhat would you check? Whom would you tell? What would you try?How it went on"`,
    );
    expect(game.querySelector('script')).toBe(null);
    expect(game.querySelector('a')?.getAttribute('href')).toBe(
      'https://kb.example/kb/postmortems/2018/fax/replay/',
    );
  });

  test('lead nowhere where the site has no address', () => {
    const [found] = wheel([incident('fax', '2018-05-04')], null);
    expect(shown(found as WheelIncident).querySelector('a')).toBe(null);
  });
});
