import { capitalized } from '../capitalized.ts';
import { targetOf } from '../catalog/target.ts';
import type { Place } from '../diagnostic.ts';
import { answersRisk } from '../improvement/answers-risk.ts';
import { isOpen, isOverdue } from '../improvement/backlog.ts';
import type { Idea } from '../improvement/improvement.ts';
import { factMeaning } from '../postmortem/facts-schema.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { daysBetween } from '../time/dates.ts';
import { durationText } from '../time/duration.ts';
import type { Durations } from '../timeline/timeline.ts';
import { type Mark, marks, sections } from '../vocabulary.ts';
import { dayText } from './days.ts';
import { mentionAt, postmortemAt } from './definition.ts';
import type { Library } from './library.ts';
import {
  labelMeanings,
  raisedByMeanings,
  sectionMeanings,
  stateMeanings,
  statusMeanings,
  triageMeanings,
  wordMeanings,
} from './meanings.ts';
import type { Mention } from './mentions.ts';
import type { Range } from './range.ts';

/** What an editor shows beside a word, as Markdown. */
export interface Hover {
  range: Range;
  markdown: string;
}

/** What the product knows of that which stands at a place; null where it has nothing to add. */
export function hoverAt(library: Library, path: string, place: Place): Hover | null {
  const mention = mentionAt(library, path, place);
  const markdown = mention === null ? null : told(library, path, mention);
  return mention === null || markdown === null ? null : { range: mention.range, markdown };
}

function told(library: Library, path: string, mention: Mention): string | null {
  const { catalog } = library;
  switch (mention.kind) {
    case 'system':
      return paragraphs(systemText(library, mention.name), tieText(library, path, mention)) || null;
    case 'person':
      return personText(library, mention.name);
    case 'severity': {
      const level = catalog.settings.severities.find((known) => known.level === mention.level);
      return level === undefined
        ? null
        : paragraphs(
            `**Severity ${level.level}: ${plain(level.name)}**`,
            level.meaning,
            level.policy,
            level.postmortem ? 'Asks for a postmortem.' : null,
          );
    }
    case 'section':
      return paragraphs(`**${sections[mention.slug].name}**`, sectionMeanings[mention.slug]);
    case 'label':
      return paragraphs(labelMeanings[mention.name as Mark], sinceStart(library, path, mention.name));
    case 'clock':
      return entryText(library, path, mention.range.start.line);
    case 'key':
      return factMeaning(mention.name);
    case 'value':
      return mention.key === 'reviewedOn'
        ? dayText(mention.value, library.today)
        : (({ ...statusMeanings, ...raisedByMeanings, ...triageMeanings } as Record<string, string>)[
            mention.value
          ] ?? null);
    case 'word':
      return wordText(library, mention.key, mention.value);
    case 'improvement':
      return wordMeanings.id;
    case 'link':
      return linkText(library, path, mention.url);
  }
}

