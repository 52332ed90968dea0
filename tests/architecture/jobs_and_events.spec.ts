import { test } from '@japa/runner'
import { allEvents } from '#kernel/events'
import { allRooms } from '#kernel/room'
import { defineJob } from '#kernel/jobs'
import { allJobs, jobNamed, QUEUES } from '#kernel/jobs/job'
import { runJob } from '#kernel/jobs/runner'
import { systemDb } from '#kernel/system'
import { holdingNothing } from '#kernel/tenancy/one_connection'
import { tenancy } from '#kernel/tenancy'
import { placeApart } from '#tests/world/journals'
import { rule } from './support/rule.js'
import { house, planted, STOREYS, type Tree } from './support/tree.js'

/** Events that nobody hears yet, and why they are worth their row. */
const UNHEARD: Record<string, string> = {
  'outsiders.person_identified': 'the rooms that keep records of inhabitants come next',
  'outsiders.contact_point_changed': 'the rooms that write to inhabitants come next',
  'outsiders.attachment_held': 'the rooms that companies come to are next',
  'outsiders.persons_merged': 'the rooms that keep records of inhabitants come next',
  'outsiders.persons_parted': 'the rooms that keep records of inhabitants come next',
  'archiving.archive_rejected':
    'the deposit itself opens a task and offers to try again; the room it came from reads its state',
}

const NAME = /^([a-z]+)\.[a-z][a-z0-9_]*$/
const rooms = () => ['kernel', ...allRooms().map(({ name }) => name)]

const badlyNamed = (
  jobs: { name: string; queue?: string; attempts?: number }[],
  known: string[]
): string[] =>
  jobs.flatMap(({ name, queue, attempts }) => [
    ...(known.includes(NAME.exec(name)?.[1] ?? '') ? [] : [`${name}: not named capability.verb`]),
    ...(!queue || (QUEUES as readonly string[]).includes(queue)
      ? []
      : [`${name}: nobody serves the queue ${queue}`]),
    ...(attempts === undefined || attempts >= 1 ? [] : [`${name}: it is never tried`]),
  ])

type Plan = { name: string; onGiveUp?: unknown }

const withoutPlan = (jobs: Plan[]): string[] =>
  jobs.flatMap(({ name, onGiveUp }) => {
    if (typeof onGiveUp === 'function') return []
    const reason = (onGiveUp as { nobodyNeeds?: string } | undefined)?.nobodyNeeds
    return reason && reason.length > 10
      ? []
      : [`${name}: nobody is told when it gives up, and nothing says why`]
  })

type Event = { type: string; version: number; subscribers: string[] }

const lostEvents = (events: Event[], known: string[], unheard: Record<string, string>): string[] =>
  events.flatMap(({ type, version, subscribers }) => [
    ...(known.includes(NAME.exec(type)?.[1] ?? '')
      ? []
      : [`${type}: not named capability.thing_happened`]),
    ...(/(ed|t|n|wn|lt|ld|id)$/.test(type)
      ? []
      : [`${type}: an event is a fact, in the past tense`]),
    ...(Number.isInteger(version) && version > 0 ? [] : [`${type}: it has no version`]),
    ...(subscribers.length > 0 || unheard[type]
      ? []
      : [`${type}: nobody hears it, and UNHEARD does not say why`]),
  ])

/** Jobs and events that a room declares under the name of another. */
const underAnotherName = (tree: Tree): string[] =>
  tree.files
    .filter((file) => /^app\/[^/]+\/.*\.ts$/.test(file))
    .flatMap((file) => {
      const [, room] = file.split('/')
      const prefixes = STOREYS.includes(room) ? ['kernel.', `${room}.`] : [`${room}.`]
      const declared = tree
        .read(file)
        .matchAll(
          /define(?:Job|Event|Periodic|WorkerService)\s*(?:<[^(]*>)?\(\s*(?:\{\s*name:\s*)?'([^']+)'/g
        )
      return [...declared]
        .filter(([, name]) => !prefixes.some((prefix) => name.startsWith(prefix)))
        .map(([, name]) => `${file}: it declares ${name}`)
    })

let around: unknown = 'not run'
const lookAround = defineJob<{ word: string }>({
  name: 'tests.look_around',
  async handle() {
    around = tenancy.current()
  },
})

/** Runs a job where a tenant is in context, as a careless caller might, and tells what it sees. */
async function seenByAJob(run: (id: string) => Promise<unknown>): Promise<string[]> {
  const tenantId = await placeApart()
  await tenancy.run(tenantId, () => lookAround.enqueue({ word: tenantId }))
  const row = await systemDb().from('kernel.outbox').where('tenant_id', tenantId).firstOrFail()
  around = 'not run'
  await tenancy.run(tenantId, () => holdingNothing(() => run(row.id)))
  await systemDb().from('kernel.outbox').where('tenant_id', tenantId).delete()
  if (around === 'not run') return ['the job did not run']
  return around === undefined ? [] : ['a job runs inside the transaction of somebody else']
}

const productJobs = () => allJobs().filter(({ name }) => !name.startsWith('tests.'))
const productEvents = () => allEvents().filter(({ type }) => !type.startsWith('tests.'))

test.group('Jobs and events', () => {
  test('the jobs are known here', ({ assert }) => {
    assert.isNotEmpty(productJobs())
  })

  rule('a job is named after its room, and its queue is served', {
    house: () => badlyNamed(productJobs(), rooms()),
    planted: () =>
      badlyNamed(
        [
          { name: 'transmit' },
          { name: 'mairie.vote' },
          { name: 'kernel.x', queue: 'slow', attempts: 0 },
        ],
        ['kernel']
      ),
    catches: [/^transmit: not named/, /^mairie\.vote: not named/, /queue slow/, /never tried/],
  })

  rule('a job says what becomes of its object when it gives up', {
    house: () => withoutPlan(productJobs()),
    planted: () =>
      withoutPlan([
        { name: 'mairie.silent' },
        { name: 'mairie.curt', onGiveUp: { nobodyNeeds: 'no' } },
        { name: 'mairie.told', onGiveUp: async () => undefined },
      ]),
    catches: [/^mairie\.silent: nobody is told/, /^mairie\.curt: nobody is told/],
  })

  rule('an event is a versioned fact that somebody hears', {
    house: () => lostEvents(productEvents(), rooms(), UNHEARD),
    planted: () =>
      lostEvents(
        [
          { type: 'kernel.transmit_acte', version: 0, subscribers: [] },
          { type: 'voted', version: 1, subscribers: ['x'] },
        ],
        ['kernel'],
        {}
      ),
    catches: [/past tense/, /no version/, /nobody hears it/, /^voted: not named/],
  })

  rule('a job runs with no tenant in context, whatever surrounds its runner', {
    house: () => seenByAJob((id) => runJob(id)),
    planted: async () => [
      ...(await seenByAJob(async () => jobNamed('tests.look_around')!.handle({}, {} as never))),
      ...(await seenByAJob(async () => undefined)),
    ],
    catches: [/inside the transaction of somebody else/, /did not run/],
  })

  rule('what a room declares bears its name', {
    house: () => underAnotherName(house),
    planted: () =>
      planted(
        {
          'app/mairie/jobs/teach.ts': `defineJob<{ id: string }>({\n  name: 'ecole.teach' })\ndefineEvent<{ a: string }>('ecole.taught', 1)`,
        },
        underAnotherName
      ),
    catches: [/it declares ecole\.teach/, /it declares ecole\.taught/],
  })
})
