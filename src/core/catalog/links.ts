import { type Diagnostic, inFile, type Problem, problem } from '../diagnostic.ts';
import type { LinkTarget } from '../document/document.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { shortened } from '../shortened.ts';
import type { HandbookPage, Reference } from './catalog.ts';
import { closest } from './closest.ts';
import { anchorsOf, type Places, postmortemPath } from './places.ts';
import { relativeLink, type Target, targetOf } from './target.ts';

/** Near names are looked for this often in one run, so that thousands of broken links stay cheap to report. */
const suggestionLimit = 200;

interface Reader {
  places: Places;
  files: ReadonlySet<string>;
  /** Anchors by path, gathered when first asked for. */
  anchors: Map<string, ReadonlySet<string>>;
  suggest(path: string, kind: LinkTarget['kind']): string | null;
  /** The content folder from the project's root, with a slash at its end. */
  folder: string;
}

/** Follows every link and image of all documents: what refers to what, and what leads nowhere. Nothing counts that `unused` ones refer to. */
export function followLinks(
  places: Places,
  files: ReadonlySet<string>,
  unused: readonly Postmortem[],
): { references: Reference[]; diagnostics: Diagnostic[] } {
  const reader: Reader = { places, files, anchors: new Map(), suggest: suggester(places, files), folder: '' };
  const references: Reference[] = [];
  const diagnostics: Diagnostic[] = [];
  const follow = (path: string, { file, document }: Postmortem | HandbookPage): void => {
    const problems: Problem[] = [];
    reader.folder = file.slice(0, -path.length);
    for (const link of document.links) {
      const found = checkTarget(reader, path, link);
      if (found !== null) problems.push(found);
    }
    for (const diagnostic of inFile(file, problems)) diagnostics.push(diagnostic);
  };
  for (const [path, postmortem] of places.postmortems) {
    follow(path, postmortem);
    for (const reference of referencesOf(places, path, postmortem)) references.push(reference);
  }
  for (const [path, page] of places.handbook) follow(path, page);
  for (const postmortem of unused) {
    const path = postmortemPath(postmortem);
    // Where an earlier version stands in, it was followed already.
    if (!places.postmortems.has(path)) follow(path, postmortem);
  }
  return { references, diagnostics };
}

// Where a link leads is a matter of its words and its file's place, so it holds from one reading to the next.
const targets = new WeakMap<LinkTarget, { from: string; target: Target }>();

function targetFrom(from: string, link: LinkTarget): Target {
  const known = targets.get(link);
  if (known?.from === from) return known.target;
  const target = targetOf(from, link.url);
  targets.set(link, { from, target });
  return target;
}

function referencesOf(places: Places, path: string, { id, document }: Postmortem): Reference[] {
  const references = new Map<string, Reference>();
  for (const link of document.links) {
    if (link.kind !== 'link') continue;
    const target = targetFrom(path, link);
    if (target.kind !== 'content') continue;
    const to = places.postmortems.get(target.path);
    if (to === undefined || to.id === id) continue;
    const anchor = target.anchor || null;
    references.set(`${to.id}#${anchor ?? ''}`, { from: id, to: to.id, anchor });
  }
  return [...references.values()];
}

function checkTarget(reader: Reader, path: string, link: LinkTarget): Problem | null {
  const { kind, url, place } = link;
  const target = targetFrom(path, link);
  switch (target.kind) {
    case 'elsewhere':
      if (kind === 'link' || target.scheme === 'mail') return null;
      return problem(
        'image-elsewhere',
        place,
        `The image ${shown(url)} lies on another host, and pages fetch nothing from other hosts.`,
        'Save it beside this file and write ![what it shows](./its-name.png), or make it a link: [what it shows](address).',
      );
    case 'here':
      return target.anchor === ''
        ? null
        : checkAnchor(reader, path, path, target.anchor, { kind, url, place });
    case 'outside':
      return problem(
        'link-outside',
        place,
        `The ${kind} ${shown(url)} leaves the content folder, and what lies there is not published.`,
        'Copy the file beside this one and link to the copy, or link to its web address.',
      );
    case 'absolute':
      return problem(
        'link-absolute',
        place,
        `The ${kind} ${shown(url)} begins with a slash; links inside the knowledge base are relative to this file.`,
        `Write the way from this file to the other one, for example ${relativeLink(path, 'postmortems/its-name.mdx')}`,
      );
    case 'forbidden':
      return problem(
        'link-scheme',
        place,
        `The ${kind} ${shown(url)} is of a kind that pages don't carry; http, https, mailto and relative ones work.`,
        'Write the address with https:// in front, or the path to a file beside this one.',
      );
    case 'content':
      if (kind === 'image')
        return isAsset(reader.files, target.path)
          ? null
          : missing(reader, path, target.path, { kind, url, place });
      if (reader.places.postmortems.has(target.path) || reader.places.handbook.has(target.path))
        return target.anchor
          ? checkAnchor(reader, path, target.path, target.anchor, { kind, url, place })
          : null;
      if (reader.files.has(target.path) && runsWhenOpened.test(target.path))
        return problem(
          'link-script',
          place,
          `The file ${shown(url)} could run as code when somebody opens it, with the rights of this site.`,
          'Save it as PDF, as a picture or as plain text (.txt), and link to that.',
        );
      // A page that is there but can't be read has problems of its own; that it is missing is none of them.
      return isAsset(reader.files, target.path) || (reader.files.has(target.path) && isPage(target.path))
        ? null
        : missing(reader, path, target.path, { kind, url, place });
  }
}

