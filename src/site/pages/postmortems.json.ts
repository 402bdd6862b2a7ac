import { postmortemsData } from '../content.ts';

export const GET = async () => Response.json(await postmortemsData());
