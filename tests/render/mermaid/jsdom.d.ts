/** As much of jsdom as tests use: an independent parser that reads a drawing as a browser would. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string);
    readonly window: { readonly document: Document };
  }
}
