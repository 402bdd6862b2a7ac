import { compareText, type Diagnostic } from '../diagnostic.ts';
import type { OnDuty } from '../on-duty/on-duty.ts';
import type { Postmortem } from '../postmortem/postmortem.ts';
import { questions } from '../vocabulary.ts';
import type { BacklogItem, Catalog, HandbookPage, Person, Settings, System } from './catalog.ts';
import { foreseenIncidents } from './foreseen.ts';
import { spellingDiagnostics } from './handle-spellings.ts';
import { followLinks } from './links.ts';
import { placesOf } from './places.ts';

export interface CatalogParts {
  settings: Settings;
  systems: System[];
  people: Person[] | null;
  onDuty?: OnDuty | null;
  postmortems: Postmortem[];
  /** Those whose front matter can't be used: they are in no list, but where they lead is looked at too. */
  unused?: readonly Postmortem[];
  handbook: HandbookPage[];
  /** Paths of all files below `content/`, so that a link to a page that can't be read is not called missing. */
  files: ReadonlySet<string>;
}

/** Relates everything in `content/`. Reports what only shows once all files are read: links, anchors, files, and handles spelt in two ways. */
export function buildCatalog(parts: CatalogParts): { catalog: Catalog; diagnostics: Diagnostic[] } {
  const postmortems = parts.postmortems.toSorted(newestFirst);
  const handbook = parts.handbook.toSorted(asGuides);
  const { references, diagnostics } = followLinks(
    placesOf(postmortems, handbook),
    parts.files,
    parts.unused ?? [],
  );
  const catalog: Catalog = {
    settings: parts.settings,
    systems: parts.systems,
    people: parts.people,
    onDuty: parts.onDuty ?? null,
    postmortems,
    handbook,
    references,
    foreseen: foreseenIncidents(postmortems, references),
    backlog: postmortems.flatMap(backlogOf),
  };
  return {
    catalog,
    diagnostics: [...diagnostics, ...(parts.people === null ? spellingDiagnostics(postmortems) : [])],
  };
}

/** Newest first; those without a date last; ties by id. */
function newestFirst(a: Postmortem, b: Postmortem): number {
  if (a.date !== b.date) {
    if (a.date === null) return 1;
    if (b.date === null) return -1;
    return compareText(b.date, a.date);
  }
  return compareText(a.id, b.id);
}

function asGuides(a: HandbookPage, b: HandbookPage): number {
  return (
    (a.order ?? Infinity) - (b.order ?? Infinity) || compareText(a.title, b.title) || compareText(a.id, b.id)
  );
}

// A postmortem is another one once its file is, so its items hold from one reading of the content to the next.
const backlogs = new WeakMap<Postmortem, BacklogItem[]>();

function backlogOf(postmortem: Postmortem): BacklogItem[] {
  const known = backlogs.get(postmortem);
  if (known !== undefined) return known;
  const items = questions.flatMap((question) =>
    (postmortem.questions[question]?.improvements ?? []).map((improvement) => ({
      id: `${postmortem.id}#${improvement.anchor}`,
      postmortem,
      question,
      improvement,
    })),
  );
  backlogs.set(postmortem, items);
  return items;
}
