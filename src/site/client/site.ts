/** What every page carries; the search itself comes when it is first asked for. */
import './calendar-feed.ts';
import './copied-anchors.ts';
import './copy-link.ts';
import './search-button.ts';
import './table-of-contents.ts';
