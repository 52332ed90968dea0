/** A party, and the names of what identifies it. */
export interface Party {
  way: string[]
  /** The identifier that the rules about it are named after. */
  id: string
  ids: string
  legal: string
  address?: [id: string, term: string]
  words: string
  /** Whether a SIREN must stand beside a SIRET. */
  isStrict?: boolean
}

const agent = (group: string, id: string, address: string, words: string): Party => ({
  way: [group],
  id,
  ids: 'id-global',
  legal: 'legal',
  address: [address, 'address'],
  words,
})

/** The seller. */
export const SELLER: Party = {
  way: ['BG-4'],
  id: 'BT-29',
  ids: 'BT-29-global',
  legal: 'BT-30',
  address: ['BT-34', 'BT-34'],
  words: 'du vendeur',
  isStrict: true,
}

/** The buyer. */
export const BUYER: Party = {
  way: ['BG-7'],
  id: 'BT-46',
  ids: 'BT-46-global',
  legal: 'BT-47',
  address: ['BT-49', 'BT-49'],
  words: 'de l’acheteur',
  isStrict: true,
}

/** Every party that the French rules name. */
export const PARTIES: Party[] = [
  SELLER,
  BUYER,
  {
    way: ['BG-10'],
    id: 'BT-60',
    ids: 'BT-60-global',
    legal: 'BT-61',
    address: ['EXT-FR-FE-29', 'EXT-FR-FE-29'],
    words: 'du bénéficiaire',
  },
  agent('EXT-FR-FE-BG-01', 'EXT-FR-FE-06', 'EXT-FR-FE-12', 'de l’agent de l’acheteur'),
  agent('EXT-FR-FE-BG-02', 'EXT-FR-FE-46', 'EXT-FR-FE-52', 'du payeur'),
  agent('EXT-FR-FE-BG-03', 'EXT-FR-FE-69', 'EXT-FR-FE-75', 'de l’agent du vendeur'),
  agent('EXT-FR-FE-BG-04', 'EXT-FR-FE-92', 'EXT-FR-FE-98', 'du destinataire de la facture'),
  agent('EXT-FR-FE-BG-05', 'EXT-FR-FE-115', 'EXT-FR-FE-121', 'de l’émetteur de la facture'),
  {
    way: ['BG-13', 'place-BG'],
    id: 'BT-71',
    ids: 'id-global',
    legal: 'none',
    words: 'du lieu de livraison',
  },
  {
    way: ['BG-25', 'place-BG'],
    id: 'EXT-FR-FE-146',
    ids: 'id-global',
    legal: 'none',
    words: 'du lieu de livraison de la ligne',
  },
]
