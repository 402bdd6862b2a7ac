import { type Fields, fieldsOf, isObject, type NamedText } from './json-fields.ts';
import type { Json, JsonObject } from './json-text.ts';

/** All that is known of one incident: its own object, its log, its notes. */
export interface Case {
  incident: Fields | null;
  entries: Fields[];
  notes: Fields[];
}

/** Whether a JSON value is what PagerDuty's REST API answers for log entries, incidents or notes. */
export function isPagerDuty(value: Json): boolean {
  return partsOf(value).some(
    (part) =>
      Array.isArray(part['log_entries']) ||
      isLogEntry(part) ||
      isIncident(part['incident'] ?? part) ||
      listOf(part['incidents']).some(isIncident) ||
      listOf(part['notes']).some(isNote),
  );
}

function isLogEntry(value: Json | undefined): boolean {
  return isObject(value) && /_log_entry(?:_reference)?$/.test(String(value['type'] ?? ''));
}

function isIncident(value: Json | undefined): boolean {
  return (
    isObject(value) &&
    (value['type'] === 'incident' || value['type'] === 'incident_reference') &&
    ('incident_number' in value || 'urgency' in value || 'service' in value)
  );
}

function isNote(value: Json): boolean {
  return isObject(value) && typeof value['content'] === 'string' && 'created_at' in value && 'user' in value;
}

function partsOf(value: Json): JsonObject[] {
  return (Array.isArray(value) ? value : [value]).filter(isObject);
}

/** What stands beside the lists: pages, limits. */
const pageKeys = ['offset', 'limit', 'more', 'total', 'log_entries', 'incident', 'incidents', 'notes'];

/** The incidents that files speak of by their ids, and what stands beside them. `''` is an incident that nothing names. */
export function casesIn(files: readonly { name: string; value: Json }[]): {
  cases: Map<string, Case>;
  beside: NamedText[];
} {
  const cases = new Map<string, Case>();
  const caseOf = (id: string): Case => {
    const found = cases.get(id) ?? { incident: null, entries: [], notes: [] };
    cases.set(id, found);
    return found;
  };
  const beside: NamedText[] = [];
  const addPart = (part: JsonObject, at: string): void => {
    const all = fieldsOf(part, at);
    const fieldsIn = (value: Json, path: string): Fields =>
      fieldsOf(value, `${at === '' ? '' : `${at}.`}${path}`);
    if (isLogEntry(part)) {
      caseOf(identity(part['incident'])).entries.push(all);
      return;
    }
    if (isIncident(part)) {
      caseOf(identity(part)).incident = all;
      return;
    }
    const own = identity(part['incident']);
    for (const [position, incident] of listOf(part['incidents']).entries())
      caseOf(identity(incident)).incident = fieldsIn(incident, `incidents[${position}]`);
    if (isObject(part['incident'])) caseOf(own).incident = fieldsIn(part['incident'], 'incident');
    for (const [position, entry] of listOf(part['log_entries']).entries())
      caseOf(identity(entry['incident']) || own).entries.push(fieldsIn(entry, `log_entries[${position}]`));
    for (const [position, note] of listOf(part['notes']).entries())
      caseOf(own).notes.push(fieldsIn(note, `notes[${position}]`));
    all.drop(...pageKeys);
    beside.push(...all.rest());
  };
  for (const { name, value } of files)
    for (const [index, part] of partsOf(value).entries())
      addPart(part, `${name}${Array.isArray(value) ? `[${index}]` : ''}`);
  // A log without the incident's name belongs to the one incident there is.
  const nameless = cases.get('');
  const [only, another] = [...cases.keys()].filter((id) => id !== '');
  if (nameless !== undefined && only !== undefined && another === undefined) {
    const known = caseOf(only);
    known.entries.unshift(...nameless.entries);
    known.notes.unshift(...nameless.notes);
    cases.delete('');
  }
  return { cases, beside };
}

/**
 * Which files of one folder speak of the same incident: those with its id, and those that name none where there is only
 * one. The file with the incident itself comes first.
 */
export function filesOfOneIncident<File extends { value: Json }>(files: readonly File[]): File[][] {
  const known = files.map((file) => {
    const { cases } = casesIn([{ name: '', value: file.value }]);
    return {
      file,
      ids: [...cases.keys()],
      hasIncident: [...cases.values()].some(({ incident }) => incident !== null),
    };
  });
  const named = new Set(known.flatMap(({ ids }) => ids.filter((id) => id !== '')));
  const groups = Map.groupBy(known, ({ ids }, index) => {
    const [id = '', another] = ids;
    if (another !== undefined) return index;
    return id !== '' ? id : named.size === 1 ? ([...named][0] ?? index) : index;
  });
  return [...groups.values()].map((group) =>
    group.toSorted((a, b) => Number(b.hasIncident) - Number(a.hasIncident)).map(({ file }) => file),
  );
}

function listOf(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function identity(value: Json | undefined): string {
  return isObject(value) && typeof value['id'] === 'string' ? value['id'] : '';
}
