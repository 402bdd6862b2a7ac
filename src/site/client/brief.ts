import { briefTools as words } from '../strings/brief-tools.ts';
import { mailHtml, mailText, standaloneHtml } from './brief-mail.ts';
import { download } from './download.ts';
import { button } from './elements.ts';

/** Gets a brief out of the page: into a mail, into a file, onto paper. */
class BriefTools extends HTMLElement {
  connectedCallback(): void {
    const article = document.querySelector<HTMLElement>('article.brief');
    if (article === null || this.childElementCount > 0) return;
    const told = document.createElement('span');
    told.role = 'status';
    const quiet = (text: string, act: () => void) => button(text, act, { className: 'quiet' });
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
        quiet(words.mail, () => copy(() => navigator.clipboard.write([mailItem(article)]))),
        quiet(words.text, () => copy(() => navigator.clipboard.writeText(mailText(article)))),
      );
    group.append(
      quiet(words.html, () => this.save(standaloneHtml(article), 'html', 'text/html')),
      quiet(words.txt, () => this.save(mailText(article), 'txt', 'text/plain')),
      quiet(words.print, () => window.print()),
    );
    this.append(group, told);
  }

  private save(text: string, ending: string, type: string): void {
    download(`${this.dataset['file'] ?? 'brief'}-brief.${ending}`, type, text);
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
