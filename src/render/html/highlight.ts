import hljs from 'highlight.js/lib/common';
import { escapeHtml } from './escape.ts';

/** Longer code stays plain: a highlighter's time is not linear in hostile input. */
const longest = 20_000;

/** Code as HTML with `hljs-…` class names; plain where the language is unknown or missing. */
export function highlight(code: string, language: string | null): string {
  if (language === null || code.length > longest || hljs.getLanguage(language) === undefined)
    return escapeHtml(code);
  return hljs.highlight(code, { language, ignoreIllegals: true }).value;
}
