import type { List, Nodes } from 'mdast';
import { closest } from '../catalog/closest.ts';
import { type Place, type Problem, problem } from '../diagnostic.ts';
import type { Comment, Document } from '../document/document.ts';
import { canBeDisabled, isKnownRule, ruleNames } from '../rules.ts';

/** What comments of a file switch off in it. */
export interface Disabled {
  /** Whether a comment speaks for what a rule found there. */
  covers(rule: string, place: Place): boolean;
  /** What is wrong with the comments, once everything found was asked about. */
  problems(): Problem[];
}

const directive = /^disable(?:\s+([a-z][\w-]*(?:\s*,\s*[a-z][\w-]*)*))?\s*(?:(:)\s*([\s\S]*))?$/i;

interface Directive {
  /** Empty for all rules that judge what is said. */
  names: string[];
  reason: string;
  place: Place;
  /** Of the blocks it holds for, as places. */
  stretches: { start: Place; end: Place }[];
  used: Set<string>;
}

/**
 * Reads comments such as `disable blame-words: a quotation`. On lines of its own such a comment holds for the block that
 * follows, and for a heading right above it; at the end of what it stands in, or inside a paragraph, for what it stands in.
 *
 * @param isOn Whether a rule is in use: one that is off has nothing to disable.
 */
export function readDisabled(document: Document, isOn: (rule: string) => boolean): Disabled {
  const { source } = document;
  const directives: Directive[] = [];
  for (const comment of document.comments) {
    const found = directive.exec(comment.text);
    if (found === null) continue;
    const [, written = '', colon, reason = ''] = found;
    const names = written === '' ? [] : written.split(/\s*,\s*/).map((name) => name.toLowerCase());
    // "disable alerts" is a sentence; "disable blame-words" forgot its reason.
    if (colon === undefined && !names.every((name) => name.includes('-') || canBeDisabled(name))) continue;
    directives.push({
      names,
      reason: reason.trim(),
      place: source.placeAt(comment.start),
      stretches: blocksOf(document, comment).map(({ position }) => ({
        start: source.placeAt(position?.start.offset ?? 0),
        end: source.placeAt(position?.end.offset ?? 0),
      })),
      used: new Set(),
    });
  }
  return {
    covers(rule, place) {
      let covered = false;
      for (const { names, stretches, used } of directives) {
        // Nobody lets a secret pass without saying that it is one.
        if (names.length > 0 ? !names.includes(rule) : rule === 'secret') continue;
        if (!stretches.some(({ start, end }) => !isBefore(place, start) && !isBefore(end, place))) continue;
        used.add(rule);
        covered = true;
      }
      return covered;
    },
    problems: () => directives.flatMap((one) => problemsOf(one, isOn)),
  };
}

function problemsOf({ names, reason, place, used }: Directive, isOn: (rule: string) => boolean): Problem[] {
  const problems: Problem[] = [];
  const known = names.filter((name) => canBeDisabled(name));
  for (const name of names) {
    if (canBeDisabled(name)) continue;
    if (isKnownRule(name)) {
      const message = `${name} looks after how a file is written, and no comment can disable it.`;
      const hint = `Mend what it finds; or weigh it otherwise for all files, under rules in settings.yaml.`;
      problems.push({ ...problem('disable-name', place, message, hint), severity: 'warning' });
      continue;
    }
    const near = closest(name, ruleNames.filter(canBeDisabled));
    const message = `There is no rule ${name} to disable.`;
    const hint =
      near === null
        ? 'A rule’s name stands at the end of the line of each message of npm run check.'
        : `Did you mean ${near}?`;
    problems.push({ ...problem('disable-name', place, message, hint), severity: 'warning' });
  }
  if (reason === '') {
    const which = names.length === 0 ? 'disable' : `disable ${names.join(', ')}`;
    const message = 'This comment disables a rule and does not say why. Whoever reads it next will ask.';
    const hint = `Write {/* ${which}: and the reason in a few words */}`;
    problems.push({ ...problem('disable-reason', place, message, hint), severity: 'warning' });
  }
  const idle = known.filter((name) => !used.has(name) && isOn(name));
  if ((names.length === 0 && used.size === 0) || (idle.length > 0 && idle.length === names.length)) {
    const message =
      names.length === 0
        ? 'This comment disables nothing: no rule found anything here.'
        : `This comment disables nothing: ${idle.join(' and ')} found nothing here.`;
    problems.push({ ...problem('disable-unused', place, message, 'Delete it.'), severity: 'advice' });
  }
  return problems;
}

/** The blocks that a comment speaks for. */
function blocksOf({ tree }: Document, comment: Comment): Nodes[] {
  let holder: Nodes = tree;
  for (;;) {
    const inner: Nodes | undefined = childrenOf(holder).find(
      (child) => startOf(child) <= comment.start && endOf(child) >= comment.end,
    );
    if (inner === undefined || !('children' in inner)) break;
    if (!comment.alone && (inner.type === 'paragraph' || inner.type === 'heading')) {
      // The first paragraph of an item is the item's.
      return [holder.type === 'listItem' && holder.children[0] === inner ? holder : inner];
    }
    holder = inner;
  }
  const before = childrenOf(holder).findLast((child) => endOf(child) <= comment.start);
  const after = childrenOf(holder).find((child) => startOf(child) >= comment.end);
  const blocks: Nodes[] = [];
  if (before?.type === 'heading') blocks.push(before);
  if (after !== undefined) blocks.push(after);
  else if (holder.type !== 'root') blocks.push(holder);
  return blocks;
}

function childrenOf(node: Nodes): readonly Nodes[] {
  return 'children' in node ? ((node as List).children as readonly Nodes[]) : [];
}

function isBefore(a: Place, b: Place): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}

const startOf = (node: Nodes): number => node.position?.start.offset ?? 0;
const endOf = (node: Nodes): number => node.position?.end.offset ?? 0;
