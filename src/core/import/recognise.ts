import type { Place } from '../diagnostic.ts';
import { isIncidentIo } from './incident-io.ts';
import { isJiraCsv } from './jira.ts';
import { type Json, readJson } from './json-text.ts';
import { isPagerDuty } from './pagerduty-cases.ts';
import { isSlackDay, isSlackList } from './slack.ts';

/** What a text is, told by what stands in it. */
export type Recognised =
  | { kind: 'markdown' | 'jira'; text: string }
  | { kind: 'pagerduty' | 'incident-io'; value: Json }
  | { kind: 'slack-day'; value: Json }
  | { kind: 'slack-list'; value: Json }
  | { kind: 'broken'; place: Place; message: string }
  | { kind: 'unknown'; message: string; hint: string };

/** The kinds as a person calls them. */
export const kindNames = {
  markdown: 'Markdown',
  pagerduty: 'PagerDuty',
  'incident-io': 'incident.io',
  slack: 'Slack',
  jira: 'Jira',
} as const;
export type SourceKind = keyof typeof kindNames;

export const understood =
  'Understood are Markdown, incidents, log entries and notes of PagerDuty and incidents of incident.io as JSON, a channel of a Slack export, and the CSV of Jira: docs/import.md shows each.';

/**
 * Tells what a source is.
 *
 * @param name Its file name, which decides only where the text leaves it open: JSON that is broken, CSV of somebody else's.
 */
export function recognise(text: string, name: string): Recognised {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const isNamedJson = ending === 'json' || ending === 'ndjson' || ending === 'jsonl';
  if (isNamedJson || /^\s*(?:\{\s*["}]|\[\s*[{\]])/.test(text)) {
    const read = readJson(text);
    if (read.kind === 'broken') return { kind: 'broken', place: read.place, message: read.message };
    return jsonKind(read.value);
  }
  if (isJiraCsv(text)) return { kind: 'jira', text };
  if (ending === 'csv' || ending === 'tsv')
    return {
      kind: 'unknown',
      message: 'This is a table, but not one of Jira: its first line names no "Summary" and "Issue key".',
      hint: understood,
    };
  if (/^\s*<(?:!doctype html|html|\?xml)\b/i.test(text))
    return {
      kind: 'unknown',
      message: 'This is HTML or XML.',
      hint: `Save it as Markdown: \`pandoc -t gfm\` does. ${understood}`,
    };
  return { kind: 'markdown', text };
}

function jsonKind(value: Json): Recognised {
  if (isSlackDay(value)) return { kind: 'slack-day', value };
  if (isSlackList(value)) return { kind: 'slack-list', value };
  if (isIncidentIo(value)) return { kind: 'incident-io', value };
  if (isPagerDuty(value)) return { kind: 'pagerduty', value };
  return {
    kind: 'unknown',
    message: `This JSON is ${shapeOf(value)}, which is none of the known.`,
    hint: understood,
  };
}

function shapeOf(value: Json): string {
  if (Array.isArray(value)) {
    const [first] = value;
    return value.length === 0 ? 'an empty list' : `a list whose first item is ${shapeOf(first ?? null)}`;
  }
  if (typeof value !== 'object' || value === null) return `only ${JSON.stringify(value).slice(0, 40)}`;
  const keys = Object.keys(value);
  if (keys.length === 0) return 'an empty object';
  const shown = keys
    .slice(0, 5)
    .map((key) => key.slice(0, 30))
    .join(', ');
  return `an object with ${shown}${keys.length > 5 ? ', …' : ''}`;
}
