import { allCapabilities } from '#kernel/capability'
import { clock } from '#kernel/clock'
import { relative, relativeDay } from '#kernel/http/french'
import type { Task } from '#kernel/tasks'

/** A task as the part `todo` shows it; the place is said where tasks of several are mixed. */
export function taskLines(tasks: Task[], place?: string) {
  const now = clock.now()
  const icons = new Map(allCapabilities().map(({ name, icon }) => [name, icon]))
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

function dueState(dueAt: Date, now: ReturnType<typeof clock.now>) {
  const late = dueAt.getTime() < now.toMillis()
  return {
    label: late ? 'En retard' : `Pour ${relativeDay(dueAt, now)}`.replace(/^Pour (\d)/, 'Pour le $1'),
    meaning: late ? 'trouble' : 'waiting',
  }
}
