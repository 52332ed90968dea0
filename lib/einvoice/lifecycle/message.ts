/** A party of a message of life cycle. */
export interface MessageParty {
  /** Nine digits (0002); null for a platform, which a role alone names. */
  siren: string | null
  name: string | null
  /** UNCL 3035: BY a buyer, SE a seller, WK a platform, DFH the public portal. */
  role: string
  /** Its electronic address (0225), asked of every recipient but WK and DFH. */
  address?: string | null
}

/** Why a status is given (MDG-37): an allowed reason, and what is expected of the other side. */
export interface MessageReason {
  /** MDT-113, `JUSTIF_ABS`. */
  code: string
  text?: string | null
  /** MDT-121: NOA PIN NIN CNF CNP CNA OTH. */
  action?: string | null
}

/** An amount that was paid (MEN) of an invoice, by rate of VAT: asked of status 212. */
export interface MessageAmount {
  /** MDT-207. */
  type: string
  /** `120.00`. */
  amount: string
  /** `20.00`. */
  vatPercent: string
  currency: string
}

/** What happened to an invoice, as a message CDAR says it (XP Z12-012, annex A). */
export interface LifecycleMessage {
  id: string
  /** When it is written and when the status was taken: `2026-11-29T17:00:00`, in the time of Paris. */
  createdAt: string
  at: string
  sender: MessageParty
  issuer: MessageParty
  recipient: MessageParty
  /** MDT-105: `204`, `208`… */
  status: string
  invoice: {
    number: string
    /** BT-3. */
    type: string
    /** BT-2, `2026-11-01`. */
    issuedOn: string
    sellerSiren: string
  }
  reasons?: MessageReason[]
  amounts?: MessageAmount[]
}
