import { DiscordAuthorInfo } from '@skyra/discord-components-core/discord-author-info.js';
import { DiscordButton } from '@skyra/discord-components-core/discord-button.js';
import { DiscordCode } from '@skyra/discord-components-core/discord-code.js';
import { DiscordEmbed } from '@skyra/discord-components-core/discord-embed.js';
import { DiscordEmbedField } from '@skyra/discord-components-core/discord-embed-field.js';
import { DiscordEmbedFields } from '@skyra/discord-components-core/discord-embed-fields.js';
import { DiscordEmbedFooter } from '@skyra/discord-components-core/discord-embed-footer.js';
import { DiscordMention } from '@skyra/discord-components-core/discord-mention.js';
import { DiscordMessage } from '@skyra/discord-components-core/discord-message.js';
import { DiscordReply } from '@skyra/discord-components-core/discord-reply.js';
import { DiscordSubscript } from '@skyra/discord-components-core/discord-subscript.js';
import { DiscordTime } from '@skyra/discord-components-core/discord-time.js';
import { DiscordVerifiedAuthorTag } from '@skyra/discord-components-core/discord-verified-author-tag.js';
import { type CSSResult, css, type LitElement } from 'lit';

/**
 * The components carry their colours inside, and not all can be read by everyone: here they take those of the page
 * (custom properties reach into them), and give up the room they leave on a narrow screen. Before any is drawn.
 */
export function mendComponents(): void {
  mend(
    DiscordMessage,
    css`
      :host, :host([light-theme]) { color: var(--text); padding-right: 1rem; line-height: 1.375; font-family: inherit; }
      :host(:hover) { background-color: var(--hover); }
      :host([highlight]), :host([highlight][light-theme]) { background-color: var(--called); padding-right: 1rem; }
      :host([ephemeral]) { background-color: var(--private); padding-right: 1rem; }
      .discord-message-timestamp, :host([light-theme]) .discord-message-timestamp { color: var(--faint); margin-left: 6px; white-space: nowrap; }
      .discord-message-ephemeral { display: none; }
      .discord-author-avatar img { cursor: default; }
      .discord-message-content { min-width: 0; }
      .discord-message-compact-indent { max-width: 100%; }
      .discord-message-body-only-indent.discord-message-timestamp { flex: 0 0 56px; margin: 0 !important; font-size: 0; }
      @media (max-width: 30rem) {
        .discord-author-avatar { margin-right: 10px; min-width: 34px; }
        .discord-author-avatar img { width: 34px; height: 34px; }
        .discord-message-body-only-indent.discord-message-timestamp { flex-basis: 44px; }
      }
    `,
  );
  mend(DiscordAuthorInfo, css`.discord-author-username { color: var(--bright) !important; font-size: 1rem; }`);
  mend(
    DiscordVerifiedAuthorTag,
    css`.discord-application-tag { background: var(--accent) !important; font-weight: 600; }`,
  );
  mend(
    DiscordEmbed,
    css`
      :host, :host([light-theme]) { color: var(--text); line-height: 1.4; margin: 4px 0; }
      :host .discord-embed-wrapper, :host([light-theme]) .discord-embed-wrapper { background: var(--card); border-color: var(--line); }
      :host .discord-embed-title, :host([light-theme]) .discord-embed-title { color: var(--bright); }
      :host .discord-embed-title a { color: var(--link); }
      slot[name='footer']::slotted(*) { grid-column: 1 / 2; }
    `,
  );
  mend(
    DiscordEmbedField,
    css`:host .discord-field-title, :host([light-theme]) .discord-field-title { color: var(--bright); }`,
  );
  mend(
    DiscordEmbedFields,
    css`
      @media (max-width: 30rem) {
        ::slotted([inline-index='1']), ::slotted([inline-index='2']), ::slotted([inline-index='3']) { grid-column: 1 / 13 !important; }
      }
    `,
  );
  mend(DiscordEmbedFooter, css`:host, :host([light-theme]) { color: var(--faint); }`);
  mend(DiscordSubscript, css`small, :host([light-theme]) > small { color: var(--faint); }`);
  mend(
    DiscordButton,
    css`
      :host > *:first-child { border-radius: 8px; min-width: 0; padding: 0 14px; margin: 4px 8px 4px 0; }
      .secondary { color: var(--bright); background: var(--button); }
      .secondary.hoverable:hover { background: var(--button-hover); }
      .primary { background: var(--accent); }
      .success { background: #1d7a45; }
      .destructive { background: #c0303a; }
      @media (prefers-reduced-motion: reduce) { :host > *:first-child { transition: none; } }
      button:focus-visible, a:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
    `,
  );
  mend(
    DiscordMention,
    css`:host, :host([light-theme]) { color: var(--mention); background: var(--mention-ground); cursor: default; }`,
  );
  mend(
    DiscordCode,
    css`
      :host { background: none; }
      :host([light-theme]) code, code, :host([embed]) code, :host([multiline]) code { background: var(--code); border-color: var(--line); }
      :host(:not([multiline])) code { margin: 0; padding: 0 0.3em; }
      :host([multiline]) code { margin: 6px 0; box-sizing: border-box; }
    `,
  );
  mend(DiscordTime, css`:host { background: var(--time); }`);
  mend(
    DiscordReply,
    css`
      :host, :host([light-theme]) { color: var(--faint); min-width: 0; font-family: inherit; }
      .discord-replied-message-username { color: var(--text); opacity: 1; }
      .discord-replied-message-content { min-width: 0; overflow: hidden; cursor: default; }
      .discord-replied-message-content:hover { color: inherit; }
    `,
  );
}

function mend(component: typeof LitElement, styles: CSSResult): void {
  component.elementStyles = [...component.elementStyles, styles];
}
