import db from '@adonisjs/lucid/services/db'

/** What is sent to the pool of the tenants while `work` runs, one text an exchange. */
export async function exchangesOf(work: () => Promise<unknown>): Promise<string[]> {
  const pool = db.connection('app').getWriteClient().client
  const sent: string[] = []
  const note = ({ sql }: { sql: string }) => sent.push(sql)
  pool.on('query', note)
  try {
    await work()
  } finally {
    pool.off('query', note)
  }
  return sent
}
