import { calendar as words } from '../strings/copying.ts';
import { copyButton } from './copy-button.ts';

/** Beside the feed's link: one that opens the reader's calendar program, and its address to paste into one on the web. */
class CalendarFeed extends HTMLElement {
  connectedCallback(): void {
    const feed = this.querySelector('a')?.href;
    if (feed === undefined || this.querySelector('button')) return;
    const actions = document.createElement('p');
    const subscribe = document.createElement('a');
    subscribe.className = 'button';
    subscribe.href = feed.replace(/^https?:/, 'webcal:');
    subscribe.textContent = words.subscribe;
    actions.append(subscribe, ...copyButton(feed, 'button', words));
    this.append(actions);
  }
}

customElements.define('calendar-feed', CalendarFeed);
