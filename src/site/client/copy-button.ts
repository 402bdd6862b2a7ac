export interface CopyWords {
  copy: string;
  copied: string;
  /** Tells buttons apart where what stands beside them is out of sight. */
  label?: string;
}

/** A button that copies an address, and the place where it tells so; nothing where the browser copies nothing. */
export function copyButton(address: string, className: string, words: CopyWords): HTMLElement[] {
  if (!navigator.clipboard) return [];
  const button = document.createElement('button');
  button.className = className;
  button.type = 'button';
  button.textContent = words.copy;
  if (words.label) button.ariaLabel = words.label;
  const told = document.createElement('span');
  told.role = 'status';
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(address);
      told.textContent = words.copied;
    } catch {
      told.textContent = address; // Without leave to copy, it can be read and marked.
    }
  });
  return [button, told];
}
