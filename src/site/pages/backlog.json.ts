import { backlogData } from '../content.ts';

export const GET = async () => Response.json(await backlogData());
