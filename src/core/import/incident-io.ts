import type { Label } from '../timeline/labels.ts';
import type { Mark } from '../vocabulary.ts';
import { blankImported, paragraphs } from './blank.ts';
import { byInstant } from './by-instant.ts';
import type { Imported } from './imported.ts';
import { readCustomFields, readRoles, readStatus } from './incident-io-facts.ts';
import { entryOf, markOf, readAction, readItem, readUpdate } from './incident-io-lists.ts';
import { detail, type Fields, fieldsOf, isObject, keepAlso, linked } from './json-fields.ts';
import type { Json, JsonObject } from './json-text.ts';

/** Whether a JSON value is what incident.io's API (v2) answers for incidents. */
export function isIncidentIo(value: Json): boolean {
  return incidentsIn(value).length > 0;
}

function isIncident(value: Json | undefined): value is JsonObject {
  return (
    isObject(value) &&
    typeof value['name'] === 'string' &&
    ['incident_status', 'incident_timestamp_values', 'incident_role_assignments'].some((key) => key in value)
  );
}

interface FoundIncident {
  incident: JsonObject;
  path: string;
}

function incidentsIn(value: Json, path = ''): FoundIncident[] {
  if (isIncident(value)) return [{ incident: value, path }];
  if (Array.isArray(value)) return value.flatMap((item, index) => incidentsIn(item, `${path}[${index}]`));
  if (!isObject(value)) return [];
  return ['incident', 'incidents'].flatMap((key) =>
    key in value ? incidentsIn(value[key] as Json, path === '' ? key : `${path}.${key}`) : [],
  );
}

/** Lists that may stand beside the incident or in it, as their own endpoints answer them. */
const lists = {
  updates: ['incident_updates', 'updates'],
  followUps: ['follow_ups'],
  actions: ['actions'],
  items: ['incident_timeline_items', 'timeline_items'],
} as const;
const listKeys = Object.values(lists).flat();

export interface IncidentIoContext {
  /** In which days are told; an IANA name. */
  zone: string;
}

/**
 * incident.io's incidents (`GET /v2/incidents`, `GET /v2/incidents/{id}`), with what `/v2/follow_ups`, `/v2/incident_updates` and
 * `/v2/actions` answer beside or inside them. One postmortem each.
 */
export function readIncidentIo(value: Json, source: string, context: IncidentIoContext): Imported[] {
  const found = incidentsIn(value);
  const outer: JsonObject = isObject(value) && !isIncident(value) ? value : {};
  const all = fieldsOf(outer, '');
  all.drop('incident', 'incidents', 'pagination_meta');
  const results = found.map(({ incident, path }) => {
    const reference = typeof incident['reference'] === 'string' ? incident['reference'] : path;
    return readIncident(
      fieldsOf(incident, path),
      listsOf(incident, outer, found.length === 1),
      found.length === 1 ? source : `${source}, ${reference}`,
      context,
    );
  });
  // Lists beside several incidents say whose they are; what names none of them is listed with the first.
  const ids = new Set(found.map(({ incident }) => incident['id'] ?? null));
  const strays = listKeys.flatMap((key) => {
    const list = outer[key];
    if (!Array.isArray(list)) return [];
    all.drop(key);
    if (found.length === 1) return [];
    return list.flatMap((item, index) =>
      isObject(item) && ids.has(item['incident_id'] ?? null)
        ? []
        : fieldsOf({ [key]: item }, `[${index}]`).rest(),
    );
  });
  const [first] = results;
  if (first !== undefined) keepAlso(first, [...all.rest(), ...strays], '');
  return results;
}

type Lists = Record<keyof typeof lists, Fields[]>;

function listsOf(incident: JsonObject, outer: JsonObject, isOnly: boolean): Lists {
  const of = (keys: readonly string[]): Fields[] =>
    keys.flatMap((key) => {
      const own = incident[key];
      const beside = outer[key];
      return [
        ...(Array.isArray(own) ? own.map((item, index) => fieldsOf(item, `${key}[${index}]`)) : []),
        ...(Array.isArray(beside)
          ? beside.flatMap((item, index) =>
              isOnly ||
              (isObject(item) && item['incident_id'] !== undefined && item['incident_id'] === incident['id'])
                ? [fieldsOf(item, `${key}[${index}]`)]
                : [],
            )
          : []),
      ];
    });
  return {
    updates: of(lists.updates),
    followUps: of(lists.followUps),
    actions: of(lists.actions),
    items: of(lists.items),
  };
}