function systemText({ catalog }: Library, name: string): string | null {
  const system = catalog.systems.find(({ id }) => id === name);
  if (system === undefined) return null;
  const incidents = catalog.postmortems.filter(({ facts }) => facts.systems.includes(name)).length;
  const { team, description, dependsOn } = system;
  return paragraphs(
    `**${plain(system.name)}**${team === null ? '' : ` · team ${plain(team)}`}`,
    description,
    dependsOn.length === 0 ? null : `Depends on ${dependsOn.map((id) => `\`${id}\``).join(', ')}.`,
    incidents === 1 ? '1 incident so far.' : `${incidents === 0 ? 'No' : incidents} incidents so far.`,
  );
}

/** At a risk what answers it, at an improvement beside it what that answers. */
function tieText(library: Library, path: string, { range, name }: Mention & { name: string }): string | null {
  const answer = postmortemAt(library, path)?.questions['other-areas-of-risk'];
  if (answer === undefined) return null;
  const isHere = ({ systemPlaces }: Pick<Idea, 'systemPlaces'>): boolean =>
    systemPlaces.some(
      ({ line, column }) => line === range.start.line && column + 'system:'.length === range.start.column,
    );
  const namesIt = ({ systems }: Pick<Idea, 'systems'>): boolean => systems.includes(name);
  const risk = answer.ideas.find(isHere);
  if (risk !== undefined) {
    const own = answer.improvements.filter((improvement) => answersRisk(improvement, risk));
    return own.length === 0 ? null : `Taken on for it: ${own.map(({ title }) => plain(title)).join('; ')}.`;
  }
  if (!answer.improvements.some(isHere)) return null;
  const risks = answer.ideas.filter(namesIt).map(({ text }) => plain(text));
  return risks.length === 0 ? 'No risk here names it.' : `Answers the risk: ${risks.join('; ')}.`;
}

function personText({ catalog, today }: Library, name: string): string | null {
  const person = catalog.people?.find(({ handle }) => handle === name);
  const owned = catalog.backlog.filter(({ improvement }) => improvement.owner === name);
  if (person === undefined && owned.length === 0) return null;
  const open = owned.filter(({ improvement }) => isOpen(improvement));
  const overdue = open.filter(({ improvement }) => isOverdue(improvement, today)).length;
  return paragraphs(
    person === undefined
      ? `**${plain(name)}**`
      : `**${plain(person.name)}**${person.team === null ? '' : ` · team ${plain(person.team)}`}`,
    `${open.length === 0 ? 'No' : open.length} open improvement${open.length === 1 ? '' : 's'}${overdue === 0 ? '' : `, ${overdue} overdue`}.`,
  );
}

function wordText({ today, catalog }: Library, key: string, value: string): string | null {
  if (key === 'status') return (stateMeanings as Record<string, string>)[value] ?? wordMeanings.status;
  if (key === 'ticket') {
    const { ticketUrl } = catalog.settings;
    const url = /^https?:/.test(value) ? value : ticketUrl?.replace('{id}', encodeURIComponent(value));
    return url === undefined ? wordMeanings.ticket : `[${plain(value)}](${url})`;
  }
  return paragraphs(dayText(value, today), wordMeanings[key as 'due']);
}

function linkText(library: Library, from: string, url: string): string | null {
  const target = targetOf(from, url);
  if (target.kind !== 'content' && target.kind !== 'here') return null;
  const path = target.kind === 'here' ? from : target.path;
  const postmortem = postmortemAt(library, path);
  if (postmortem !== null)
    return paragraphs(...factLines(library, postmortem), anchorText(library, path, target.anchor));
  const guide = library.catalog.handbook.find(({ id }) => path === `handbook/${id}.mdx`);
  return guide === undefined ? null : paragraphs(`**${plain(guide.title)}** · guide`, guide.description);
}

function factLines({ catalog }: Library, { facts, date, durations }: Postmortem): string[] {
  const level = catalog.settings.severities.find((known) => known.level === facts.severity);
  const parts: (readonly [keyof Durations, string])[] = [
    ['detect', 'detected'],
    ['respond', 'responded'],
    ['mitigate', 'mitigated'],
    ['resolve', 'resolved'],
  ];
  const after = parts.flatMap(([key, name]) => {
    const duration = durations[key];
    return duration === null ? [] : [`${name} after ${durationText(duration)}`];
  });
  return [
    `**${plain(facts.title)}**`,
    [
      date,
      `severity ${facts.severity}${level ? ` (${plain(level.name)})` : ''}`,
      facts.status,
      ...facts.systems,
    ]
      .filter((part) => part !== null)
      .join(' · '),
    ...(after.length === 0 ? [] : [`${capitalized(after.join(', '))}.`]),
  ];
}

/** The improvement, idea or heading that a link leads to. */
function anchorText(library: Library, path: string, anchor: string | null): string | null {
  if (!anchor) return null;
  for (const { improvements, ideas } of Object.values(postmortemAt(library, path)?.questions ?? {})) {
    const task = improvements.find((own) => own.anchor === anchor);
    if (task !== undefined)
      return `→ ${plain(task.title)} · ${task.state}${task.owner === null ? '' : ` · @${task.owner}`}${task.due === null ? '' : ` · due ${task.due}`}`;
    const idea = ideas.find((own) => own.anchor === anchor);
    if (idea !== undefined) return `→ ${plain(idea.text)}`;
  }
  const heading = library.documentOf(path)?.headings.find((own) => own.anchor === anchor);
  return heading === undefined ? null : `→ ${plain(heading.text)}`;
}

function sinceStart(library: Library, path: string, name: string): string | null {
  const keys: Partial<Record<Mark, keyof Durations>> = {
    detected: 'detect',
    responded: 'respond',
    mitigated: 'mitigate',
    resolved: 'resolve',
  };
  const key = marks.some((mark) => mark === name) ? keys[name as Mark] : undefined;
  const duration = key === undefined ? null : (postmortemAt(library, path)?.durations[key] ?? null);
  return duration === null ? null : `${capitalized(durationText(duration))} after it started.`;
}

function entryText(library: Library, path: string, line: number): string | null {
  const entries = postmortemAt(library, path)?.timeline?.entries ?? [];
  const entry = entries.find(({ place }) => place.line === line);
  if (entry === undefined) return null;
  const start = entries.find((other) => other.marks.includes('started'))?.time;
  const { date, clock, approximate } = entry.time;
  const minutes = start === undefined ? 0 : (entry.time.start - start.start) / 60_000;
  const duration = durationText({
    min: Math.abs(minutes),
    max: Math.abs(minutes),
    approximate: approximate || start?.approximate === true,
  });
  const days = start === undefined ? 0 : daysBetween(start.date, date);
  return paragraphs(
    `${date} ${clock}`,
    minutes === 0 || start === undefined
      ? null
      : `${capitalized(duration)} ${minutes > 0 ? 'after' : 'before'} it started${days > 0 ? `, ${days === 1 ? 'on the next day' : `${days} days later`}` : ''}.`,
  );
}

function paragraphs(...parts: (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join('\n\n');
}

/** What people typed, so that Markdown takes none of its signs for its own. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}
