import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import type { History, ImprovementHistory } from '../../src/core/history/history.ts';
import { historyOf } from '../../src/core/history/tell.ts';
import { type HistoryOptions, readHistory } from '../../src/workspace/git-history.ts';
import { load } from '../../src/workspace/load.ts';
import { root } from '../support/build-site.ts';
import {
  newRepository,
  removeTemporaryFolders,
  repositoryIn,
  runGit,
  type TestRepository,
  temporaryFolder,
} from '../support/repository.ts';

afterAll(removeTemporaryFolders);

/** A postmortem with these lines under Detect. */
function postmortem(...lines: string[]): string {
  return `---
title: The queue
status: open
severity: 1
---

## Summary

Messages waited, and nobody saw it until a customer called.

## Detect

${lines.join('\n')}

## Prevent

- A second provider
`;
}

const queue = 'content/postmortems/queue.mdx';

async function historyIn(content: string, options: Partial<HistoryOptions> = {}): Promise<History> {
  const { catalog } = load({ root, content, siteUrl: null, basePath: '/' });
  return historyOf(await readHistory({ content }, { cache: null, ...options }), catalog);
}

/** The moves as lines, `2026-02-01 due 2026-03-01 -> 2026-04-01`. */
function lines(history: ImprovementHistory | undefined): string[] {
  return (history?.moves ?? []).map(({ on, field, from, to }) => `${on} ${field} ${from} -> ${to}`);
}

async function one(
  { content }: TestRepository,
  id = 'queue#watch-the-queue',
): Promise<ImprovementHistory | undefined> {
  return (await historyIn(content)).improvements.get(id);
}

