import { describe, expect, test } from 'vitest';
import { type Change, follow, type Track, type Tracks } from '../../../src/core/history/follow.ts';
import type { Written } from '../../../src/core/history/written.ts';
import { improvementOf } from '../../support/sample-catalog.ts';

/** A version of a file is its blob's name: `Watch the queue/ana/1, Another`: titles, owners, and days of February. */
function versionOf(blob: string): readonly Written[] | null {
  if (blob === 'unreadable') return null;
  return blob
    .split(', ')
    .filter(Boolean)
    .map((item) => {
      const [title = '', owner = '', day = ''] = item.split('/');
      return {
        ...improvementOf({ title, owner: owner || null }),
        due: /^\d$/.test(day) ? `2026-02-0${day}` : null,
        reported: day === '?' ? ['due' as const] : [],
      };
    });
}

const wrote = (path: string, blob: string, from: string | null = null): Change => ({
  kind: 'written',
  path,
  from,
  blob,
});
const removed = (path: string): Change => ({ kind: 'removed', path });

/** Follows commits, one each hundred seconds; the first begins a shallow clone where `shallow` says so. */
function followed(commits: Change[][], shallow = false): Tracks {
  const tracks: Tracks = new Map();
  follow(
    tracks,
    commits.map((changes, at) => ({
      hash: `${at}`.repeat(40),
      at: at * 100,
      begins: shallow && at === 0,
      changes,
    })),
    versionOf,
  );
  return tracks;
}

/** `Watch the queue from 0: due 1 -> 2 at 100; gone` */
function told({ title, appeared, moves, gone }: Track): string {
  const day = (value: string | null): string | null => value?.replace('2026-02-0', '') ?? null;
  const steps = moves.map(({ field, from, to, at }) => `${field} ${day(from)} -> ${day(to)} at ${at}`);
  return [`${title} from ${appeared}`, ...steps, ...(gone ? ['gone'] : [])].join('; ');
}

function story(commits: Change[][], shallow = false): Record<string, string[]> {
  return Object.fromEntries(
    [...followed(commits, shallow)].map(([path, tracks]) => [path, tracks.map(told)]),
  );
}

describe('a track', () => {
  test.each<[string, Change[][], Record<string, string[]>]>([
    [
      'begins with the commit that has it',
      [[wrote('a', 'A//1')], [wrote('a', 'A//1, B')]],
      { a: ['A from 0', 'B from 100'] },
    ],
    [
      'remembers every move',
      [[wrote('a', 'A/ana/1')], [wrote('a', 'A/sam/2')], [wrote('a', 'A/sam/1')]],
      { a: ['A from 0; due 1 -> 2 at 100; owner ana -> sam at 100; due 2 -> 1 at 200'] },
    ],
    [
      'passes over a slip in a word',
      [[wrote('a', 'A//1')], [wrote('a', 'A//?')], [wrote('a', 'A//1')]],
      { a: ['A from 0'] },
    ],
    [
      'passes over a version nobody can read',
      [[wrote('a', 'A//1')], [wrote('a', 'unreadable')], [wrote('a', 'A//2')]],
      { a: ['A from 0; due 1 -> 2 at 200'] },
    ],
    ['ends with its line', [[wrote('a', 'A, B')], [wrote('a', 'B')]], { a: ['B from 0', 'A from 0; gone'] }],
    [
      'goes on where its line comes back',
      [[wrote('a', 'A//1')], [wrote('a', '')], [wrote('a', 'A//2')]],
      { a: ['A from 0; due 1 -> 2 at 200'] },
    ],
    ['ends with its file', [[wrote('a', 'A')], [removed('a')]], { a: ['A from 0; gone'] }],
    [
      'goes on where its file comes back',
      [[wrote('a', 'A')], [removed('a')], [wrote('a', 'A')]],
      { a: ['A from 0'] },
    ],
    [
      'follows a renamed file',
      [[wrote('a', 'A//1')], [wrote('b', 'A//2', 'a')]],
      { b: ['A from 0; due 1 -> 2 at 100'] },
    ],
    [
      'follows two files that take each other’s name',
      [
        [wrote('a', 'A'), wrote('b', 'B')],
        [wrote('b', 'A', 'a'), wrote('a', 'B', 'b')],
      ],
      { b: ['A from 0'], a: ['B from 0'] },
    ],
    [
      'is another one in another file',
      [[wrote('a', 'A')], [removed('a'), wrote('b', 'A')]],
      { a: ['A from 0; gone'], b: ['A from 100'] },
    ],
    [
      'takes the words of a rewording',
      [[wrote('a', 'Watch queue//1')], [wrote('a', 'Watch queues//2')]],
      { a: ['Watch queues from 0; due 1 -> 2 at 100'] },
    ],
  ])('%s', (_, commits, expected) => {
    expect(story(commits)).toEqual(expected);
  });

  test('has no known beginning where a shallow clone has it from the first', () => {
    expect(story([[wrote('a', 'A')], [wrote('a', 'A, B')]], true)).toEqual({
      a: ['A from null', 'B from 100'],
    });
  });

  test('survives being kept as JSON between two readings', () => {
    const commits: Change[][] = [[wrote('a', 'A//1, B')], [wrote('a', 'A//2')], [wrote('a', 'A//3, B')]];
    const kept: Tracks = new Map(JSON.parse(JSON.stringify([...followed(commits.slice(0, 2))])));
    follow(kept, [{ hash: '2'.repeat(40), at: 200, begins: false, changes: commits[2] ?? [] }], versionOf);
    expect(kept).toEqual(followed(commits));
  });
});
