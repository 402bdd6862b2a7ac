import type { Catalog } from '../catalog/catalog.ts';
import type { Document } from '../document/document.ts';

/** The content as an editor's helpers see it. Paths are those below the content folder, with forward slashes. */
export interface Library {
  catalog: Catalog;
  /** `YYYY-MM-DD` in the settings' zone. */
  today: string;
  /** Of all MDX and YAML files that could be read. */
  paths: readonly string[];
  /** As it is typed, with the line breaks it has; null where there is no such file. */
  textOf(path: string): string | null;
  /** Null where a file is no MDX or could not be read. */
  documentOf(path: string): Document | null;
}
