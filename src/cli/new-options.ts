import { parseArgs } from 'node:util';

export const newUsage = `npm run new: begin the file of an incident.

  npm run new                            asks what it needs to know
  npm run new -- --title "Orders do not leave by fax" --severity 2
  npm run new -- --from ID               makes the postmortem of an open ticket: adds the missing sections, keeps every word

  --title TEXT          what people call it; without a terminal also the first line of what is piped in
  --severity LEVEL      one of the levels in settings.yaml
  --status STATUS       open: the fire burns, the file is the ticket (default); resolved: it is out; reviewed: and the
                        meeting was held, its notes are at hand
  --when TIME           when it started: "2026-11-21 14:10", "2026-11-21 ~14:10" for about then, "14:10" today
                        (where it is open, about now is the default; a reviewed one needs the day)
  --detected TIME       when somebody or something first noticed; once it is out
  --mitigated TIME      when users felt it no longer; once it is out
  --resolved TIME       when the last of it was put right; once it is out
  --reviewed-on DAY     the day of the meeting, like 2026-11-21 (default: today); for reviewed ones
  --system ID           what was hit, as in systems.yaml; as often as you like
  --raised-by WHO       customer, product-owner, security or system
  --triage KIND         user, system or code
  --facilitator HANDLE  who leads the meeting
  --timezone ZONE       of all its times (default: that of settings.yaml)
  --request TEXT        the original report, word for word; - takes it from what is piped in
  --add-system "ID: NAME"      a new system: goes into systems.yaml, and into this file
  --add-person "HANDLE: NAME"  a new person: goes into people.yaml; as often as you like
  --id ID               another name for the file, below postmortems/ and without .mdx
  --yes, -y             ask nothing
  --dry-run             print what would be written, and write nothing

It never overwrites a file. Exit code 0: written; 2: the call can't be understood; 130: stopped with Ctrl+C, nothing written.
`;

/** What was said on the command line, not yet judged. */
export interface NewOptions {
  title: string | null;
  severity: string | null;
  status: string | null;
  when: string | null;
  detected: string | null;
  mitigated: string | null;
  resolved: string | null;
  reviewedOn: string | null;
  systems: string[];
  raisedBy: string | null;
  triage: string | null;
  facilitator: string | null;
  timezone: string | null;
  request: string | null;
  addSystems: string[];
  addPeople: string[];
  id: string | null;
  from: string | null;
  yes: boolean;
  dryRun: boolean;
  help: boolean;
}

export function newOptions(args: readonly string[]): NewOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      title: { type: 'string' },
      severity: { type: 'string' },
      status: { type: 'string' },
      when: { type: 'string' },
      detected: { type: 'string' },
      mitigated: { type: 'string' },
      resolved: { type: 'string' },
      'reviewed-on': { type: 'string' },
      system: { type: 'string', multiple: true, default: [] },
      'raised-by': { type: 'string' },
      triage: { type: 'string' },
      facilitator: { type: 'string' },
      timezone: { type: 'string' },
      request: { type: 'string' },
      'add-system': { type: 'string', multiple: true, default: [] },
      'add-person': { type: 'string', multiple: true, default: [] },
      id: { type: 'string' },
      from: { type: 'string' },
      yes: { type: 'boolean', short: 'y', default: false },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  return {
    title: values.title ?? null,
    severity: values.severity ?? null,
    status: values.status ?? null,
    when: values.when ?? null,
    detected: values.detected ?? null,
    mitigated: values.mitigated ?? null,
    resolved: values.resolved ?? null,
    reviewedOn: values['reviewed-on'] ?? null,
    // "a,b" and "a b" are what people try first.
    systems: values.system.flatMap((names) => names.split(/[,\s]+/).filter(Boolean)),
    raisedBy: values['raised-by'] ?? null,
    triage: values.triage ?? null,
    facilitator: values.facilitator?.replace(/^@/, '') ?? null,
    timezone: values.timezone ?? null,
    request: values.request ?? null,
    addSystems: values['add-system'],
    addPeople: values['add-person'],
    id: values.id ?? null,
    from: values.from ?? null,
    yes: values.yes,
    dryRun: values['dry-run'],
    help: values.help,
  };
}
