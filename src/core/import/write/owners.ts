import type { Person } from '../../catalog/catalog.ts';
import { longestHandle, mentionForm } from '../../vocabulary.ts';

/**
 * The handle of somebody whom a source names: by handle, by name, or by a first name that only one person has. Where there
 * is no list of people, only a written `@handle` is one. Null where nobody can tell.
 */
export function handleOf(written: string, people: readonly Person[] | null): string | null {
  const name = written.trim().replace(/[.,;:]+$/, '');
  const bare = name.replace(/^@/, '');
  if (people === null)
    return name.startsWith('@') && mentionForm.test(bare) && bare.length <= longestHandle ? bare : null;
  const folded = fold(bare);
  const exact = people.filter(({ handle, name: full }) => fold(handle) === folded || fold(full) === folded);
  if (exact.length === 1) return exact[0]?.handle ?? null;
  const first = people.filter(({ name: full }) => fold(full).split(' ')[0] === folded);
  return exact.length === 0 && first.length === 1 ? (first[0]?.handle ?? null) : null;
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}
