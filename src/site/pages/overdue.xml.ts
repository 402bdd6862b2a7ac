import { overdueFeed } from '../content.ts';

export const GET = async () =>
  new Response(await overdueFeed(), { headers: { 'content-type': 'application/atom+xml' } });
