import type { MeetingData } from '../../../core/page/meeting-model.ts';

/** What the page knows of its file; read anew each time, for it follows the file in `dev`. */
export function meetingData(): MeetingData {
  return JSON.parse(document.getElementById('meeting:data')?.textContent ?? '') as MeetingData;
}

/** `YYYY-MM-DD` where the reader is. */
export function todayHere(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
