import { type ContentFiles, openPostmortem } from './content-folder.ts';

interface Reviewed {
  title?: string;
  severity?: number;
  day?: string;
  reviewedOn?: string;
  /** Lines of front matter. */
  facts?: string;
  prevent?: string;
  risks?: string;
}

function reviewed({
  title = 'Fire',
  severity = 1,
  day = '2020-05-04',
  reviewedOn = day,
  facts = '',
  prevent = 'Said.',
  risks = 'Said.',
}: Reviewed): string {
  return `---
title: ${JSON.stringify(title)}
status: reviewed
severity: ${severity}
reviewedOn: ${reviewedOn}
${facts}---

## Summary

It burned.

## Timeline

- ${day} 08:00 **started, detected, responded** All at once.
- 08:00 **mitigated, resolved** And over.

## Root causes

Fire.

## Detect

Said.

## React

Said.

## Quick fix

Said.

## Prevent

${prevent}

## Other areas of risk

${risks}
`;
}

const systemNames = [
  '<script>alert(1)</script>',
  '"quotes" & \'single\'',
  '🧯🔥',
  '\u202eRTL\u202c שלום',
  'N'.repeat(300),
  'a|b[c]{d}(e) #quot; %%{init: {}}%%',
];
const handles = ['index', 'con', 'constructor', 'toString', 'a.b', 'ana.', 'jörg', '李', 'x'.repeat(60)];
const teams = ['..', 'index', 'con', 'constructor', 't'.repeat(300), '🧯', 'a/b', 'Orders', 'orders'];
const owned = (owner: string): string => `- [ ] Do it for ${owner} @${owner} due:2020-06-01`;

/** Content that nobody would write, and that nothing forbids. */
export function strangeContent(): ContentFiles {
  const files: ContentFiles = {
    'settings.yaml': `timezone: Pacific/Apia
wipLimits: { accepted: 1, dropped: 1 }
teamHours: { nobody: 10, constructor: 0.5, Orders: 1 }
severities:
  - { level: 0, name: Zero, postmortem: true, postmortemDays: 0 }
  - { level: 1, name: One, postmortem: true, improvementDays: 0 }
  - { level: 99, name: Ninety-nine }
`,
    'systems.yaml':
      systemNames
        .map(
          (name, at) =>
            `- { id: s${at}, name: ${JSON.stringify(name)}, team: ${JSON.stringify(teams[at])}, dependsOn: [s${at}, s${(at + 1) % systemNames.length}] }\n`,
        )
        .join('') +
      ['constructor', 'index', 'end', 'graph', 'Orders']
        .map((name) => `- { id: ${name.toLowerCase()}, name: ${name}, team: ${name} }\n`)
        .join(''),
    'people.yaml': [...handles, ...teams.map((_, at) => `p${at}`)]
      .map((handle, at) => `- { handle: ${handle}, name: ${handle}, team: "${teams[at % teams.length]}" }\n`)
      .join(''),
    'postmortems/handles.mdx': reviewed({
      title: 'constructor',
      facts: 'systems: [s0, s1, constructor, orders]\ntags: [constructor]\neffort: 99999h\n',
      prevent: handles.map(owned).join('\n'),
      risks: '- Everything system:s0 system:constructor system:s4',
    }),
    'postmortems/long.mdx': reviewed({
      title: 'T'.repeat(300),
      day: '2020-05-05',
      reviewedOn: '2019-01-01',
      facts: 'systems: [s0, s1, s4, constructor]\ntags: [constructor]\neffort: 0m\nraisedBy: system\n',
      prevent: `- [ ] ${'word '.repeat(1000)}@p1 due:2020-06-01\n- [ ] ${'x'.repeat(5000)} @p1 due:2020-06-01`,
    }),
    'postmortems/years.mdx': reviewed({
      title: 'detect',
      severity: 99,
      day: '1000-01-01',
      prevent:
        '- [ ] Old @p2 due:1000-06-01\n- [ ] Far @p2 due:9999-12-31\n- [x] Long ago @p2 due:9999-12-31 done:1000-01-03',
    }),
    'postmortems/tomorrow.mdx': reviewed({ day: '9999-12-31', severity: 0, facts: 'triage: system\n' }),
    'postmortems/dropped.mdx': reviewed({
      prevent: '- [x] Not worth it @p3 due:2020-06-01 dropped:2020-05-20\n  - It costs more than the fire',
    }),
    'postmortems/burning.mdx': `${openPostmortem('Zero').replace('severity: 1', 'severity: 0')}
## Prevent

- [ ] Nobody's, and without a date

## Next actions

- [ ] Call the brigade @p4
`,
  };
  for (let at = 0; at < 4; at += 1)
    files[`postmortems/same-day-${at}.mdx`] = reviewed({
      title: `Same day ${at}`,
      day: '2021-05-04',
      facts: 'systems: [s2]\ntags: [again]\n',
      risks: '- Again system:s2',
    });
  return files;
}

/** One fire, and nothing else at all. */
export const barestContent: ContentFiles = { 'postmortems/fire.mdx': openPostmortem('Fire') };
