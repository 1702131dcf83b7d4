import type { AutocompleteInteraction } from 'discord.js';
import type { Choice } from '../../commands/command.ts';
import { clean } from '../messages/escape.ts';

/** As many suggestions, and as long ones, as Discord takes. */
const MOST_CHOICES = 25;
const LONGEST_CHOICE = 100;

/** Shows the suggestions under the option that is being typed, as far as Discord takes them. */
export async function suggestChoices(
  interaction: AutocompleteInteraction,
  working: Promise<readonly Choice[]>,
): Promise<void> {
  const choices = (await working)
    // A value cannot be cut: it would mean something else.
    .filter(({ value }) => value.length > 0 && value.length <= LONGEST_CHOICE)
    .slice(0, MOST_CHOICES)
    .map(({ name, value }) => ({ name: clean(name, LONGEST_CHOICE), value }));
  await interaction.respond(choices);
}
