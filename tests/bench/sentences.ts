import type { Random } from './random.ts';

/** Believable sentences about incidents: frames with slots, and names enough that a search index has work to do. */

const slots: Record<string, readonly string[]> = {
  thing:
    list(`the order queue|one replica|the primary database|the nightly job|the connection pool|the retry loop|the price cache
    |the load balancer|the certificate|the session store|the message broker|the search index|the mail relay|the payment callback
    |the rate limiter|the feature flag|the import of addresses|the export for the warehouse|the health check|the disk of the build host
    |the lock on the stock table|the router in the second hall|the vendor's gateway|the schema migration|the clock of one host
    |the backup of the ledger|the label printer|the firewall rule|the token of the service account|the log collector
    |the partition with the oldest offset|the scheduled report|the address book|the canary|the image registry|the access list`),
  failed:
    list(`stopped answering|fell behind|ran out of connections|ran out of memory|ran out of disk|answered with errors
    |restarted in a loop|refused new work|lost its leader|held a lock for too long|expired without a word|kept stale entries
    |timed out|dropped every third message|wrote the same record twice|read from the wrong region|grew without a limit
    |reported itself as healthy|was full within minutes|waited for a reply that never came|served an old version|lost its quorum
    |lagged by forty minutes|was throttled by the vendor|rejected every signature|returned empty pages|went silent`),
  when: list(`while the price list was loading|after the change of the evening before|during the morning rush|in the middle of the deployment
    |when the second zone took over|as soon as the cache was cold|at the hour when statements are made|after the vendor's maintenance
    |while a backup was running|during the week with the most returns|when the clocks had just changed|right after the rollback
    |when two people worked on the same host|in the first hour of the sale|on the day the contract was renewed`),
  effect:
    list(`orders waited|invoices were late|customers saw an empty basket|payments were taken twice|deliveries left half full
    |support answered the same question ninety times|drivers had no list|the wall board stayed green|new accounts got no mail
    |refunds had to be made by hand|the warehouse worked from paper|prices from the day before were shown|sign-in took a minute
    |the mobile application showed a blank page|reports were made from half of the data|stock was sold that we did not have`),
  step: list(
    `restarted|drained|rolled back|scaled up|isolated|switched off|replayed|renewed|rebuilt|emptied|moved|compared|paused|patched`,
  ),
  outcome:
    list(`nothing changed|the errors fell by half|it came back within a minute|the queue began to shrink|it got worse
    |the next host failed in the same way|latency went back to normal|the alarm cleared, and came back|only one region recovered`),
  lesson:
    list(`nobody had tried it since it was built|the page about it described an older version|the alarm looked at the wrong number
    |the limit was written down in two places|the runbook ended one step too early|the vendor's telephone number was out of date
    |the dashboard showed an average|the test data was smaller than a quiet day|the reviewer saw the change, not the default behind it
    |the owner of the service had moved to another team|every part was healthy and the whole was not
    |a warning had been there for a month, among four hundred others`),
  role: list(`on-duty|the sidekick|support|a product owner|the database team|the vendor's engineer|the person who reported it|a driver
    |the bookkeeper|a developer on her second day|the security team|the night shift`),
  measure:
    list(`the age of the oldest message|the share of failed sign-ins|the number of orders sent, beside those placed
    |the lag of every replica|the days until each certificate ends|the free space of every volume|the time a checkout takes
    |the length of the retry queue|the number of open connections|the count of mails that come back
    |the difference between ledger and bank|the rate of refused cards`),
  remedy:
    list(`a limit for each caller|a second provider|a switch that support can use|one command that replays a day
    |a rehearsal every quarter|a default that is safe|a page of plain words for each error code|a check before every deployment
    |a timeout shorter than the caller's|an owner for every queue|a read-only mode|a copy of the list on paper
    |a budget for retries|a canary with real traffic|an expiry date for every flag`),
  place:
    list(`Bremen|Gloucester|Kochi|Trieste|Newcastle|Aarhus|Valencia|Halifax|Busan|Porto|Lübeck|Gdańsk|Marseille|Osaka|Bergen|Cork
    |Hobart|Tampere|Chennai|Rotterdam|Genoa|Tallinn|Monterrey|Antwerp`),
};

