import { outline } from '../../../core/meeting/agenda.ts';
import { instantHere, invitationIcs, readGuests } from '../../../core/meeting/invitation.ts';
import {
  outlineNames,
  meeting as page,
  reporterUnknown,
  reporterWords,
  meetingScript as words,
} from '../../strings/meeting.ts';
import { download } from '../download.ts';
import { button, make } from '../elements.ts';
import { keepOffline } from '../keep-offline.ts';
import { meetingData } from './data.ts';
import { draft, keepDraft } from './store.ts';

/** A calendar file for a time that the facilitator chooses; it is made here, for only they know when people can come. */
class MeetingInvite extends HTMLElement {
  connectedCallback(): void {
    const dialog = make('dialog', { className: 'sheet' });
    dialog.setAttribute('aria-labelledby', 'meeting:invite');
    const open = (): void => {
      fill(dialog);
      dialog.showModal();
    };
    const offline = make('p', { className: 'muted' }, words.offline);
    this.replaceChildren(button(words.invite, open, { className: 'button' }), offline, dialog);
    void keepOffline().then((isKept) => {
      if (isKept) offline.textContent = words.offlineKept;
    });
  }
}

function fill(dialog: HTMLDialogElement): void {
  const { invitation } = meetingData();
  const reporter = invitation.raisedBy === null ? reporterUnknown : reporterWords[invitation.raisedBy];
  const field = (name: string, label: string, properties: Partial<HTMLInputElement>, hint?: string) => {
    const input = make('input', { className: 'input', name, ...properties });
    const kept = draft(`invite:${name}`);
    if (kept !== '') input.value = kept;
    input.addEventListener('input', () => keepDraft(`invite:${name}`, input.value));
    if (hint) input.placeholder = hint;
    return { input, label: make('label', { className: 'field' }, label, input) };
  };
  // A calendar's years have four digits, and a hasty hand types a fifth.
  const day = field('day', words.date, { type: 'date', max: '9999-12-30', required: true });
  const clock = field('clock', words.time, { type: 'time', required: true });
  const minutes = field('minutes', words.length, {
    type: 'number',
    min: '15',
    max: '240',
    step: '5',
    value: '60',
    required: true,
  });
  const location = field('location', words.location, { type: 'text' }, words.locationHint);
  const organizer = field('organizer', words.organizer, { type: 'email', autocomplete: 'email' });
  const guests = make('textarea', {
    className: 'input',
    rows: 4,
    name: 'guests',
    placeholder: words.guestsHint,
  });
  guests.value = draft('invite:guests');
  guests.addEventListener('input', () => keepDraft('invite:guests', guests.value));
  const told = make('p', { className: 'told' });
  told.role = 'status';
  const form = make(
    'form',
    {},
    make('div', { className: 'field-row' }, day.label, clock.label, minutes.label),
    make(
      'p',
      { className: 'muted' },
      words.zone(Intl.DateTimeFormat().resolvedOptions().timeZone.replaceAll('_', ' ')),
    ),
    location.label,
    make('label', { className: 'field' }, words.guests, guests),
    make('p', { className: 'muted' }, words.guestsWho(reporter)),
    organizer.label,
    make(
      'p',
      { className: 'paste-actions' },
      make('button', { className: 'button', type: 'submit' }, words.inviteMake),
      button(words.close, () => dialog.close(), { className: 'quiet' }),
      told,
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const start = instantHere(day.input.value, clock.input.value);
    if (start === null) {
      told.textContent = words.inviteGap;
      return;
    }
    const asked = readGuests(guests.value);
    const said = words.invitation;
    const host = organizer.input.value.trim();
    const text = invitationIcs({
      uid: invitation.uid,
      summary: said.summary(invitation.title),
      description: [
        said.intro,
        '',
        ...(invitation.summary === null ? [] : [invitation.summary, '']),
        `${said.before}: ${address(invitation.url)}`,
        '',
        `${said.agenda}:`,
        ...outline.map((item, at) => `${at + 1}. ${outlineNames[at]} (${page.minutes(item.minutes)})`),
        '',
        `${said.roles}:`,
        ...[
          said.facilitator(invitation.facilitator),
          said.scribe,
          said.reporter(reporter),
          said.everybody,
        ].map((line) => `- ${line}`),
        ...(asked.names.length === 0 ? [] : ['', said.guests(asked.names.join(', '))]),
      ].join('\n'),
      start,
      minutes: Number(minutes.input.value),
      stamp: Date.now(),
      location: location.input.value.trim() || null,
      url: address(invitation.url),
      organizer: host === '' ? null : { name: invitation.facilitator ?? host, email: host },
      guests: asked.guests,
    });
    download('postmortem-meeting.ics', 'text/calendar', text);
    told.textContent = words.inviteMade;
  });
  dialog.replaceChildren(
    make('h2', { id: 'meeting:invite' }, words.inviteTitle),
    make('p', { className: 'muted' }, words.inviteHow),
    form,
  );
}

/** Where a page is for people elsewhere. */
function address(url: string): string {
  return new URL(url, location.href).href;
}

customElements.define('meeting-invite', MeetingInvite);
