import { button, make } from './elements.ts';

export interface CopyWords {
  copy: string;
  copied: string;
  /** Tells buttons apart where what stands beside them is out of sight. */
  label?: string;
}

/** A button that copies an address, and the place where it tells so; nothing where the browser copies nothing. */
export function copyButton(address: string, className: string, words: CopyWords): HTMLElement[] {
  if (!navigator.clipboard) return [];
  const told = make('span', { role: 'status' });
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(address);
      told.textContent = words.copied;
    } catch {
      told.textContent = address; // Without leave to copy, it can be read and marked.
    }
  };
  return [button(words.copy, copy, { className, ariaLabel: words.label ?? null }), told];
}
