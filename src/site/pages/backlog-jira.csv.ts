import { jiraSheet } from '../content.ts';

export const GET = async () =>
  new Response(await jiraSheet(), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
