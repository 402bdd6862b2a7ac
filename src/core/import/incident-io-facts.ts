import type { Imported } from './imported.ts';
import { detail, type Fields } from './json-fields.ts';

export function readStatus(incident: Fields, imported: Imported): void {
  const status = incident.object('incident_status');
  status.drop('description', 'rank');
  const [category, name] = [status.text('category'), status.text('name')];
  const origin = { kind: 'path' as const, path: 'incident_status' };
  if (category !== null)
    imported.facts.status = {
      value: /^(?:triage|live|active|paused)$/.test(category) ? 'open' : 'resolved',
      origin,
    };
  if (name !== null) imported.details.push(detail('Status in incident.io', name, 'incident_status.name'));
  if (category !== null && /^(?:declined|merged|cancell?ed)$/.test(category))
    imported.notes.push({
      message: `incident.io calls this incident ${category}, so there may be nothing to write a postmortem of.`,
      hint: 'Delete the file if so.',
      origin,
    });
}

export function readRoles(incident: Fields, { details }: Imported): void {
  for (const assignment of incident.objects('incident_role_assignments')) {
    const role = assignment.object('role');
    role.drop('description', 'instructions', 'shortform', 'role_type');
    const assignee = assignment.object('assignee').text('name');
    const name = role.text('name') ?? 'Role';
    if (assignee !== null) details.push(detail(name, assignee, assignment.path));
  }
  const creator = incident.object('creator');
  const who =
    creator.object('user').text('name') ??
    creator.object('api_key').text('name') ??
    creator.object('workflow').text('name') ??
    creator.object('alert').text('title');
  if (who !== null) details.push(detail('Created by', who, 'creator'));
}

export function readCustomFields(incident: Fields, { details, facts }: Imported): void {
  for (const entry of incident.objects('custom_field_entries')) {
    const field = entry.object('custom_field');
    field.drop('description', 'options', 'field_type');
    const name = field.text('name') ?? 'Custom field';
    const values = entry.objects('values').flatMap((value) => {
      const option = value.object('value_option');
      const catalog = value.object('value_catalog_entry');
      catalog.drop('aliases', 'external_id');
      return [
        value.text('value_text'),
        value.scalar('value_numeric'),
        option.text('value'),
        catalog.text('name'),
        value.text('value_link'),
      ].filter((text) => text !== null);
    });
    for (const value of values) {
      details.push(detail(name, value, entry.path));
      if (/\b(?:services?|systems?|components?)\b/i.test(name))
        facts.systems.push({ value, origin: { kind: 'path', path: entry.path } });
    }
  }
}
