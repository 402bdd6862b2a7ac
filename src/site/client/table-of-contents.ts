/** Marks the section being read, and folds the list away again after a choice on a small screen. */
class TableOfContents extends HTMLElement {
  #observer: IntersectionObserver | undefined;

  connectedCallback(): void {
    const links = [...this.querySelectorAll<HTMLAnchorElement>('a')];
    const sections = links.flatMap(
      ({ hash }) => document.getElementById(decodeURIComponent(hash.slice(1)))?.parentElement ?? [],
    );
    const inView = new Set<Element>();
    // The line that is being read lies in the upper third of the window.
    this.#observer = new IntersectionObserver(
      (changes) => {
        for (const { target, isIntersecting } of changes) inView[isIntersecting ? 'add' : 'delete'](target);
        const current = sections.findLastIndex((section) => inView.has(section));
        if (current < 0) return;
        for (const [index, link] of links.entries())
          if (index === current) link.setAttribute('aria-current', 'location');
          else link.removeAttribute('aria-current');
      },
      { rootMargin: '-25% 0px -74% 0px' },
    );
    for (const section of sections) this.#observer.observe(section);
    this.addEventListener('click', ({ target }) => {
      if (target instanceof HTMLAnchorElement) this.querySelector('details')?.removeAttribute('open');
    });
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
  }
}

customElements.define('table-of-contents', TableOfContents);
