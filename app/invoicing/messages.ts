import type { RoomMessages } from '#web/messages/declaration'
import Invoice from './models/invoice.js'

/** A mail names no supplier, who may be a person: « une facture ». */
export const messages: RoomMessages = {
  async words(tasks) {
    const ids = tasks.flatMap(({ subjectId }) => subjectId ?? [])
    const titles = new Map((await Invoice.findMany(ids)).map((one) => [one.id, one.title]))
    return new Map(
      tasks.map(({ id, title, subjectId }) => {
        const named = subjectId ? titles.get(subjectId) : undefined
        const said = named ? title.replace(`de « ${named} »`, 'd’une facture') : title
        return [id, named ? said.replace(`« ${named} »`, 'une facture') : said]
      })
    )
  },
}
