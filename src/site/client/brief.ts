import { briefTools as words } from '../strings/brief-tools.ts';
import { mailHtml, mailText, standaloneHtml } from './brief-mail.ts';

/** Gets a brief out of the page: into a mail, into a file, onto paper. */
class BriefTools extends HTMLElement {
  connectedCallback(): void {
    const article = document.querySelector<HTMLElement>('article.brief');
    if (article === null || this.childElementCount > 0) return;
    const told = document.createElement('span');
    told.role = 'status';
    const button = (text: string, act: () => unknown): HTMLButtonElement => {
      const element = document.createElement('button');
      element.type = 'button';
      element.className = 'quiet';
      element.textContent = text;
      element.addEventListener('click', act);
      return element;
    };
    const copy = async (write: () => Promise<void>): Promise<void> => {
      try {
        await write();
        told.textContent = words.copied;
      } catch {
        told.textContent = words.failed;
      }
    };
    const group = document.createElement('div');
    group.role = 'group';
    group.ariaLabel = words.label;
    if (navigator.clipboard)
      group.append(
        button(words.mail, () => copy(() => navigator.clipboard.write([mailItem(article)]))),
        button(words.text, () => copy(() => navigator.clipboard.writeText(mailText(article)))),
      );
    group.append(
      button(words.html, () => this.save(standaloneHtml(article), 'html', 'text/html')),
      button(words.txt, () => this.save(mailText(article), 'txt', 'text/plain')),
      button(words.print, () => window.print()),
    );
    this.append(group, told);
  }

  private save(text: string, ending: string, type: string): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    link.download = `${this.dataset['file'] ?? 'brief'}-brief.${ending}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }
}

/** A mail program takes the form that it can show. */
function mailItem(article: HTMLElement): ClipboardItem {
  const blob = (text: string, type: string) => new Blob([text], { type });
  return new ClipboardItem({
    'text/html': blob(mailHtml(article), 'text/html'),
    'text/plain': blob(mailText(article), 'text/plain'),
  });
}

customElements.define('brief-tools', BriefTools);