const frames = {
  story:
    list(`{Thing} {failed} {when}, and {effect}.|{Thing} {failed} {when}.|We {step} {thing} on {host}, and {outcome}.
    |{Role} noticed that {thing} {failed}, {count} minutes after {effect}.|In {place} {effect}, and {role} called the number on the wall.
    |{Thing} {failed}, because {thing2} {failed2}.|Between {host} and {host2} there were {count} attempts, and {outcome}.
    |The logs of {code} show that {thing} {failed} {when}.|{Effect} for {count} customers, most of them in {place}.
    |The team of {project} had {step} {thing} two weeks earlier.|{Role} wrote to {supplier}, who had seen the same {when}.
    |Version {version} of {project} was live on {count} hosts.|It was {role} who said aloud that {lesson}.
    |{Supplier} lost {count} orders, and {supplier2} none.|With {thing} switched off, {outcome}.`),
  reason:
    list(`{Thing} {failed}, because {thing2} {failed2}.|What made it long: {lesson}.|{Thing} had no limit of its own, so {effect}.
    |Nobody watched {measure}.|{Thing} and {thing2} share {host}, and {lesson}.|The default of {project} changed in version {version}.
    |In the review {lesson}.|{Thing} {failed} {when}, which alone would have been harmless.`),
  event:
    list(`{Thing} {failed}.|{Effect}, says {role}.|{Role} {step} {thing}; {outcome}.|{Role} asks {supplier} for a test; {outcome}.
    |{Code} appears on {host}, {count} times in a minute.|{Thing} is {step} on {host}; {outcome}.|Alarm on {measure}: {share} per cent of normal.
    |Two jobs from now on: one person on {thing}, one on {thing2}.|A notice goes out to {count} customers in {place}.
    |Change {hash} of {project} is {step} on {count} hosts.|{Role} reads that {thing} {failed}, and calls {role2}.`),
  idea: list(`Show {measure}|Page on {measure}, not on averages|Build {remedy}|Ask {supplier} how they do it|Try {remedy} for {thing}
    |Let {role} decide when {effect}|Agree on {remedy} with {supplier}|Write down what to do when {thing} {failed}
    |Rehearse the case in which {thing} {failed}|Take {thing} out of the path of {project}`),
  commitment:
    list(`Show {measure} on the wall board|Page on-duty on {measure}, by day and by night|Give {thing} {remedy}
    |Write a test in which {thing} {failed}|Replace {thing} in {place}|Build {remedy} into {project}|Delete {thing} from {project}
    |Agree with {supplier} on {remedy}|Put {remedy} in front of {thing}|Move {thing} off {host}|Rehearse with {role}: {thing} {failed}`),
  risk: list(`Whatever else depends on {thing}: in {place} it has the same settings|{Thing} of {project} was built by the same template
    |{Supplier} uses the same gateway, and nobody knows what happens when {effect}|Everything that {role} alone knows about {project}
    |{Measure} is not watched in {place} either|The copies of {thing} on {host} and {host2}`),
  guess:
    list(`{Thing} {failed} {when}.|{Supplier} has changed something {when}.|{Project} sends more than {thing} can take.
    |The last change to {thing} reached only {place}.|{Host} has a fault that {host2} does not have.`),
  test: list(`{Thing} was {step}, and we watched {measure} for ten minutes; {outcome}.|Compare {host} with {host2}: {count} differences.
    |Ask {supplier} by telephone; {outcome}.|Read the logs of {code} from before; {outcome}.`),
  why: list(`Why did {role} know before us?|Why was {thing} not watched?|Why did it take {count} minutes to find {role}?
    |Why did nobody stop when {effect}?|Why was the same true in {place}?`),
  name: list(
    `{Thing} {failed}|{Thing} {failed} {when}|{Effect} {when}|{Thing} of {project} {failed}|When {thing} {failed}`,
  ),
} as const;
export type SentenceKind = keyof typeof frames;

/** One sentence, or one line without a full stop for kinds that are read as list items and titles. */
export function sentence(random: Random, kind: SentenceKind): string {
  return fill(random, random.one(frames[kind]));
}

/** A paragraph of so many sentences. */
export function paragraph(random: Random, kind: SentenceKind, sentences: number): string {
  return Array.from({ length: sentences }, () => sentence(random, kind)).join(' ');
}

/** A host name, such as `ledger-db-14`. */
export function hostName(random: Random): string {
  return `${random.one(['orders', 'ledger', 'edge', 'mail', 'search', 'fax', 'price', 'auth'])}-${random.one(['db', 'app', 'q', 'gw'])}-${random.whole(1, 40)}`;
}

/** An error code, such as `E4403`. */
export function errorCode(random: Random): string {
  return `E${random.whole(1000, 9999)}`;
}

/** A name that nobody has used for anything else; few of them are common, most are rare, as in life. */
export function projectName(random: Random): string {
  const rank = Math.floor(1600 ** random.next());
  const heads = [
    'Bal',
    'Cor',
    'Dun',
    'El',
    'Far',
    'Gal',
    'Hol',
    'Ist',
    'Jor',
    'Kel',
    'Lan',
    'Mor',
    'Nev',
    'Os',
    'Pel',
    'Ran',
    'Sel',
    'Tor',
    'Ul',
    'Ver',
  ];
  const middles = ['', 'a', 'e', 'i', 'o', 'an', 'er', 'in'];
  const tails = ['dane', 'field', 'gate', 'holm', 'lund', 'mere', 'nor', 'rick', 'stow', 'ton'];
  return `${heads[rank % 20]}${middles[Math.floor(rank / 20) % 8]}${tails[Math.floor(rank / 160) % 10]}`;
}

function supplierName(random: Random): string {
  const families = list(
    'Adeyemi|Bianchi|Carlsen|Dubois|Eriksen|Fonseca|Grygiel|Haddad|Ivanova|Jansen|Kowalski|Lindqvist|Marek|Nair|Okafor|Petrov|Quist|Rossi|Silva|Tanaka|Ueda|Vargas|Weiss|Yilmaz|Zeman',
  );
  return `${random.one(families)} ${random.one(['Fish', 'Dairy', 'Linen', 'Fruit', 'Wine', 'Bread', 'Meat', 'Paper', 'Spices', 'Ice'])}`;
}

const made: Record<string, (random: Random) => string> = {
  host: hostName,
  code: errorCode,
  project: projectName,
  supplier: supplierName,
  count: (random) => String(random.whole(2, 900)),
  share: (random) => String(random.whole(2, 60)),
  version: (random) => `${random.whole(1, 9)}.${random.whole(0, 30)}.${random.whole(0, 12)}`,
  hash: (random) => random.whole(0x1000000, 0xfffffff).toString(16),
};

function fill(random: Random, frame: string): string {
  return frame.replaceAll(/\{([A-Za-z]+)\d?\}/g, (_, name: string) => {
    const key = name.toLowerCase();
    const text = made[key]?.(random) ?? random.one(slots[key] ?? []);
    return key === name ? text : capitalised(text);
  });
}

/** The text with a capital first letter. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function list(text: string): string[] {
  return text.split('|').map((item) => item.trim());
}
