import type { RoomMessages } from '#web/messages/declaration'
import Acte from './models/acte.js'

/** An acte that names a person is named by nothing: its number alone tells the town who she is. */
const INDIVIDUAL = 3

/** The titles of our tasks call actes by nature and number; a mail says no objet. */
async function names(ids: string[]): Promise<Map<string, string>> {
  const actes = await Acte.findMany(ids)
  return new Map(
    actes.map((acte) => [
      acte.id,
      acte.natureCode === INDIVIDUAL ? 'un acte individuel' : `« ${acte.title} »`,
    ])
  )
}

export const messages: RoomMessages = {
  async words(tasks) {
    const ids = tasks.flatMap(({ subjectId }) => subjectId ?? [])
    const actes = new Map((await Acte.findMany(ids)).map((acte) => [acte.id, acte]))
    return new Map(
      tasks.map(({ id, title, subjectId }) => {
        const acte = subjectId ? actes.get(subjectId) : undefined
        const isIndividual = acte?.natureCode === INDIVIDUAL
        return [id, isIndividual ? title.replace(`« ${acte.title} »`, 'un acte individuel') : title]
      })
    )
  },
  names,
}
