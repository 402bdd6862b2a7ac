import { calendar as words } from '../strings.ts';

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
    actions.append(subscribe);
    if (navigator.clipboard) actions.append(...copying(feed));
    this.append(actions);
  }
}

function copying(address: string): HTMLElement[] {
  const button = document.createElement('button');
  button.className = 'button';
  button.type = 'button';
  button.textContent = words.copy;
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

customElements.define('calendar-feed', CalendarFeed);
