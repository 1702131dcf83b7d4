import type { DiscordMessageOptions } from '@skyra/discord-components-core';

declare global {
  var $discordMessage: DiscordMessageOptions | undefined;
}

const OURS = '/avatars/tifo.svg';

// The components point their default pictures to a remote address unless they find others here when they are loaded.
globalThis.$discordMessage = {
  avatars: { default: 'blue', blue: OURS, gray: OURS, green: OURS, orange: OURS, red: OURS, pink: OURS },
};
