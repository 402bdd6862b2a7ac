import type { FormatNote } from '../format-guide.ts';

export const dataNotes = {
  'settings-key': {
    why: 'A key with a slip in it would be passed over, and the site would quietly go on with its default.',
    examples: [
      { place: 'settings.yaml', wrong: 'timezne: Europe/Berlin', right: 'timezone: Europe/Berlin' },
      {
        place: 'settings.yaml',
        wrong: 'rules:\n  section-nme: off',
        right: 'rules:\n  section-name: off',
      },
    ],
  },
  'settings-value': {
    why: 'Settings reach every page, so a value that can’t be right is stopped before any page is made.',
    examples: [{ place: 'settings.yaml', wrong: 'timezone: Berlin', right: 'timezone: Europe/Berlin' }],
  },
  'systems-key': {
    why: 'What a misspelt key says would be lost, such as what a system depends on.',
    examples: [
      {
        place: 'systems.yaml',
        wrong: '- id: fax-gateway\n  name: Fax gateway\n  dependson: []',
        right: '- id: fax-gateway\n  name: Fax gateway\n  dependsOn: []',
      },
    ],
  },
  'systems-value': {
    why: 'A system’s id is part of its page’s address, and its name is what people read. Both are needed, and each has its form.',
    examples: [
      {
        place: 'systems.yaml',
        wrong: '- id: Fax Gateway\n  name: Fax gateway',
        right: '- id: fax-gateway\n  name: Fax gateway',
      },
    ],
  },
  'systems-duplicate': {
    why: 'Two systems of one id would share a page, and each would have the other’s incidents.',
    examples: [
      {
        place: 'systems.yaml',
        wrong: '- id: fax\n  name: Fax gateway\n- id: fax\n  name: Fax archive',
        right: '- id: fax\n  name: Fax gateway\n- id: fax-archive\n  name: Fax archive',
      },
    ],
  },
  'systems-depends-on': {
    why: 'The map of systems shows what falls with what. An arrow to nowhere would make it lie.',
    examples: [
      {
        place: 'systems.yaml',
        wrong: '- id: fax\n  name: Fax gateway\n  dependsOn: [phone-lines]',
        right:
          '- id: fax\n  name: Fax gateway\n  dependsOn: [phone-lines]\n- id: phone-lines\n  name: Phone lines',
      },
    ],
  },
  'people-key': {
    why: 'What a misspelt key says would be lost, such as the team a person is in.',
    examples: [
      {
        place: 'people.yaml',
        wrong: '- handle: ana\n  name: Ana Ribeiro\n  taem: orders',
        right: '- handle: ana\n  name: Ana Ribeiro\n  team: orders',
      },
    ],
  },
  'people-value': {
    why: 'A handle is written after an @ in many files, so it is one word, and the same everywhere.',
    examples: [
      {
        place: 'people.yaml',
        wrong: '- handle: "@ana"\n  name: Ana Ribeiro',
        right: '- handle: ana\n  name: Ana Ribeiro',
      },
    ],
  },
  'people-duplicate': {
    why: 'Two people with one handle would share a page and a calendar, and neither could tell which work is theirs.',
    examples: [
      {
        place: 'people.yaml',
        wrong: '- handle: ana\n  name: Ana Ribeiro\n- handle: ana\n  name: Ana Novak',
        right: '- handle: ana\n  name: Ana Ribeiro\n- handle: ana-n\n  name: Ana Novak',
      },
    ],
  },
} as const satisfies Record<string, FormatNote>;
