import type { FactCheck, FactSource } from '../../facts/fact.ts';
import type { PauseReason } from '../../subscriptions/subscription.ts';
import type { Plain } from '../escape.ts';
import { granted, hearingTexts } from './it-hearing.ts';
import { onDay, withArticle } from './italian.ts';
import type { Asked, Followed, ServiceTexts } from './service-texts.ts';

const pause: Readonly<Record<PauseReason, string>> = {
  'channel-gone': 'il canale non esiste più',
  'server-gone': 'non sono più nel server',
  'no-access': 'non potevo vedere il canale',
  'no-permission': 'non mi era permesso scrivere lì',
  refused: 'Discord rifiutava i miei messaggi',
};

/** What ends a pause; `again` is the command that started it all. */
const cure: Readonly<Record<PauseReason, (again: string) => string>> = {
  'channel-gone': (again) => `Usa ${again} in un altro canale.`,
  'server-gone': (again) => `Invitami di nuovo, poi usa ${again}.`,
  'no-access': (again) => `Dammi Visualizza canale, poi ripeti ${again}.`,
  'no-permission': (again) => `Dammi Invia messaggi e Incorpora link, poi ripeti ${again}.`,
  refused: (again) => `Ripeti ${again} per riprovare.`,
};

export const serviceTexts: ServiceTexts = {
  buttons: {
    timeline: 'Cronaca',
    lineups: 'Formazioni',
    report: 'Che cosa significa',
    facts: 'Curiosità',
    moreFacts: 'Altre curiosità',
    previous: 'Indietro',
    next: 'Avanti',
    stopPinging: 'Non menzionare più',
  },

  facts: {
    title: (about) => (about ? `Curiosità su ${about}` : 'Curiosità'),
    page: (page, pages) => `pagina ${page} di ${pages}`,
    none: (about) => (about ? `Non ho ancora curiosità su ${about}.` : 'Non ho ancora curiosità.'),
    scope: (scope) => `Ambito: ${scope}`,
    check: (source, check, dispute) =>
      check === 'disputed' ? `Controverso: ${dispute ?? 'le fonti non concordano'}` : checks[source](check),
    asOf: (day) => onDay(day),
  },

  follow: {
    added: (what, channel) => `Da ora ${channel} segue ${named(what)}.`,
    already: (what, channel) => `${channel} segue già ${named(what)}.`,
    changed: (what, channel) => `Cambiato per ${named(what)} in ${channel}.`,
    setting: (what, channel) => `Per ${named(what)}, in ${channel}:`,
    live: (fixture) => `${fixture} si sta giocando: da qui in poi arriva quello che succede.`,
    resumed: (what, channel, why) =>
      `${channel} segue di nuovo ${named(what)}.${why ? ` Era in pausa perché ${pause[why]}.` : ''}`,
    stopped: (what, channel) => `${channel} non segue più ${named(what)}.`,
    nothingToStop: (what, channel) => `${channel} non segue ${named(what)}: non c'è niente da fermare.`,
    title: 'Che cosa segue questo server',
    nothingYet: 'Qui non si segue ancora niente. Comincia con `/follow squadra:Milan`.',
    schedules: 'Curiosità programmate',
    paused: (reason, again) => `In pausa: ${pause[reason]}. ${cure[reason](again)}`,
    source: (name, every, budget) =>
      `Fonte: ${name} · uno sguardo ogni ${every}${budget ? ` · oggi restano ${budget.left} chiamate su ${budget.ofDay}` : ''}`,
    trouble: (problem) => ` · non va: ${problem}`,
  },

  hearing: hearingTexts,

  replay: {
    started: (fixture, speed, thread) =>
      `${fixture}, ${speed === 1 ? 'in tempo reale' : `${speed} volte più veloce`}: si gioca in ${thread}, solo per te.`,
    nothing: "Non c'è ancora una partita registrata da rivedere.",
    tooMany: 'Puoi averne una alla volta, e un server tre. Aspetta che ne finisca una, poi riprova.',
    refused: 'Discord non mi ha lasciato aprire un thread qui. Prova in un normale canale testuale.',
  },

  schedule: {
    set: (channel, time, timeZone, nextRun) =>
      `Una curiosità al giorno in ${channel}, ore ${time} (${timeZone}). La prima arriva ${nextRun}.`,
    replaced: (channel, time, timeZone, nextRun) =>
      `Cambiato: una curiosità al giorno in ${channel}, ore ${time} (${timeZone}). La prossima arriva ${nextRun}.`,
    stopped: (channel) => `Niente più curiosità quotidiane in ${channel}.`,
    nothingToStop: (channel) => `${channel} non ha curiosità quotidiane: non c'è niente da fermare.`,
    line: (time, timeZone, nextRun) =>
      `${time ? `ogni giorno alle ${time} (${timeZone})` : 'più volte al giorno'}${nextRun ? `, la prossima ${nextRun}` : ''}`,
  },

  pause,

  errors: {
    unknown: (what, typed, suggestions) =>
      `Non conosco ${called[what](typed)}. ${suggestions.length > 0 ? `Forse ${anyOf(suggestions)}?` : "Comincia a scrivere e scegli dall'elenco."}`,
    noMatchYet: 'Non ho ancora una partita da mostrare. Segui una squadra con `/follow`, o indica una partita.',
    noReport: (fixture) => `${fixture} non è ancora finita: riprova dopo il fischio finale.`,
    noTable: (fixture) => `Non ho i risultati intorno a ${fixture}, quindi non so dire che cosa ha significato.`,
    nothingNamed: 'Indica una squadra, un torneo o una partita, per esempio `squadra:Milan`.',
    impossibleTime: (typed) => `«${typed}» non è un orario. Scrivi ore e minuti, per esempio 09:00 o 21:30.`,
    unknownZone: (typed, suggestions) =>
      `Non conosco il fuso orario «${typed}». ${suggestions.length > 0 ? `Forse ${anyOf(suggestions)}?` : 'Scrivilo come Europe/Rome, o indica una grande città.'}`,
    incompleteSchedule: (command, { time, timeZone }) => {
      const example = `per esempio \`${command} ora:${time ?? '09:00'} fuso:${timeZone ?? 'Milano'}\`.`;
      if (time) return `Manca il fuso orario. Indicalo, o una grande città, ${example}`;
      if (timeZone) return `Manca l'ora. Scrivila, ${example}`;
      return `Mi servono sia l'ora sia il fuso orario, ${example}`;
    },
    needsManageServer: 'Può cambiarlo solo chi ha il permesso **Gestisci server**. Chiedi a un amministratore.',
    everyoneRole: 'Non menziono mai un intero server. Scegli un altro ruolo per `menzione`.',
    nothingInChannel: "In quel canale di questo server non seguo niente. Scegline uno dall'elenco.",
    botLacks: (missing, channel) =>
      `In ${channel} mi ${missing.length === 1 ? 'serve il permesso' : 'servono i permessi'} ${granted(missing)}. Concedi quel che manca nelle impostazioni del canale, poi riprova.`,
    notInServer: 'Funziona solo in un server. Invitami nel tuo e riprova lì.',
    buttonTooOld: "Quello che questo pulsante apriva non c'è più.",
    notUnderstood: 'Non so che farne. Scrivi `/help` per vedere che cosa so fare.',
    misfit: (option) =>
      `**${option}** non è compilato come serve a questo comando. Scegli di nuovo il comando dall'elenco; se non basta, ricarica Discord (Ctrl-R).`,
    feedSilent: 'Ora non riesco a raggiungere la mia fonte sulle partite. Riprova fra qualche minuto.',
    ourSide: 'Qualcosa è andato storto da parte nostra. Riprova fra un momento.',
  },

  help: {
    title: 'Che cosa fa Tifo',
    intro:
      'Porto le partite nel tuo server: i gol appena arrivano, il risultato finale una volta sola, e curiosità che vale la pena sapere.',
    groups: [
      {
        title: 'La partita',
        commands: [
          ['/score', 'il punteggio, chi ha segnato e quando'],
          ['/timeline', 'tutto quello che è successo'],
          ['/lineups', 'chi gioca e chi è entrato'],
          ['/report', 'che cosa significa il risultato'],
          ['/fixtures', 'le prossime partite'],
          ['/replay', 'una partita registrata, rigiocata in un thread tutto tuo'],
        ],
      },
      {
        title: 'Classifiche e precedenti',
        commands: [
          ['/table', 'la classifica di una stagione: adesso, dopo tante partite o in un giorno'],
          ['/h2h', 'i precedenti fra due squadre'],
        ],
      },
      {
        title: 'Curiosità',
        commands: [
          ['/facts next', 'una che qui nessuno ha ancora visto'],
          ['/facts about', 'su un giocatore, una squadra o un tema'],
          ['/facts list', 'tutte, pagina per pagina'],
        ],
      },
      {
        title: 'Quiz',
        commands: [
          ['/quiz play', 'domande nate dai risultati: con i pulsanti o scrivendo'],
          ['/quiz stop', 'chiude il quiz che hai cominciato tu'],
          ['/quiz top', 'chi è in testa in questo server, questa settimana o da sempre'],
        ],
      },
      {
        title: 'Per chi amministra (Gestisci server)',
        commands: [
          ['/follow', 'una squadra, un torneo o una partita in un canale: quali notizie, ritardo, spoiler, thread'],
          ['/unfollow', 'smettere di seguire'],
          ['/following', 'che cosa si segue e come, che cosa è in pausa, e come sta la fonte'],
          ['/facts schedule', 'una curiosità al giorno, quando vuoi tu'],
          ['/facts stop', 'niente più curiosità quotidiane'],
          ['/quiz schedule', 'una domanda al giorno, quando vuoi tu'],
          ['/quiz unschedule', 'niente più domande quotidiane'],
        ],
      },
    ],
    tip: 'Senza partita, un comando sceglie quella che conta adesso. Con privato: True la risposta la vedi solo tu.',
  },
};

