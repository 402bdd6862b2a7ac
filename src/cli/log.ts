import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '../core/catalog/settings.ts';
import { readDocument } from '../core/document/read-document.ts';
import { plainLines } from '../core/incident/entry-text.ts';
import { type LoggedTime, readLoggedTime, timeOfNow } from '../core/incident/entry-time.ts';
import { insertEntry } from '../core/incident/insert-entry.ts';
import { dateOfName } from '../core/postmortem/read-postmortem.ts';
import { printable } from '../core/report/printable.ts';
import { isZone } from '../core/time/zones.ts';
import { readTimeline } from '../core/timeline/read-timeline.ts';
import { changeFile, contentText } from '../workspace/change-file.ts';
import { currentInstant } from '../workspace/clock.ts';
import { type FoundPostmortem, findPostmortem } from '../workspace/find-postmortem.ts';
import { type Project, UsageError } from '../workspace/project.ts';
import { diffText } from './diff.ts';
import { orRefused, tellFindings } from './incident-report.ts';
import { type LogOptions, logOptions, logUsage } from './log-options.ts';
import type { Terminal } from './terminal.ts';

/** A log of this length belongs into a file of its own. */
const longestText = 20_000;

/**
 * Adds an entry to a timeline.
 *
 * @returns 0 when it is written, 2 where it can't be; nothing is changed then.
 * @throws UsageError where the call can't be understood.
 */
export async function logCommand(
  project: Project,
  args: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const now = currentInstant();
  const options = logOptions(args);
  if (options === null) {
    terminal.out(logUsage);
    return 0;
  }
  return orRefused(terminal, () => log(project, options, now, terminal));
}

async function log(project: Project, options: LogOptions, now: number, terminal: Terminal): Promise<number> {
  const found = findPostmortem(project, options.id);
  const text = options.text ?? (await terminal.piped());
  if (plainLines(text).join('') === '')
    throw new UsageError('What happened is empty, so there is nothing to write.');
  if (text.length > longestText)
    throw new UsageError(
      `This is ${text.length.toLocaleString('en')} characters long; an entry has at most ${longestText.toLocaleString('en')}. Put the log into a file beside the postmortem, link to it under Artifacts, and log what it shows.`,
    );
  const settingsZone = zoneOfSettings(project);
  const insert = (before: string) => insertion(before, found, { ...options, text }, settingsZone, now);

  if (options.dryRun) {
    const before = contentText(project, found.path);
    terminal.out(diffText(found.file, before, insert(before).text, terminal.paint));
    return 0;
  }
  const { line, written } = await changeFile(project, found.path, insert);
  terminal.out(
    `${terminal.paint.green('✔')} ${terminal.paint.cyan(`${found.file}:${line}`)}\n${printable(written)}`,
  );
  await tellFindings(project, found, terminal);
  return 0;
}

function insertion(
  before: string,
  { id, file }: FoundPostmortem,
  { at, labels, text, evenIfReviewed }: LogOptions & { text: string },
  settingsZone: string,
  now: number,
) {
  const document = readDocument(before);
  const facts = document.frontMatter;
  if (facts === null)
    throw new UsageError(
      `The front matter of ${file} can't be read, so its time zone is not known. Mend it first: npm run check -- ${file}`,
    );
  if (facts['status'] === 'reviewed' && !evenIfReviewed)
    throw new UsageError(
      `${file} is reviewed: the meeting was held, and its timeline stands. To add to it all the same, say --even-if-reviewed`,
    );
  const zone = facts['timezone'];
  if (zone !== undefined && !(typeof zone === 'string' && isZone(zone)))
    throw new UsageError(`${file} names a time zone that is none. Mend it first: npm run check -- ${file}`);
  const context = { timezone: zone ?? settingsZone, fileDate: dateOfName(id) };
  const section = document.sections.find(({ slug }) => slug === 'timeline');
  const latest =
    section && readTimeline(section, { ...context, source: document.source }).timeline.entries.at(-1);
  const time: LoggedTime | { problem: string } =
    at === null
      ? timeOfNow(context.timezone, now, latest?.time.start ?? null)
      : readLoggedTime(at, context.timezone, now);
  if ('problem' in time) throw new UsageError(`--at: ${time.problem}`);
  const result = insertEntry(before, { time, labels, text }, context);
  if (result.kind === 'refused')
    throw new UsageError(`${file}:${result.line}: ${result.why} Nothing was changed.`);
  return result;
}

function zoneOfSettings(project: Project): string {
  const path = join(project.content, 'settings.yaml');
  const { value, problems } = readSettings(existsSync(path) ? contentText(project, path) : null);
  if (problems.some(({ severity }) => severity === 'error'))
    throw new UsageError(
      'settings.yaml has mistakes, so the time zone is not known. Mend it first: npm run check',
    );
  return value.timezone;
}
