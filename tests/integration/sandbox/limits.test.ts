import { afterAll, beforeAll, expect, test } from 'vitest';
import { APPLICATION_ID, DERBY_ID, type Sandbox } from '../../../src/sandbox/sandbox.ts';
import { asBot, closeAll, sandboxFor } from '../../support/discord/bot.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await sandboxFor({ limits: { global: Number.POSITIVE_INFINITY, route: Number.POSITIVE_INFINITY } });
});
afterAll(closeAll);

/** Every path of Discord's tree of errors that has a code, as `embeds.0.title: BASE_TYPE_MAX_LENGTH`. */
function codes(tree: unknown, path: readonly string[] = []): string[] {
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    key === '_errors' && Array.isArray(value)
      ? value.map((each: { code: string }) => `${path.join('.')}: ${each.code}`)
      : codes(value, [...path, key]),
  );
}

const text = (length: number) => 'x'.repeat(length);
const row = (...components: unknown[]) => ({ components: [{ type: 1, components }], content: 'hi' });
const button = { type: 2, style: 1, custom_id: 'a', label: 'A' };
const select = (more: object) => row({ type: 3, custom_id: 's', options: [{ label: 'a', value: 'a' }], ...more });
const embed = (more: object) => ({ embeds: [{ title: 't', ...more }] });
const fields = (count: number, length = 1) =>
  embed({ fields: Array.from({ length: count }, () => ({ name: 'n', value: text(length) })) });

