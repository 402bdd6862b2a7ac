import { meetingScript as words } from '../../strings/meeting.ts';
import { button, make } from '../elements.ts';
import { vote, votesFor } from './store.ts';

/** How many votes something has, with a way to give one and to take one back. */
export function voteButtons(subject: string): { element: HTMLElement; update(text: string): void } {
  const less = button('−', () => vote(subject, -1), { className: 'vote' });
  const more = button('+', () => vote(subject, 1), { className: 'vote' });
  const count = make('span', { className: 'vote-count' });
  return {
    element: make('span', { className: 'votes' }, less, count, more),
    update(text) {
      const votes = votesFor(subject);
      count.textContent = words.votes(votes);
      less.ariaLabel = words.unvote(text);
      more.ariaLabel = words.vote(text);
      less.ariaDisabled = String(votes === 0);
    },
  };
}