function readIncident(incident: Fields, found: Lists, source: string, { zone }: IncidentIoContext): Imported {
  const imported = blankImported(source);
  const { facts, details, timeline } = imported;
  const origin = (key: string) => ({
    kind: 'path' as const,
    path: incident.path === '' ? key : `${incident.path}.${key}`,
  });
  incident.drop(...listKeys, 'duration_metrics', 'created_at', 'updated_at');
  const title = incident.text('name');
  if (title !== null) facts.title = { value: title.trim().replace(/\s+/g, ' '), origin: origin('name') };
  const summary = incident.text('summary');
  if (summary !== null)
    imported.sections.push({
      slug: 'summary',
      heading: null,
      content: paragraphs(summary),
      origin: origin('summary'),
    });
  readStatus(incident, imported);
  const severity = incident.object('severity');
  severity.drop('rank');
  const [level, meaning] = [severity.text('name'), severity.text('description')];
  if (level !== null) facts.severity = { value: level, origin: origin('severity') };
  if (meaning !== null)
    details.push(detail(level === null ? 'Severity' : `Severity ${level}`, meaning, 'severity.description'));
  const type = incident.object('incident_type');
  type.drop('description', 'create_in_triage');
  const typed = type.text('name');
  if (typed !== null) details.push(detail('Type', typed, 'incident_type'));

  for (const { name, key } of [
    { name: 'Reference', key: 'reference' },
    { name: 'Slack channel', key: 'slack_channel_name' },
  ]) {
    const value = incident.text(key);
    if (value !== null) details.push(detail(name, value, key));
  }
  for (const { name, key } of [
    { name: 'In incident.io', key: 'permalink' },
    { name: 'Postmortem document', key: 'postmortem_document_url' },
  ]) {
    const url = incident.text(key);
    if (url !== null) details.push({ name, value: linked(url, url), origin: origin(key) });
  }
  const issue = incident.object('external_issue_reference');
  const [issueName, issueUrl] = [issue.text('issue_name'), issue.text('issue_permalink')];
  issue.drop('provider');
  if (issueName !== null || issueUrl !== null)
    details.push({
      name: 'Issue',
      value: linked(issueName ?? issueUrl ?? '', issueUrl),
      origin: origin('external_issue_reference'),
    });
  readRoles(incident, imported);
  readCustomFields(incident, imported);

  const taken = new Set<Mark>();
  for (const stamp of incident.objects('incident_timestamp_values')) {
    const name = stamp.object('incident_timestamp').text('name');
    const instant = stamp.object('value').instant('value');
    if (name === null || instant === null) continue;
    const mark = markOf(name);
    const labels: Label[] = mark === null || taken.has(mark) ? [] : [mark];
    if (mark !== null) taken.add(mark);
    timeline.push(entryOf(instant, labels, paragraphs(name.replace(/ at$/i, '')), stamp.path));
  }
  const rest = incident.rest();
  for (const update of found.updates) readUpdate(update, timeline, rest);
  for (const item of found.items) readItem(item, timeline, rest);
  for (const action of [...found.followUps, ...found.actions])
    imported.actions.push(readAction(action, zone, found.actions.includes(action)));
  keepAlso(imported, rest, incident.path);
  timeline.sort(byInstant);
  if (!taken.has('started'))
    imported.notes.push({
      message: 'No timestamp says when it started.',
      hint: 'Put an entry with the mark `started` where it began.',
      origin: origin('incident_timestamp_values'),
    });
  if (facts.status?.value === 'resolved' && !taken.has('resolved'))
    imported.notes.push({
      message: 'incident.io says that it is over, and no timestamp says since when.',
      hint: 'Put the mark `resolved` to the entry at which it was over for good. Closing an incident comes later.',
      origin: origin('incident_timestamp_values'),
    });
  return imported;
}
