import type { FormatNote } from '../format-guide.ts';

export const fileNotes = {
  'file-id': {
    why: 'A file’s name becomes its page’s address, which people paste into chats and type from paper. Plain small letters survive all of that, on every disk.',
    examples: [
      {
        place: 'file-name',
        wrong: 'postmortems/2026-03-09 Receipts twice.mdx',
        right: 'postmortems/2026-03-09-receipts-twice.mdx',
      },
    ],
  },
  'file-ending': {
    why: 'Only `.mdx` files become pages. A `.md` beside them looks as if it were one, and would be missed on the day somebody needs it.',
    examples: [
      {
        place: 'file-name',
        wrong: 'postmortems/receipts-twice.md',
        right: 'postmortems/receipts-twice.mdx',
      },
    ],
  },
  'file-place': {
    why: 'Pages are made of what lies in `postmortems/` and `handbook/`. Work that somebody put elsewhere should not vanish quietly.',
    weight: 'warning',
    examples: [{ place: 'file-name', wrong: 'receipts-twice.mdx', right: 'postmortems/receipts-twice.mdx' }],
  },
  'file-size': {
    why: 'A page of more than two megabytes is a log with a story somewhere in it. Readers want the story; the log can lie beside it.',
    examples: [
      {
        place: 'in-words',
        wrong: 'A file of 2,000,001 bytes, most of them a log pasted under Artifacts.',
        right: 'The log in a file of its own, `mail-queue.log`, and a link to it under Artifacts.',
      },
    ],
  },
  'file-encoding': {
    why: 'UTF-8 is what every editor, browser and forge agrees on. In anything else José loses his accent, or the file can’t be read at all.',
    examples: [
      {
        place: 'in-words',
        wrong: 'A file saved as Latin-1, with one é in it.',
        right: 'The same file, saved as UTF-8.',
      },
    ],
  },
  'file-unreadable': {
    why: 'A file that can’t be opened can’t be published, and its absence would look like a decision.',
    examples: [
      {
        place: 'in-words',
        wrong: 'A folder that is called `settings.yaml`.',
        right: 'A file that is called `settings.yaml`.',
      },
    ],
  },
  'symbolic-link': {
    why: 'A link may lead out of the content folder, to something nobody meant to publish. So links are left out, and you are told.',
    weight: 'warning',
    examples: [
      {
        place: 'in-words',
        wrong: '`postmortems/fax.mdx`, a symbolic link to a file in another folder.',
        right: '`postmortems/fax.mdx`, the file itself.',
      },
    ],
  },
  'text-control-character': {
    why: 'Characters that can’t be seen come along when a terminal is copied. They break feeds and calendars, and nobody finds them by looking.',
    examples: [
      {
        place: 'prose',
        wrong: 'The queue said \u001b[31mfull.',
        right: 'The queue said “full”.',
        note: 'The wrong line holds an escape character, which most fonts don’t show.',
      },
    ],
  },
  'paragraph-length': {
    why: 'A paragraph of ten thousand characters is a log that lost its line breaks. Between two lines of ``` it is shown as what it is.',
    examples: [
      {
        place: 'in-words',
        wrong: 'A stack trace of 10,001 characters, pasted as a paragraph.',
        right: 'The same stack trace between two lines of ```.',
      },
    ],
  },
  'nesting-depth': {
    why: 'Lists in lists a hundred times over can stop a program that reads them, and no person reads that far in.',
    examples: [
      {
        place: 'in-words',
        wrong: 'A list in a list, 101 levels deep.',
        right: 'The innermost item, in a list of its own.',
      },
    ],
  },
  'yaml-limit': {
    why: 'A few lines of YAML can unfold into gigabytes. Nobody does that by accident, and the build should not stop for whoever does it on purpose.',
    examples: [
      {
        place: 'in-words',
        wrong: 'A `systems.yaml` whose lists stand in lists, a hundred levels deep.',
        right: 'A `systems.yaml` that is one list of systems.',
      },
    ],
  },
  'yaml-syntax': {
    why: 'Where YAML can’t be read, nothing after it can be trusted. The usual cause is a colon in a title, and quotes settle it.',
    examples: [
      {
        place: 'front-matter',
        wrong: 'title: Fax: no orders left',
        right: 'title: "Fax: no orders left"',
      },
    ],
  },
} as const satisfies Record<string, FormatNote>;
