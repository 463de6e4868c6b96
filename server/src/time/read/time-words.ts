/** Words beside times in the languages that are read. Parts of expressions, see `sticky`. */

/** Before a time, saying nothing of it: `at`, `um`, `à`, `a las`. */
export const AT =
  'at|by|on|the|from|kl\\.?|klokken|den|fra|um|ab|seit|à␣partir␣d[ae]s?|à|dès|le|d[eu]|vers␣les|a␣partir␣d[ae]s?|a␣las?|' +
  'desde␣las?|desde␣as|el|às|as|em|between|mellom|zwischen|entre(?:␣l?as)?'

/** Before a time, making it approximate. */
export const ABOUT =
  'about|around|approximately|approx\\.?|roughly|circa|ca\\.?|omtrent|rundt|omkring|etwa|ungefähr|gegen|vers|environ|' +
  'hacia|sobre|aproximadamente|aprox\\.?|cerca␣d[ae]s?|por␣volta␣d[ae]s?'

/** Behind a clock time, saying only that it is one: `14:30 Uhr`, `14:30h`. */
export const CLOCK_UNIT = '␣?(?:Uhr|hrs?|h|horas?|heures?)(?![A-Za-z\\d])'
