import type { ContentFiles } from './content-folder.ts';

/** Texts that run where they are taken for markup, each with a way out of another kind of place. */
export const payloads = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg onload=alert(1)>",
  '</title></style></textarea></script><script>alert(1)</script>',
  '--><script>alert(1)</script><!--',
  "{{constructor.constructor('alert(1)')()}}",
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '\u202egpj.exe\u202c \u2066left\u2069',
  '🧯'.repeat(40),
  `a${'very'.repeat(70)}longword`,
  '\u0301\u0301\u0301 Z̷̢͉̈́a̵͖͌l̶͍̕g̸̱̈́o̴̗͝',
  "'; DROP TABLE postmortems; --",
  '../../../../etc/passwd',
  '__proto__',
];

const quoted = (text: string): string => JSON.stringify(text);
/** As text that Markdown leaves alone. */
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>()#+\-.!|&~:"'$/]/g, '\\$&');

function reviewed(title: string, system: string, payload: string): string {
  const text = escaped(payload);
  return `---
title: ${quoted(title)}
status: reviewed
severity: 1
systems: [${system}]
tags: [${quoted(payload)}, queue]
raisedBy: customer
triage: system
facilitator: dana
reviewedOn: 2026-05-11
effort: 31h
---

## Summary

${text} and \`${payload.replaceAll('`', '')}\`

[${text}](https://example.com/?q=${encodeURIComponent(payload.toWellFormed())})

## Timeline

- 2026-05-04 02:10 **started, change** ${text}
- 02:20 **detected, report** ${text}
- ~02:30 **responded** ${text}
- 02:40–02:50 **mitigated** ${text}
- 03:00 **resolved** ${text}

## Hypotheses

- ${text}
  - ${text} **ruled out**

## Root causes

| ${text} | b |
| --- | --- |
| ${text} | ${text} |

~~~${payload.startsWith('<') ? 'html' : 'text'}
${payload}
~~~

\`\`\`mermaid
flowchart LR
  accTitle: ${payload.replace(/[{}]/g, '')}
  a["${payload.replaceAll('"', "'")}"] --> b["ok"]
\`\`\`

## Whys

- ${text}

  ${text}

## ${text}

<Details summary=${quoted(payload.replaceAll('"', '').replaceAll('&', ''))}>

${text}

</Details>

## Next actions

- [ ] ${text} @dana

## Detect

- ${text}
- [ ] Watch it: ${text} @dana due:2026-06-01 ticket:OPS-1

## React

- [x] Do it: ${text} @dana due:2026-06-01 done:2026-05-30

## Quick fix

- [x] Leave it: ${text} dropped:2026-05-30
  - ${text}

## Prevent

${text}

## Other areas of risk

- ${text} system:${system}
- [ ] Watch that too: ${text} @dana due:2026-06-01 system:${system}
`;
}

/** A whole folder of words that would run if anything took them for more than words. */
export function hostileContent(): ContentFiles {
  const files: ContentFiles = {
    'settings.yaml': `organisation: ${quoted(payloads[1] ?? '')}
ticketUrl: https://tickets.example.com/{id}
repository: https://example.com/repository
severities:
  - level: 1
    name: ${quoted(payloads[0] ?? '')}
    meaning: ${quoted(payloads[1] ?? '')}
    policy: ${quoted(payloads[2] ?? '')}
    postmortem: true
`,
    'people.yaml': `- { handle: dana, name: ${quoted(payloads[1] ?? '')}, team: ${quoted(payloads[0] ?? '')} }\n`,
    'systems.yaml': payloads
      .map(
        (payload, at) =>
          `- { id: s${at}, name: ${quoted(`${payload} ${at}`)}, team: ${quoted(payload)}, description: ${quoted(payload)}, dependsOn: [s0] }\n`,
      )
      .join(''),
    'handbook/guide.mdx': `---\ntitle: ${quoted(payloads[1] ?? '')}\ndescription: ${quoted(payloads[0] ?? '')}\n---\n\n## ${escaped(payloads[0] ?? '')}\n\nWords.\n`,
  };
  for (const [at, payload] of payloads.entries())
    files[`postmortems/p${at}.mdx`] = reviewed(payload, `s${at}`, payload);
  return files;
}
