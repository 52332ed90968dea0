/**
 * Words that an objet may hold to make the ministry behave otherwise than "acknowledge soon".
 * They start with a hash, so that no real objet triggers one by accident.
 */
export const SCENARIOS = {
  '#anomalie': 'refuses the acte (1-3, stale classification)',
  '#enveloppe': 'refuses the envelope (ANO_)',
  '#double': 'acknowledges twice, by two different mails',
  '#tard': 'acknowledges late',
  '#desordre': 'sends a letter about the acte before its acknowledgement',
  '#illisible': 'sends a mail that nobody can read, then acknowledges',
  '#multicanal': 'sends the HTML mail without XML, then acknowledges',
  '#courrier': 'acknowledges, then sends a letter (2-1)',
  '#pieces': 'acknowledges, then asks for more documents (3-1)',
  '#observations': 'acknowledges, then sends observations (4-1)',
  '#defere': 'acknowledges, then tells that the acte is referred to the court (5-1)',
  '#maintien': 'refuses its cancellation later on (ANO_)',
  '#coupure': 'accepts, and cuts the connection before answering',
  '#indisponible': 'answers 503 the first time',
  '#muet': 'never answers',
} as const

export type Scenario = keyof typeof SCENARIOS

export function scenariosIn(objet: string | null): Set<Scenario> {
  const words = new Set<string>((objet ?? '').toLowerCase().match(/#[a-z]+/g))
  return new Set((Object.keys(SCENARIOS) as Scenario[]).filter((word) => words.has(word)))
}
