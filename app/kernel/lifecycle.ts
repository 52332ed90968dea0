import type { Actor, JournalEntry, Subject } from '#lib/proof'
import { defineError } from '#lib/errors'
import { journal } from '#kernel/journal'
import { tasks } from '#kernel/tasks'
import { tenancy } from '#kernel/tenancy'
import { uuidv7 } from '#lib/values'

export const TransitionNotAllowed = defineError(
  'E_TRANSITION_NOT_ALLOWED',
  'Cette action n’est plus possible ici : l’état a changé entre-temps. Rechargez la page pour voir où en est le dossier.',
  409
)

type Table = Record<string, Record<string, string>>
type States<T extends Table> = Extract<keyof T, string>
type Events<T extends Table> = { [S in keyof T]: Extract<keyof T[S], string> }[keyof T]

/** A table whose every target is one of its own states; anything else does not compile. */
type Closed<T extends Table> = {
  [S in keyof T]: { [E in keyof T[S]]: T[S][E] extends keyof T ? T[S][E] : never }
}

interface Applying {
  by: Actor
  reason?: string
  subject: Subject
  /** `actes.acte_transitions`, and its column that names the thing. */
  transitionsTable: string
  foreignKey: string
  /** What the journal entry adds; identifiers, digests and dates only. */
  data?: JournalEntry['data']
}

interface Stateful {
  id: string
  state: string
  $original: Record<string, unknown>
  save(): Promise<unknown>
}

/**
 * A literal table `state -> event -> state`, and the only way through it (house §9). `of` is the
 * table of the base whose column `state` it moves: the architecture tests hold that each has one.
 * `waiting` says in which states a task `<name>:<id>` makes sense: leaving them closes it.
 */
export function defineLifecycle<const T extends Table>(
  table: T & Closed<T>,
  {
    of,
    waiting = {},
  }: { of: `${string}.${string}`; waiting?: Record<string, readonly NoInfer<States<T>>[]> }
) {
  const next = (state: string, event: string): States<T> | null =>
    ((table as Table)[state]?.[event] as States<T> | undefined) ?? null

  /** Holds the row, judges what the base says of it, writes its new state. */
  async function step(thing: Stateful, event: Events<T>, named: unknown) {
    const from = await heldState(of, thing.id)
    const to = from === null ? null : next(from, event)
    if (from === null || to === null) {
      throw new TransitionNotAllowed().with({ from: from ?? thing.state, event, thing: named })
    }
    await write(thing, from, to)
    const left = Object.entries<readonly string[]>(waiting).filter(
      ([, states]) => states.includes(from) && !states.includes(to)
    )
    if (left.length > 0) await tasks.close(...left.map(([name]) => `${name}:${thing.id}`))
    return { from, to }
  }

  return {
    table: table as T,
    states: Object.keys(table) as States<T>[],
    events: [
      ...new Set(Object.values(table as Table).flatMap((events) => Object.keys(events))),
    ] as Events<T>[],
    next,
    allows: (state: string, event: Events<T>): boolean => next(state, event) !== null,

    /**
     * The state after an event, for a row that its caller holds and writes, and that no journal tells here.
     * @throws E_TRANSITION_NOT_ALLOWED
     */
    after(state: string, event: Events<T>): States<T> {
      const to = next(state, event)
      if (!to) throw new TransitionNotAllowed().with({ from: state, event, thing: of })
      return to
    },

    /**
     * Locks the row, checks the table, writes the state, the transition and the journal entry in
     * the transaction in context. Throws E_TRANSITION_NOT_ALLOWED.
     */
    async apply(thing: Stateful, event: Events<T>, applying: Applying): Promise<void> {
      const { from, to } = await step(thing, event, applying.subject)
      const { capability, type } = applying.subject
      await journal.append({
        type: `${capability}.${type}_${event}`,
        subject: applying.subject,
        actor: applying.by,
        data: { from, to, ...applying.data },
        history: {
          table: applying.transitionsTable,
          row: {
            id: uuidv7(),
            [applying.foreignKey]: thing.id,
            from_state: from,
            to_state: to,
            event,
            actor_kind: applying.by.kind,
            actor_id: applying.by.id ?? null,
            reason: applying.reason ?? null,
          },
        },
      })
    },

    /**
     * The same without a history nor a journal entry, for what is told elsewhere: what the thing
     * did is journaled on another (a transmission, on its acte), or its columns say enough.
     * @throws E_TRANSITION_NOT_ALLOWED
     */
    async move(thing: Stateful, event: Events<T>): Promise<void> {
      await step(thing, event, `${of}:${thing.id}`)
    },
  }
}

/** The state that the base knows, held until the end of the transaction; null without a row. */
async function heldState(table: string, id: string): Promise<string | null> {
  const row = await tenancy
    .trx()
    .from(table)
    .select('state')
    .where({ tenant_id: tenancy.tenantId(), id })
    .forUpdate()
    .first()
  return row?.state ?? null
}

async function write(thing: Stateful, from: string, to: string): Promise<void> {
  // Read before another moved it, the thing may already bear its new state: Lucid would write nothing
  thing.$original.state = from
  thing.state = to
  await thing.save()
}
