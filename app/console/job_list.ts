import { defineError } from '#lib/errors'
import { isUuid } from '#lib/values'
import type { Gesture, ListDeclaration } from '#web/list/index'
import { allJobRows, jobLine, type JobKind } from './jobs.js'
import { IN_STATE, JOB_STATES, JOB_STATE_WORDS, type JobState } from './job_states.js'
import { FAILED_LAST, WHEN } from './job_orders.js'
import { membersCalled } from './members.js'
import { relaunchOne } from './relaunch.js'

export const JOBS = '/exploitation/taches'

const NothingToRelaunch = defineError(
  'E_JOB_NOT_RELAUNCHED',
  'Cette tâche n’est pas en échec, ou une autre fait déjà le même travail.',
  409
)

const RELAUNCH: Gesture = {
  name: 'relancer',
  label: 'Relancer',
  icon: 'rotate-cw',
  permission: 'console',
  done: ['tâche relancée', 'tâches relancées'],
  async run(id, actor) {
    if (!(await relaunchOne(id, actor))) throw new NothingToRelaunch()
  },
}

type Row = ReturnType<typeof jobLine>

/** The work of the platform, as its operator finds it; `kinds` are what it may be narrowed to. */
export const jobList = (kinds: JobKind[]): ListDeclaration<Row> => ({
  name: 'console.jobs',
  scope: 'platform',
  caption: 'Tâches de la plateforme',
  words: ['tâche', 'tâches'],
  id: 'outbox.id',
  from: allJobRows,
  complete: async (rows) => rows.map(jobLine),
  order: '-etat',
  gestures: [RELAUNCH],
  keepsViews: true,
  columns: [
    {
      name: 'etat',
      label: 'État',
      sort: {
        sql: FAILED_LAST,
        kind: 'bigint',
        first: 'desc',
        ways: ['échecs en dernier', 'échecs d’abord'],
      },
      cell: ({ state }) => ({ state: JOB_STATE_WORDS[state] }),
    },
    {
      name: 'tache',
      label: 'Tâche',
      isTitle: true,
      cell: ({ id, title, name }) => ({ text: title, href: `${JOBS}/${id}`, more: name }),
    },
    { name: 'nom', label: 'Nom', inFileOnly: true, cell: ({ name: text }) => ({ text }) },
    {
      name: 'raison',
      label: 'Raison',
      cell: ({ lastError }) => ({ text: lastError?.slice(0, 240) ?? '–' }),
      exported: ({ lastError }) => lastError ?? '',
    },
    {
      name: 'membre',
      label: 'Membre',
      cell: ({ tenantName }) => ({ text: tenantName ?? 'Toute la plateforme' }),
    },
    {
      name: 'essais',
      label: 'Essais',
      sort: { sql: 'outbox.attempts', kind: 'int', first: 'desc' },
      cell: ({ attempts, maxAttempts }) => ({ text: `${attempts}/${maxAttempts}`, mono: true }),
    },
    {
      name: 'quand',
      label: 'Quand',
      sort: { sql: WHEN, kind: 'timestamptz', first: 'desc' },
      cell: ({ endedAt, runAt }) => ({ at: endedAt ?? runAt }),
    },
  ],
  filters: [
    {
      kind: 'tabs',
      name: 'etat',
      options: [
        { value: 'open', label: 'Tout ce qui n’est pas fait' },
        ...JOB_STATES.map((value) => ({ value, label: JOB_STATE_WORDS[value].label })),
      ],
      narrow: (query, state) => void query.whereRaw(IN_STATE[state as JobState] ?? NOT_DONE),
    },
    {
      kind: 'choice',
      name: 'nom',
      label: 'Type',
      empty: 'Toutes',
      options: kinds.map(({ name: value, title: label }) => ({ value, label })),
      narrow: (query, name) => void query.where('outbox.name', name),
    },
    { kind: 'words', name: 'membre', label: 'Membre (nom ou SIREN)', find: jobsOf },
    { kind: 'dates', name: 'quand', label: 'Quand', sql: WHEN, of: 'moment' },
  ],
})

const NOT_DONE = 'outbox.done_at is null'

/** The jobs of the members that these words name, or of the one whose identifier this is. */
async function jobsOf(typed: string) {
  if (isUuid(typed)) return { sql: 'outbox.tenant_id = ?::uuid', bindings: [typed] as unknown[] }
  const { bindings } = await membersCalled(typed)
  return { sql: 'outbox.tenant_id = any(?::uuid[])', bindings }
}
