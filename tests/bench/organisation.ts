import { stringify } from 'yaml';
import { createRandom } from './random.ts';

/** The made-up organisation around the postmortems. It grows with their number, as a real one does. */

const zones = ['America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'UTC'] as const;
export type Zone = (typeof zones)[number];
export const defaultZone: Zone = 'UTC';
export const allZones: readonly Zone[] = zones;

const domains =
  'orders ledger invoices payments sign-in search pricing stock delivery returns mail fax labels reports catalogue basket refunds suppliers contracts notices routes vouchers archive audit maps payroll forecasts images sessions devices exports statements taxes reviews'.split(
    ' ',
  );
const parts =
  'api worker db queue cache gateway scheduler replica portal index proxy store importer exporter monitor relay bridge console batch stream router vault printer mirror planner broker agent sync board edge'.split(
    ' ',
  );
const teams = ['orders', 'platform', 'payments', 'support', 'logistics', 'data'] as const;
const firstNames =
  'ana ben chi dana eli fay gus hana ivo jo kai lena mei nils omar priya quin ravi sam tom uma vera wim xenia yara zoe'.split(
    ' ',
  );

/** So many systems exist once the first `postmortems` incidents have happened. */
export function systemCount(postmortems: number): number {
  return Math.min(20 + Math.ceil(postmortems / 10), domains.length * parts.length);
}

/** The id of a system, such as `orders-api`; different for every index below `domains × parts`. */
export function systemId(index: number): string {
  const domain = index % domains.length;
  return `${domains[domain]}-${parts[(Math.floor(index / domains.length) + domain) % parts.length]}`;
}

export function handleCount(postmortems: number): number {
  return 20 + Math.ceil(postmortems / 25);
}

export function handle(index: number): string {
  const round = Math.floor(index / firstNames.length);
  return `${firstNames[index % firstNames.length]}${round === 0 ? '' : round + 1}`;
}

/** The three YAML files of a content folder with so many postmortems, by name. */
export function organisationFiles(postmortems: number, seed: number): Record<string, string> {
  const random = createRandom(seed, 'organisation');
  const systems = Array.from({ length: systemCount(postmortems) }, (_, index) => ({
    id: systemId(index),
    name: systemId(index)
      .replace(/^./, (letter) => letter.toUpperCase())
      .replaceAll('-', ' '),
    team: teams[index % teams.length],
    description: `Made-up system ${index} of the bench.`,
    ...(index < 2
      ? {}
      : {
          dependsOn: [
            ...new Set([systemId(random.whole(0, index - 1)), systemId(random.whole(0, index - 1))]),
          ],
        }),
  }));
  const people = Array.from({ length: handleCount(postmortems) }, (_, index) => ({
    handle: handle(index),
    name: `${handle(index).replace(/^./, (letter) => letter.toUpperCase())} Example`,
    team: teams[index % teams.length],
  }));
  return {
    'settings.yaml': stringify(settings),
    'systems.yaml': stringify(systems),
    'people.yaml': stringify(people),
  };
}

const settings = {
  organisation: 'Harbour Supply',
  timezone: defaultZone,
  repository: 'https://example.com/harbour-supply/postmortems',
  ticketUrl: 'https://tickets.example.com/browse/{id}',
  severities: [
    {
      level: 1,
      name: 'Down',
      meaning: 'Ordering, payment or delivery has stopped.',
      policy: 'Stop everything until there is a workaround.',
      postmortem: true,
      postmortemDays: 7,
      improvementDays: 30,
    },
    {
      level: 2,
      name: 'Serious',
      meaning: 'Many customers feel it; usually there is a workaround.',
      policy: 'On duty works on it now.',
      postmortem: true,
      postmortemDays: 14,
      improvementDays: 60,
    },
    {
      level: 3,
      name: 'Minor',
      meaning: 'Few customers feel it.',
      policy: 'Plan it with the other work.',
      postmortem: false,
    },
  ],
  wipLimits: { accepted: 40, resolved: 20 },
  teamHours: { orders: 200, platform: 160, payments: 120, support: 160, logistics: 120, data: 80 },
};