describe('an improvement', () => {
  test('appeared in a commit, and its date moved in two others', async () => {
    const repository = newRepository();
    repository.commit('2026-01-05', { [queue]: postmortem('- [ ] Watch the queue @ana due:2026-02-01') });
    const first = repository.commit('2026-01-20', {
      [queue]: postmortem('- [ ] Watch the queue @ana due:2026-03-01'),
    });
    repository.commit('2026-02-10', { 'content/other.txt': 'Nothing to do with it.' });
    const second = repository.commit('2026-02-27', {
      [queue]: postmortem('- [ ] Watch the queue @ana due:2026-05-06'),
    });
    expect(await one(repository)).toEqual({
      appearedOn: '2026-01-05',
      moves: [
        { field: 'due', from: '2026-02-01', to: '2026-03-01', on: '2026-01-20', commit: first },
        { field: 'due', from: '2026-03-01', to: '2026-05-06', on: '2026-02-27', commit: second },
      ],
      // From 1 February to 6 May: 28 days of February, 31 of March, 30 of April, 5 of May.
      due: { times: 2, days: 94, since: '2026-01-05' },
      handovers: 0,
    });
  });

  test('went from one owner to another', async () => {
    const repository = newRepository();
    repository.commit('2026-01-05', { [queue]: postmortem('- [ ] Watch the queue') });
    repository.commit('2026-01-06', { [queue]: postmortem('- [ ] Watch the queue @ana') });
    repository.commit('2026-01-09', { [queue]: postmortem('- [ ] Watch the queue @sam') });
    const history = await one(repository);
    expect(lines(history)).toEqual(['2026-01-06 owner null -> ana', '2026-01-09 owner ana -> sam']);
    expect(history).toMatchObject({ due: null, handovers: 1 });
  });

  test('keeps its past where its file is renamed, and renamed back with another change', async () => {
    const repository = newRepository();
    const at = (due: string): string => postmortem(`- [ ] Watch the queue @ana due:${due}`);
    repository.commit('2026-01-05', { [queue]: at('2026-02-01') });
    repository.commit('2026-01-06', {
      [queue]: null,
      'content/postmortems/2026/lines.mdx': at('2026-02-01'),
    });
    repository.commit('2026-01-07', {
      'content/postmortems/2026/lines.mdx': null,
      [queue]: at('2026-02-08'),
    });
    const history = await one(repository);
    expect(history?.appearedOn).toBe('2026-01-05');
    expect(lines(history)).toEqual(['2026-01-07 due 2026-02-01 -> 2026-02-08']);
  });

  test('keeps its past where the whole content folder was somewhere else', async () => {
    const repository = newRepository();
    repository.commit('2026-01-05', {
      'docs/incidents/queue.mdx': postmortem('- [ ] Watch the queue due:2026-02-01'),
    });
    repository.commit('2026-01-06', {
      'docs/incidents/queue.mdx': postmortem('- [ ] Watch the queue due:2026-02-03'),
    });
    repository.commit('2026-01-07', {
      'docs/incidents/queue.mdx': null,
      [queue]: postmortem('- [ ] Watch the queue due:2026-02-03'),
    });
    const history = await one(repository);
    expect(history?.appearedOn).toBe('2026-01-05');
    expect(lines(history)).toEqual(['2026-01-06 due 2026-02-01 -> 2026-02-03']);
  });

  test('keeps its past where it is reworded, and where only the file on disk is', async () => {
    const repository = newRepository();
    repository.commit('2026-01-05', { [queue]: postmortem('- [ ] Watch the queue due:2026-02-01') });
    repository.commit('2026-01-06', { [queue]: postmortem('- [ ] Watch the queues due:2026-02-02') });
    writeFileSync(join(repository.folder, queue), postmortem('- [ ] Watch all queues due:2026-02-09'));
    expect(lines(await one(repository, 'queue#watch-all-queues'))).toEqual([
      '2026-01-06 due 2026-02-01 -> 2026-02-02',
    ]);
  });

  test('goes on where its file was deleted and brought back', async () => {
    const repository = newRepository();
    repository.commit('2026-01-05', { [queue]: postmortem('- [ ] Watch the queue due:2026-02-01') });
    repository.commit('2026-01-06', { [queue]: null });
    repository.commit('2026-01-08', { [queue]: postmortem('- [ ] Watch the queue due:2026-02-03') });
    const history = await one(repository);
    expect(history?.appearedOn).toBe('2026-01-05');
    expect(lines(history)).toEqual(['2026-01-08 due 2026-02-01 -> 2026-02-03']);
  });

  test('moves on the day of the merge that brought it to the main line, once', async () => {
    const repository = newRepository();
    repository.commit('2026-01-05', { [queue]: postmortem('- [ ] Watch the queue due:2026-02-01') });
    repository.git('checkout', '--quiet', '-b', 'branch');
    repository.commit('2026-01-06', { [queue]: postmortem('- [ ] Watch the queue due:2026-02-02') });
    repository.commit('2026-01-07', { [queue]: postmortem('- [ ] Watch the queue due:2026-02-08') });
    repository.git('checkout', '--quiet', 'main');
    repository.commit('2026-01-08', { 'content/postmortems/other.mdx': postmortem('- [ ] Another') });
    runGit(repository.folder, ['merge', '--quiet', '--no-ff', '--message', 'Merge', 'branch'], '2026-01-09');
    expect(lines(await one(repository))).toEqual(['2026-01-09 due 2026-02-01 -> 2026-02-08']);
  });

  test('is told in days of the zone in the settings', async () => {
    const repository = newRepository();
    repository.commit('2026-01-05', {
      [queue]: postmortem('- [ ] Watch the queue'),
      // Noon in UTC is one o'clock of the next day there.
      'content/settings.yaml': 'timezone: Pacific/Auckland\n',
    });
    expect((await one(repository))?.appearedOn).toBe('2026-01-06');
  });

  test('is read whatever its file is called and however its lines end', async () => {
    const repository = newRepository();
    const strange = 'content/postmortems/"é\n@0 1\n:.mdx';
    const windows = postmortem('- [ ] Watch the queue due:2026-02-01').replaceAll('\n', '\r\n');
    repository.commit('2026-01-05', {
      [strange]: windows,
      'content/postmortems/zeros.mdx': Buffer.alloc(64),
    });
    repository.commit('2026-01-06', { [strange]: null, [queue]: windows.replace('02-01', '02-02') });
    expect(lines(await one(repository))).toEqual(['2026-01-06 due 2026-02-01 -> 2026-02-02']);
  });

  test('is not read through a symbolic link, nor from a file that is too large', async () => {
    const repository = newRepository();
    const large = postmortem('- [ ] Watch the queue due:2026-02-02', 'x'.repeat(2_000_000));
    repository.commit('2026-01-05', { [queue]: postmortem('- [ ] Watch the queue due:2026-02-01') });
    repository.commit('2026-01-06', { [queue]: large });
    symlinkSync('queue.mdx', join(repository.folder, 'content/postmortems/link.mdx'));
    repository.commit('2026-01-07', { [queue]: postmortem('- [ ] Watch the queue due:2026-02-03') });
    const { tracks } = await readHistory({ content: repository.content }, { cache: null });
    expect([...tracks.keys()]).toEqual([queue]);
    expect(lines(await one(repository))).toEqual(['2026-01-07 due 2026-02-01 -> 2026-02-03']);
  });
});

