import { Siret } from '#lib/values'
import { FORMS, type CandidatureForm } from './candidature.js'

/** The file of a candidature's envelope that machines read; the others are for people. */
export const TOLD_NAME = 'dossier/candidature.json'
export const TOLD_FORMAT = 'halle-candidature/1'
/** Some thirty members and as many sous-traitants. */
export const MOST_TOLD_BYTES = 256 * 1024
const MOST = 50

export interface ToldMember {
  siret: string
  name: string
  /** `60.00`, in percent; null when it is not told. */
  part: string | null
  work: string
}

export interface ToldSousTraitant {
  name: string
  siret: string | null
  /** In euros without tax, as it is owed at most (R2193-1, 3°). */
  amount: string
  nature: string
}

/** What a pli says of who answers. The mandataire is the first of its members. */
export interface ToldCandidature {
  format: typeof TOLD_FORMAT
  consultation: string
  form: CandidatureForm
  members: ToldMember[]
  sousTraitants: ToldSousTraitant[]
}

/**
 * What the bytes of that file say, or why they are not believed, in one French sentence. They come
 * from a bidder: whatever they hold, an opening goes on.
 */
export function readTold(bytes: Uint8Array, consultation: string): ToldCandidature | string {
  if (bytes.length > MOST_TOLD_BYTES) return 'Le dossier de candidature est trop long pour être lu.'
  let said: unknown
  try {
    said = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return 'Le dossier de candidature n’est pas lisible.'
  }
  const told = whole(said)
  if (!told) return 'Le dossier de candidature n’a pas la forme attendue.'
  if (told.consultation !== consultation)
    return 'Le dossier de candidature est celui d’une autre consultation.'
  return told
}

const isText = (value: unknown, most = 500): value is string =>
  typeof value === 'string' && value.length <= most
const isSiret = (value: unknown): value is string => isText(value, 14) && !!Siret.tryParse(value)
const isNumber = (value: unknown): value is string =>
  isText(value, 16) && /^\d+(\.\d{1,2})?$/.test(value)
const listOf = (value: unknown): Record<string, unknown>[] | null =>
  Array.isArray(value) &&
  value.length <= MOST &&
  value.every((one) => one && typeof one === 'object')
    ? value
    : null

/** Rebuilt field by field: nothing that was not asked for is kept. */
function whole(said: unknown): ToldCandidature | null {
  if (!said || typeof said !== 'object') return null
  const { format, consultation, form, members, sousTraitants } = said as Record<string, unknown>
  if (format !== TOLD_FORMAT || !isText(consultation, 36)) return null
  if (!isText(form, 30) || !Object.hasOwn(FORMS, form)) return null
  const [all, others] = [listOf(members), listOf(sousTraitants)]
  if (!all?.length || !others) return null
  const read = all.map(memberOf)
  const subs = others.map(sousTraitantOf)
  if (read.includes(null) || subs.includes(null)) return null
  return {
    format,
    consultation,
    form: form as CandidatureForm,
    members: read as ToldMember[],
    sousTraitants: subs as ToldSousTraitant[],
  }
}

function memberOf({ siret, name, part, work }: Record<string, unknown>): ToldMember | null {
  if (!isSiret(siret) || !isText(name) || !isText(work, 2_000)) return null
  return part === null || isNumber(part) ? { siret, name, part, work } : null
}

function sousTraitantOf(said: Record<string, unknown>): ToldSousTraitant | null {
  const { name, siret, amount, nature } = said
  if (!isText(name) || !isNumber(amount) || !isText(nature, 2_000)) return null
  return siret === null || isSiret(siret) ? { name, siret, amount, nature } : null
}
