/** What every page carries; the search itself comes when it is first asked for. */
import './copied-anchors.ts';
import './search-button.ts';
import './table-of-contents.ts';
