import type { NewsGroup } from '../../match/news.ts';
import type { Grant, HearingTexts, NewsGroupTexts } from './hearing-texts.ts';
import { allOf } from './italian.ts';

const groups: Readonly<Record<NewsGroup, NewsGroupTexts>> = {
  goals: { label: 'Gol', what: 'Ogni gol, e quelli annullati', within: 'i gol' },
  penalties: { label: 'Rigori', what: 'I rigori sbagliati e quelli finali', within: 'i rigori sbagliati' },
  'red-cards': { label: 'Espulsioni', what: 'Anche per doppia ammonizione', within: 'le espulsioni' },
  'yellow-cards': { label: 'Ammonizioni', what: 'Ogni cartellino giallo', within: 'le ammonizioni' },
  substitutions: { label: 'Cambi', what: 'Chi entra e chi esce', within: 'i cambi' },
  chances: { label: 'Occasioni', what: 'Tiri parati, respinti, sul legno', within: 'le occasioni' },
  phases: {
    label: 'Inizio e pause',
    what: "Calcio d'inizio, intervallo, supplementari, fine",
    within: "il calcio d'inizio e le pause",
  },
  'line-ups': { label: 'Formazioni', what: 'Appena sono note', within: 'le formazioni' },
  facts: { label: 'Curiosità', what: 'Quel che vale la pena sapere, sotto ciò che accade', within: 'le curiosità' },
  card: {
    label: 'Scheda in diretta',
    what: 'Un messaggio che mostra sempre come sta la partita',
    within: 'una scheda in diretta',
  },
};

export const hearingTexts: HearingTexts = {
  groups,
  choose: (label) => `Che cosa pubblicare su ${label}`,
  posts: (chosen) =>
    `${chosen.length > 0 ? `Pubblico ${allOf(chosen.map((group) => groups[group].within))}. ` : ''}Risultati, rinvii, annullamenti e sospensioni definitive arrivano sempre.`,
  news: (chosen) =>
    chosen.length > 0 ? `pubblica ${allOf(chosen.map((group) => groups[group].within))}` : 'solo i risultati',
  late: (seconds) => `${seconds} s di ritardo`,
  lateMeans: 'Un gol annullato entro il ritardo non si vede mai.',
  covered: 'spoiler nascosti',
  coveredMeans: 'I punteggi restano coperti finché qualcuno non chiede di vederli.',
  threads: 'un thread per ogni partita',
  pings: (role) => `menziona ${role} per gol, inizio e risultato`,
  noThreads: (missing) => `Niente thread finché qui non ho ${granted(missing)}: fino ad allora pubblico nel canale.`,
  noPin: (missing) => `La scheda in diretta non viene fissata finché qui non ho ${granted(missing)}.`,
  noEvents: (missing) => `Le partite non compaiono fra gli eventi del server finché non ho ${granted(missing)}.`,
  noPing: (role, missing) =>
    `${role} potrebbe non ricevere la notifica: nelle impostazioni del ruolo permetti a tutti di menzionarlo, o dammi ${granted(missing)}.`,
};

const grants: Readonly<Record<Grant, string>> = {
  view: 'Visualizza canale',
  send: 'Invia messaggi',
  embed: 'Incorpora link',
  attach: 'Allega file',
  threads: 'Crea thread pubblici',
  'private-threads': 'Crea thread privati',
  'send-in-threads': 'Invia messaggi nei thread',
  pin: 'Fissa messaggi',
  events: 'Crea eventi',
  mention: 'Menziona @everyone, @here e tutti i ruoli',
};

/** Permissions by the names that Discord gives them, in bold. */
export function granted(missing: readonly Grant[]): string {
  return allOf(missing.map((grant) => `**${grants[grant]}**`));
}
