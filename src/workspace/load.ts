import { buildCatalog } from '../core/catalog/build-catalog.ts';
import type { Catalog, HandbookPage, Settings } from '../core/catalog/catalog.ts';
import { writtenNames } from '../core/catalog/listed.ts';
import { readPeople } from '../core/catalog/people.ts';
import { readSettings } from '../core/catalog/settings.ts';
import { readSystems } from '../core/catalog/systems.ts';
import { byPlace, type Diagnostic, inFile, type Problem } from '../core/diagnostic.ts';
import type { Document } from '../core/document/document.ts';
import { readDocument } from '../core/document/read-document.ts';
import { readSourceText } from '../core/document/source-text.ts';
import { readHandbookPage } from '../core/handbook/read-handbook-page.ts';
import { lint } from '../core/lint/lint.ts';
import { readOnDuty } from '../core/on-duty/read-on-duty.ts';
import { type NamesOfFile, unknownHandles } from '../core/postmortem/known-names.ts';
import type { Postmortem } from '../core/postmortem/postmortem.ts';
import { type PostmortemFile, readPostmortem } from '../core/postmortem/read-postmortem.ts';
import { applyRuleSettings } from '../core/rules.ts';
import { firstWeekProblems } from '../core/training/first-week-ids.ts';
import { listContent, readText, type TextFile, type TextRead } from './content-files.ts';
import { checkIds, checkNames, checkVectorImage } from './content-names.ts';
import type { KeptFindings } from './kept-findings.ts';
import { type LastGood, usable } from './last-good.ts';
import { displayPath, type Project } from './project.ts';

/** All of `content/`, read once: what `check`, the build, the dev server and the tests go through. */
export interface Workspace {
  project: Project;
  /** Holds what could be read, even where there are errors elsewhere. */
  catalog: Catalog;
  /** Sorted by file, line, column and rule. */
  diagnostics: Diagnostic[];
  /** Paths below the content folder that are neither MDX nor YAML, for copying what is linked to. */
  assets: Set<string>;
  /** Every MDX file that could be read, by its path in diagnostics, whatever is wrong with it. */
  documents: ReadonlyMap<string, Document>;
  /** Every file that was read, as it is written, by its path in diagnostics. */
  texts: ReadonlyMap<string, string>;
  /** Files, by their path in diagnostics, whose last good version stands in the catalog; empty unless that was asked for. */
  standIns: ReadonlySet<string>;
  /** How many files were read. */
  fileCount: number;
  /** Text of a file by its path in diagnostics, for code frames. */
  textOf(file: string): string | null;
}

/** Remembers what was read by file, so that a second load reads only what changed. Grows with the content, not with time. */
export interface LoadMemory {
  documents: Map<string, { read: TextRead; document: Document }>;
  postmortems: Map<
    string,
    { document: Document; context: string; result: ReturnType<typeof readPostmortem> }
  >;
  /** What the YAML files say, by path. */
  data: Map<string, { text: string | null; result: unknown }>;
  /** What an earlier run of the program knew of texts; null where nobody keeps that. */
  findings: KeptFindings | null;
}

export function emptyMemory(findings: KeptFindings | null = null): LoadMemory {
  return { documents: new Map(), postmortems: new Map(), data: new Map(), findings };
}

/** Texts that stand in for files, by their path below the content folder: what is typed in an editor and not saved yet. */
export type Drafts = ReadonlyMap<string, string>;

/**
 * Reads and relates the whole content folder.
 *
 * @param lastGood Is kept up to date; a file with an error is in the catalog as it last was without one.
 * @throws UsageError where the content folder is missing.
 */
