/** The pages of the header, in its order; each is at `/<name>/`. */
export const mainPages = [
  'postmortems',
  'backlog',
  'metrics',
  'risks',
  'systems',
  'questions',
  'handbook',
  'training',
] as const;
