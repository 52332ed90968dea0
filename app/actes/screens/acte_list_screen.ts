import { inOneExchange, keepingPlan } from '#lib/one_exchange'
import type { ListDeclaration } from '#web/list/index'
import { tenancy } from '#kernel/tenancy'
import { ACTE_GESTURES } from '../gestures.js'
import { actesIndexed } from '../indexed.js'
import { actesWithOpenLetter, openLettersQuery, pressingOf } from '../models/open_letters.js'
import { WATCHED, watchedActes, watchedNames, type Watched } from '../models/watched_actes.js'
import { isLetterType, type LetterType } from '../rules/letters.js'
import { waitingLetter, waitingLetterTypes } from '../rules/open_letters.js'
import { ACTE_STATES, type ActeState } from '../rules/lifecycle.js'
import { findNature, natures } from '../rules/nature.js'
import { shownState } from '../rules/shown_state.js'
import { ACTE_STATE_WORDS } from '../rules/state_words.js'
import { zippedActes } from '../zipped_actes.js'
import { whereFrom, whereInWords, whereQueries, type WhereItIs } from './where_it_is_screen.js'

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
  where?: WhereItIs
}

const DECIDED = 'actes.decision_key'
const CHANGED = 'actes.changed_key'
const STATES = [...waitingLetterTypes, ...ACTE_STATES]

/** The list of actes, at the address `base`. */
export const acteList = (base: string): ListDeclaration<ActeRow> => ({
  name: 'actes.actes',
  caption: 'Actes de la collectivité',
  words: ['acte', 'actes'],
  id: 'actes.id',
  from: allActes,
  complete: withWhatIsKnown,
  gestures: ACTE_GESTURES,
  archive: { name: 'actes', permission: 'actes.read', of: zippedActes },
  keepsViews: true,
  columns: [
    {
      name: 'etat',
      label: 'État',
      cell: ({ state, letter, where }) => ({
        state: shownState(state, letter ?? null),
        more: where && whereInWords(where),
      }),
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
      name: 'chez',
      label: 'Attend',
      inFileOnly: true,
      cell: ({ where }) => ({ text: where?.desk ?? '' }),
    },
    {
      name: 'depuis',
      label: 'Depuis',
      inFileOnly: true,
      cell: ({ where }) => ({ at: where?.since ?? null }),
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
    {
      kind: 'choice',
      name: 'suivi',
      label: 'À suivre',
      empty: 'Tous',
      options: watchedNames.map((value) => ({ value, label: WATCHED[value].label })),
      narrow: (query, name) =>
        void query.whereIn('actes.id', watchedActes(name as Watched) as never),
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

async function withWhatIsKnown(rows: ActeRow[]): Promise<ActeRow[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const questions = [openLettersQuery(ids), ...whereQueries(ids)]
  const [letterRows, ...whereRows] = await inOneExchange(tenancy.trx(), questions.map(keepingPlan))
  const letters = pressingOf(ids, letterRows)
  const places = whereFrom(ids, whereRows)
  return rows.map((row) => ({
    ...row,
    letter: letters.get(row.id)?.kind ?? null,
    where: places.get(row.id),
  }))
}
