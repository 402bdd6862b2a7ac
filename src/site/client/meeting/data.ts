import type { MeetingData } from '../../../core/page/meeting-model.ts';

let known: MeetingData | null = null;

/**
 * What the page knows of its file; read anew each time, for it follows the file in `dev`. Where the file was away and comes
 * back, cards stand in the page before its data does: what was known last holds until then.
 */
export function meetingData(): MeetingData {
  const text = document.getElementById('meeting:data')?.textContent;
  if (text || known === null) known = JSON.parse(text ?? '') as MeetingData;
  return known;
}
