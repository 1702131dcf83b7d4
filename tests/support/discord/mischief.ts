import fc from 'fast-check';

/** Text made of the pieces that mischief is made of. */
export const mischief = fc
  .array(
    fc.oneof(
      fc.constantFrom('@everyone', '@here', '<@1>', '<@&1>', '<#1>', '<t:0:R>', '</score:1>', '<:a:1>', '<id:home>'),
      fc.constantFrom(
        '**',
        '__',
        '~~',
        '||',
        '`',
        '```',
        '\\',
        '# ',
        '-# ',
        '> ',
        '>>> ',
        '- ',
        '* ',
        '1. ',
        '\n',
        ' ',
      ),
      fc.constantFrom(
        '[a](http://b.c)',
        'https://b.c/d',
        'discord.gg/abc',
        '\u202e',
        '\u200b',
        '\u2066',
        '\0',
        '\u0301',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom('Çalhanoğlu', "D'Ambrosio", 'Ibra', '😀'),
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''));
