/** Words of TypeScript (ECMA-262, 12.7.2, and its own) that name no variable. */
const OF_TYPESCRIPT =
  'arguments async await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try type typeof undefined var void while with yield'

/** Words that PostgreSQL keeps for itself (appendix C of its manual, « reserved »), none with a sign in it. */
const OF_POSTGRESQL =
  'all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation column concurrently constraint create cross default deferrable desc distinct do else end except false fetch for foreign freeze from full grant group having ilike in information initially inner intersect into is isnull join lateral leading left like limit localtime localtimestamp natural not notnull null offset on only or order outer overlaps placing primary references returning right select similar some symmetric system table tablesample then to trailing true union unique user using variadic verbose when where window with'

/** Folders of the house that are no room, and what names the house itself. */
const OF_THE_HOUSE = 'app config database generated kernel lib public start tests'

const setOf = (words: string) => new Set(words.split(' '))

export const RESERVED = setOf(`${OF_TYPESCRIPT} ${OF_POSTGRESQL}`)
export const HOUSE_NAMES = setOf(OF_THE_HOUSE)
