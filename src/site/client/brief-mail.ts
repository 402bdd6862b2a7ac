import { escapeHtml } from '../../render/html/escape.ts';

/**
 * A brief as mail programs take it: simple elements with their style on them, no classes, no tables, no links.
 * The page's `<article>` is the source, so that what is sent is what was read.
 */

const font = "font-family:-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";
const styles: Record<string, string> = {
  H1: 'font-size:22px;line-height:1.25;margin:0 0 4px',
  H2: 'font-size:16px;line-height:1.3;margin:20px 0 4px',
  P: 'margin:0 0 8px',
  UL: 'margin:0 0 8px;padding-left:20px',
  LI: 'margin:0 0 4px',
};
const plain = new Set(['STRONG', 'EM']);

/** A piece of HTML with inline styles. */
export function mailHtml(article: Element): string {
  return `<div style="${font};font-size:15px;line-height:1.5;color:#1b1f22;max-width:640px">${inner(article)}</div>`;
}

/** The same as a file of its own. */
export function standaloneHtml(article: Element): string {
  const title = escapeHtml(article.querySelector('h1')?.textContent ?? '');
  return `<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head>\n<body style="margin:24px">${mailHtml(article)}</body>\n</html>\n`;
}

function inner(node: Node): string {
  return [...node.childNodes].map(outer).join('');
}

function outer(node: Node): string {
  // 3 is a text node.
  if (node.nodeType === 3) return escapeHtml(collapsed(node.textContent ?? ''));
  const name = node.nodeName;
  const style = styles[name];
  const tag = name.toLowerCase();
  if (style !== undefined) return `<${tag} style="${style}">${inner(node).trim()}</${tag}>`;
  return plain.has(name) ? `<${tag}>${inner(node)}</${tag}>` : inner(node);
}

/** Lines of at most 72 letters, as plain mail has them. */
export function mailText(article: Element): string {
  const blocks = [...article.children].map((block) => {
    const text = collapsed(block.textContent ?? '').trim();
    if (block.nodeName === 'H1') return `${text}\n${'='.repeat(Math.min(text.length, longestLine))}\n`;
    if (block.nodeName === 'H2') return `\n${text.toUpperCase()}\n`;
    if (block.nodeName === 'UL')
      return `${[...block.children].map((item) => wrapped(`- ${collapsed(item.textContent ?? '').trim()}`, '  ')).join('\n')}\n`;
    return `${wrapped(text, '')}\n`;
  });
  return blocks.join('\n').replace(/\n{3,}/g, '\n\n');
}

const longestLine = 72;

function wrapped(text: string, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > longestLine) {
      lines.push(line);
      line = `${indent}${word}`;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}

function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ');
}
