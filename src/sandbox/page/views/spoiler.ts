import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

/**
 * Words that nobody sees or hears before he asks for them: a button until then. Whoever has asked is where he was, on the
 * words. When they change they are hidden again.
 */
export function spoiler(words: unknown, plain: string, label: string): unknown {
  const reveal = ({ currentTarget }: Event) => {
    if (!(currentTarget instanceof HTMLElement) || currentTarget.classList.contains('revealed')) return;
    currentTarget.classList.add('revealed');
    for (const name of ['role', 'aria-label']) currentTarget.removeAttribute(name);
    currentTarget.tabIndex = -1;
    currentTarget.firstElementChild?.removeAttribute('aria-hidden');
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    if (event.currentTarget !== event.target) return;
    event.preventDefault();
    reveal(event);
  };
  return keyed(plain, hidden(words, label, reveal, onKey));
}

const hidden = (
  words: unknown,
  label: string,
  reveal: (event: Event) => void,
  onKey: (event: KeyboardEvent) => void,
): TemplateResult =>
  html`<span class="spoiler" role="button" tabindex="0" aria-label=${label} @click=${reveal} @keydown=${onKey}
    ><span aria-hidden="true">${words ?? nothing}</span></span
  >`;
