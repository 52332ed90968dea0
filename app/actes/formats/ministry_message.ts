import type { Classification } from '../rules/classification.js'

/** What an answer says of the acte that it is about; anything may be missing. */
export interface ActeMention {
  numero: string | null
  /** YYYY-MM-DD */
  decisionDate: string | null
  natureCode: number | null
  objet: string | null
}

/** A message of the ministry, told apart by its XML root and never by the name of its file. */
export type MinistryMessage =
  | {
      kind: 'acknowledgement'
      acteId: string
      /** As written by the ministry: it is the legal date of receipt, never recomputed. */
      receivedOn: string
      acte: ActeMention
      classificationDate: string | null
    }
  | {
      kind: 'anomaly'
      date: string | null
      /** Three figures; some (999) are not in the schema. */
      nature: string
      detail: string
      acte: ActeMention
      classificationDate: string | null
    }
  | {
      kind: 'envelope_anomaly'
      date: string | null
      nature: string
      detail: string
      /** Name of our envelope without its extension, from the ANO_ file name. */
      envelope: string | null
      siren: string | null
      messageNames: string[]
    }
  | { kind: 'cancellation_acknowledgement'; acteId: string; receivedOn: string }
  | { kind: 'classification'; classification: Classification }
  | { kind: 'classification_unchanged'; date: string | null }
  | {
      kind: 'letter'
      type: '2-1' | '3-1' | '4-1'
      acteId: string
      date: string | null
      /** What is asked (3-1) or why (4-1). */
      text: string | null
      documentNames: string[]
    }
  | {
      kind: 'deferral'
      type: '5-1'
      acteId: string
      date: string | null
      text: string | null
      documentNames: string[]
    }
  | {
      kind: 'reply_acknowledgement'
      type: '3-5' | '4-5'
      acteId: string
      /** Day of the letter that we answered. */
      letterDate: string | null
      receivedOn: string | null
    }
  | {
      kind: 'envelope'
      siren: string | null
      /** IDSGAR, IDPref or IDSousPref. */
      sender: string | null
      messageNames: string[]
    }
  | { kind: 'unknown'; root: string }

export type MinistryMessageKind = MinistryMessage['kind']
