/** For the script of heading anchors. */
export const anchors = { copied: 'Link copied' };
