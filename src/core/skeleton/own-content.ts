import { stringify } from 'yaml';
import { defaultSettings } from '../catalog/settings.ts';

/** What makes a knowledge base somebody's own. */
export interface Owner {
  organisation: string;
  /** IANA name. */
  timezone: string;
}

/** A `settings.yaml` to begin with: the usual severities written out, and what else there is as comments. */
export function settingsText({ organisation, timezone }: Owner): string {
  const severities = defaultSettings.severities.map(({ level, name, meaning, policy, postmortem }) => ({
    level,
    name,
    meaning,
    policy,
    postmortem,
    // The meeting is held while people remember, and what it decides is done while it matters.
    ...(postmortem ? { postmortemDays: level === 1 ? 7 : 14, improvementDays: level === 1 ? 30 : 60 } : {}),
  }));
  return `# What this knowledge base is about. Every key is optional.
${stringify({ organisation, timezone }, { lineWidth: 0 })}
# Where "edit this page" leads, and where tickets are:
# repository: https://example.com/your-team/postmortems
# ticketUrl: https://tickets.example.com/browse/{id}

# What your levels mean, what you do about them, whether they ask for a postmortem, and in how many days.
${stringify({ severities }, { lineWidth: 0 })}
# How many improvements you want in a state at once. More means: finish before you start.
# wipLimits:
#   accepted: 12

# How much you want to have in hand at once. Gives a page with support work and improvements side by side, /queues/.
# capacity:
#   support: 2
#   improvements: 10

# Hours a week by team, for the share that incidents take.
# teamHours:
#   orders: 160

# Names for handles such as @ana stand in people.yaml beside this file. Without it any handle will do; with it, each one
# has to be there:
# - handle: ana
#   name: Ana Ribeiro
#   team: orders
`;
}

/** A `systems.yaml` to begin with. */
export const systemsText = `# Your systems: what postmortems name under "systems", and what risks threaten. Add them as they come up, or let
# npm run new add them. For example:
# - id: fax-gateway
#   name: Fax gateway
#   team: orders
#   description: Sends purchase orders to suppliers who want them on paper.
#   dependsOn: [event-bus]
`;

/** Sentences of the handbook that lean on the sample's incidents, and what they become without them. */
const leaning: Record<string, readonly (readonly [from: string, to: string])[]> = {
  'handbook/stakeholders.mdx': [
    [
      'one [on the day before Thanksgiving](../postmortems/elsewhere/2020-11-25-aws-kinesis.mdx).',
      'one on the day before Thanksgiving 2020.',
    ],
    [
      '\nThe summary of [the disappearing fax provider](../postmortems/2018-05-04-disappearing-fax-provider.mdx#summary)\nshows the tone.',
      '',
    ],
  ],
  'handbook/blameless.mdx': [
    [
      'Read [the disappearing fax provider](../postmortems/2018-05-04-disappearing-fax-provider.mdx) and\nlook for a culprit. There is',
      'Think of a day on which no order left by fax, and\nlook for a culprit. There is',
    ],
  ],
  'handbook/writing.mdx': [
    [
      '\nUnsure how much to write? [The disappearing fax provider](../postmortems/2018-05-04-disappearing-fax-provider.mdx) is as\nlong as they get.\n',
      '',
    ],
  ],
  'handbook/severities.mdx': [
    [
      ', as in [the night the fax healed itself](../postmortems/2026-01-28-the-night-the-fax-healed-itself.mdx)',
      '',
    ],
  ],
  'handbook/dont-panic.mdx': [
    [
      ' How it ended that time:\n[the disappearing fax provider](../postmortems/2018-05-04-disappearing-fax-provider.mdx#hypotheses).',
      '',
    ],
  ],
  'handbook/five-questions.mdx': [
    [
      'See all five at work in [the disappearing fax provider](../postmortems/2018-05-04-disappearing-fax-provider.mdx#detect).\nTo type',
      'To type',
    ],
  ],
};

/** A page of the shipped handbook as it reads where the sample is gone. */
export function withoutSample(path: string, text: string): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  return (leaning[path] ?? []).reduce(
    (page, [from, to]) => page.replace(from.replaceAll('\n', newline), to.replaceAll('\n', newline)),
    text,
  );
}
