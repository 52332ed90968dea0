import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

export interface MailRow {
  id: string
  email: string
  sent: boolean
  dropped: string | null
}

const LIMIT_MS = 180_000
/** Those who want one mail a day or a week have it at eight: the circuits may be played just before. */
const AT_A_MORNING = `(due_at at time zone 'Europe/Paris')::time = '08:00'`
const NOTED = ['kernel.mail_lines', 'kernel.mail_news']

/** What the base knows of the mails, read and aged as its owner. */
export function mailBase(connectionString: string) {
  const ask = async (...queries: string[]) => {
    const client = new pg.Client({ connectionString })
    await client.connect()
    try {
      let rows: any[] = []
      for (const query of queries) ({ rows } = await client.query(query))
      return rows
    } finally {
      await client.end()
    }
  }
  const comeTo = async (what: string, query: string) => {
    for (const limit = Date.now() + LIMIT_MS; ; await sleep(300)) {
      const [{ left }] = await ask(query)
      if (Number(left) === 0) return
      if (Date.now() > limit) throw new Error(`${what}: ${left} left after three minutes`)
    }
  }
  /** The next look of the worker comes now rather than in half a minute. */
  const hurry = `delete from kernel.heartbeats where name = 'kernel.find_messages'`
  /** Returns once all of it has left. */
  const leaves = async (condition: string) => {
    const due = `mail_id is null and ${condition}`
    await ask(
      ...NOTED.map(
        (table) => `update ${table} set due_at = now() - interval '1 second' where ${due}`
      ),
      hurry
    )
    const left = NOTED.map((table) => `(select count(*) from ${table} where ${due})`)
    await comeTo('to order', `select ${left.join(' + ')} as left`)
    await comeTo(
      'to send',
      'select count(*) as left from kernel.mails where sent_at is null and dropped is null'
    )
  }
  return {
    /** What waits is noted for those whom it is told. */
    async noted() {
      await ask(hurry)
      await comeTo('to note', 'select count(*) as left from kernel.tasks where told_at is null')
    },
    /** What is told within the hour, and waits for no morning, leaves now. */
    moments: () => leaves(`due_at < now() + interval '1 hour' and not ${AT_A_MORNING}`),
    /** What waits for a morning leaves now, with what comes before it. */
    morning: () => leaves(`due_at < now() + interval '25 hours'`),
    /** Returns once something is so: `query` counts what is not yet. */
    comeTo,
    mails: (): Promise<MailRow[]> =>
      ask(`select mails.id, users.email, sent_at is not null as sent, dropped
        from kernel.mails join kernel.users on users.id = person_id order by mails.id`),
  }
}
