import { expect, test } from 'vitest';
import { ALL_PERMISSIONS, canView, Permission, permissionsIn } from '../../../src/sandbox/permission.ts';
import type { Channel, Overwrite } from '../../../src/sandbox/state/model.ts';
import {
  ADMIN_DM_ID,
  ADMIN_ID,
  BOT_ID,
  DERBY_ID,
  GUILD_ID,
  MEMBER_ID,
  ULTRAS_ROLE_ID,
} from '../../../src/sandbox/state/seed.ts';
import { openWorld } from '../../../src/sandbox/state/world.ts';

const { SendMessages, ViewChannel, EmbedLinks, MentionEveryone, SendMessagesInThreads, ManageGuild } = Permission;

function derbyWith(...overwrites: Overwrite[]) {
  const world = openWorld({ now: Date.now, seed: { overwrites: { [DERBY_ID]: overwrites } } });
  const derby = world.channels.get(DERBY_ID)!;
  return { world, derby, may: (user: string, bit: bigint) => (permissionsIn(world, derby, user) & bit) === bit };
}

const overwrite = (id: string, type: 0 | 1, allow: bigint, deny: bigint): Overwrite => ({
  id,
  type,
  allow: `${allow}`,
  deny: `${deny}`,
});

test('the owner may everything, a member what everyone may, a stranger nothing', () => {
  const { world, derby, may } = derbyWith();
  expect(permissionsIn(world, derby, ADMIN_ID)).toBe(ALL_PERMISSIONS);
  expect(may(MEMBER_ID, SendMessages)).toBe(true);
  expect(may(MEMBER_ID, ManageGuild)).toBe(false);
  expect(permissionsIn(world, derby, '1')).toBe(0n);
});

test('overwrites count for everyone first, then for roles, then for the member himself', () => {
  const everyone = overwrite(GUILD_ID, 0, 0n, SendMessages);
  const role = overwrite(ULTRAS_ROLE_ID, 0, SendMessages, 0n);
  const own = overwrite(MEMBER_ID, 1, 0n, SendMessages);
  expect(derbyWith(everyone).may(MEMBER_ID, SendMessages)).toBe(false);
  expect(derbyWith(role, everyone).may(MEMBER_ID, SendMessages)).toBe(true);
  expect(derbyWith(own, role, everyone).may(MEMBER_ID, SendMessages)).toBe(false);
  expect(derbyWith(own, role, everyone).may(ADMIN_ID, SendMessages)).toBe(true);
});

test('without View Channel nothing is left, without Send Messages nothing that is sent', () => {
  const blind = derbyWith(overwrite(BOT_ID, 1, 0n, ViewChannel));
  expect(permissionsIn(blind.world, blind.derby, BOT_ID)).toBe(0n);
  const mute = derbyWith(overwrite(BOT_ID, 1, 0n, SendMessages));
  expect(permissionsIn(mute.world, mute.derby, BOT_ID) & (EmbedLinks | MentionEveryone)).toBe(0n);
  expect(mute.may(BOT_ID, ViewChannel)).toBe(true);
});

test('a thread follows its channel, and a private one is for its members', () => {
  const { world, derby } = derbyWith(overwrite(MEMBER_ID, 1, 0n, SendMessages));
  const thread = (type: number, members: string[]): Channel => ({
    ...derby,
    id: '661720000000000010',
    type,
    parent_id: DERBY_ID,
    permission_overwrites: [],
    thread: {
      owner_id: BOT_ID,
      archived: false,
      locked: false,
      invitable: true,
      auto_archive_duration: 60,
      archive_timestamp: '',
      create_timestamp: '',
      members,
    },
  });
  expect(permissionsIn(world, thread(11, []), MEMBER_ID) & SendMessagesInThreads).toBe(SendMessagesInThreads);
  expect(canView(world, thread(12, []), MEMBER_ID)).toBe(false);
  expect(canView(world, thread(12, [MEMBER_ID]), MEMBER_ID)).toBe(true);
});

test('a direct message is for its two ends', () => {
  const { world } = derbyWith();
  const dm = world.channels.get(ADMIN_DM_ID)!;
  expect([ADMIN_ID, BOT_ID, MEMBER_ID].map((id) => canView(world, dm, id))).toEqual([true, true, false]);
});
