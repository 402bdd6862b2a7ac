import { slug } from 'github-slugger';
import type { z } from 'zod';
import { personSchema } from '../catalog/people.ts';
import { systemSchema } from '../catalog/systems.ts';
import type { Place } from '../diagnostic.ts';
import { type Location, linksToAnchor, locationsOf, mentionAt } from './definition.ts';
import type { Library } from './library.ts';
import { mentionsIn } from './mentions.ts';
import type { Range } from './range.ts';

/** What can be given another name at a place: a system, a handle, or an improvement's `id:`. Null where nothing can. */
export function renamable(
  library: Library,
  path: string,
  place: Place,
): { range: Range; name: string } | null {
  const mention = mentionAt(library, path, place);
  return mention?.kind === 'system' || mention?.kind === 'person' || mention?.kind === 'improvement'
    ? { range: mention.range, name: mention.name }
    : null;
}

/** Where another name is to be written, or why it can't be that one. */
export type Renaming = { locations: Location[] } | { refusal: string };

/** Gives what stands at a place another name, wherever it is named in the content. */
export function renameAt(library: Library, path: string, place: Place, name: string): Renaming {
  const mention = mentionAt(library, path, place);
  switch (mention?.kind) {
    case 'system': {
      const form = systemSchema.shape.id.safeParse(name);
      if (!form.success) return { refusal: saidOf(form.error) };
      if (name !== mention.name && library.catalog.systems.some(({ id }) => id === name))
        return { refusal: `There is a system "${name}" already, and the two would become one.` };
      return { locations: locationsOf(library, mention) };
    }
    case 'person': {
      const form = personSchema.shape.handle.safeParse(name);
      if (!form.success) return { refusal: saidOf(form.error) };
      if (name !== mention.name && library.catalog.people?.some(({ handle }) => handle === name))
        return { refusal: `Somebody has the handle "${name}" already, and the two would become one.` };
      return { locations: locationsOf(library, mention) };
    }
    case 'improvement': {
      if (slug(name) !== name || name === '')
        return {
          refusal: `An id is a slug such as ${slug(name) || 'page-on-oldest-fax'}; "${name}" is not.`,
        };
      const others = mentionsIn(path, library.textOf(path) ?? '');
      const isTaken = others.some((other) => other.kind === 'improvement' && other.name === name);
      if (isTaken && name !== mention.name)
        return { refusal: `This file has an improvement with id:${name} already.` };
      return {
        locations: [{ path, range: mention.range }, ...linksToAnchor(library, path, mention.name)],
      };
    }
    default:
      return { refusal: 'A system, a handle or the id: of an improvement can be renamed; here is none.' };
  }
}

function saidOf({ issues }: z.ZodError): string {
  return issues[0]?.message ?? 'This name can’t be used.';
}
