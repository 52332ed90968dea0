import type { Itinerary } from '../itinerary.js'
import type { Visitor } from '../visitor.js'

/** A company of the journey, with the browser where it is logged in. */
export interface Company {
  siret: string
  visitor: Visitor
}

/** A holder of a key: what opens her account, and what opens her shares. */
export interface JourneyHolder {
  email: string
  password: string
  key: { format: string; holder: string; privateKey: string }
}

/** The people, the place and the papers of a consultation. */
export interface TenderRoad extends Itinerary {
  dce: string
  bids: string
  out: string
  holders: JourneyHolder[]
  operator: { email: string; password: string; totpSecret: string }
}

/** A folder of bids: whose it is, and how it is deposited. */
export interface Bid {
  folder: string
  siret: string
  kind: 'replaced' | 'bid' | 'late'
}

/** A pli that was sent, and what its depositor knows of it. */
export interface SentPli extends Bid {
  pli: string
  base: string
  company: Company
  manifest: string
  documents: { envelope: string; name: string; size: number; sha256: string }[]
}
