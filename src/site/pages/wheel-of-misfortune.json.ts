import { wheelData } from '../content.ts';

export const GET = async () => Response.json(await wheelData());
