import { allRooms } from '#kernel/room'
import { clock } from '#kernel/clock'
import { relative, relativeDay } from '#lib/french/french'
import type { DateWords } from '#lib/languages/date_words'
import { said } from '#web/dates'
import type { Meaning } from '#lib/meaning'
import type { Task } from '#kernel/tasks'

/** A task as the part `todo` shows it; the place is said where tasks of several are mixed. */
export function taskLines(tasks: Task[], place?: string) {
  const now = clock.now()
  const icons = new Map(allRooms().map(({ name, icon }) => [name, icon]))
  return tasks.map((task) => ({
    title: task.title,
    href: task.url,
    icon: icons.get(task.capability) ?? 'circle-dot',
    facts: [place, sinceWords(task.createdAt, now)].filter(Boolean),
    state: task.dueAt ? dueState(task.dueAt, now) : undefined,
  }))
}

type Now = ReturnType<typeof clock.now>

/** « depuis 3 minutes », « depuis hier à 9 h 00 », « depuis le 12 mars 2026 ». */
function sinceWords(at: Date, now: Now): string {
  const near = relative(at, now)
    .replace(/^il y a /, '')
    .replace(/^à l’instant$/, 'un instant')
  const isDate = / \d{4}$/.test(near)
  const other = (words: DateWords) => words.relative(at, now)
  return isDate ? `depuis le ${said(near, other)}` : said(`depuis ${near}`, other)
}

/** How near what is due is: late, or in how long. */
export function dueState(dueAt: Date, now: Now): { label: string; meaning: Meaning } {
  if (dueAt.getTime() < now.toMillis()) return { label: 'En retard', meaning: 'trouble' }
  const when = relativeDay(dueAt, now)
  const other = (words: DateWords) => words.relativeDay(dueAt, now)
  if (/^\d/.test(when)) return { label: `Pour le ${said(when, other)}`, meaning: 'waiting' }
  const french = when.startsWith('dans ') ? when.replace('dans', 'Sous') : `Pour ${when}`
  return { label: said(french, other), meaning: 'waiting' }
}
