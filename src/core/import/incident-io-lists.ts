import { localTimeOf } from '../time/zones.ts';
import type { Label } from '../timeline/labels.ts';
import type { Mark } from '../vocabulary.ts';
import { paragraphs } from './blank.ts';
import type { Blocks, ImportedAction, ImportedEntry, ImportedMoment } from './imported.ts';
import { eachOnce, type Fields, type NamedText, namedList, plain } from './json-fields.ts';

/** Only names that leave no doubt. "Identified" is when the cause was known, which we have no mark for. */
export function markOf(name: string): Mark | null {
  const words = name.toLowerCase().trim();
  if (/^(?:impact |incident )?start(?:ed)?(?: at)?$/.test(words)) return 'started';
  if (/^(?:impact |incident )?detected(?: at)?$|^reported(?: at)?$/.test(words)) return 'detected';
  if (/^(?:accepted|acknowledged|responded)(?: at)?$/.test(words)) return 'responded';
  if (/^(?:impact )?(?:fixed|mitigated|stabili[sz]ed)(?: at)?$/.test(words)) return 'mitigated';
  return /^(?:impact |incident )?(?:resolved|ended)(?: at)?$/.test(words) ? 'resolved' : null;
}

export function entryOf(instant: number, labels: Label[], content: Blocks, path: string): ImportedEntry {
  const start: ImportedMoment = { kind: 'instant', instant };
  return {
    start,
    end: null,
    approximate: false,
    labels,
    content,
    written: null,
    origin: { kind: 'path', path },
  };
}

export function readUpdate(update: Fields, timeline: ImportedEntry[], rest: NamedText[]): void {
  const instant = update.instant('created_at');
  const message = update.text('message');
  const status = update.object('new_incident_status');
  status.drop('description', 'category');
  const severity = update.object('new_severity');
  severity.drop('description');
  const more = [
    { path: 'Status', text: status.text('name') },
    { path: 'Severity', text: severity.text('name') },
    { path: 'By', text: update.object('updater').object('user').text('name') },
  ].flatMap(({ path, text }) => (text === null ? [] : [{ path, text }]));
  const others = [...more, ...update.rest()];
  if (instant === null) {
    if (message !== null) rest.push({ path: update.path, text: message });
    rest.push(...others);
    return;
  }
  const content: Blocks = eachOnce([message ?? 'Status update.']);
  if (others.length > 0) content.push(namedList(others));
  timeline.push(entryOf(instant, ['status'], content, update.path));
}

export function readItem(item: Fields, timeline: ImportedEntry[], rest: NamedText[]): void {
  const instant = item.instant('timestamp') ?? item.instant('occurred_at') ?? item.instant('created_at');
  const words = [item.text('title'), item.text('description')];
  const others = item.rest();
  if (instant === null) {
    rest.push(...words.flatMap((text) => (text === null ? [] : [{ path: item.path, text }])), ...others);
    return;
  }
  const content = eachOnce(words);
  if (others.length > 0) content.push(namedList(others));
  timeline.push(entryOf(instant, [], content, item.path));
}

export function readAction(action: Fields, zone: string, isAction: boolean): ImportedAction {
  const title = action.text('title') ?? action.text('description');
  const status = action.text('status') ?? action.object('status').text('name');
  const completed = action.instant('completed_at');
  const issue = action.object('external_issue_reference');
  issue.drop('provider');
  const [issueName, issueUrl] = [issue.text('issue_name'), issue.text('issue_permalink')];
  const ticket = [issueName, issueUrl].find((name) => name !== null && /^\S+$/.test(name)) ?? null;
  const assignee = action.object('assignee');
  const owner = assignee.text('name');
  const done = status === 'completed';
  const isDropped = status === 'not_doing' || status === 'deleted';
  const others = [
    ...(isAction ? [{ path: 'Kind', text: 'an action during the incident' }] : []),
    ...(status === null || done || status === 'outstanding'
      ? []
      : [{ path: 'Status in incident.io', text: status.replaceAll('_', ' ') }]),
    ...(issueName !== null && issueName !== ticket ? [{ path: 'Issue', text: issueName }] : []),
    ...(issueUrl !== null && issueUrl !== ticket ? [{ path: 'Issue', text: issueUrl }] : []),
  ];
  const description = action.text('description');
  action.drop('incident_id');
  action.object('priority').drop('description', 'rank');
  const rest = [...others, ...action.rest()];
  return {
    text: plain(title ?? 'An action without words'),
    blocks: [
      ...(description === null || description === title ? [] : paragraphs(description)),
      ...(rest.length === 0 ? [] : [namedList(rest)]),
    ],
    done,
    owner,
    due: null,
    ...(isDropped ? { dropped: { on: completed === null ? null : localTimeOf(zone, completed).date } } : {}),
    doneOn: done && completed !== null ? localTimeOf(zone, completed).date : null,
    ticket,
    question: null,
    origin: { kind: 'path', path: action.path },
  };
}