/** Files that browsers open as documents or programs of the site's own. */
const runsWhenOpened = /\.(?:s?html?|xht(?:ml)?|xml|xslt?|svgz|mht(?:ml)?|m?js|wasm|swf|hta)$/i;

/** Whether a file is copied to the site as it is. */
function isAsset(files: ReadonlySet<string>, path: string): boolean {
  return files.has(path) && !isPage(path) && !/\.ya?ml$/.test(path);
}

function isPage(path: string): boolean {
  return /^(?:postmortems|handbook)\/.*\.mdx$/.test(path);
}

function missing(reader: Reader, path: string, wanted: string, { kind, url, place }: LinkTarget): Problem {
  const rule = kind === 'image' ? 'image-missing' : 'link-missing';
  if (reader.files.has(wanted))
    return problem(
      rule,
      place,
      `The ${kind} ${shown(url)} leads to ${reader.folder}${shown(wanted)}, which is no ${kind === 'image' ? 'image' : 'page and is not published'}.`,
      kind === 'image'
        ? 'Put an image beside this file, or make it a link: [its title](./its-name.mdx).'
        : 'Say what it holds in your own words instead.',
    );
  const near = reader.suggest(wanted, kind);
  return problem(
    rule,
    place,
    `There is no file ${reader.folder}${shown(wanted)}, to which the ${kind} ${shown(url)} leads.`,
    near === null
      ? `Put the file there, or correct the path; it starts from the folder of this file.`
      : `Did you mean ${relativeLink(path, near)}?`,
  );
}

function checkAnchor(
  reader: Reader,
  from: string,
  to: string,
  anchor: string,
  { url, place }: LinkTarget,
): Problem | null {
  const known = anchorsAt(reader, to);
  if (known.has(anchor)) return null;
  const near = closest(anchor, known);
  const page = from === to ? 'This page' : `${reader.folder}${to}`;
  return problem(
    'link-anchor',
    place,
    `${page} has no place called #${shown(anchor)}, to which the link ${shown(url)} leads.`,
    near === null
      ? `Its places are ${
          [...known]
            .slice(0, 8)
            .map((name) => `#${name}`)
            .join(', ') || 'none'
        }${known.size > 8 ? ', …' : ''}`
      : `Did you mean ${from === to ? '' : relativeLink(from, to)}#${near}?`,
  );
}

function anchorsAt(reader: Reader, path: string): ReadonlySet<string> {
  const known = reader.anchors.get(path);
  if (known !== undefined) return known;
  const postmortem = reader.places.postmortems.get(path);
  const anchors =
    postmortem === undefined
      ? new Set(reader.places.handbook.get(path)?.document.anchors)
      : anchorsOf(postmortem);
  reader.anchors.set(path, anchors);
  return anchors;
}

/** Looks for the path a person meant: the same name elsewhere, a forgotten ending, or a slip of the pen. */
function suggester(places: Places, files: ReadonlySet<string>): Reader['suggest'] {
  const named = {
    image: lazily(() => byName([...files].filter((path) => isAsset(files, path)))),
    link: lazily(() =>
      byName(
        [...files, ...places.handbook.keys(), ...places.postmortems.keys()].filter(
          (path) => !/\.ya?ml$/.test(path),
        ),
      ),
    ),
  };
  const answers = new Map<string, string | null>();
  const look = (wanted: string, kind: LinkTarget['kind']): string | null => {
    const paths = named[kind]();
    const name = nameOf(wanted);
    const same = paths.get(name) ?? paths.get(`${name}.mdx`) ?? paths.get(name.replace(/\.md$/, '.mdx'));
    if (same !== undefined) return same;
    const near = closest(name, paths.keys());
    return near === null ? null : (paths.get(near) ?? null);
  };
  return (wanted, kind) => {
    const key = `${kind} ${wanted}`;
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = answers.size < suggestionLimit ? look(wanted, kind) : null;
    answers.set(key, answer);
    return answer;
  };
}

function byName(paths: Iterable<string>): Map<string, string> {
  return new Map([...paths].map((path) => [nameOf(path), path]));
}

function lazily<Value>(make: () => Value): () => Value {
  let made: Value | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}

const shown = (text: string): string => shortened(text, 120);
