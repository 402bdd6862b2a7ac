import type { APIRoute } from 'astro';
import { jsonSchemas } from '../../../core/export/schemas.ts';

const schemas: Record<string, object> = jsonSchemas();

export const getStaticPaths = () =>
  Object.keys(schemas).map((file) => ({ params: { name: file.replace(/\.json$/, '') } }));

export const GET: APIRoute = ({ params }) => Response.json(schemas[`${params.name}.json`]);
