import { allRooms } from '#kernel/room'
import { clock } from '#kernel/clock'
import { relative, relativeDay } from '#lib/french/french'
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
    facts: [place, `depuis ${sinceWords(relative(task.createdAt, now))}`].filter(Boolean),
    state: task.dueAt ? dueState(task.dueAt, now) : undefined,
  }))
}

/** « il y a 3 minutes » after « depuis » is said « 3 minutes ». */
function sinceWords(words: string): string {
  return words.replace(/^il y a /, '').replace(/^à l’instant$/, 'un instant')
}

/** How near what is due is: late, or in how long. */
export function dueState(
  dueAt: Date,
  now: ReturnType<typeof clock.now>
): { label: string; meaning: Meaning } {
  if (dueAt.getTime() < now.toMillis()) return { label: 'En retard', meaning: 'trouble' }
  const when = relativeDay(dueAt, now)
  const label = when.startsWith('dans ') ? when.replace('dans', 'Sous') : `Pour ${when}`
  return { label: label.replace(/^Pour (\d)/, 'Pour le $1'), meaning: 'waiting' }
}
