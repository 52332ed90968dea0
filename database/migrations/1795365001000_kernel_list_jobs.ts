import { BaseSchema } from '@adonisjs/lucid/schema'

const WHEN = 'coalesce(failed_at, run_at)'
/** As app/console/job_list.ts orders its list, to the letter: an expression is found by no other. */
const KEYS = {
  state: `(((extract(epoch from ${WHEN} at time zone 'UTC') * 1000000)::bigint
    + case when failed_at is null then 0 else 1000000000000000000 end))`,
  time: `(${WHEN})`,
  attempts: 'attempts',
}
const PARTS = { open: 'done_at is null', done: 'done_at is not null' }

const indexes = Object.entries(PARTS).flatMap(([part, condition]) =>
  Object.entries(KEYS).flatMap(([name, key]) => [
    { name: `outbox_${part}_by_${name}`, on: `${key}, id`, condition },
    // Of one member; by the order of the list alone, the others sort what is left
    ...(name === 'state'
      ? [{ name: `outbox_${part}_of_member`, on: `tenant_id, ${key}, id`, condition }]
      : []),
  ])
)

export default class extends BaseSchema {
  async up() {
    for (const { name, on, condition } of indexes) {
      this.schema.raw(`create index ${name} on kernel.outbox (${on}) where ${condition}`)
    }
  }

  async down() {
    for (const { name } of indexes) this.schema.raw(`drop index kernel.${name}`)
  }
}
