import { tenancy } from '#kernel/tenancy'
import { letterOf, letterTypes, type LetterType } from '../rules/letters.js'
import { mostPressing } from '../rules/open_letters.js'

export interface OpenLetter {
  id: string
  acteId: string
  kind: LetterType
}

const REPLIES = letterTypes.flatMap((type) => letterOf(type).replies.map((reply) => reply.type))

// Neither filed by a person, nor answered by a reply that the ministry did not refuse
const OPEN = `settled_at is null and not exists (
  select 1 from actes.transmissions sent
  where sent.tenant_id = answers.tenant_id and sent.letter_id = answers.id
    and sent.state <> 'failed' and sent.type = any(?))`

/** The open letter that presses most on each of these actes. */
export async function openLetters(acteIds: string[]): Promise<Map<string, OpenLetter>> {
  return pressingOf(acteIds, await openLettersQuery(acteIds))
}

/** Asks for the open letters of these actes; `pressingOf` reads its rows. */
export const openLettersQuery = (acteIds: string[]) =>
  opened().whereRaw('acte_id = any(?)', [acteIds]).orderBy('id').select('id', 'acte_id', 'kind')

/** Of the rows of `openLettersQuery`, the letter that presses most on each of these actes. */
export function pressingOf(acteIds: string[], rows: any[]): Map<string, OpenLetter> {
  const all: OpenLetter[] = rows.map(({ id, acte_id: acteId, kind }) => ({ id, acteId, kind }))
  const byActe = Map.groupBy(all, ({ acteId }) => acteId)
  const found = new Map<string, OpenLetter>()
  for (const acteId of acteIds) {
    const letter = mostPressing(byActe.get(acteId) ?? [])
    if (letter) found.set(acteId, letter)
  }
  return found
}

/** The actes on which a letter of that type is open, to look among them. */
export const actesWithOpenLetter = (kind: LetterType) =>
  opened().where('kind', kind).select('acte_id')

const opened = () =>
  tenancy
    .trx()
    .from('actes.answers')
    .where('tenant_id', tenancy.tenantId())
    .whereIn('kind', letterTypes)
    .whereRaw(OPEN, [REPLIES])
