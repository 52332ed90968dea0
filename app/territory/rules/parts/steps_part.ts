import type { CycleStep } from '../annual_cycle.js'
import { ETAPE_STATES, type Etape, type EtapeState } from '../etape.js'
import { MONTHS } from '../months.js'
import type { SheetContent } from '../sheet.js'
import type { SheetPart } from './part.js'
import type { Reader } from './reader.js'
import { writtenRows } from './typed.js'

const blank = {
  etapes: [{ text: '', state: '', due: '', from: '', to: '', year: '' }],
  recurrence: '',
}

type Steps = typeof blank
type Row = Steps['etapes'][number]

/** How the action goes: its steps with their dates and states, and the cycle of one that comes back. */
export const stepsPart: SheetPart<Steps> = {
  code: 'deroule',
  title: 'Déroulé',
  blank,
  typed: ({ etapes, recurrence }) => ({
    etapes: etapes.map(({ text, state, due }, index) => {
      const turn = recurrence?.cycle.find(({ etape }) => etape === index + 1)
      return { text, state, due: due?.label ?? '', ...typedTurn(turn) }
    }),
    recurrence: recurrence?.text ?? '',
  }),
  read({ etapes, recurrence }, reader) {
    const rows = writtenRows(etapes, ['state', 'year'])
    const at = (row: Row) => `etapes.${etapes.indexOf(row)}`
    const cycle = rows.flatMap((row, index) => turnOf(row, index + 1, at(row), reader) ?? [])
    const text = reader.text('recurrence', recurrence, 0, 5000)
    return {
      etapes: rows.map((row) => readEtape(row, at(row), reader)),
      recurrence: text || cycle.length > 0 ? { text, cycle } : null,
    }
  },
  told: ({ etapes, recurrence }) =>
    [...etapes.map((etape, index) => tellEtape(etape, index, recurrence)), recurrence?.text ?? '']
      .filter(Boolean)
      .join('\n'),
}

function typedTurn(turn: CycleStep | undefined) {
  if (!turn) return { from: '', to: '', year: '' }
  return { from: String(turn.fromMonth), to: String(turn.toMonth), year: String(turn.yearOffset) }
}

function readEtape(row: Row, at: string, reader: Reader): Etape {
  const due = reader.echeance(`${at}.due`, row.due)
  const states = Object.keys(ETAPE_STATES) as EtapeState[]
  return {
    text: reader.text(`${at}.text`, row.text, 3, 3000),
    state: reader.choice(`${at}.state`, row.state || 'a_faire', states),
    due: due && { ...due, due: String(due.due) },
  }
}

/** The months of a step that comes back; null when it has none. */
function turnOf(row: Row, etape: number, at: string, reader: Reader): CycleStep | null {
  if (row.from === '' && row.to === '') return null
  const months = MONTHS.map((_, index) => String(index + 1))
  const fromMonth = Number(reader.choice(`${at}.from`, row.from || row.to, months))
  const toMonth = Number(reader.choice(`${at}.to`, row.to || row.from, months))
  if (toMonth < fromMonth) {
    reader.refuse(`${at}.to`, 'Le mois de fin précède celui du début : comptez-les dans une année.')
  }
  return { etape, yearOffset: row.year === '1' ? 1 : 0, fromMonth, toMonth }
}

function tellEtape(etape: Etape, index: number, recurrence: SheetContent['recurrence']): string {
  const turn = recurrence?.cycle.find((it) => it.etape === index + 1)
  const words = [
    `Étape ${index + 1} (${ETAPE_STATES[etape.state].label.toLowerCase()})\u202f: ${etape.text}`,
    etape.due && `avant ${etape.due.label}`,
    turn &&
      `chaque année de ${MONTHS[turn.fromMonth - 1]} à ${MONTHS[turn.toMonth - 1]}${turn.yearOffset ? ' de l’année suivante' : ''}`,
  ]
  return words.filter(Boolean).join(', ')
}
