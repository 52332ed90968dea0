import { DateTime } from 'luxon'
import { tenancy } from '#kernel/tenancy'
import { toTheSecond } from '#web/dates'
import type { ListDeclaration } from '#web/list/index'
import { consultationsIndexed } from '../indexed.js'
import { NATURES, type NatureName } from '../rules/choices.js'
import { CONSULTATION_STATES, type ConsultationState } from '../rules/consultation_lifecycle.js'

interface ConsultationRow {
  id: string
  state: ConsultationState
  reference: string
  title: string
  nature: NatureName
  deadline: Date
  zone: string
}

/** A rehearsal is nobody's purchase. */
const LISTED = Object.entries(CONSULTATION_STATES).filter(([state]) => state !== 'rehearsal')
const OVER: ConsultationState[] = ['notified', 'archived', 'abandoned']

/** The consultations of the member in context, at the address `base`. */
export const consultationList = (base: string): ListDeclaration<ConsultationRow> => ({
  name: 'procurement.consultations',
  caption: 'Consultations',
  words: ['consultation', 'consultations'],
  id: 'consultations.id',
  from: allConsultations,
  keepsViews: true,
  columns: [
    { name: 'etat', label: 'État', cell: ({ state }) => ({ state: CONSULTATION_STATES[state] }) },
    {
      name: 'reference',
      label: 'Référence',
      sort: { sql: 'consultations.reference', kind: 'text' },
      cell: ({ reference: text }) => ({ text, mono: true }),
    },
    {
      name: 'objet',
      label: 'Objet',
      isTitle: true,
      cell: ({ id, title: text, nature }) => ({
        text,
        href: `${base}/${id}`,
        more: NATURES[nature],
      }),
    },
    {
      name: 'nature',
      label: 'Nature',
      inFileOnly: true,
      cell: ({ nature }) => ({ text: NATURES[nature] }),
    },
    {
      name: 'limite',
      label: 'Heure limite',
      sort: { sql: 'consultations.deadline', kind: 'timestamptz', first: 'desc' },
      cell: ({ deadline, zone }) => ({ text: toTheSecond(DateTime.fromJSDate(deadline), zone) }),
    },
  ],
  filters: [
    {
      kind: 'words',
      name: 'q',
      label: 'Objet, référence ou besoin',
      indexed: consultationsIndexed,
    },
    {
      kind: 'choice',
      name: 'etat',
      label: 'État',
      empty: 'Tous',
      options: [
        { value: 'ouvertes', label: 'Qui ne sont pas finies' },
        ...LISTED.map(([value, { label }]) => ({ value, label })),
      ],
      narrow: (query, state) =>
        void (state === 'ouvertes'
          ? query.whereNotIn('consultations.state', OVER)
          : query.where('consultations.state', state)),
    },
    {
      kind: 'choice',
      name: 'nature',
      label: 'Nature',
      empty: 'Toutes',
      options: Object.entries(NATURES).map(([value, label]) => ({ value, label })),
      narrow: (query, nature) => void query.where('consultations.nature', nature),
    },
    {
      kind: 'dates',
      name: 'limite',
      label: 'Heure limite',
      sql: 'consultations.deadline',
      of: 'moment',
    },
  ],
})

function allConsultations() {
  const { trx, tenantId } = tenancy.current()!
  return trx
    .from('procurement.consultations')
    .where('consultations.tenant_id', tenantId)
    .whereNot('consultations.state', 'rehearsal')
    .select('id', 'state', 'reference', 'title', 'nature', 'deadline', 'zone')
}
