/** What the meeting's page carries: all of it at once, so that it works without a network from then on. */
import './notes.ts';
import './choosing.ts';
import './owners.ts';
import './closing.ts';
import './invite.ts';
import './bar.ts';
import { openDeck } from './deck.ts';

// A picture that waits until it is seen would be asked for in the middle of the meeting.
for (const image of document.images) image.loading = 'eager';
openDeck();
