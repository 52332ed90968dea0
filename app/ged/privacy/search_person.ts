import vine from '@vinejs/vine'
import type { Infer } from '@vinejs/vine/types'
import type { Actor } from '#kernel/actor'
import { clock } from '#kernel/clock'
import { journal } from '#kernel/journal'
import { formsOf, type PersonSaid } from '../rules/person_forms.js'
import { PersonUntold, PhoneRefused } from './errors.js'
import PersonSearch from './person_search.js'

const name = () => vine.string().trim().minLength(2).maxLength(80)

/** What looking for a person asks; `others`: one name a line. */
export const newPersonSearch = vine.create({
  family: name().optional(),
  given: vine.string().trim().maxLength(80).optional(),
  others: vine.string().trim().maxLength(400).optional(),
  email: vine.string().trim().email().maxLength(200).optional(),
  phone: vine.string().trim().maxLength(30).optional(),
  reference: vine.string().trim().maxLength(80).optional(),
})

/**
 * Begins to look for the documents of a person. The journal, which nobody erases, keeps that it was
 * done and for what request, and never of whom.
 * @throws E_GED_PERSON_UNTOLD, E_GED_PERSON_PHONE at the field
 */
export async function searchPerson(
  asked: Infer<typeof newPersonSearch>,
  by: Actor
): Promise<PersonSearch> {
  const { reference = null, phone = null } = asked
  if (phone && !/^\+?(?:[\s.()-]*\d){9,13}$/.test(phone)) throw new PhoneRefused().at('phone')
  const said: PersonSaid = {
    ...{ family: asked.family ?? null, given: asked.given || null, phone },
    others: (asked.others ?? '').split(/\r?\n/).flatMap((line) => line.trim() || []),
    email: asked.email ?? null,
  }
  const forms = formsOf(said)
  if (forms.length === 0) throw new PersonUntold().at('family')
  const search = await PersonSearch.create({
    ...{ ownerId: by.id!, reference, at: clock.now() },
    said: JSON.stringify(said) as unknown as PersonSaid,
  })
  const data = { reference, looks: [...new Set(forms.map(({ label }) => label))] }
  await journal.append({ type: 'ged.person_searched', subject: search.ref, actor: by, data })
  return search.refresh()
}

/** Forgets of whom the documents were looked for. */
export async function forgetPersonSearch(search: PersonSearch, by: Actor): Promise<void> {
  await search.delete()
  await journal.append({ type: 'ged.person_search_forgotten', subject: search.ref, actor: by })
}
