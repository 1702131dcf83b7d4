import { DiscordAPIError, REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { OpenPrivateThread, ThreadResult } from '../live/replay.ts';
import { type RestTransportOptions, restOptions } from './rest-transport.ts';

const PRIVATE_THREAD = 12;
const created = z.object({ id: z.string() });

/** Opens private threads, which nobody but the one they are for sees. It is asked by a reader, so it is tried once. */
export function privateThreadOpener({ token, api }: RestTransportOptions): OpenPrivateThread {
  const rest = new REST({ ...restOptions(api), retries: 0 }).setToken(token);

  async function invite(threadId: string, userId: string): Promise<ThreadResult> {
    try {
      await rest.put(Routes.threadMembers(threadId, userId));
      return { ok: true, threadId };
    } catch (error) {
      // Nobody will ever look into it. Whoever opened a thread may close it; to delete it would take more.
      await rest.patch(Routes.channel(threadId), { body: { archived: true } }).catch(() => {});
      throw error;
    }
  }

  return async (channelId, name, userId) => {
    try {
      const body = { name, type: PRIVATE_THREAD, invitable: false };
      const { id } = created.parse(await rest.post(Routes.threads(channelId), { body }));
      return await invite(id, userId);
    } catch (error) {
      const isForbidden = error instanceof DiscordAPIError && error.status === 403;
      return { ok: false, reason: isForbidden ? 'no-permission' : 'refused' };
    }
  };
}
