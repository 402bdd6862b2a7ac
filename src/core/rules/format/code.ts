import type { FormatNote } from '../format-guide.ts';

export const codeNotes = {
  'mdx-syntax': {
    why: 'MDX reads `<` and `{` as the start of something. In prose they are usually just less-than and a brace, and the message shows how to write them so.',
    mended: true,
    examples: [
      { place: 'prose', wrong: 'Answers took <5 ms until noon.', right: 'Answers took &lt;5 ms until noon.' },
      { place: 'prose', wrong: '<!-- ask the vendor -->', right: '{/* ask the vendor */}' },
    ],
  },
  'code-import': {
    why: 'A postmortem is data, never code: nobody should have to trust a file to read it. A sentence that begins with a small “import” looks like code, too.',
    examples: [
      {
        place: 'prose',
        wrong: "import Chart from './chart.tsx'",
        right: 'The chart is in [the vendor’s report](https://example.com/report).',
      },
      { place: 'prose', wrong: 'export of invoices stopped.', right: 'Export of invoices stopped.' },
    ],
  },
  'code-expression': {
    why: 'Braces would run what stands in them. In a postmortem they are almost always a placeholder, so they are written as plain braces or between backticks.',
    mended: true,
    examples: [
      {
        place: 'prose',
        wrong: 'Mails began with “Hello {name}”.',
        right: 'Mails began with “Hello \\{name\\}”.',
      },
    ],
  },
  'code-component': {
    why: 'Three components are enough to stress, fold away and show. A closed list keeps every postmortem readable as plain text, ten years on.',
    examples: [
      {
        place: 'body',
        wrong: '<Warning>Don’t restart the queue.</Warning>',
        right: '<Callout type="warning">\n\nDon’t restart the queue.\n\n</Callout>',
      },
    ],
  },
  'code-html': {
    why: 'HTML from many hands makes a page that is hard to read aloud, to print and to keep safe. Markdown does nearly everything.',
    examples: [{ place: 'prose', wrong: '<b>All</b> orders waited.', right: '**All** orders waited.' }],
  },
  'component-attribute': {
    why: 'A picture without words is nothing to whoever can’t see it, and a misspelt attribute is one that silently does nothing.',
    examples: [
      {
        place: 'body',
        wrong: '<Figure src="./queue.svg" />',
        right: '<Figure src="./queue.svg" alt="The queue grows from two o’clock on" />',
        beside: { 'postmortems/queue.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' },
      },
    ],
  },
  'image-script': {
    why: 'A vector image is a small document and can hold a program, which would run with the rights of this site. Drawings don’t need one.',
    examples: [
      {
        place: 'image',
        wrong: '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
        right: '<svg xmlns="http://www.w3.org/2000/svg"/>',
      },
    ],
  },
  'link-script': {
    why: 'An HTML page saved from a monitor runs its scripts when a reader opens it here. As PDF, picture or text it tells the same.',
    examples: [
      {
        place: 'body',
        wrong: '[The monitor at noon](./monitor.html)',
        right: '[The monitor at noon](./monitor.txt)',
        beside: { 'postmortems/monitor.html': '<p>Full</p>', 'postmortems/monitor.txt': 'Full' },
      },
    ],
  },
  'link-scheme': {
    why: 'Some addresses run code or open programs on a reader’s machine. A link on a page that everybody trusts should only ever lead somewhere.',
    examples: [
      {
        place: 'prose',
        wrong: 'See [the runbook](file:///home/dana/runbook.pdf).',
        right: 'See [the runbook](https://example.com/runbook).',
      },
    ],
  },
} as const satisfies Record<string, FormatNote>;
