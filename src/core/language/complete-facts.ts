import { factKeys, factMeaning } from '../postmortem/facts-schema.ts';
import { raisedByValues, statuses, triageValues } from '../vocabulary.ts';
import { pastDays, weekday } from './days.ts';
import { raisedByMeanings, statusMeanings, triageMeanings } from './meanings.ts';
import {
  namesIn,
  type Proposal,
  type Proposals,
  personProposals,
  type Spot,
  systemProposals,
} from './proposals.ts';

/** Keys of the front matter that are not there yet, and the values of one. */
export function completeFacts(spot: Spot): Proposals | null {
  const { before, line, lines } = spot;
  const key = /^\w*$/.exec(before)?.[0];
  if (key !== undefined) {
    const written = new Set(
      lines.flatMap(({ region, number, text }) =>
        region === 'front-matter' && number !== line.number ? (/^(\w+)\s*:/.exec(text)?.[1] ?? []) : [],
      ),
    );
    return {
      typed: key,
      proposals: factKeys
        .filter((name) => !written.has(name))
        .map((name) => ({
          label: name,
          kind: 'key',
          documentation: factMeaning(name) ?? '',
          text: name === 'systems' || name === 'tags' ? `${name}: []` : `${name}: `,
        })),
    };
  }
  const typed = /^(?:\w+\s*:\s*|\s*-\s+|(?:\w+\s*:)?.*[[,]\s*)([\p{L}\p{N}_./-]*)$/u.exec(before)?.[1];
  const proposals = typed === undefined ? null : valuesOf(spot, listed(spot, typed));
  return typed === undefined || proposals === null ? null : { typed, proposals };
}

/** @param named What the list that is being written names already. */
function valuesOf({ library, line }: Spot, named: ReadonlySet<string>): Proposal[] | null {
  const { catalog, today } = library;
  switch (line.key) {
    case 'status':
      return words(statuses, statusMeanings);
    case 'raisedBy':
      return words(raisedByValues, raisedByMeanings);
    case 'triage':
      return words(triageValues, triageMeanings);
    case 'severity':
      return catalog.settings.severities.map(({ level, name, meaning, policy }) => ({
        label: `${level}`,
        kind: 'value',
        detail: name,
        documentation: [meaning, policy].filter((part) => part !== null).join('\n\n'),
        text: `${level}`,
        filter: `${level} ${name}`,
      }));
    case 'systems':
      return systemProposals(library, named);
    case 'tags':
      return tagProposals(
        catalog.postmortems.flatMap(({ facts }) => facts.tags),
        named,
      );
    case 'facilitator':
      return personProposals(library);
    case 'reviewedOn':
      return pastDays(today).map(({ date, reason }) => ({
        label: date,
        kind: 'day',
        detail: `${weekday(date)}, ${reason}`,
        text: date,
      }));
    case 'timezone':
      return zoneProposals([
        catalog.settings.timezone,
        ...catalog.postmortems.map(({ facts }) => facts.timezone),
      ]);
    default:
      return null;
  }
}

/** The names that stand under the line's key, without the one that is being typed. */
function listed({ lines, line, before }: Spot, typed: string): Set<string> {
  const texts = lines
    .filter(({ region, key }) => region === 'front-matter' && key === line.key)
    .map(({ number, text }) =>
      (number === line.number ? before.slice(0, before.length - typed.length) : text).replace(/^\w+:/, ''),
    );
  return namesIn(texts.join('\n'));
}

function words<Value extends string>(
  values: readonly Value[],
  meanings: Readonly<Record<Value, string>>,
): Proposal[] {
  return values.map((value) => ({
    label: value,
    kind: 'value',
    documentation: meanings[value],
    text: value,
  }));
}

/** Tags that others have, the most frequent first. */
function tagProposals(tags: readonly string[], named: ReadonlySet<string>): Proposal[] {
  const counts = new Map<string, number>();
  for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .filter(([tag]) => !named.has(tag))
    .sort(([, one], [, other]) => other - one)
    .map(([tag, count]) => ({
      label: tag,
      kind: 'value',
      detail: count === 1 ? 'in 1 postmortem' : `in ${count} postmortems`,
      text: tag,
    }));
}

/** Those in use here first, then all that there are. */
function zoneProposals(used: readonly string[]): Proposal[] {
  return [...new Set([...used, 'UTC', ...Intl.supportedValuesOf('timeZone')])].map((zone) => ({
    label: zone,
    kind: 'value',
    text: zone,
  }));
}
