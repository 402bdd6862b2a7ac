import type { Place } from '../diagnostic.ts';
import { completeBody } from './complete-body.ts';
import { completeFacts } from './complete-facts.ts';
import { completeLink } from './complete-link.ts';
import type { Library } from './library.ts';
import { type Completion, namesIn, type Proposals, type Spot, systemProposals } from './proposals.ts';
import { onLine } from './range.ts';
import { kindOf, scan } from './scan.ts';

/** What could be written at a place, the likeliest first. */
export function completionsAt(library: Library, path: string, place: Place): Completion[] {
  const lines = scan(path, library.textOf(path) ?? '');
  const line = lines.find(({ number }) => number === place.line);
  if (line === undefined || line.region === 'code') return [];
  const before = line.text.slice(0, place.column - 1);
  const spot: Spot = { library, path, line, lines, before };
  const found = proposalsAt(spot);
  if (found === null) return [];
  const range = onLine(place.line, before.length - found.typed.length, before.length);
  return found.proposals.map((proposal) => ({ ...proposal, range }));
}

function proposalsAt(spot: Spot): Proposals | null {
  const kind = kindOf(spot.path);
  if (kind === 'systems') return completeDependsOn(spot);
  if (kind === 'postmortem' && spot.line.region === 'front-matter') return completeFacts(spot);
  if (spot.line.region !== 'text') return null;
  return completeLink(spot) ?? (kind === 'postmortem' ? completeBody(spot) : null);
}

function completeDependsOn({ library, before }: Spot): Proposals | null {
  const [, written = '', typed] = /dependsOn:\s*\[((?:[^\]]*,)?\s*)([\w-]*)$/.exec(before) ?? [];
  return typed === undefined ? null : { typed, proposals: systemProposals(library, namesIn(written)) };
}