describe('the history of', () => {
  function threeCommits(): TestRepository {
    const repository = newRepository();
    for (const [day, due] of [
      ['2026-01-05', '2026-02-01'],
      ['2026-01-06', '2026-02-02'],
      ['2026-01-07', '2026-02-03'],
    ] as const)
      repository.commit(day, { [queue]: postmortem(`- [ ] Watch the queue due:${due}`) });
    return repository;
  }

  test('a shallow clone goes back to its first commit, and says so', async () => {
    const folder = temporaryFolder();
    runGit(folder, ['clone', '--quiet', '--depth=2', `file://${threeCommits().folder}`, 'clone']);
    const { coverage, improvements } = await historyIn(join(folder, 'clone/content'));
    expect(coverage).toEqual({ kind: 'shallow', since: '2026-01-06' });
    const history = improvements.get('queue#watch-the-queue');
    expect(history).toMatchObject({ appearedOn: null, due: { times: 1, days: 1, since: null } });
    expect(lines(history)).toEqual(['2026-01-07 due 2026-02-02 -> 2026-02-03']);
  });

  test('a shallow clone that was made deeper is read anew', async () => {
    const folder = temporaryFolder();
    const cache = { folder: join(folder, 'cache'), code: 'a' };
    runGit(folder, ['clone', '--quiet', '--depth=1', `file://${threeCommits().folder}`, 'clone']);
    const content = join(folder, 'clone/content');
    expect((await historyIn(content, { cache })).coverage).toEqual({ kind: 'shallow', since: '2026-01-07' });
    runGit(join(folder, 'clone'), ['fetch', '--quiet', '--unshallow']);
    const { coverage, improvements } = await historyIn(content, { cache });
    expect(coverage).toEqual({ kind: 'whole' });
    expect(improvements.get('queue#watch-the-queue')?.moves).toHaveLength(2);
  });

  test('a clone that leaves the texts away tells nothing, and fetches nothing', async () => {
    const folder = temporaryFolder();
    const origin = threeCommits();
    origin.git('config', 'uploadpack.allowFilter', 'true');
    runGit(folder, ['clone', '--quiet', '--filter=blob:none', `file://${origin.folder}`, 'clone']);
    const { coverage, improvements } = await historyIn(join(folder, 'clone/content'));
    expect(coverage).toEqual({ kind: 'none', reason: 'partial-clone' });
    expect(improvements.size).toBe(0);
  });

  test('a repository inside of another is its own', async () => {
    const outer = newRepository();
    const inner = repositoryIn(join(outer.folder, 'inner'));
    mkdirSync(inner.content, { recursive: true });
    inner.git('init', '--quiet');
    inner.commit('2026-01-05', { [queue]: postmortem('- [ ] Watch the queue') });
    outer.commit('2026-03-05', {});
    expect((await one(inner))?.appearedOn).toBe('2026-01-05');
  });

  test('a content folder that is a repository', async () => {
    const repository = repositoryIn(temporaryFolder());
    repository.git('init', '--quiet');
    repository.commit('2026-01-05', { 'postmortems/queue.mdx': postmortem('- [ ] Watch the queue') });
    const { improvements } = await historyIn(repository.folder);
    expect(improvements.get('queue#watch-the-queue')?.appearedOn).toBe('2026-01-05');
  });

  test('a repository that says how git is to print', async () => {
    const repository = threeCommits();
    for (const [name, value] of [
      ['color.ui', 'always'],
      ['diff.renames', 'false'],
      ['diff.external', '/bin/false'],
      ['diff.relative', 'true'],
      ['diff.noprefix', 'true'],
      ['log.follow', 'true'],
      ['log.showSignature', 'true'],
      ['log.showRoot', 'false'],
      ['log.diffMerges', 'off'],
      ['log.date', 'relative'],
      ['format.pretty', 'oneline'],
      ['core.quotePath', 'true'],
      ['core.pager', '/bin/false'],
      ['core.fsmonitor', '/bin/false'],
    ] as const)
      repository.git('config', name, value);
    const history = await one(repository);
    expect(history?.appearedOn).toBe('2026-01-05');
    expect(history?.moves).toHaveLength(2);
  });
});

