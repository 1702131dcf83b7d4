import { MessageCreateRequestSchema, MessageEditRequestPartialSchema } from 'discord-api-spec/zod';
import { expect, it } from 'vitest';
import { type Dressed, requestOf } from '../../../src/discord/attach-picture.ts';

const dressed: Dressed = {
  message: { content: 'Final result', allowed_mentions: { parse: [] } },
  file: { name: 'result.png', data: Buffer.from('picture'), contentType: 'image/png', description: 'Milan 1–1 Inter' },
};

it('a post or an edit with a picture is one that Discord’s own description takes, and names its file by a string', () => {
  const post = requestOf(dressed, { nonce: 'n1', enforce_nonce: true });
  const edit = requestOf(dressed, {}, { replacing: true });
  expect(MessageCreateRequestSchema.safeParse(post.body).error).toBeUndefined();
  expect(MessageEditRequestPartialSchema.safeParse(edit.body).error).toBeUndefined();
  for (const { body, files } of [post, edit]) {
    expect(body.attachments).toEqual([{ id: '0', filename: 'result.png', description: 'Milan 1–1 Inter' }]);
    expect(files).toMatchObject([{ name: 'result.png' }]);
  }
});
