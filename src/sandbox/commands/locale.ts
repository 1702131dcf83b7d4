/** Discord's languages: those a client can be set to, and the only ones a command can be translated into. */
export const LOCALES: readonly string[] =
  'id,da,de,en-GB,en-US,es-ES,es-419,fr,hr,it,lt,hu,nl,no,pl,pt-BR,ro,fi,sv-SE,vi,tr,cs,el,bg,ru,uk,hi,th,zh-CN,ja,zh-TW,ko'.split(
    ',',
  );
