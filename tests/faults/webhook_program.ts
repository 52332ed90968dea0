/**
 * A circuit on a whole platform that tells a receiver, whose worker dies while it sends: started by
 * the suite as a program of its own. Prints its verdict as JSON.
 */
import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parseArgs } from 'node:util'
import { readDemo } from '../../bin/setup/demo_accounts.mjs'
import { startPlatform } from '../../bin/setup/platform.mjs'
import { enter } from '../../bin/journey/pages_awaited.js'
import { draft, reach, sign, visa } from '../../bin/journey/road.js'
import { webhookBase } from './webhook_base.js'

const TYPES = [
  'parapheur.folder_signed',
  'actes.acte_acknowledged',
  'actes.acte_stamped',
  'archiving.archive_accepted',
]
const { values } = parseArgs({ options: { pdf: { type: 'string' } } })
const say = (text: string) => console.log(text)

type Point = 'received' | 'answered'
const points: Point[] = ['received', 'answered', 'received', 'answered']
const struck: Point[] = []
const received: { id: string; type: string; signed: boolean; answered: boolean }[] = []
let secret = ''

function strike(point: Point): boolean {
  const pid = platform.pidOf?.('travailleur')
  if (points[0] !== point || !pid) return false
  process.kill(pid, 'SIGKILL')
  struck.push(points.shift()!)
  say(`kill -9 of the worker: ${point}`)
  return true
}

const server = createServer(async (request, response) => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  const body = Buffer.concat(parts).toString('utf8')
  const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': said } = request.headers
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const expected = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64')
  const answered = !strike('received')
  const { type } = JSON.parse(body)
  received.push({ id: String(id), type, signed: said === `v1,${expected}`, answered })
  if (!answered) return response.destroy()
  return response.writeHead(204).end(() => strike('answered'))
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
process.env.WEBHOOKS_ALLOWED_HOSTS = host
// Its pages are no subject here
process.env.WEB_PROCESSES = '1'
const platform = await startPlatform({ quiet: true, foreground: false })

try {
  const { env } = platform
  const base = webhookBase(env.DATABASE_BACKUP_URL ?? env.DATABASE_URL!)
  const town = { ...readDemo(env), base: env.APP_URL, pdf: values.pdf!, present: new Map() }
  const pages = `/c/${town.place}/webhooks`
  const admin = await enter(town, town.secretary)
  const shown = await admin.submit(await admin.get(`${pages}/nouveau`), /\/webhooks$/, {
    'url': `http://${host}/crochets`,
    'description': 'Gestion du courrier',
    'events[]': TYPES,
  })
  secret = /whsec_[A-Za-z0-9+/]{43}=/.exec(shown.html.replaceAll('&#x2F;', '/'))![0]
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' })
  const acte = await draft(town, today)
  const folder = await visa(town, acte)
  await sign(town, folder)
  await reach(town, acte, /Archivé/, 'L’archive')
  await base.arrived()
  console.log(`VERDICT ${JSON.stringify({ struck, received, facts: await base.facts(TYPES) })}`)
} finally {
  server.closeAllConnections()
  server.close()
  await platform.stop()
}
process.exit(0)
