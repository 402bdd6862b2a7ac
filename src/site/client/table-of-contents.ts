/** Marks the section being read, and folds the list away again after a choice on a small screen. */
class TableOfContents extends HTMLElement {
  #stop = new AbortController();

  connectedCallback(): void {
    const links = [...this.querySelectorAll<HTMLAnchorElement>('a')];
    const sections = links.map((link) => document.getElementById(link.hash.slice(1))?.parentElement);
    // A choice holds until the reader moves on: a short last section never gets to the top of the window.
    let chosen = -1;
    let waiting = false;

    const mark = () => {
      waiting = false;
      const current = chosen < 0 ? sectionBeingRead(sections) : chosen;
      for (const [index, link] of links.entries())
        if (index === current) link.setAttribute('aria-current', 'location');
        else link.removeAttribute('aria-current');
    };
    const later = () => {
      if (!waiting) requestAnimationFrame(mark);
      waiting = true;
    };

    const { signal } = this.#stop;
    for (const type of ['scroll', 'resize']) addEventListener(type, later, { passive: true, signal });
    for (const type of ['wheel', 'touchmove', 'keydown', 'pointerdown'])
      addEventListener(
        type,
        () => {
          chosen = -1;
        },
        { passive: true, signal },
      );
    this.addEventListener('click', ({ target }) => {
      const index = links.indexOf(target as HTMLAnchorElement);
      if (index < 0) return;
      chosen = index;
      later();
      this.querySelector('details')?.removeAttribute('open');
    });
    later();
  }

  disconnectedCallback(): void {
    this.#stop.abort();
  }
}

/** The line being read lies in the upper quarter of the window, and sinks to its foot as the page comes to its end. */
function sectionBeingRead(sections: readonly (Element | null | undefined)[]): number {
  const below = document.documentElement.scrollHeight - scrollY - innerHeight;
  const line = Math.max(innerHeight / 4, innerHeight - below);
  return sections.findLastIndex((section) => section && section.getBoundingClientRect().top <= line);
}

customElements.define('table-of-contents', TableOfContents);
