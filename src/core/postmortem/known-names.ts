import { hintForCreating, hintsForLacking, type Lacking } from '../catalog/lines-to-add.ts';
import { type Fix, type Place, type Problem, problem } from '../diagnostic.ts';
import type { Document } from '../document/document.ts';
import { withFix } from '../fix/fix.ts';
import { longestHandle } from '../vocabulary.ts';
import type { Postmortem } from './postmortem.ts';

/** The names that a file gives; null where there is no such file. */
export type NamesOfFile = ReadonlySet<string> | 'unreadable' | null;

/** The names that `systems.yaml` and `people.yaml` give. */
export interface KnownNames {
  systemIds: NamesOfFile;
  handles: NamesOfFile;
}

export interface Mention {
  name: string;
  /** Asked only when something is wrong: places in front matter are costly. */
  place(): Place;
}

/** People whom another file than a postmortem names and nobody knows. */
export function unknownHandles(mentions: readonly Mention[], handles: NamesOfFile): Problem[] {
  if (handles === null || handles === 'unreadable') return [];
  return lackingHandles(mentions, handles).map(({ name, place, hint }) => handleProblem(name, place(), hint));
}

/** Systems and people that a postmortem names and nobody else knows. */
export function nameProblems(
  postmortem: Pick<Postmortem, 'questions' | 'nextActions'>,
  document: Document,
  { systemIds, handles }: KnownNames,
): Problem[] {
  const named = handleMentions(postmortem, document);
  const isLong = ({ name }: Mention): boolean => [...name].length > longestHandle;
  return [
    ...named.filter(isLong).map(({ name, place }) => lengthProblem(name, place())),
    // What is wrong with the file itself is reported there, and not once more wherever it is used.
    ...(systemIds === 'unreadable' ? [] : systemProblems(systemMentions(postmortem, document), systemIds)),
    ...(handles === null || handles === 'unreadable'
      ? []
      : handleProblems(
          named.filter((mention) => !isLong(mention)),
          handles,
          document,
        )),
  ];
}

function systemProblems(mentions: readonly Mention[], systemIds: ReadonlySet<string> | null): Problem[] {
  const [first] = mentions;
  if (systemIds === null)
    return first === undefined
      ? []
      : [
          problem(
            'systems-file',
            first.place(),
            `This postmortem names the system "${first.name}", but there is no systems.yaml that says what it is.`,
            hintForCreating('systems.yaml', [...new Set(mentions.map(({ name }) => name))]),
          ),
        ];
  return lacking(mentions, { known: systemIds, file: 'systems.yaml' }).map(({ name, place, hint }) =>
    problem('system-unknown', place(), `The system "${name}" is not in systems.yaml.`, hint),
  );
}

function handleProblems(
  mentions: readonly Mention[],
  handles: ReadonlySet<string>,
  { source }: Document,
): Problem[] {
  return lackingHandles(mentions, handles).map(({ name, place, hint }) => {
    const at = place();
    return withFix(handleProblem(name, at, hint), handleFix(name, at, { source, handles }));
  });
}

function lackingHandles(mentions: readonly Mention[], handles: ReadonlySet<string>): HintedMention[] {
  return lacking(mentions, { known: handles, file: 'people.yaml' });
}

function handleProblem(name: string, place: Place, hint: string): Problem {
  return problem('handle-unknown', place, `Nobody in people.yaml has the handle "${name}".`, hint);
}

/** `@ana.` at the end of a sentence, or `@Ana`: the handle itself with a slip of the hand. A near name may be somebody else. */
function handleFix(
  name: string,
  place: Place,
  { source, handles }: { source: Document['source']; handles: ReadonlySet<string> },
): Fix | null {
  const plain = name.replace(/[.,;_-]+$/, '').toLowerCase();
  const [meant, ...others] = [...handles].filter((handle) => handle.toLowerCase() === plain);
  if (meant === undefined || others.length > 0) return null;
  const written = source.line(place.line).slice(place.column - 1);
  const sign = written.startsWith('@') ? 1 : 0;
  if (!written.startsWith(name, sign)) return null;
  const column = place.column + sign;
  return {
    title: `Write ${sign === 1 ? '@' : ''}${meant}`,
    edits: [{ start: { ...place, column }, end: { ...place, column: column + name.length }, text: meant }],
  };
}

function lengthProblem(name: string, place: Place): Problem {
  return problem(
    'handle-length',
    place,
    `A handle has at most ${longestHandle} letters, so that its page can be a folder; this one has ${[...name].length}.`,
    `Write a short name, like ${[...name].slice(0, 8).join('')}.`,
  );
}

function systemMentions({ questions }: Pick<Postmortem, 'questions'>, document: Document): Mention[] {
  const { systems } = document.frontMatter ?? {};
  const affected = Array.isArray(systems)
    ? systems.flatMap((name: unknown, at) =>
        typeof name === 'string' && couldBeName(name)
          ? [{ name, place: () => document.frontMatterPlace(['systems', at], 'value') }]
          : [],
      )
    : [];
  const { ideas = [], improvements = [] } = questions['other-areas-of-risk'] ?? {};
  const threatened = [...ideas, ...improvements].flatMap(({ systems, systemPlaces, place }) =>
    systems.map((name, at) => ({ name, place: () => systemPlaces[at] ?? place })),
  );
  return [...affected, ...threatened];
}

/** Everyone whom a postmortem names by a handle. */
export function handleMentions(
  { questions, nextActions }: Pick<Postmortem, 'questions' | 'nextActions'>,
  document: Document,
): Mention[] {
  const { facilitator } = document.frontMatter ?? {};
  const owned = [...Object.values(questions).flatMap(({ improvements }) => improvements), ...nextActions];
  return [
    ...(typeof facilitator === 'string' && couldBeName(facilitator)
      ? [{ name: facilitator, place: () => document.frontMatterPlace(['facilitator'], 'value') }]
      : []),
    ...owned.flatMap(({ owner, ownerPlace, place }) =>
      owner === null ? [] : [{ name: owner, place: () => ownerPlace ?? place }],
    ),
  ];
}

/** Whether a value in front matter has the form of a name; what has not is reported with the front matter. */
function couldBeName(text: string): boolean {
  return text !== 'TBD' && /^[\p{L}\p{N}_][\p{L}\p{N}_./-]*$/u.test(text);
}

interface HintedMention extends Mention {
  /** What to do about it. */
  hint: string;
}

function lacking(mentions: readonly Mention[], list: Lacking): HintedMention[] {
  const unknown = mentions.filter(({ name }) => !list.known.has(name));
  const hints = hintsForLacking(
    unknown.map(({ name }) => name),
    list,
  );
  return unknown.map((mention, at) => ({ ...mention, hint: hints[at] ?? '' }));
}
