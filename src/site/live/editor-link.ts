import { resolve } from 'node:path';

declare const __PROJECT_ROOT__: string;

/** Links that make Vite's server open a place of a file in the editor that runs, or that LAUNCH_EDITOR names. */
export function editorLink(file: string): (line: number, column: number) => string {
  const absolute = resolve(__PROJECT_ROOT__, file);
  return (line, column) =>
    `${import.meta.env.BASE_URL.replace(/\/*$/, '/')}__open-in-editor?file=${encodeURIComponent(`${absolute}:${line}:${column}`)}`;
}
