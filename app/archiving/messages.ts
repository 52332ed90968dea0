import type { RoomMessages } from '#web/messages/declaration'
import Deposit from './models/deposit.js'

/** A deposit bears the objet of what it archives: a mail calls it « un versement ». */
export const messages: RoomMessages = {
  async words(tasks) {
    const ids = tasks.flatMap(({ subjectId }) => subjectId ?? [])
    const titles = new Map((await Deposit.findMany(ids)).map((one) => [one.id, one.title]))
    return new Map(tasks.map((task) => [task.id, without(titles.get(task.subjectId!), task.title)]))
  },
}

/** What our tasks say, the deposit unnamed. */
function without(name: string | undefined, words: string): string {
  const at = name ? words.indexOf(name) : -1
  if (at < 0) return words
  const before = words
    .slice(0, at)
    .replace(/le versement «\s*$/, 'un versement')
    .replace(/de «\s*$/, 'd’un versement')
  return before + words.slice(at + name!.length).replace(/^\s*»/, '')
}
