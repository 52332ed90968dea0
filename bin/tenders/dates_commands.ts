import { AWAITED_IN, decpDue, firstDeadline, minimumDays, standstill } from '#lib/tenders/calendar'
import { instantOfLocal, lateness, NoSuchHour, readInstant, zoneOf } from '#lib/tenders/deadline'
import { Refused, WrongUsage, type Answer, type Command, type Given } from './command.js'
import { readDay, readOption, readWord } from './values_read.js'

export const late: Command = {
  usage:
    '--deadline 2026-11-27T17:00:00 --zone Europe/Paris --received 2026-11-27T16:00:00.000Z --json',
  options: { deadline: 'one', zone: 'one', received: 'one' },
  async run(given): Promise<Answer> {
    const zone = readOption('zone', given.one('zone'), zoneOf)
    const received = readOption('received', given.one('received'), readInstant)
    const deadline = readOption('deadline', given.one('deadline'), (text) => deadlineAt(text, zone))
    const instant = deadline.toUTC().toISO()!
    const { late, byMs } = lateness(deadline, received)
    const line = late ? `Hors délai de ${byMs} ms.` : 'Dans les délais.'
    return {
      value: { deadline: instant, late, byMs },
      lines: [`${line} L’heure limite est ${instant}.`],
    }
  },
}

function deadlineAt(text: string, zone: ReturnType<typeof zoneOf>) {
  try {
    return instantOfLocal(text, zone)
  } catch (error) {
    if (error instanceof NoSuchHour) throw new Refused(error.code, error.message)
    throw error
  }
}

const USAGES = {
  standstill: 'standstill --sent JOUR (--electronic | --paper) --json',
  deadline: `deadline --procedure ${AWAITED_IN.join('|')} --sent JOUR [--paper] [--urgent] [--pin] --json`,
  decp: 'decp --notified JOUR --json',
}

/** Which options each of the three takes. */
const OF: Record<keyof typeof USAGES, string[]> = {
  standstill: ['sent', 'electronic', 'paper'],
  deadline: ['procedure', 'sent', 'paper', 'urgent', 'pin'],
  decp: ['notified'],
}

export const calendar: Command = {
  usage: Object.values(USAGES).join('\n  npm run --silent procurement -- calendar '),
  options: {
    sent: 'one',
    notified: 'one',
    procedure: 'one',
    electronic: 'none',
    paper: 'none',
    urgent: 'none',
    pin: 'none',
  },
  files: 1,
  freeWords: 'un calcul (standstill, deadline ou decp)',
  async run(given): Promise<Answer> {
    const what = readWord('calendar', given.files[0], ['standstill', 'deadline', 'decp'] as const)
    const foreign = Object.keys(calendar.options).find(
      (name) => given.has(name) && !OF[what].includes(name)
    )
    if (foreign) throw new WrongUsage(`L’option « --${foreign} » n’existe pas ici.`)
    return { standstill: standstillOf, deadline: deadlineOf, decp: decpOf }[what](given)
  },
}

function standstillOf(given: Given): Answer {
  if (given.has('electronic') === given.has('paper'))
    throw new WrongUsage(
      'Dites si l’envoi est électronique (--electronic) ou sur papier (--paper).'
    )
  const sent = readDay('sent', given.one('sent'))
  const { lastDay, signableFrom } = standstill(sent, given.has('paper') ? 'paper' : 'electronic')
  return {
    value: { lastDay, signableFrom },
    lines: [
      `Délai de suspension jusqu’au ${lastDay.toFrench()} ; signature possible le ${signableFrom.toFrench()}.`,
    ],
  }
}

function deadlineOf(given: Given): Answer {
  const awaited = readWord('procedure', given.one('procedure'), AWAITED_IN)
  const sent = readDay('sent', given.one('sent'))
  const days = minimumDays(awaited, {
    paper: given.has('paper'),
    urgent: given.has('urgent'),
    pin: given.has('pin'),
  })
  const minimumEnds = firstDeadline(sent, days)
  return {
    value: { minimumEnds, days },
    lines: [`${days} jours au moins : pas avant la fin du ${minimumEnds.toFrench()}.`],
  }
}

function decpOf(given: Given): Answer {
  const due = decpDue(readDay('notified', given.one('notified')))
  return {
    value: { due },
    lines: [`Données essentielles à publier au plus tard le ${due.toFrench()}.`],
  }
}
