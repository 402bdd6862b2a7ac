import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readSettings } from '../core/catalog/settings.ts';
import { settingsText, systemsText, withoutSample } from '../core/skeleton/own-content.ts';
import { isZone } from '../core/time/zones.ts';
import { refreshWorkspace } from '../workspace/current.ts';
import { displayPath, type Project, UsageError } from '../workspace/project.ts';
import { freezeSample, frozenSample, isAsShipped, removeShipped, sampleState } from '../workspace/sample.ts';
import { writeOver } from '../workspace/write-files.ts';
import { type InitOptions, initOptions, initUsage } from './init-options.ts';
import type { InitSituation } from './init-questions.ts';
import type { Terminal } from './terminal.ts';

/** Of those that write them, beside the postmortems. */
const ownFiles: ReadonlySet<string> = new Set(['people.yaml', 'on-duty.yaml']);

/** Everything that will be done, by paths below the content folder. */
interface Plan {
  /** `before` is the text that was read; null where there is no file. */
  writes: { path: string; before: string | null; text: string }[];
  removals: string[];
  /** What stays although it might be expected to go or to change, and why. */
  notes: string[];
}

/**
 * Makes the knowledge base somebody's own. Replaces and removes only files that are as they were shipped.
 *
 * @returns 0 when it is done, was only shown, or was not wanted.
 * @throws UsageError where the call can't be understood; nothing is changed then.
 */
export async function initCommand(
  project: Project,
  args: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const given = initOptions(args);
  if (given.help) {
    terminal.out(initUsage);
    return 0;
  }
  const situation = situationOf(project);
  for (const key of ['organisation', 'timezone'] as const) {
    const value = given[key];
    const wrong = value === null ? null : judge(key, value);
    if (wrong !== null) throw new UsageError(`--${key}: ${wrong}`);
  }
  const questions = terminal.keyboard === null || given.yes ? null : await import('./init-questions.ts');
  const options =
    questions === null || terminal.keyboard === null
      ? complete(given, situation)
      : await questions.askInit(given, situation, terminal.keyboard);
  const plan = planOf(project, options, situation);
  terminal.out(shown(project, plan, terminal));
  if (options.dryRun) return 0;
  const idle = plan.writes.length === 0 && plan.removals.length === 0;
  if (!idle) {
    if (questions !== null && terminal.keyboard !== null && !(await questions.askGo(terminal.keyboard))) {
      terminal.out('Nothing was changed.');
      return 0;
    }
    carryOut(project, plan, terminal);
  }
  terminal.out(next(project, terminal));
  return 0;
}

function situationOf(project: Project): InitSituation {
  const { asShipped } = sampleState(project);
  return {
    hasSample: asShipped.some((path) => path.startsWith('postmortems/')),
    hasHandbook: asShipped.some((path) => path.startsWith('handbook/')),
    freshSettings: isFresh(project, 'settings.yaml'),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    judge,
  };
}

function judge(key: 'organisation' | 'timezone', value: string): string | null {
  const line = JSON.stringify(value);
  const [problem] = readSettings(`${key}: ${line}\n`).problems;
  if (problem !== undefined) return [problem.message, problem.hint].filter(Boolean).join(' ');
  return key === 'timezone' && !isZone(value) ? `There is no time zone ${line}.` : null;
}

/** Without anybody to ask: what must be said is there, and the rest is the usual. */
function complete(given: InitOptions, { freshSettings, hasSample, zone }: InitSituation): InitOptions {
  const missing = [
    ...(freshSettings && given.organisation === null ? ['--organisation "Blue Door"'] : []),
    ...(hasSample && given.sample === null ? ['--remove-sample (or --keep-sample)'] : []),
    ...(freshSettings && given.sample !== 'keep' && given.timezone === null && !given.yes
      ? [`--timezone ${zone}`]
      : []),
  ];
  if (missing.length > 0)
    throw new UsageError(
      `Nobody is here to be asked, so please say it on the command line: ${missing.join(' ')}`,
    );
  return { ...given, timezone: given.timezone ?? zone };
}

