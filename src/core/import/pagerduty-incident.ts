import type { Blocks, Imported } from './imported.ts';
import { detail, eachOnce, type Fields, linked, namedList } from './json-fields.ts';

/** The incident's own object: facts, what people wrote in it, and where it is. */
export function readIncident(incident: Fields, imported: Imported): void {
  const { facts, details } = imported;
  const { path } = incident;
  const at = { kind: 'path' as const, path };
  const title = incident.firstText('title', 'summary', 'description');
  if (title !== null) facts.title = { value: unnumbered(title), origin: at };
  for (const key of ['summary', 'description'])
    if (unnumbered(incident.text(key) ?? '') !== facts.title?.value) {
      const more = incident.text(key);
      if (more !== null) imported.sections.push(sectionOf('summary', eachOnce([more]), `${path}.${key}`));
    }
  const status = incident.text('status');
  if (status !== null) facts.status = { value: status === 'resolved' ? 'resolved' : 'open', origin: at };
  const ranked = incident.object('priority');
  ranked.drop('description', 'order');
  const priority = ranked.firstText('summary', 'name') ?? incident.text('severity');
  if (priority !== null) facts.severity = { value: priority, origin: at };
  const service = incident.object('service').firstText('summary', 'name');
  if (service !== null) facts.systems.push({ value: service, origin: at });
  for (const { name, key } of [
    { name: 'Number in PagerDuty', key: 'incident_number' },
    { name: 'Urgency', key: 'urgency' },
  ]) {
    const value = incident.scalar(key);
    if (value !== null) details.push(detail(name, value, `${path}.${key}`));
  }
  const url = incident.text('html_url');
  if (url !== null)
    details.push({
      name: 'In PagerDuty',
      value: linked(url, url),
      origin: { kind: 'path', path: `${path}.html_url` },
    });
  const policy = incident.object('escalation_policy').firstText('summary', 'name');
  if (policy !== null) details.push(detail('Escalation policy', policy, path));
  const body = incident.object('body');
  const words = body.rest(true).filter(({ path: key }) => key !== 'type');
  const [first] = words;
  if (first !== undefined)
    imported.sections.push(
      sectionOf(
        'original-request',
        words.length === 1 ? eachOnce([first.text]) : [namedList(words)],
        `${path}.body`,
      ),
    );
  incident.drop('first_trigger_log_entry', 'last_status_change_by', 'alert_counts', 'incident_key');
}

function sectionOf(
  slug: 'summary' | 'original-request',
  content: Blocks,
  path: string,
): Imported['sections'][number] {
  return { slug, heading: null, content, origin: { kind: 'path', path } };
}

/** `[#1234] Queue is stuck` */
export function unnumbered(title: string): string {
  return title
    .trim()
    .replace(/^\[#\d+\]\s*/, '')
    .replace(/\s+/g, ' ');
}
