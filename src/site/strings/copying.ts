/** What stands beside an address that is there to be copied. */

/** For the script beside a link to send. */
export const linkToSend = {
  copy: 'Copy link',
  label: (name: string) => `Copy link: ${name}`,
  copied: 'Copied',
};

/** Beside the address of a calendar. */
export const calendar = {
  text: 'See these dates in your own calendar: subscribe to',
  link: 'this feed',
  subscribe: 'Subscribe',
  copy: 'Copy its address',
  copied: 'Address copied',
};
