import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { walk } from '../../document/plain-text.ts';
import type { Mark } from '../../vocabulary.ts';
import type { Found, ImportedFacts, Origin } from '../imported.ts';
import { type DateOrder, readSaidDate, readSaidTime, type SaidTime } from './foreign-time.ts';
import { declaredZone } from './foreign-zones.ts';
import { originOf } from './origins.ts';
import { flatText, linesOf } from './phrases.ts';
import { markOfName } from './said-marks.ts';

/** A name and a value as one line of the source has them. */
export interface SaidFact {
  name: string;
  value: string;
  origin: Origin;
}

/** Every `Name: value` that blocks say in a line, an item or a row of two cells. The blocks stay as they are. */
export function factsIn(blocks: readonly RootContent[]): SaidFact[] {
  const facts: SaidFact[] = [];
  const add = (line: readonly PhrasingContent[], origin: Origin): void => {
    const [, name, value] =
      /^\s*[-*•]?\s*([\p{L}][\p{L}\p{N} /()_-]{1,40}?)\s*(?::(?!(?<=\d:)\d\d)|\s[–—-]\s)\s*(\S[\s\S]*)$/u.exec(
        flatText(line),
      ) ?? [];
    if (name !== undefined && value !== undefined)
      facts.push({ name: name.trim(), value: value.trim(), origin });
    // `First detected 2022-03-10 11:48`
    const [, bare, time] = /^\s*([\p{L}][\p{L} ]{2,40}?)\s+(\d[\s\S]*)$/u.exec(flatText(line)) ?? [];
    if (name === undefined && bare !== undefined && time !== undefined && markOfName(bare) !== null)
      facts.push({ name: bare, value: time, origin });
  };
  walk(blocks as readonly Nodes[], (node) => {
    const origin = originOf(node);
    // Labels of GitLab, `~"severity::2"`.
    if (node.type === 'paragraph')
      for (const [, quoted, plain] of flatText(node.children).matchAll(
        /(?<=^|\s)~(?:"([^"\n]+)"|([\w:-]+))/g,
      ))
        facts.push({ name: 'label', value: quoted ?? plain ?? '', origin });
    if (node.type === 'paragraph') for (const line of linesOf(node.children)) add(line, origin);
    else if (node.type === 'tableRow' && node.children.length === 2) {
      const [name, value] = node.children.map((cell) => flatText(cell.children).trim());
      if (name && value) facts.push({ name: name.replace(/[:?]$/, ''), value, origin });
    }
    return node.type !== 'code' && node.type !== 'blockquote';
  });
  return facts;
}

/** Moments that facts name: `Start time: 2018-05-04 02:10`. */
export interface SaidMoments {
  mark: Mark;
  name: string;
  time: SaidTime;
  zone: ReturnType<typeof declaredZone>;
  origin: Origin;
}

export function momentsIn(facts: readonly SaidFact[], order: DateOrder): SaidMoments[] {
  return facts.flatMap(({ name, value, origin }) => {
    const mark = markOfName(name);
    const time = mark === null ? null : readSaidTime(value, order);
    if (mark === null || time === null || time === 'two-ways' || time.start === null) return [];
    return [{ mark, name, time, zone: declaredZone(`Time ${name}`), origin }];
  });
}

/** What facts say of the incident as a whole. The first that says something counts. */
export function foundFacts(
  facts: readonly SaidFact[],
  order: DateOrder,
): Pick<ImportedFacts, 'severity' | 'status' | 'date' | 'systems' | 'tags'> {
  const first = <Value>(name: RegExp, read: (value: string) => Value | null): Found<Value> | null => {
    for (const fact of facts) {
      const value = name.test(fact.name) ? read(fact.value) : null;
      if (value !== null) return { value, origin: fact.origin };
    }
    return null;
  };
  const all = (name: RegExp): Found<string>[] =>
    facts
      .filter((fact) => name.test(fact.name))
      .flatMap(({ value, origin }) =>
        value
          .split(/\s*[,;\n]\s*/)
          .map((part) => ({ value: part.trim().replace(/^~"?(?:service::)?|"$/gi, ''), origin })),
      )
      .filter(({ value }) => value !== '' && value.length <= 40);
  return {
    severity:
      first(/^(?:incident )?(?:severity|sev)(?: level)?$/i, shortWords) ??
      first(/^(?:incident )?priority$/i, shortWords) ??
      first(/^label$/, (value) => /^severity::.{1,30}$/i.exec(value)?.[0] ?? null),
    status: first(/^(?:incident |postmortem )?(?:status|state)$/i, statusOf),
    date: first(
      /^(?:incident date|date of (?:the )?incident|date|day|when|incident start|start time|started)\b/i,
      (value) => dateIn(value, order),
    ),
    systems: all(
      /^(?:(?:affected|impacted) )?(?:services?|systems?|components?)(?:\(s\))?(?: (?:affected|impacted))?$/i,
    ),
    tags: all(/^(?:tags?|keywords?)$/i),
  };
}

function shortWords(value: string): string | null {
  const words = value.replace(/\s+/g, ' ').trim();
  return words.length > 0 && words.length <= 40 ? words : null;
}

function statusOf(value: string): 'open' | 'resolved' | null {
  if (
    /^\W*(?:resolved|closed|complete|completed|done|fixed|final|finished|postmortem|mitigated)\b/i.test(value)
  )
    return 'resolved';
  return /^\W*(?:open|ongoing|active|investigating|identified|monitoring|in progress)\b/i.test(value)
    ? 'open'
    : null;
}

/** A day that a text begins with. */
function dateIn(text: string, order: DateOrder): string | null {
  const read = readSaidDate({ text: text.trim(), at: 0, slips: [], doubtful: false }, order);
  return read?.hasYear === true ? read.date : null;
}

/** The first whole day that a text names anywhere. */
export function dayNamed(text: string, order: DateOrder): string | null {
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}.:/-])[\p{L}\d]/gu)) {
    const found = dateIn(text.slice(index, index + 40), order);
    if (found !== null) return found;
  }
  return null;
}
