import type { Actor } from '#kernel/actor'
import { journal } from '#kernel/journal'
import { askAfresh } from '../circuit/delegate.js'
import Desk from '../models/desk.js'
import { deskProblems, keyFor } from '../rules/road_form.js'
import { refuseForm } from './refuse_form.js'

export interface DeskForm {
  name: string
  titles: string[]
}

/**
 * Writes a desk as a form says it, or opens one, in the transaction in context: what waits there is
 * on the lists of those who bear its titles now. @throws E_VALIDATION_ERROR
 */
export async function changeDesk(desk: Desk | null, form: DeskForm, by: Actor): Promise<Desk> {
  const others = (await Desk.all()).filter(({ id }) => id !== desk?.id)
  refuseForm(deskProblems(form, new Set(others.map(({ name }) => name.toLowerCase()))))
  const written = desk ?? new Desk()
  written.key ??= keyFor(form.name, new Set(others.map(({ key }) => key)))
  await written.merge({ ...form, decidedHere: true }).save()
  await journal.append({
    type: desk ? 'parapheur.desk_changed' : 'parapheur.desk_opened',
    subject: { capability: 'parapheur', type: 'desk', id: written.id },
    actor: by,
    data: { name: form.name, titles: form.titles.join(', ') },
  })
  if (desk) await askAfresh(desk)
  return written
}
