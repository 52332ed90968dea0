import { allRooms } from '#kernel/room'
import { clock } from '#kernel/clock'
import { membershipOf, workplacesOf } from '#kernel/people/memberships'
import { tasks } from '#kernel/tasks'
import { tenancy } from '#kernel/tenancy'
import type { Choice, ListDeclaration } from '#web/list/index'
import { gathered } from '#web/list/gathered'
import { dueState } from './task_lines.js'

/** Of one collectivite; beyond, what is due last is not in the list, which says so. */
const MOST_EACH = 2_000

interface TaskRow {
  id: string
  title: string
  url: string
  room: string
  place: string
  slug: string
  created_at: Date
  due_at: Date | null
}

export const TASKS = '/mes-taches'

const DUE = `coalesce(waiting.due_at, 'infinity'::timestamptz)`
const AT_WORK = { label: 'À faire', meaning: 'waiting' } as const

/** That it is late or due within days; a farther date stands in its own column. */
function urgencyOf(dueAt: Date | null) {
  const state = dueAt && dueState(new Date(dueAt), clock.now())
  return state && !state.label.startsWith('Pour le ') ? state : AT_WORK
}

/**
 * What waits for a person in all the collectivites where she works, each read behind its own wall;
 * `cut` names those where more waits than the list holds.
 */
export async function taskList(userId: string) {
  const cut: string[] = []
  const places = await workplacesOf(userId)
  const rows: TaskRow[] = []
  for (const { tenantId, slug, name: place } of places) {
    const waiting = await tenancy.run(tenantId, async () => {
      const membership = await membershipOf(userId)
      return membership ? tasks.waitingFor(membership, MOST_EACH + 1) : []
    })
    if (waiting.length > MOST_EACH) cut.push(place)
    for (const { id, title, url, capability, createdAt, dueAt } of waiting.slice(0, MOST_EACH))
      rows.push({
        id,
        title,
        url,
        room: capability,
        place,
        slug,
        created_at: createdAt,
        due_at: dueAt,
      })
  }
  const choices = places.map(({ slug: value, name: label }) => ({ value, label }))
  return { list: declaredOf(rows, choices), cut, most: MOST_EACH }
}

const declaredOf = (rows: TaskRow[], places: Choice[]): ListDeclaration<TaskRow> => ({
  name: 'portal.tasks',
  scope: 'platform',
  caption: 'Ce qui vous attend',
  words: ['chose en attente', 'choses en attente'],
  id: 'waiting.id',
  from: () => gathered('waiting', SHAPE, rows),
  order: 'echeance',
  keepsViews: 'mine',
  columns: [
    {
      name: 'etat',
      label: 'État',
      cell: ({ due_at: at }) => ({ state: urgencyOf(at) }),
    },
    {
      name: 'tache',
      label: 'À faire',
      isTitle: true,
      sort: { sql: 'kernel.folded(waiting.title)', kind: 'text' },
      cell: ({ title, url, room }) => ({ text: title, href: url, more: labelOf(room) }),
    },
    {
      name: 'service',
      label: 'Service',
      inFileOnly: true,
      cell: ({ room }) => ({ text: labelOf(room) }),
    },
    {
      name: 'lieu',
      label: 'Collectivité',
      sort: { sql: 'kernel.folded(waiting.place)', kind: 'text' },
      cell: ({ place: text }) => ({ text }),
    },
    {
      name: 'depuis',
      label: 'Depuis',
      sort: { sql: 'waiting.created_at', kind: 'timestamptz' },
      cell: ({ created_at: at }) => ({ at }),
    },
    {
      name: 'echeance',
      label: 'Échéance',
      sort: {
        sql: DUE,
        kind: 'timestamptz',
        ways: ['la plus proche d’abord', 'la plus lointaine d’abord'],
      },
      cell: ({ due_at: at }) => (at ? { at } : { text: 'Sans date limite' }),
    },
  ],
  filters: [
    { kind: 'words', name: 'q', label: 'Mots', columns: ['waiting.title', 'waiting.place'] },
    {
      kind: 'choice',
      name: 'lieu',
      label: 'Collectivité',
      empty: 'Toutes',
      options: places,
      narrow: (query, slug) => void query.where('waiting.slug', slug),
    },
    {
      kind: 'choice',
      name: 'service',
      label: 'Service',
      empty: 'Tous',
      options: [...new Set(rows.map(({ room }) => room))].map((value) => ({
        value,
        label: labelOf(value),
      })),
      narrow: (query, room) => void query.where('waiting.room', room),
    },
    {
      kind: 'choice',
      name: 'retard',
      label: 'Retard',
      empty: 'En retard ou non',
      options: [{ value: 'oui', label: 'En retard' }],
      narrow: (query) => void query.where('waiting.due_at', '<', clock.now().toISO()!),
    },
    { kind: 'dates', name: 'depuis', label: 'Depuis', sql: 'waiting.created_at', of: 'moment' },
    { kind: 'dates', name: 'echeance', label: 'Échéance', sql: 'waiting.due_at', of: 'moment' },
  ],
})

const SHAPE = {
  id: 'uuid',
  title: 'text',
  url: 'text',
  room: 'text',
  place: 'text',
  slug: 'text',
  created_at: 'timestamptz',
  due_at: 'timestamptz',
} as const

const labelOf = (room: string) => allRooms().find(({ name }) => name === room)?.label ?? 'Accueil'
