import { lostWords } from '../../core/page/lost-words.ts';
import { path, searchPath } from '../paths.ts';
import { lost } from '../strings/lost.ts';
import { make } from './elements.ts';

/** A link that searches for what an address that leads nowhere was about. */
class LostWords extends HTMLElement {
  connectedCallback(): void {
    const words = lostWords(location.pathname.slice(path('/').length));
    if (words === null) return;
    this.replaceChildren(make('a', { href: searchPath(words) }, lost.search(words)));
  }
}

customElements.define('lost-words', LostWords);
