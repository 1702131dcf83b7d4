import { describe, expect, it } from 'vitest';
import { postLine, terminalLog, welcome } from '../../src/terminal.ts';

it.each([
  ['**Line-ups:** Milan v Inter', 'Line-ups: Milan v Inter'],
  ["~~11' GOAL~~ Goal disallowed (VAR)", "11' GOAL Goal disallowed (VAR)"],
  ['Right: <@661740000000000001> and <@!661740000000000002>.', 'Right: @member and @member.'],
  ['<@&661740000000000003> Kick-off in <#661900000000000000>', '@role Kick-off in #channel'],
  ['Milan v Inter: kick-off <t:1636314300:f>', 'Milan v Inter: kick-off 2021-11-07 19:45 UTC'],
  ['-# Scope: [Serie A](https://example.org/a_b)', 'Scope: Serie A'],
  ['# Title\n> quoted\n- `code` ||hidden|| _slanted_ __under__', 'Title quoted - code hidden slanted under'],
  ['```\n 1› Milan\n```', '1› Milan'],
  ['de\\_Vrij \\*\\*not bold\\*\\* \\<@1>', 'de_Vrij **not bold** <@1>'],
  ['snake_case_name 2*3*4', 'snake_case_name 2*3*4'],
  ['<:goal:661740000000000004> GOAL', ':goal: GOAL'],
  ['a\u001b[31mred\u0007', 'a[31mred'],
])('a post on the terminal reads plain: %j', (content, line) => {
  expect(postLine('derby', content)).toBe(`  #derby    ${line}`);
});

describe('a warning on the terminal', () => {
  const logged = (level: 'debug' | 'warn' | 'error' | 'silent', say: (log: ReturnType<typeof terminalLog>) => void) => {
    const lines: string[] = [];
    say(terminalLog(level, (line) => lines.push(line)));
    return lines.join('');
  };

  it('a warning on the terminal is a line in words, with what it is about behind it', () => {
    const text = logged('warn', (log) =>
      log.warn({ feed: 'opta', problem: 'no\nfolder' }, 'the feed could not be read'),
    );
    expect(text).toBe('  Warning   The feed could not be read (feed: opta, problem: no folder)\n');
  });

  it('a warning on the terminal says of an error what it was, and where only if it is a bug', () => {
    const err = new Error('connect ECONNREFUSED', { cause: new Error('nobody there') });
    const warned = logged('warn', (log) => log.warn({ err, wait: 500, nested: { a: 1 } }, 'Discord is away'));
    expect(warned).toBe('  Warning   Discord is away: connect ECONNREFUSED (wait: 500, nested: {"a":1})\n');
    expect(logged('warn', (log) => log.error({ err }, 'a bug'))).toMatch(/^ {2}Error {5}A bug: connect.*\n {12}at /);
  });

  it('a warning on the terminal stands below the level that was asked for, or not at all', () => {
    const all = (log: ReturnType<typeof terminalLog>) => {
      log.debug({}, 'd');
      log.info({}, 'i');
      log.warn({}, 'w');
      log.error({}, 'e');
    };
    expect(logged('warn', all)).toBe('  Warning   W\n  Error     E\n');
    expect(logged('debug', all).split('\n')).toHaveLength(5);
    expect(logged('silent', all)).toBe('');
  });
});

it('the welcome says that the derby is on only while it is', () => {
  expect(welcome('http://x', '.tifo', 'on')).toMatch(/Now {7}the derby of 7 November 2021 in #derby/);
  expect(welcome('http://x', '.tifo', 'over')).toMatch(/Over {6}the derby of 7 November 2021: \/replay plays it again/);
  expect(welcome('http://x', '.tifo', 'over')).not.toMatch(/Now .*derby/);
});
