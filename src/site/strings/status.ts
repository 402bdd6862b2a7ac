import type { Status } from '../../core/vocabulary.ts';

export const statusNames: Record<Status, string> = {
  open: 'Open',
  resolved: 'Resolved',
  reviewed: 'Reviewed',
};

export const statusMeanings: Record<Status, string> = {
  open: 'It is burning now',
  resolved: 'The fire is out, the meeting is still to come',
  reviewed: 'The meeting was held',
};
