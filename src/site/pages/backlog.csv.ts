import { backlogSheet } from '../content.ts';

export const GET = async () =>
  new Response(await backlogSheet(), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