const REFUSED: readonly [string, object, string][] = [
  ['content over 2,000', { content: text(2_001) }, 'content: BASE_TYPE_MAX_LENGTH'],
  ['content that is no text', { content: 5 }, 'content: STRING_TYPE_CONVERT'],
  ['a nonce over 25', { content: 'a', nonce: text(26) }, 'nonce: BASE_TYPE_MAX_LENGTH'],
  ['11 embeds', { embeds: Array.from({ length: 11 }, () => ({ title: 'a' })) }, 'embeds: BASE_TYPE_MAX_LENGTH'],
  ['an empty embed', { embeds: [{}] }, 'embeds.0.description: BASE_TYPE_REQUIRED'],
  ['a title over 256', { embeds: [{ title: text(257) }] }, 'embeds.0.title: BASE_TYPE_MAX_LENGTH'],
  ['a description over 4,096', embed({ description: text(4_097) }), 'embeds.0.description: BASE_TYPE_MAX_LENGTH'],
  ['26 fields', fields(26), 'embeds.0.fields: BASE_TYPE_MAX_LENGTH'],
  ['a field over 1,024', fields(1, 1_025), 'embeds.0.fields.0.value: BASE_TYPE_MAX_LENGTH'],
  ['a blank field', embed({ fields: [{ name: ' ', value: 'v' }] }), 'embeds.0.fields.0.name: BASE_TYPE_REQUIRED'],
  ['a field without value', embed({ fields: [{ name: 'n' }] }), 'embeds.0.fields.0.value: BASE_TYPE_REQUIRED'],
  ['a footer over 2,048', embed({ footer: { text: text(2_049) } }), 'embeds.0.footer.text: BASE_TYPE_MAX_LENGTH'],
  ['an author over 256', embed({ author: { name: text(257) } }), 'embeds.0.author.name: BASE_TYPE_MAX_LENGTH'],
  [
    '6,001 characters over all embeds',
    { embeds: [{ description: text(4_000) }, { description: text(2_001) }] },
    'embeds: MAX_EMBED_SIZE_EXCEEDED',
  ],
  ['a colour over white', embed({ color: 0x1000000 }), 'embeds.0.color: NUMBER_TYPE_MAX'],
  ['a time that is none', embed({ timestamp: 'yesterday' }), 'embeds.0.timestamp: DATE_TIME_TYPE_PARSE'],
  ['an embed url that is none', embed({ url: 'milan' }), 'embeds.0.url: URL_TYPE_INVALID_URL'],
  ['an embed url of another scheme', embed({ url: 'ftp://milan.it' }), 'embeds.0.url: URL_TYPE_INVALID_SCHEME'],
  [
    'a picture that was not uploaded',
    embed({ image: { url: 'attachment://no.png' } }),
    'embeds.0.image.url: BASE_TYPE_CHOICES',
  ],
  [
    '6 rows',
    {
      content: 'a',
      components: Array.from({ length: 6 }, (_, n) => ({ type: 1, components: [{ ...button, custom_id: `${n}` }] })),
    },
    'components: BASE_TYPE_BAD_LENGTH',
  ],
  [
    '6 buttons in a row',
    row(...Array.from({ length: 6 }, (_, n) => ({ ...button, custom_id: `${n}` }))),
    'components.0.components: BASE_TYPE_MAX_LENGTH',
  ],
  ['an empty row', row(), 'components.0.components: BASE_TYPE_MIN_LENGTH'],
  ['a button outside a row', { content: 'a', components: [button] }, 'components.0.type: BASE_TYPE_CHOICES'],
  ['a duplicate custom id', row(button, button), 'components.0.components.1.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED'],
  [
    'a custom id over 100',
    row({ ...button, custom_id: text(101) }),
    'components.0.components.0.custom_id: BASE_TYPE_MAX_LENGTH',
  ],
  ['a label over 80', row({ ...button, label: text(81) }), 'components.0.components.0.label: BASE_TYPE_MAX_LENGTH'],
  [
    'a button without words',
    row({ type: 2, style: 1, custom_id: 'a' }),
    'components.0.components.0: BUTTON_COMPONENT_INVALID_LABEL_OR_EMOJI',
  ],
  [
    'a button without custom id',
    row({ type: 2, style: 1, label: 'A' }),
    'components.0.components.0.custom_id: BUTTON_COMPONENT_CUSTOM_ID_REQUIRED',
  ],
  [
    'a button with both',
    row({ ...button, url: 'https://milan.it' }),
    'components.0.components.0.url: BUTTON_COMPONENT_URL_NOT_ALLOWED',
  ],
  [
    'a link without url',
    row({ type: 2, style: 5, label: 'A' }),
    'components.0.components.0.url: BUTTON_COMPONENT_URL_REQUIRED',
  ],
  [
    'a link with custom id',
    row({ ...button, style: 5, url: 'https://milan.it' }),
    'components.0.components.0.custom_id: COMPONENT_CUSTOM_ID_NOT_ALLOWED',
  ],
  ['a style that is none', row({ ...button, style: 9 }), 'components.0.components.0.style: BASE_TYPE_CHOICES'],
  [
    'an emoji that is none',
    row({ ...button, emoji: { name: 'ball' } }),
    'components.0.components.0.emoji.name: COMPONENT_INVALID_EMOJI',
  ],
  [
    '26 options',
    select({ options: Array.from({ length: 26 }, (_, n) => ({ label: 'a', value: `${n}` })) }),
    'components.0.components.0.options: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'two options of one value',
    select({
      options: [
        { label: 'a', value: 'a' },
        { label: 'b', value: 'a' },
      ],
    }),
    'components.0.components.0.options.1.value: SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
  ],
  ['a select without options', select({ options: [] }), 'components.0.components.0.options: BASE_TYPE_MIN_LENGTH'],
  ['more choices than options', select({ max_values: 2 }), 'components.0.components.0.max_values: NUMBER_TYPE_MAX'],
  [
    'a select beside a button',
    row(button, { type: 3, custom_id: 's', options: [{ label: 'a', value: 'a' }] }),
    'components.0.components: COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  ],
  [
    'users both parsed and listed',
    { content: 'a', allowed_mentions: { parse: ['users'], users: ['1'] } },
    'allowed_mentions: MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
  ],
  [
    'a mention kind that is none',
    { content: 'a', allowed_mentions: { parse: ['all'] } },
    'allowed_mentions.parse.0: BASE_TYPE_CHOICES',
  ],
  [
    '101 users to mention',
    { content: 'a', allowed_mentions: { users: Array.from({ length: 101 }, (_, n) => `${n}`) } },
    'allowed_mentions.users: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a reply to nothing',
    { content: 'a', message_reference: { message_id: '661720000000000009' } },
    'message_reference: REPLIES_UNKNOWN_MESSAGE',
  ],
  [
    'an attachment without file',
    { content: 'a', attachments: [{ id: '0' }] },
    'attachments.0.id: ATTACHMENT_NOT_FOUND',
  ],
  [
    'content beside components V2',
    { content: 'a', flags: 32_768, components: [{ type: 10, content: 'a' }] },
    'content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
];

test.each(REFUSED)('a message with %s is refused', async (_what, body, code) => {
  const answer = await asBot(sandbox, 'POST', `/channels/${DERBY_ID}/messages`, body);
  expect(answer).toMatchObject({ status: 400, body: { code: 50035, message: 'Invalid Form Body' } });
  expect(codes(answer.body.errors)).toContain(code);
});

const ACCEPTED: readonly [string, object][] = [
  ['2,000 characters', { content: text(2_000) }],
  ['2,000 emoji', { content: '⚽'.repeat(2_000) }],
  ['what discord.js adds', { content: 'a', tts: false, enforce_nonce: false }],
  ['keys Discord does not know', { content: 'a', colour: 'red' }],
  ['6,000 characters over all embeds', { embeds: [{ description: text(4_000) }, { description: text(2_000) }] }],
  ['a time with an offset', embed({ timestamp: '2021-11-07T20:45:00+01:00' })],
  [
    'flags and hearts as emoji',
    row({ ...button, emoji: { name: '🇮🇹' } }, { ...button, custom_id: 'b', emoji: { name: '❤️' } }),
  ],
  [
    'a reply that may miss',
    { content: 'a', message_reference: { message_id: '661720000000000009', fail_if_not_exists: false } },
  ],
  ['components V2', { flags: 32_768, components: [{ type: 17, components: [{ type: 10, content: 'a' }] }] }],
];

test.each(ACCEPTED)('a message with %s is taken', async (_what, body) => {
  const answer = await asBot(sandbox, 'POST', `/channels/${DERBY_ID}/messages`, body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
});

test.each([{}, { content: ' \n' }, { embeds: [] }, { content: null }])('an empty message %o is 50006', async (body) => {
  expect(await asBot(sandbox, 'POST', `/channels/${DERBY_ID}/messages`, body)).toMatchObject({
    status: 400,
    body: { code: 50006 },
  });
});

const option = (more: object = {}) => ({ type: 3, name: 'match', description: 'd', ...more });
const COMMANDS: readonly [string, object, string][] = [
  ['a name in capitals', { name: 'Score' }, 'name: APPLICATION_COMMAND_INVALID_NAME'],
  ['a name with a space', { name: 'the score' }, 'name: APPLICATION_COMMAND_INVALID_NAME'],
  ['a name over 32', { name: text(33) }, 'name: BASE_TYPE_MAX_LENGTH'],
  ['no description', { description: '' }, 'description: BASE_TYPE_REQUIRED'],
  [
    'a language that is none',
    { name_localizations: { 'it-IT': 'gol' } },
    'name_localizations.it-IT: BASE_TYPE_CHOICES',
  ],
  [
    '26 options',
    { options: Array.from({ length: 26 }, (_, n) => option({ name: `o${n}` })) },
    'options: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'two options of one name',
    { options: [option(), option()] },
    'options.1.name: APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
  ],
  [
    'a required option last',
    { options: [option(), option({ name: 'b', required: true })] },
    'options.1: APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  ],
  [
    'choices and autocomplete',
    { options: [option({ autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] },
    'options.0.autocomplete: APPLICATION_COMMAND_OPTIONS_CHOICES_AND_AUTOCOMPLETE',
  ],
  [
    'a subcommand beside an option',
    { options: [option(), { type: 1, name: 'next', description: 'd' }] },
    'options: APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
  ],
  ['an option type that is none', { options: [option({ type: 99 })] }, 'options.0.type: BASE_TYPE_CHOICES'],
  [
    '8,001 characters',
    {
      options: [0, 1, 2, 3].map((n) =>
        option({
          name: `o${n}`,
          choices: Array.from({ length: 25 }, (_, m) => ({ name: `${n}${m}${text(80)}`, value: `${m}` })),
        }),
      ),
    },
    ': APPLICATION_COMMAND_TOO_LARGE',
  ],
];

test.each(COMMANDS)('a command with %s is refused', async (_what, more, code) => {
  const body = { name: 'score', description: 'The score', ...more };
  const answer = await asBot(sandbox, 'POST', `/applications/${APPLICATION_ID}/commands`, body);
  expect(answer).toMatchObject({ status: 400, body: { code: 50035 } });
  expect(codes(answer.body.errors)).toContain(code);
});

test('more than 100 commands, or two of one name, are refused and change nothing', async () => {
  const path = `/applications/${APPLICATION_ID}/commands`;
  const command = (name: string) => ({ name, description: 'd', default_member_permissions: '32' });
  expect((await asBot(sandbox, 'PUT', path, [command('score'), command('facts')])).body).toMatchObject([
    { name: 'score', default_member_permissions: '32' },
    { name: 'facts' },
  ]);
  const many = Array.from({ length: 101 }, (_, n) => command(`c${n}`));
  expect((await asBot(sandbox, 'PUT', path, many)).body).toMatchObject({ code: 30032 });
  const twice = await asBot(sandbox, 'PUT', path, [command('a'), command('a')]);
  expect(codes(twice.body.errors)).toEqual(['1.name: APPLICATION_COMMANDS_DUPLICATE_NAME']);
  expect((await asBot(sandbox, 'GET', path)).body).toHaveLength(2);
});

const PLAIN: readonly [string, string, string, number, number][] = [
  ['an unknown route', 'GET', '/stickers', 404, 0],
  ['an unknown method', 'PUT', '/users/@me', 405, 0],
  ['an unknown channel', 'GET', '/channels/661720000000000009', 404, 10003],
  ['an unknown server', 'GET', '/guilds/661720000000000009', 404, 10004],
  ['an unknown message', 'GET', `/channels/${DERBY_ID}/messages/661720000000000009`, 404, 10008],
  ['an id that is none', 'GET', '/channels/derby', 400, 50035],
  ['an unknown interaction', 'POST', '/interactions/661720000000000009/tok/callback', 404, 10062],
  ['an unknown webhook', 'POST', '/webhooks/661720000000000009/tok', 404, 10015],
  ['a webhook token that is none', 'POST', `/webhooks/${APPLICATION_ID}/tok`, 401, 50027],
  ['an unknown command', 'DELETE', `/applications/${APPLICATION_ID}/commands/661720000000000009`, 404, 10063],
  ['a limit out of bounds', 'GET', `/channels/${DERBY_ID}/messages?limit=101`, 400, 50035],
];

test.each(PLAIN)('%s is answered as Discord does', async (_what, method, path, status, code) => {
  const answer = await asBot(sandbox, method, path, method === 'GET' || method === 'DELETE' ? undefined : {});
  expect(answer).toMatchObject({ status, body: { code } });
});

test('a wrong token is 401, and broken JSON is 50109', async () => {
  const ask = (authorization: string, body?: string) =>
    fetch(`${sandbox.apiUrl}/v10/channels/${DERBY_ID}/messages`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body }),
    });
  for (const wrong of ['Bot wrong', 'sandbox', 'Bot user', ''])
    expect(await (await ask(wrong)).json()).toEqual({ message: '401: Unauthorized', code: 0 });
  expect(await (await ask('Bot sandbox', '{"content":')).json()).toMatchObject({ code: 50109 });
});
