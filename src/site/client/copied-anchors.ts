import { anchors } from '../strings/anchors.ts';

/** A click on the link beside a heading also copies its address. */
document.addEventListener('click', async ({ target }) => {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a.anchor') : null;
  if (!link || !navigator.clipboard) return;
  try {
    await navigator.clipboard.writeText(link.href);
  } catch {
    return; // Without leave to copy, the address bar still has it.
  }
  link.dataset.copied = anchors.copied;
  announcer().textContent = anchors.copied;
  setTimeout(() => {
    delete link.dataset.copied;
    announcer().textContent = '';
  }, 1600);
});

let region: HTMLElement | undefined;

function announcer(): HTMLElement {
  if (!region) {
    region = document.createElement('p');
    region.className = 'visually-hidden';
    region.role = 'status';
    document.body.append(region);
  }
  return region;
}
