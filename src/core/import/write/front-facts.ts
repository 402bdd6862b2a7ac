import { factProblem } from '../../skeleton/judge.ts';
import { scalar } from '../../skeleton/skeleton.ts';
import type { ImportContext, Imported, ImportedDetail, ImportNote, Origin } from '../imported.ts';
import { levelOf } from './severity.ts';

/** A line of front matter, and what of the source it says. */
export interface FactLine {
  line: string;
  from: { origin: Origin; what: string } | null;
}

export interface FrontFacts {
  title: string;
  lines: FactLine[];
  /** Facts that the front matter can't hold. */
  details: ImportedDetail[];
  notes: ImportNote[];
}

/** The front matter of the result. What the source says and ours has no word for stands beside it, or comes back as details. */
export function frontFacts(
  { facts, source }: Imported,
  status: 'open' | 'resolved',
  zone: string,
  context: ImportContext,
): FrontFacts {
  const { settings, systems } = context.catalog;
  const details: ImportedDetail[] = [];
  const notes: ImportNote[] = [];
  const keep = (name: string, value: string, origin: Origin): void => {
    details.push({ name, value: [{ type: 'text', value }], origin });
  };
  const fits = (key: string, value: unknown): boolean => factProblem(key, value, settings) === null;

  const named = source
    .replace(/^.*\//, '')
    .replace(/\.\w+$/, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  const found = facts.title?.value.replace(/\s+/g, ' ').trim() ?? '';
  const title =
    [found, found.slice(0, 200).toWellFormed(), named].find((text) => fits('title', text)) ??
    'Imported incident';
  if (facts.title !== null && title !== found) keep('Title', found, facts.title.origin);
  if (found === '')
    notes.push({
      message: 'The source has no title.',
      hint: `It is called "${title}" for now; write what people call the incident.`,
      origin: null,
    });
  const lines: FactLine[] = [
    {
      line: `title: ${scalar(title)}`,
      from: facts.title && { origin: facts.title.origin, what: 'the title' },
    },
    { line: `status: ${status}`, from: facts.status && { origin: facts.status.origin, what: 'the status' } },
    severityLine(facts.severity, context, notes),
  ];

  const known: { id: string; written: string; origin: Origin }[] = [];
  for (const { value, origin } of facts.systems) {
    const word = value.trim().toLowerCase();
    const system = systems.find(({ id, name }) => id.toLowerCase() === word || name.toLowerCase() === word);
    if (system === undefined) keep('System', value, origin);
    else if (!known.some(({ id }) => id === system.id)) known.push({ id: system.id, written: value, origin });
  }
  const [first] = known;
  if (first !== undefined)
    lines.push({
      line: `systems: [${known.map(({ id }) => scalar(id)).join(', ')}]${noted(
        known.map(({ written }) => written),
        known.map(({ id }) => id),
      )}`,
      from: { origin: first.origin, what: 'the systems' },
    });
  if (facts.raisedBy !== null)
    lines.push({
      line: `raisedBy: ${facts.raisedBy.value}`,
      from: { origin: facts.raisedBy.origin, what: 'who raised it' },
    });
  const tags = facts.tags.filter(({ value }, at) => {
    if (facts.tags.findIndex((other) => other.value === value) !== at) return false;
    const isTag = fits('tags', [value]) && value !== 'TBD';
    if (!isTag) keep('Tag', value, facts.tags[at]?.origin ?? { kind: 'path', path: source });
    return isTag;
  });
  const [tag] = tags;
  if (tag !== undefined)
    lines.push({
      line: `tags: [${tags.map(({ value }) => scalar(value).replace(/^([^"'].*[,[\]{}].*)$/, (text) => JSON.stringify(text))).join(', ')}]`,
      from: { origin: tag.origin, what: 'the tags' },
    });
  if (zone !== settings.timezone)
    lines.push({
      line: `timezone: ${zone}`,
      from: facts.timezone && { origin: facts.timezone.origin, what: 'the zone of its times' },
    });
  return { title, lines, details, notes };
}

function severityLine(
  severity: Imported['facts']['severity'],
  { catalog: { settings }, given }: ImportContext,
  notes: ImportNote[],
): FactLine {
  const { severities } = settings;
  const from = severity && { origin: severity.origin, what: `the severity ${severity.value}` };
  const level = given.severity ?? (severity === null ? null : levelOf(severity.value, severities));
  if (level !== null)
    return {
      line: `severity: ${level}${severity === null ? '' : noted([severity.value], [String(level)])}`,
      from,
    };
  const mildest = severities.at(-1)?.level ?? 1;
  const asked = severity === null ? 'the source says none' : `${severity.value} in the source`;
  notes.push({
    message:
      severity === null
        ? 'The source says no severity.'
        : `The severity ${severity.value} is none of your levels: ${severities.map(({ level: own, name }) => `${own} (${name})`).join(', ')}.`,
    hint: `severity: ${mildest} is a place holder. Write the level it had.`,
    origin: severity?.origin ?? null,
  });
  return { line: `severity: ${mildest} # TBD: ${oneLine(asked)}`, from };
}

/** The source's own words as a comment of YAML, where they are others than ours. */
function noted(written: readonly string[], ours: readonly string[]): string {
  const others = written.filter((word) => !ours.includes(word.trim()));
  return others.length === 0 ? '' : ` # ${oneLine(others.join(', '))} in the source`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
