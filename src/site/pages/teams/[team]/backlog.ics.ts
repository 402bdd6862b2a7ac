import type { APIRoute } from 'astro';
import { teamCalendars } from '../../../content.ts';

export const getStaticPaths = async () =>
  (await teamCalendars()).map(({ slug, text }) => ({ params: { team: slug }, props: { text } }));

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
