import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { texts } from '../src/messages/texts.ts';
import { refuse } from './answer.ts';
import { IN_SERVERS } from './availability.ts';
import { command } from './command.ts';
import { LANGUAGE_OPTION, PRIVATE_OPTION, TIME_ZONE_OPTION } from './common-options.ts';
import { choicesFor } from './names.ts';
import type { Payload } from './options.ts';
import { answerByButton, answerTyped, askForAnswer } from './quiz-answer.ts';
import { playQuiz, stopQuiz, topOfQuiz } from './quiz-game.ts';
import { scheduleQuiz, unscheduleQuiz } from './quiz-schedule.ts';
import { zoneNames } from './schedule-time.ts';

const data = {
  name: 'quiz',
  description: 'A football quiz, with questions made from the results',
  description_localizations: { it: 'Un quiz sul calcio, con domande nate dai risultati' },
  ...IN_SERVERS,
  options: [
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'play',
      description: 'Start a quiz in this channel: everybody may answer',
      description_localizations: { it: 'Comincia un quiz in questo canale: possono rispondere tutti' },
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'about',
          name_localizations: { it: 'squadra' },
          description: 'A club; without one, the clubs of the match that matters and some big ones',
          description_localizations: { it: 'Una squadra; se manca, quelle della partita che conta e alcune grandi' },
          autocomplete: true,
        },
        {
          type: ApplicationCommandOptionType.Integer,
          name: 'questions',
          name_localizations: { it: 'domande' },
          description: 'How many questions, 5 unless you say',
          description_localizations: { it: 'Quante domande, 5 se non lo dici' },
          min_value: 1,
          max_value: 20,
        },
        {
          type: ApplicationCommandOptionType.String,
          name: 'answers',
          name_localizations: { it: 'risposte' },
          description: 'How to answer: with buttons, or by typing, which is harder',
          description_localizations: { it: 'Come si risponde: con i pulsanti o scrivendo, che è più difficile' },
          choices: [
            { name: 'Buttons', name_localizations: { it: 'Pulsanti' }, value: 'buttons' },
            { name: 'Typed', name_localizations: { it: 'Scritte' }, value: 'typed' },
          ],
        },
        {
          type: ApplicationCommandOptionType.Integer,
          name: 'seconds',
          name_localizations: { it: 'secondi' },
          description: 'How long each question is open, 20 seconds unless you say',
          description_localizations: { it: 'Quanto resta aperta ogni domanda, 20 secondi se non lo dici' },
          min_value: 10,
          max_value: 60,
        },
        LANGUAGE_OPTION,
      ],
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'top',
      description: "This server's leaderboard",
      description_localizations: { it: 'La classifica di questo server' },
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'when',
          name_localizations: { it: 'quando' },
          description: 'This week, unless you say',
          description_localizations: { it: 'Questa settimana, se non lo dici' },
          choices: [
            { name: 'This week', name_localizations: { it: 'Questa settimana' }, value: 'week' },
            { name: 'All time', name_localizations: { it: 'Da sempre' }, value: 'all-time' },
          ],
        },
        PRIVATE_OPTION,
      ],
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'stop',
      description: 'End the quiz in this channel (whoever started it, or Manage Server)',
      description_localizations: { it: 'Chiudi il quiz in questo canale (chi l’ha cominciato, o Gestisci server)' },
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'schedule',
      description: 'Ask a question a day in this channel (needs Manage Server)',
      description_localizations: { it: 'Fai una domanda al giorno in questo canale (serve Gestisci server)' },
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'time',
          name_localizations: { it: 'ora' },
          description: 'When, for instance 18:00',
          description_localizations: { it: 'Quando, per esempio 18:00' },
        },
        TIME_ZONE_OPTION,
        LANGUAGE_OPTION,
      ],
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'unschedule',
      description: 'No more daily questions in this channel (needs Manage Server)',
      description_localizations: { it: 'Niente più domande quotidiane in questo canale (serve Gestisci server)' },
    },
  ],
} as const satisfies Payload;

export const quiz = command({
  data,

  async run(context, options) {
    switch (options.subcommand) {
      case 'play':
        return playQuiz(context, options);
      case 'top':
        return topOfQuiz(context, options);
      case 'stop':
        return stopQuiz(context);
      case 'schedule':
        return scheduleQuiz(context, options);
      case 'unschedule':
        return unscheduleQuiz(context);
    }
  },

  async complete(context, { option, typed }) {
    return choicesFor(typed, option === 'timezone' ? zoneNames() : context.quiz.clubs);
  },

  /** `quiz:answer:<game>:<question>:<option>` answers; `quiz:type:<game>:<question>` asks for an answer in words. */
  async press(context, what, gameId = '', at = '', option = '') {
    if (what === 'answer') return answerByButton(context, gameId, at, option);
    if (what === 'type') return askForAnswer(context, gameId, at);
    return refuse(texts(context.reader.locale).errors.buttonTooOld);
  },

  /** `quiz:typed:<game>:<question>` */
  async submit(context, typed, what, gameId = '', at = '') {
    if (what === 'typed') return answerTyped(context, typed, gameId, at);
    return refuse(texts(context.reader.locale).errors.buttonTooOld);
  },
});