function planOf(project: Project, options: InitOptions, situation: InitSituation): Plan {
  const { organisation, timezone, removeHandbook } = options;
  const plan: Plan = { writes: [], removals: [], notes: [] };
  const { asShipped, changed } = sampleState(project);
  const keep = options.sample === 'keep';
  if (situation.freshSettings && organisation !== null) {
    const before = textOf(project, 'settings.yaml');
    const text =
      keep && before !== null
        ? before.replace(/^organisation: .*/m, `organisation: ${JSON.stringify(organisation)}`)
        : settingsText({ organisation, timezone: timezone ?? 'UTC' });
    plan.writes.push({ path: 'settings.yaml', before, text });
  } else if (!situation.freshSettings)
    plan.notes.push(
      `${displayPath(project, join(project.content, 'settings.yaml'))} is yours and stays; organisation and zone are in it.`,
    );
  if (keep) return plan;

  if (isFresh(project, 'systems.yaml'))
    plan.writes.push({ path: 'systems.yaml', before: textOf(project, 'systems.yaml'), text: systemsText });
  for (const path of asShipped) {
    const handbook = path.startsWith('handbook/');
    if (handbook && !removeHandbook) {
      const page = readFileSync(join(project.content, path), 'utf8');
      const text = withoutSample(path, page);
      if (text !== page) plan.writes.push({ path, before: page, text });
    } else if (path !== 'settings.yaml' && path !== 'systems.yaml') plan.removals.push(path);
  }
  const mine = changed.filter((path) => path.startsWith('postmortems/') || ownFiles.has(path));
  if (mine.length > 0 && asShipped.length > 0)
    plan.notes.push(
      `You have changed ${mine.join(', ')}, so ${mine.length === 1 ? 'it stays' : 'they stay'}.`,
    );
  return plan;
}

function shown(project: Project, { writes, removals, notes }: Plan, { paint }: Terminal): string {
  const name = (path: string): string => displayPath(project, join(project.content, path));
  const [incidents, others] = [
    removals.filter((path) => path.startsWith('postmortems/')),
    removals.filter((path) => !path.startsWith('postmortems/')),
  ];
  const lines = [
    ...writes.map(({ path }) => `  ${paint.green('write')}   ${name(path)}`),
    ...(incidents.length === 0
      ? []
      : [
          `  ${paint.red('remove')}  ${incidents.length} ${incidents.length === 1 ? 'incident' : 'incidents'} of the sample, as they were shipped`,
        ]),
    ...others.map((path) => `  ${paint.red('remove')}  ${name(path)}`),
    ...notes.map((note) => `  ${paint.dim('keep')}    ${note}`),
  ];
  return lines.length === 0 ? 'There is nothing to do.' : lines.join('\n');
}

function carryOut(project: Project, { writes, removals }: Plan, terminal: Terminal): void {
  if (freezeSample(project))
    terminal.out(`\nThe sample lies in ${frozenSample}/ now, where the product's own tests read it.`);
  mkdirSync(join(project.content, 'postmortems'), { recursive: true });
  for (const { path, before, text } of writes) {
    const file = join(project.content, path);
    mkdirSync(dirname(file), { recursive: true });
    writeOver(project, file, before, text);
  }
  for (const path of removals)
    if (!removeShipped(project, path))
      terminal.error(
        `${displayPath(project, join(project.content, path))} has changed meanwhile, and stays.`,
      );
}

function next(project: Project, { paint }: Terminal): string {
  mkdirSync(join(project.content, 'postmortems'), { recursive: true });
  const { diagnostics } = refreshWorkspace(project);
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const settings = displayPath(project, join(project.content, 'settings.yaml'));
  return [
    '',
    ...(errors === 0
      ? []
      : [
          paint.bold(
            `${errors} ${errors === 1 ? 'line needs' : 'lines need'} a hand, since what they name is gone: npm run check`,
          ),
          '',
        ]),
    paint.bold('Next:'),
    `  ${settings}:1:1  severities, and where tickets and files are`,
    '  npm run new       your first incident; systems are added as you name them',
    '  npm start         the site',
  ].join('\n');
}

function isFresh(project: Project, path: string): boolean {
  return !existsSync(join(project.content, path)) || isAsShipped(project, path);
}

function textOf(project: Project, path: string): string | null {
  const file = join(project.content, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