describe('without history', () => {
  /** A stand-in for git. */
  function program(script: string): string {
    const file = join(temporaryFolder(), 'git');
    writeFileSync(file, `#!/bin/sh\n${script}\n`);
    chmodSync(file, 0o755);
    return file;
  }
  const empty = (): string => {
    const { content } = newRepository();
    return content;
  };
  const untracked = (): string => {
    const repository = newRepository();
    repository.commit('2026-01-05', { 'README.md': 'Words.', '.gitignore': 'content\n' });
    mkdirSync(join(repository.content, 'postmortems'));
    return repository.content;
  };
  const bare = (): string => {
    const folder = temporaryFolder();
    runGit(folder, ['init', '--quiet', '--bare']);
    return folder;
  };

  test.each([
    ['a folder without a repository', temporaryFolder, {}, 'no-repository'],
    ['a bare repository', bare, {}, 'no-repository'],
    ['a repository without a commit', empty, {}, 'no-commits'],
    ['content that no commit holds', untracked, {}, 'no-commits'],
    ['a machine without git', empty, { program: 'no-such-git' }, 'no-git'],
    [
      'a repository of somebody else',
      empty,
      { program: program(`echo "fatal: detected dubious ownership in repository at '/x'" >&2; exit 128`) },
      'not-trusted',
    ],
    ['a git that fails', empty, { program: program('exit 3') }, 'failed'],
    ['a git that talks nonsense', empty, { program: program('echo perhaps') }, 'failed'],
    ['a git that never ends', empty, { program: program('exec sleep 60'), timeout: 200 }, 'failed'],
  ] as const)('%s: a reason, and no error', async (_, content, options, reason) => {
    const { coverage, improvements } = await historyIn(content(), options);
    expect(coverage).toEqual({ kind: 'none', reason });
    expect(improvements.size).toBe(0);
  });

  describe('of the repository', () => {
    afterEach(() => {
      delete process.env['GIT_DIR'];
      delete process.env['GIT_INDEX_FILE'];
    });

    test('whose hook runs us, the content has its own', async () => {
      const repository = newRepository();
      repository.commit('2026-01-05', { [queue]: postmortem('- [ ] Watch the queue') });
      process.env['GIT_DIR'] = join(newRepository().folder, '.git');
      process.env['GIT_INDEX_FILE'] = '/nowhere';
      expect((await one(repository))?.appearedOn).toBe('2026-01-05');
    });
  });
});

