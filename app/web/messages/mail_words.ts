import { appUrl } from '#config/app'
import { plural } from '#lib/french/french'
import type { Said } from './said.js'

interface Told {
  name: string
  place: string
  /** What waits, and what happened. */
  lines: Said[]
  news: Said[]
}

/** What the views of a mail show: its subject, a lead, its lines with whole addresses. */
export function mailWords({ name, place, lines, news }: Told) {
  const whole = (said: Said[]) => said.map((one) => ({ ...one, url: `${appUrl}${one.url}` }))
  return {
    name,
    place,
    lines: whole(lines),
    news: whole(news),
    tasksUrl: `${appUrl}/mes-taches`,
    choicesUrl: `${appUrl}/compte/courriels`,
    lead: leadOf(lines.length),
    subject: `${place} : ${subjectOf(lines.length, news.length)}`,
  }
}

function leadOf(waiting: number): string {
  if (waiting === 0) return 'voici ce qui s’est passé.'
  return waiting === 1 ? 'une chose vous attend.' : 'voici ce qui vous attend.'
}

/** What waits is said in the mail and not in its subject, which screens show to whoever passes. */
function subjectOf(waiting: number, happened: number): string {
  if (waiting > 1) return `${plural(waiting, 'chose')} vous attendent`
  if (waiting === 1) return 'une chose vous attend'
  return happened > 1 ? `${plural(happened, 'nouvelle')} pour vous` : 'une nouvelle pour vous'
}
