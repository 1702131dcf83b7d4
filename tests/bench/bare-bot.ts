/** What Tifo is held against: discord.js as its guide begins, with one command that always says the same. */
import { Client, Events, GatewayIntentBits } from 'discord.js';

const { DISCORD_API_URL: api = '', DISCORD_TOKEN: token, ANSWER = '{}' } = process.env;
const answer: object = JSON.parse(ANSWER);
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api } });
client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isChatInputCommand()) await interaction.reply(answer);
});
client.once(Events.ClientReady, ({ user }) => console.log(`${user.username} is connected.`));
await client.login(token);
