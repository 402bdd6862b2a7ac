import type { LintRule } from '../lint-rule.ts';

/** Mailboxes that are no one person's, and those that nobody reads. */
const roles =
  /^(?:.*(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|mailer-daemon|postmaster|bounces?|notifications?|alerts?|support|security|on-?call|on-?duty|team|group|list|help|service|ops|infra|admins?|users|announce|discuss|dev|bot|instr|instructors|students|lab|dept|board|committee)|abuse|accounts?|all|api|app|billing|bot|bookings?|builds?|ci|careers|contact|customers?|database|data|db|deploy|desk|dpo|email|e-?mail|engineering|everyone|feedback|finance|git|hello|help-?desk|hg|hostmaster|hi|hr|incidents?|info|invoices?|it|jenkins|jobs|legal|mail|marketing|media|news|newsletter|noc|office|operations|orders?|partners?|pay(?:ments?|roll)|press|privacy|questions|releases?|reports?|root|sales|site|sponsors?|donat(?:e|ions)|members(?:hip)?|sre|staff|status|sysadmin|system|tech|tickets?|vendors?|web|webmaster|welcome)(?:[-+_.].*)?$/i;
const placeholders =
  /^(?:(?:a|b|c|x|y|me|you|foo|bar|baz|user(?:name)?|someone|somebody|anybody|name|first(?:name)?[._-]?last(?:name)?|john|jane|joe|alice|bob|eve|j?(?:ohn|ane)?[._-]?doe|test(?:er|ing)?|example|sample|demo|customer|client|your(?:name|[._-]?e?mail)?|my[._-]?e?mail|recipient|sender|x+|_+)\d*)(?:\+.*)?$/i;
const madeUp =
  /(?:^|\.)(?:example|test|invalid|localhost|local|localdomain|internal|intranet|lan|home|corp|cluster|svc|onion)$|(?:^|\.)no-?reply\.|(?:^|\.)(?:example|test|acme|foo|bar|baz|domain|company|your-?(?:company|domain)|my-?(?:company|domain)|email)\.[a-z.]+$/i;
/** Ends of names that are files, versions or units of systemd, not hosts. */
const files =
  /\.(?:png|jpe?g|gif|svg|webp|pdf|html?|css|[cm]?jsx?|[cm]?tsx?|json|ya?ml|xml|toml|ini|conf|cfg|txt|md|mdx|log|csv|sql|py|rb|go|rs|java|kt|php|sh|so|jar|war|zip|gz|tgz|tar|service|socket|timer|target|mount|slice)$/i;
/** What stands before a name at a host, not an address: `ssh ana@db1.example.net`. */
const shell =
  /(?:\b(?:ssh|scp|rsync|sftp|mosh|ssh-copy-id|git clone|psql|mysql|mosquitto_\w+)\b[^\n]*?\s(?:[\w.-]+=)?["']?|:\/\/[^\s@]*)$/;

const isLocal = (code: number): boolean =>
  (code >= 48 && code <= 57) ||
  (code >= 65 && code <= 90) ||
  (code >= 97 && code <= 122) ||
  code === 43 ||
  code === 45 ||
  code === 46 ||
  code === 95 ||
  code === 37;
const domain = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,24}(?![\w@-])/i;

export const emailAddress: LintRule = {
  guide: {
    rule: 'email-address',
    title: 'E-mail addresses of people',
    why: 'An address is about a person, and a published postmortem is read, copied and searched by many. It is of no use to whoever wants to learn from the incident; it is of use to whoever sends spam. In logs it is the address of a customer, who was not asked.',
    examples: [
      {
        place: 'prose',
        wrong: 'The first to write was maria.keller@fischhaus-nord.de, at 08:25.',
        right: 'The first to write was a supplier in Bremen, at 08:25.',
        note: 'Mailboxes of teams, such as support@ and no-reply@, addresses at example.com or .test, and links to write to somebody may stand.',
      },
      {
        place: 'prose',
        wrong: '```text\n08:25:10 smtp to=maria.keller@fischhaus-nord.de status=bounced\n```',
        right: '```text\n08:25:10 smtp to=[supplier] status=bounced\n```',
      },
    ],
  },
  weight: 'warning',
  cues: ['@'],
  find({ document: { source } }) {
    return addressesIn(source.text).map((offset) => ({
      place: source.placeAt(offset),
      message: 'Here stands somebody’s e-mail address.',
      hint: 'Write who it is to the reader: a supplier, a customer, [address]. Or the mailbox of a team, such as support@.',
    }));
  },
};

/** Offsets of addresses that may be a person's. */
function addressesIn(text: string): number[] {
  const offsets: number[] = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < 65 && isLocal(text.charCodeAt(start - 1))) start -= 1;
    const local = text.slice(start, at);
    const host = domain.exec(text.slice(at + 1, at + 255))?.[0];
    if (host === undefined || !isPerson(local)) continue;
    if (madeUp.test(host) || files.test(host)) continue;
    const rest = text.slice(at + 1 + host.length, at + 3 + host.length);
    // A path after a colon is a copy to a host, and a slash goes on with an address of another kind.
    if (/^(?::[\w~/.-]|\/)/.test(rest)) continue;
    const line = text.slice(Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 120), start);
    // Whoever makes a link of an address wants to be written to.
    if (!shell.test(line) && !/\]\(<?mailto:$/.test(line)) offsets.push(start);
  }
  return offsets;
}

function isPerson(local: string): boolean {
  if (!/^[a-z\d][\w.+-]*$/i.test(local) || local.length > 40 || roles.test(local) || placeholders.test(local))
    return false;
  const digits = local.replace(/\D/g, '').length;
  // A message's id is mostly digits.
  return digits * 2 < local.length && !/[\da-f]{12}/i.test(local);
}