const checks: Readonly<Record<FactSource, (check: Exclude<FactCheck, 'disputed'>) => string>> = {
  results: () => 'Calcolato dai risultati dal 1993–94 in poi',
  'match-records': () => 'Confermato da più tabellini indipendenti',
  opta: (check) => `Opta, ${how[check]}`,
  press: (check) => `Stampa, ${how[check]}`,
};

const how: Readonly<Record<Exclude<FactCheck, 'disputed'>, string>> = {
  computed: 'ricalcolato dai risultati dal 1993–94 in poi',
  confirmed: 'confermato dai tabellini',
  reported: 'come riportato',
};

const called: Readonly<Record<Asked, (typed: Plain) => string>> = {
  match: (typed) => `la partita «${typed}»`,
  club: (typed) => `nessuna squadra di nome «${typed}»`,
  competition: (typed) => `nessun torneo di nome «${typed}»`,
  subject: (typed) => `nessun giocatore, squadra o tema di nome «${typed}»`,
};

/** "il Milan", but "Serie A" and "Milan–Inter" as they are. */
function named({ kind, label }: Followed): string {
  return kind === 'club' ? `**${withArticle('il', label)}**` : `**${label}**`;
}

function anyOf(options: readonly string[]): string {
  return new Intl.ListFormat('it', { type: 'disjunction' }).format(options);
}
