import { guideParts as words } from '../strings/on-duty.ts';
import { copyButton } from './copy-button.ts';

/** Above a text that is there to be pasted elsewhere: a button that copies it. */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    const text = this.querySelector('pre')?.textContent;
    if (!text || this.querySelector('button')) return;
    this.append(...copyButton(text, 'button', words));
  }
}

customElements.define('copy-text', CopyText);
