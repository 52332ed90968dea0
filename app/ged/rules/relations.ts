/** What a document is to another. */
export const RELATION_KINDS = [
  'replies',
  'annex',
  'replaces',
  'see',
  'redacts',
  'extracts',
] as const
export type RelationKind = (typeof RELATION_KINDS)[number]

/** How it is said from the one that says it, and from the other. */
export const RELATION_WORDS: Record<RelationKind, { from: string; to: string }> = {
  replies: { from: 'Répond à', to: 'A pour réponse' },
  annex: { from: 'Annexe de', to: 'A pour annexe' },
  replaces: { from: 'Remplace', to: 'Remplacé par' },
  see: { from: 'Voir aussi', to: 'Voir aussi' },
  redacts: { from: 'Version occultée de', to: 'A pour version occultée' },
  extracts: { from: 'Extrait de', to: 'A pour extrait' },
}