describe('the cache', () => {
  function story(): {
    repository: TestRepository;
    cache: { folder: string; code: string };
    move(day: string, due: string): void;
  } {
    const repository = newRepository();
    return {
      repository,
      cache: { folder: join(temporaryFolder(), 'cache'), code: 'a' },
      move: (day, due) =>
        void repository.commit(day, { [queue]: postmortem(`- [ ] Watch the queue due:${due}`) }),
    };
  }
  const cold = (content: string) => readHistory({ content }, { cache: null });

  test('gives the same as git, with and without new commits', async () => {
    const { repository, cache, move } = story();
    const { content } = repository;
    move('2026-01-05', '2026-02-01');
    move('2026-01-06', '2026-02-02');
    const first = await cold(content);
    expect(await readHistory({ content }, { cache })).toEqual(first);
    expect(await readHistory({ content }, { cache })).toEqual(first);
    move('2026-01-07', '2026-02-03');
    const second = await cold(content);
    expect(second).not.toEqual(first);
    expect(await readHistory({ content }, { cache })).toEqual(second);
  });

  test('is what is asked where nothing is new', async () => {
    const { repository, cache, move } = story();
    const { content } = repository;
    move('2026-01-05', '2026-02-01');
    await readHistory({ content }, { cache });
    const [name = ''] = readdirSync(cache.folder);
    const file = join(cache.folder, name);
    writeFileSync(file, readFileSync(file, 'utf8').replace('2026-02-01', '2031-02-01'));
    const { tracks } = await readHistory({ content }, { cache });
    expect(tracks.get(queue)?.[0]?.due).toBe('2031-02-01');
    // Other code may read the same commits otherwise.
    const other = await readHistory({ content }, { cache: { ...cache, code: 'b' } });
    expect(other.tracks.get(queue)?.[0]?.due).toBe('2026-02-01');
  });

  test.each([
    [
      'brings files from elsewhere',
      (repository: TestRepository) => {
        const text = postmortem('- [ ] Look at the alarms due:2026-02-01');
        repository.commit('2026-01-08', { 'old/alarms.mdx': text });
        repository.commit('2026-01-09', {
          'old/alarms.mdx': null,
          'content/postmortems/2026-alarms.mdx': text.replace('02-01', '02-02'),
        });
      },
    ],
    ['is rewritten', (repository: TestRepository) => repository.git('reset', '--quiet', '--hard', 'HEAD~1')],
    [
      'goes on from another line',
      (repository: TestRepository) => {
        // The commit that was read last is only the second parent of the next one.
        const tip = repository.git('rev-parse', 'HEAD');
        repository.git('reset', '--quiet', '--hard', 'HEAD~1');
        repository.commit('2026-01-08', { 'README.md': 'Words.' });
        runGit(repository.folder, ['merge', '--quiet', '--no-ff', '--message', 'Merge', tip], '2026-01-09');
      },
    ],
  ])('gives the same as git where history %s', async (_, change) => {
    const { repository, cache, move } = story();
    const { content } = repository;
    move('2026-01-05', '2026-02-01');
    move('2026-01-06', '2026-02-02');
    await readHistory({ content }, { cache });
    change(repository);
    const truth = await cold(content);
    expect(await readHistory({ content }, { cache })).toEqual(truth);
    expect(await readHistory({ content }, { cache })).toEqual(truth);
  });

  test.each(['', '{', '[]', '{"head":"x"}'])('is made anew where it says %j', async (text) => {
    const { repository, cache, move } = story();
    const { content } = repository;
    move('2026-01-05', '2026-02-01');
    const first = await readHistory({ content }, { cache });
    const [name = ''] = readdirSync(cache.folder);
    writeFileSync(join(cache.folder, name), text);
    expect(await readHistory({ content }, { cache })).toEqual(first);
    expect(readFileSync(join(cache.folder, name), 'utf8')).toContain('watch-the-queue');
    expect(readdirSync(cache.folder)).toEqual([name]);
  });

  test('that can not be written costs nothing', async () => {
    const { repository, cache, move } = story();
    move('2026-01-05', '2026-02-01');
    writeFileSync(cache.folder, 'A file where the folder would be.');
    const { tracks } = await readHistory({ content: repository.content }, { cache });
    expect(tracks.size).toBe(1);
    rmSync(cache.folder);
  });
});