export function load(
  project: Project,
  memory: LoadMemory = emptyMemory(),
  drafts: Drafts = new Map(),
  lastGood: LastGood | null = null,
): Workspace {
  const listing = listContent(project, drafts.keys());
  const textAt = (path: string): TextFile => {
    const draft = drafts.get(path);
    return draft === undefined
      ? readText(project, path, memory.documents.get(path)?.read)
      : { text: draft, stamp: null };
  };
  const diagnostics = [...listing.diagnostics];
  // One file may hold more mistakes than a function takes arguments.
  const add = (found: Iterable<Diagnostic>): void => {
    for (const diagnostic of found) diagnostics.push(diagnostic);
  };
  const texts = new Map<string, string>();
  const folder = displayPath(project, project.content);
  const shown = (path: string): string => (folder === '' ? path : `${folder}/${path}`);

  const yamlText = (path: string): string | null => {
    if (!listing.paths.includes(path)) return null;
    const read = textAt(path);
    if ('diagnostic' in read) {
      diagnostics.push(read.diagnostic);
      return null;
    }
    const { source, problems } = readSourceText(read.text);
    add(inFile(shown(path), problems));
    texts.set(shown(path), read.text);
    return source.text;
  };
  const yaml = <T>(
    path: string,
    reader: (text: string | null) => { value: T; problems: Parameters<typeof inFile>[1] },
  ): { value: T; text: string | null } => {
    const text = yamlText(path);
    const known = memory.data.get(path);
    // The same text says the same, and each path has one reader.
    const result = known?.text === text ? (known.result as ReturnType<typeof reader>) : reader(text);
    memory.data.set(path, { text, result });
    const { value, problems } = result;
    add(inFile(shown(path), problems));
    return { value, text };
  };
  const standIns = new Set<string>();
  const best = <T>(
    path: string,
    value: T,
    found: readonly Diagnostic[],
    { rules }: Pick<Settings, 'rules'>,
  ): T => {
    const { value: used, standsIn } = usable(path, value, applyRuleSettings(found, rules), lastGood);
    if (standsIn) standIns.add(shown(path));
    return used;
  };
  const foundIn = (path: string): Diagnostic[] => diagnostics.filter(({ file }) => file === shown(path));
  /** @param read The names of the entries that could be used. */
  const namesIn = (
    path: string,
    text: string | null,
    identity: string,
    read: readonly string[],
  ): NamesOfFile => {
    if (text === null) return unreadable(path) ? 'unreadable' : null;
    if (!diagnostics.some(({ file }) => file === shown(path))) return new Set(read);
    return writtenNames(text, identity) ?? 'unreadable';
  };
  const unreadable = (path: string): boolean =>
    diagnostics.some(({ file, severity }) => file === shown(path) && severity === 'error');
  const settings = yaml('settings.yaml', readSettings);
  const systems = yaml('systems.yaml', readSystems);
  const people = yaml('people.yaml', readPeople);
  const systemIds = namesIn(
    'systems.yaml',
    systems.text,
    'id',
    systems.value.map(({ id }) => id),
  );
  const handles = namesIn(
    'people.yaml',
    people.text,
    'handle',
    (people.value ?? []).map(({ handle }) => handle),
  );
  const onDuty = yaml('on-duty.yaml', readOnDuty);
  add(inFile(shown('on-duty.yaml'), unknownHandles(onDuty.value.mentions, handles)));
  const written = listing.paths.flatMap((path) => /^postmortems\/(.+)\.mdx$/.exec(path)?.[1] ?? []);
  add(
    inFile(
      shown('settings.yaml'),
      firstWeekProblems(settings.text ?? '', settings.value.firstWeek, new Set(written)),
    ),
  );
  const settingsUsed = best('settings.yaml', settings.value, foundIn('settings.yaml'), settings.value);
  const systemsUsed = best('systems.yaml', systems.value, foundIn('systems.yaml'), settingsUsed);
  const peopleUsed = best('people.yaml', people.value, foundIn('people.yaml'), settingsUsed);
  const onDutyUsed = best('on-duty.yaml', onDuty.value, foundIn('on-duty.yaml'), settingsUsed);
  const context = JSON.stringify([
    settings.text,
    systems.text,
    people.text,
    systemIds === 'unreadable',
    handles === 'unreadable',
    [...standIns],
  ]);

  const judged = (file: PostmortemFile): ReturnType<typeof readPostmortem> => {
    const reading = readPostmortem(file);
    const { readable } = reading;
    if (readable === null) return reading;
    const find = (): Problem[] =>
      lint(readable, { settings: settingsUsed, people: peopleUsed, systems: systemsUsed });
    // A file in whose place its last good version stands is not in the context.
    const found =
      memory.findings === null || standIns.size > 0
        ? find()
        : memory.findings.of(file.file, file.document.source.text, context, find);
    return { ...reading, problems: [...reading.problems, ...found] };
  };

  const documents = new Map<string, Document>();
  const readMdx = (path: string): Document | null => {
    const read = textAt(path);
    if ('diagnostic' in read) {
      diagnostics.push(read.diagnostic);
      return null;
    }
    const known = memory.documents.get(path);
    const document =
      known?.read.text === read.text
        ? known.document
        : readDocument(read.text, {
            knownSections: !path.startsWith('handbook/'),
            guideComponents: path.startsWith('handbook/'),
          });
    memory.documents.set(path, { read, document });
    texts.set(shown(path), read.text);
    documents.set(shown(path), document);
    return document;
  };

  const mdx = listing.paths.filter((path) => /\.mdx$/.test(path));
  add(checkNames(listing.paths, shown));
  add(checkIds(mdx, shown));
  const postmortems: Postmortem[] = [];
  const unused: Postmortem[] = [];
  const handbook: HandbookPage[] = [];
  for (const path of mdx) {
    const [folder] = path.split('/', 1);
    if (folder !== 'postmortems' && folder !== 'handbook') continue;
    const document = readMdx(path);
    const file = shown(path);
    const use = <T>(value: T | null, found: readonly Diagnostic[], list: T[]): void => {
      const used = best(path, value, found, settingsUsed);
      if (used !== null) list.push(used);
    };
    if (document === null) {
      if (folder === 'handbook') use(null, foundIn(path), handbook);
      else use(null, foundIn(path), postmortems);
      continue;
    }
    const id = path.slice(folder.length + 1, -'.mdx'.length);
    if (folder === 'handbook') {
      const { page, problems } = readHandbookPage({ id, file, document });
      const found = inFile(file, problems);
      add(found);
      use(page, found, handbook);
      continue;
    }
    const known = memory.postmortems.get(path);
    const result =
      known?.document === document && known.context === context
        ? known.result
        : judged({ id, file, document, settings: settingsUsed, systemIds, handles, people: peopleUsed });
    memory.postmortems.set(path, { document, context, result });
    const found = inFile(file, result.problems);
    add(found);
    use(result.postmortem, found, postmortems);
    if (result.postmortem === null && result.readable !== null) unused.push(result.readable);
  }
  forgetMissing([memory.documents, memory.postmortems], new Set(mdx));
  if (lastGood !== null) forgetMissing([lastGood], new Set(listing.paths));

  const assets = new Set(listing.paths.filter((path) => !/\.(mdx|ya?ml)$/.test(path)));
  for (const path of assets)
    if (/\.svg$/i.test(path)) {
      const read = textAt(path);
      diagnostics.push(
        ...('diagnostic' in read ? [read.diagnostic] : checkVectorImage(read.text, shown(path))),
      );
    }
  const built = buildCatalog({
    settings: settingsUsed,
    systems: systemsUsed,
    people: peopleUsed,
    onDuty: onDutyUsed.onDuty,
    postmortems,
    unused,
    handbook,
    files: new Set(listing.paths),
  });
  // What stands in is another text: places in it would mislead.
  add(built.diagnostics.filter(({ file }) => !standIns.has(file)));

  return {
    project,
    catalog: built.catalog,
    diagnostics: applyRuleSettings(diagnostics, settingsUsed.rules).sort(byPlace),
    assets,
    documents,
    texts,
    standIns,
    fileCount: texts.size,
    textOf: (file) => texts.get(file) ?? null,
  };
}

function forgetMissing(maps: readonly Map<string, unknown>[], present: ReadonlySet<string>): void {
  for (const map of maps) for (const path of map.keys()) if (!present.has(path)) map.delete(path);
}
