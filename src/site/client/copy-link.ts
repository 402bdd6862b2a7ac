import { linkToSend as words } from '../strings/copying.ts';
import { copyButton } from './copy-button.ts';

/** Beside a link that is there to be sent: a button that copies it. */
class CopyLink extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a');
    if (link === null || this.querySelector('button')) return;
    this.append(...copyButton(link.href, 'quiet', { ...words, label: words.label(link.textContent ?? '') }));
  }
}

customElements.define('copy-link', CopyLink);
