import { onDutyCalendar } from '../content.ts';

/** Only where a file says who is on duty: an empty calendar would say that nobody ever is. */
export async function getStaticPaths() {
  const text = await onDutyCalendar();
  return text === null ? [] : [{ params: { calendar: 'on-duty' }, props: { text } }];
}

export const GET = ({ props: { text } }: { props: { text: string } }) =>
  new Response(text, { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
