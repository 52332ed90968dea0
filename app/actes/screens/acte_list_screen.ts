import type { ListDeclaration } from '#web/list/index'
import { tenancy } from '#kernel/tenancy'
import { ACTE_GESTURES } from '../gestures.js'
import { actesIndexed } from '../indexed.js'
import { actesWithOpenLetter, openLetters } from '../models/open_letters.js'
import { isLetterType, type LetterType } from '../rules/letters.js'
import { waitingLetter, waitingLetterTypes } from '../rules/open_letters.js'
import { ACTE_STATES, type ActeState } from '../rules/lifecycle.js'
import { findNature, natures } from '../rules/nature.js'
import { shownState } from '../rules/shown_state.js'
import { ACTE_STATE_WORDS } from '../rules/state_words.js'

interface ActeRow {
  id: string
  state: ActeState
  numero: string
  objet: string
  nature_code: number | null
  /** A legal day, as the base says it: `2026-11-22`. */
  decision_date: string | null
  author: string | null
  changed_at: Date
  letter?: LetterType | null
}

const DECIDED = `coalesce(actes.decision_date, '-infinity'::date)`
const CHANGED = 'coalesce(actes.updated_at, actes.created_at)'
const STATES = [...waitingLetterTypes, ...ACTE_STATES]

/** The list of actes, at the address `base`. */
export const acteList = (base: string): ListDeclaration<ActeRow> => ({
  name: 'actes.actes',
  caption: 'Actes de la collectivité',
  words: ['acte', 'actes'],
  id: 'actes.id',
  from: allActes,
  complete: withLetters,
  gestures: ACTE_GESTURES,
  keepsViews: true,
  columns: [
    {
      name: 'etat',
      label: 'État',
      cell: ({ state, letter }) => ({ state: shownState(state, letter ?? null) }),
    },
    {
      name: 'numero',
      label: 'Numéro',
      sort: { sql: 'actes.numero', kind: 'text' },
      cell: ({ numero }) => ({ text: numero || 'sans numéro', mono: true }),
    },
    {
      name: 'objet',
      label: 'Objet',
      isTitle: true,
      sort: { sql: 'actes.objet_key', kind: 'text' },
      cell: ({ id, objet, nature_code: code }) => ({
        text: objet || 'Sans objet',
        href: `${base}/${id}`,
        more: natureOf(code),
      }),
    },
    {
      name: 'nature',
      label: 'Nature',
      sort: { sql: 'coalesce(actes.nature_code, 0::smallint)', kind: 'int' },
      inFileOnly: true,
      cell: ({ nature_code: code }) => ({ text: natureOf(code) }),
    },
    {
      name: 'decision',
      label: 'Décision',
      sort: { sql: DECIDED, kind: 'date', first: 'desc' },
      cell: ({ decision_date: day }) => ({ day }),
    },
    {
      name: 'par',
      label: 'Préparé par',
      inFileOnly: true,
      cell: ({ author }) => ({ text: author ?? '' }),
    },
    {
      name: 'change',
      label: 'Modifié',
      sort: { sql: CHANGED, kind: 'timestamptz', first: 'desc' },
      cell: ({ changed_at: at, author }) => ({ at, more: author ?? undefined }),
    },
  ],
  filters: [
    {
      kind: 'words',
      name: 'q',
      label: 'Objet ou numéro',
      indexed: actesIndexed,
    },
    {
      kind: 'choice',
      name: 'etat',
      label: 'État',
      empty: 'Tous',
      options: STATES.map((value) => ({ value, label: labelOf(value) })),
      narrow(query, etat) {
        if (isLetterType(etat)) query.whereIn('actes.id', actesWithOpenLetter(etat))
        else query.where('actes.state', etat)
      },
    },
    {
      kind: 'choice',
      name: 'nature',
      label: 'Nature',
      empty: 'Toutes',
      options: natures.map(({ code, label }) => ({ value: String(code), label })),
      narrow: (query, code) => void query.where('actes.nature_code', Number(code)),
    },
    { kind: 'dates', name: 'decision', label: 'Décision', sql: DECIDED, of: 'day' },
    { kind: 'dates', name: 'change', label: 'Modifié', sql: CHANGED, of: 'moment' },
    { kind: 'person', name: 'par', label: 'Préparé par', sql: 'actes.created_by' },
  ],
})

const natureOf = (code: number | null) => (code && findNature(code)?.label) || 'Nature à choisir'
const labelOf = (etat: ActeState | LetterType) =>
  isLetterType(etat) ? waitingLetter(etat).label : ACTE_STATE_WORDS[etat].label

// Plain rows: to make fifty models costs more than the rest of the page
function allActes() {
  const { trx, tenantId } = tenancy.current()!
  return trx
    .from('actes.actes')
    .where('actes.tenant_id', tenantId)
    .select('actes.id', 'state', 'numero', 'objet', 'nature_code')
    .select(trx.raw('actes.decision_date::text'))
    .select(trx.raw(`${CHANGED} as changed_at`))
    .select(
      trx.raw('(select full_name from kernel.users where users.id = actes.created_by) as author')
    )
}

async function withLetters(rows: ActeRow[]): Promise<ActeRow[]> {
  const letters = await openLetters(rows.map(({ id }) => id))
  return rows.map((row) => ({ ...row, letter: letters.get(row.id)?.kind ?? null }))
}
