import type { FormatNote } from '../format-guide.ts';

const long = 'a-name-that-is-far-too-long-to-be-anybodys-handle-and-goes-on-and-on';

export const nameNotes = {
  'system-unknown': {
    why: 'A system’s page gathers what happened to it. Under a name of its own, an incident would be missing there.',
    examples: [{ place: 'front-matter', wrong: 'systems: [fax-gatway]', right: 'systems: [fax-gateway]' }],
  },
  'systems-file': {
    why: 'Once a postmortem names a system, the list has to say what that is: its name, its team, what it needs.',
    examples: [
      {
        place: 'systems.yaml',
        wrong: '',
        right: '- id: fax-gateway\n  name: Fax gateway',
        note: 'Here a postmortem says `systems: [fax-gateway]`, and there is no such file yet.',
        beside: {
          'postmortems/fax.mdx':
            '---\ntitle: Fax\nstatus: open\nseverity: 1\nsystems: [fax-gateway]\n---\n\n## Summary\n\nNo fax leaves.\n',
        },
      },
    ],
  },
  'handle-unknown': {
    why: 'Where `people.yaml` lists everybody, a handle that isn’t there is a slip, or somebody new whom the list should welcome.',
    examples: [
      {
        place: 'detect',
        wrong: '- [ ] Watch the queue @anna due:2018-06-01',
        right: '- [ ] Watch the queue @ana due:2018-06-01',
      },
    ],
  },
  'handle-length': {
    why: 'A person’s page is named after the handle, and a folder’s name can only be so long.',
    examples: [
      {
        place: 'detect',
        wrong: `- [ ] Watch the queue @${long}`,
        right: '- [ ] Watch the queue @ana',
        beside: { 'people.yaml': null },
      },
    ],
  },
  'handle-case': {
    why: '`@Ana` and `@ana` would be two people, each with half of the work.',
    weight: 'warning',
    examples: [
      {
        place: 'detect',
        wrong: '- [ ] Watch the queue @ana\n- [ ] Count failures @ana\n- [ ] Mail a list @Ana',
        right: '- [ ] Watch the queue @ana\n- [ ] Count failures @ana\n- [ ] Mail a list @ana',
        beside: { 'people.yaml': null },
      },
    ],
  },
  'link-missing': {
    why: 'Whoever follows a link at three in the morning should arrive.',
    examples: [
      {
        place: 'prose',
        wrong: 'Like [the last time](./renewd-but-not-served.mdx).',
        right: 'Like [the last time](./renewed-but-not-served.mdx).',
        beside: {
          'postmortems/renewed-but-not-served.mdx':
            '---\ntitle: Renewed\nstatus: open\nseverity: 2\n---\n\n## Summary\n\nOld certificates.\n',
        },
      },
    ],
  },
  'link-anchor': {
    why: 'A link to a place in a page that isn’t there leaves the reader at the top, searching.',
    examples: [
      {
        place: 'prose',
        wrong: 'See [what we saw](#sypmtoms).\n\n## Symptoms\n\nErrors.',
        right: 'See [what we saw](#symptoms).\n\n## Symptoms\n\nErrors.',
      },
    ],
  },
  'link-outside': {
    why: 'Only the content folder is published. What lies outside it would be a dead link on the site.',
    examples: [
      {
        place: 'prose',
        wrong: 'See [the logs](../../logs/fax.txt).',
        right: 'See [the logs](./fax.txt).',
        beside: { 'postmortems/fax.txt': 'full' },
      },
    ],
  },
  'link-absolute': {
    why: 'Relative links work on the site, on the forge and in your editor, wherever the site is published.',
    examples: [
      {
        place: 'prose',
        wrong: 'Like [the last time](/postmortems/renewed-but-not-served/).',
        right: 'Like [the last time](./renewed-but-not-served.mdx).',
        beside: {
          'postmortems/renewed-but-not-served.mdx':
            '---\ntitle: Renewed\nstatus: open\nseverity: 2\n---\n\n## Summary\n\nOld certificates.\n',
        },
      },
    ],
  },
  'image-missing': {
    why: 'A broken picture says to every reader that nobody looked at the page.',
    examples: [
      {
        place: 'prose',
        wrong: '![The queue grows](./quue.svg)',
        right: '![The queue grows](./queue.svg)',
        beside: { 'postmortems/queue.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' },
      },
    ],
  },
  'image-elsewhere': {
    why: 'Pictures on other hosts disappear, and tell those hosts who reads about your incidents. A copy beside the file stays.',
    examples: [
      {
        place: 'prose',
        wrong: '![The queue grows](https://example.com/queue.svg)',
        right: '![The queue grows](./queue.svg)',
        beside: { 'postmortems/queue.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' },
      },
    ],
  },
  'diagram-broken': {
    why: 'Diagrams are drawn when the site is built. One that can’t be drawn is told here, at its line, and not as a hole in the page.',
    examples: [
      {
        place: 'body',
        wrong: '```mermaid\nflowchart LR\n  accTitle: The way of a fax\n  queue -> fax\n```',
        right: '```mermaid\nflowchart LR\n  accTitle: The way of a fax\n  queue --> fax\n```',
      },
    ],
  },
  'diagram-reading': {
    why: 'Some readers hear a page. `accTitle` says in a line what the diagram shows.',
    weight: 'warning',
    examples: [
      {
        place: 'body',
        wrong: '```mermaid\nflowchart LR\n  queue --> fax\n```',
        right: '```mermaid\nflowchart LR\n  accTitle: The way of a fax\n  queue --> fax\n```',
      },
    ],
  },
} as const satisfies Record<string, FormatNote>;
