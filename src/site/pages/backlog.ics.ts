import { backlogCalendar } from '../content.ts';

export const GET = async () =>
  new Response(await backlogCalendar(), { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
