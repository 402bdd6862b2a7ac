import type { APIRoute } from 'astro';
import { personCalendars } from '../../../content.ts';

export const getStaticPaths = async () =>
  (await personCalendars()).map(({ handle, text }) => ({ params: { handle }, props: { text } }));

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
