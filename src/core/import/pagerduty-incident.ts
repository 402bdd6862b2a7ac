import type { Label } from '../timeline/labels.ts';
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
  const bridge = incident.object('conference_bridge');
  const call = bridge.text('conference_url');
  if (call !== null)
    details.push({
      name: 'Conference',
      value: linked(call, call),
      origin: { kind: 'path', path: `${path}.conference_bridge.conference_url` },
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
  incident.drop('assigned_via', 'pending_actions');
}

interface Moment {
  instant: number;
  labels: Label[];
  text: string;
  path: string;
}

/**
 * What an incident says of times itself: who acknowledged it and whom it was assigned to, and where its log is not there to
 * say it better, when it was triggered and resolved.
 */
export function readMoments(incident: Fields, hasLog: boolean): Moment[] {
  const { path } = incident;
  const moments: Moment[] = [];
  const add = (key: string, labels: Label[], text: string): void => {
    const instant = hasLog ? null : incident.instant(key);
    if (instant !== null) moments.push({ instant, labels, text, path: `${path}.${key}` });
  };
  const triggered = incident.object('first_trigger_log_entry').text('summary');
  add('created_at', ['detected', 'alert'], triggered ?? 'Triggered in PagerDuty');
  for (const [key, person, done] of [
    ['acknowledgements', 'acknowledger', 'Acknowledged by'],
    ['assignments', 'assignee', 'Assigned to'],
  ] as const)
    for (const [index, item] of incident.objects(key).entries()) {
      const instant = item.instant('at');
      if (instant === null) continue;
      const who = item.object(person).firstText('summary', 'name') ?? 'somebody';
      const isFirst = key === 'acknowledgements' && index === 0 && !hasLog;
      const labels: Label[] = isFirst ? ['responded', 'action'] : ['action'];
      moments.push({ instant, labels, text: `${done} ${who}`, path: item.path });
    }
  add('resolved_at', ['resolved'], 'Resolved in PagerDuty');
  return moments;
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
