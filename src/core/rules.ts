import type { Diagnostic, Weight } from './diagnostic.ts';

/** What a rule of `check` looks after. */
export interface Rule {
  description: string;
  /** Can't be switched off or softened: what it finds would make a page run code, or nothing would be left to publish. */
  fixed?: true;
  /** Judges what is said, not how it is written: its weight and its matter are in core/lint. */
  sense?: true;
}

/** Every rule by its permanent name. A name once published is never given another meaning. */
export const rules = {
  // Files
  'file-id': { description: 'A postmortem’s path holds only what an address can hold.' },
  'file-ending': { description: 'Postmortems and guides end in .mdx.' },
  'file-place': { description: 'Files that look meant for the product lie where it reads them.' },
  'file-size': { description: 'A file has at most 2,000,000 bytes.', fixed: true },
  'file-encoding': { description: 'A file is text in UTF-8.', fixed: true },
  'file-unreadable': { description: 'A file can be read.', fixed: true },
  'symbolic-link': { description: 'Symbolic links are not followed.' },
  'text-control-character': { description: 'Text holds no control characters.', fixed: true },
  'paragraph-length': { description: 'A paragraph has at most 10,000 characters.', fixed: true },
  'nesting-depth': { description: 'Lists and quotations are at most 100 levels deep.', fixed: true },
  'yaml-limit': { description: 'YAML is neither huge nor nested without end.', fixed: true },
  'yaml-syntax': { description: 'YAML can be read to its end.', fixed: true },

  // What would make a file code
  'mdx-syntax': {
    description: 'Tags and braces are ended, and a plain < or { is written as one.',
    fixed: true,
  },
  'code-import': { description: 'A postmortem imports and exports nothing.', fixed: true },
  'code-expression': { description: 'A postmortem holds no expressions in braces.', fixed: true },
  'code-component': { description: 'The components are Callout, Details and Figure.', fixed: true },
  'code-html': { description: 'The only HTML is br, kbd, sub, sup, mark and abbr.', fixed: true },
  'component-attribute': {
    description: 'A component has the attributes it needs, and no others.',
    fixed: true,
  },
  'image-script': { description: 'A vector image holds no script.', fixed: true },
  'link-script': { description: 'No file that could run as code is linked to.', fixed: true },
  'link-scheme': { description: 'Links begin with http:, https: or mailto:, or are relative.', fixed: true },

  // Front matter
  'front-matter-missing': { description: 'A file begins with front matter.', fixed: true },
  'front-matter-fence': { description: 'Front matter stands between --- and --- at the top.', fixed: true },
  'front-matter-required': {
    description: 'Front matter has a title, a status and a severity, and what its status asks for.',
    fixed: true,
  },
  'front-matter-key': { description: 'Front matter has only keys that are known.' },
  'front-matter-value': { description: 'The values in front matter are of their kind.', fixed: true },
  'handbook-title': { description: 'A guide has a title.', fixed: true },

  // Sections
  'heading-title': { description: 'The title stands in the front matter, not in a # heading.' },
  'heading-indented': { description: 'The heading of a section begins at the start of its line.' },
  'section-name': {
    description: 'A heading one or two letters off a known section is probably meant to be it.',
  },
  'section-duplicate': { description: 'A known section stands in a file once.' },
  'section-missing': { description: 'The sections that a status asks for are there.' },
  'section-tbd': { description: 'The sections that a status asks for are written.' },

  'footnote-lost': { description: 'Every footnote is mentioned in the text, and written once.' },

  // Timeline
  'timeline-entry': { description: 'Every item of a timeline begins with a time.' },
  'timeline-time': { description: 'Times are written HH:MM.' },
  'timeline-date': { description: 'The day of every entry can be told.' },
  'timeline-zone': { description: 'Times exist, once, in their zone.' },
  'timeline-order': { description: 'Entries stand in the order of time.' },
  'timeline-label': { description: 'Labels are spelt as they are known.' },
  'timeline-mark': { description: 'Each mark stands once, and where it can.' },
  'timeline-size': { description: 'A timeline has at most 5,000 entries.', fixed: true },
  'mark-missing': { description: 'The marks that a status asks for are there.' },

  // Questions and improvements
  'question-missing': { description: 'A reviewed postmortem has all five questions.' },
  'question-unanswered': { description: 'A reviewed postmortem answers all five questions.' },
  'question-order': { description: 'The five questions keep the order of the meeting.' },
  'improvement-owner': { description: 'After the meeting each improvement has an owner.' },
  'improvement-due': { description: 'After the meeting each improvement has a date.' },
  'improvement-id': { description: 'An improvement’s id is a slug, unique in its file.' },
  'improvement-nested': { description: 'A task stands in no other item, where it would be lost.' },
  'improvement-reason': { description: 'A dropped improvement says why.' },
  'improvement-state': { description: 'The box of an improvement and its words agree.' },
  'improvement-text': { description: 'An improvement says what is to be done.' },
  'idea-words': { description: 'Owner and date belong to improvements, not to ideas.' },
  'task-box': { description: 'The box of a task is [ ] or [x].' },
  'word-blank': { description: 'No blank stands after the colon of a word.' },
  'word-date': { description: 'Dates are days of the calendar.' },
  'word-foreign': { description: 'Words stand only where they mean something.' },
  'word-place': { description: 'Words stand at an improvement’s end.' },
  'word-twice': { description: 'A word stands once.' },
  'word-unknown': { description: 'Words are spelt as they are known.' },
  'word-value': { description: 'Words have a value of their kind.' },
  'hypothesis-verdict': { description: 'A test ends with ruled out, confirmed or inconclusive.' },

  // Names, links, pictures
  'system-unknown': { description: 'Systems are listed in systems.yaml.' },
  'systems-file': { description: 'There is a systems.yaml once a postmortem names a system.' },
  'handle-unknown': { description: 'Handles are listed in people.yaml, where there is one.' },
  'handle-length': { description: 'A handle is short enough for a page’s address.', fixed: true },
  'handle-case': { description: 'A handle is spelt in one way everywhere.' },
  'link-missing': { description: 'What is linked to is there.' },
  'link-anchor': { description: 'The heading that is linked to is there.' },
  'link-outside': { description: 'Relative links stay inside the content folder.' },
  'link-absolute': { description: 'Links inside the content are relative.' },
  'image-missing': { description: 'Images are there.' },
  'image-elsewhere': { description: 'Images lie in the content folder.' },
  'diagram-broken': { description: 'Mermaid can draw what is written for it.' },
  'diagram-reading': { description: 'A diagram says in words what it shows.' },

  // What may not be published
  secret: { description: 'No file holds a password, token or key.' },

  // Other files
  'settings-key': { description: 'settings.yaml has only keys that are known.' },
  'settings-value': { description: 'The values in settings.yaml are of their kind.', fixed: true },
  'systems-key': { description: 'systems.yaml has only keys that are known.' },
  'systems-value': { description: 'The values in systems.yaml are of their kind.', fixed: true },
  'systems-duplicate': { description: 'A system’s id is its own.', fixed: true },
  'systems-depends-on': { description: 'What a system depends on is a system.' },
  'people-key': { description: 'people.yaml has only keys that are known.' },
  'people-value': { description: 'The values in people.yaml are of their kind.', fixed: true },
  'people-duplicate': { description: 'A handle is one person’s.', fixed: true },

  'on-duty-key': { description: 'on-duty.yaml has only keys that are known.' },
  'on-duty-value': { description: 'The values in on-duty.yaml are of their kind.', fixed: true },
  'on-duty-overlap': { description: 'On each day one shift is on duty.' },
  'on-duty-gap': { description: 'Between two shifts no day is left out.' },

  // Comments that disable rules
  'disable-name': { description: 'A comment disables rules that are known and that judge what is said.' },
  'disable-reason': { description: 'A comment that disables a rule says why.' },
  'disable-unused': { description: 'A comment that disables a rule has something to disable.' },

  // What is said
  'blame-words': { description: 'What happened is told without blaming anybody.', sense: true },
  'should-have': { description: 'What people did is told, not what they should have done.', sense: true },
  'failed-to': { description: 'Nobody is said to have failed or forgotten to do something.', sense: true },
  counterfactual: { description: 'What happened is told, not what would have happened.', sense: true },
  'obvious-in-hindsight': {
    description: 'Nothing is called obvious by those who know the end.',
    sense: true,
  },
  'improvement-vague': {
    description: 'An improvement says what will be there when it is done.',
    sense: true,
  },
  'improvement-verb': { description: 'An improvement says what is to be done.', sense: true },
  'due-weekend': { description: 'No improvement is due on a weekend.', sense: true },
  'due-past': { description: 'No improvement is due before it was agreed on.', sense: true },
  'label-unknown': { description: 'A bold word behind a time is a label.', sense: true },
  'meeting-before': { description: 'The meeting is not before its incident.', sense: true },
  'root-cause-single': { description: 'An incident has more than one root cause.', sense: true },
  'why-bullet': { description: 'Each why is a bullet of its own.', sense: true },
  'why-answer': { description: 'The answer to a why stands in a bullet below it.', sense: true },
  'question-improvement': {
    description: 'A question about what took long leads to an idea or an improvement.',
    sense: true,
  },
  'task-elsewhere': { description: 'A task stands under one of the five questions.', sense: true },
  'action-bullet': { description: 'What is to be done has a box.', sense: true },
  'idea-owner': { description: 'What somebody is to do is an improvement, not an idea.', sense: true },
  'risk-bullet': { description: 'Each risk is a bullet, which the register has.', sense: true },
  'risk-box': { description: 'A box under the risks says what is to be done.', sense: true },
  'risk-promise': { description: 'What somebody will do about a risk is an improvement.', sense: true },
  'risk-system': {
    description: 'A risk that speaks of a system names it with system:, too.',
    sense: true,
  },
  'risk-answer': {
    description: 'An improvement that names a system answers a risk that names it too.',
    sense: true,
  },
  'detect-customers': { description: 'What customers found leads to something under Detect.', sense: true },
  'timeline-name': {
    description: 'The timeline of a reviewed postmortem names roles, not people.',
    sense: true,
  },
  'image-alt': { description: 'Pictures say in words what they show.', sense: true },
  'email-address': { description: 'No postmortem holds the e-mail address of a person.', sense: true },
  'card-number': { description: 'No postmortem holds the number of a payment card.', sense: true },
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules;

export const ruleNames: readonly string[] = Object.keys(rules);

export function isKnownRule(name: string): name is RuleName {
  return Object.hasOwn(rules, name);
}

/** Whether a rule judges what is said. */
export function isSenseRule(name: string): boolean {
  return isKnownRule(name) && 'sense' in rules[name];
}

/** Whether a comment in a file can disable a rule there. */
export function canBeDisabled(name: string): boolean {
  return name === 'secret' || isSenseRule(name);
}

/** Whether settings may not change a rule's weight. Nobody may soften a rule that is not known here. */
export function isFixedRule(name: string): boolean {
  return !isKnownRule(name) || 'fixed' in rules[name];
}

/** Gives every finding the weight that the settings ask for, and leaves out what they switch off. */
export function applyRuleSettings(
  diagnostics: readonly Diagnostic[],
  weights: Readonly<Record<string, Weight>>,
): Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    const weight =
      isFixedRule(diagnostic.rule) || !Object.hasOwn(weights, diagnostic.rule)
        ? undefined
        : weights[diagnostic.rule];
    if (weight === undefined) return [diagnostic];
    return weight === 'off' ? [] : [{ ...diagnostic, severity: weight }];
  });
}
