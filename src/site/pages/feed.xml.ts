import { feed } from '../content.ts';

export const GET = async () =>
  new Response(await feed(), { headers: { 'content-type': 'application/atom+xml' } });
