/**
 * Looks at a platform from elsewhere, once a minute, and tells it what it saw; what it could not tell
 * is kept in a file and told later. Bare Node (24 or later), nothing else: copy this file alone.
 * `node probe.mjs --url https://… [--key KEY | --key-file FILE] [--page /…] [--keep FILE] [--once]`
 */
import { createPrivateKey, sign } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

const LIMIT_MS = 10_000
const EVERY_MS = 60_000
const AT_ONCE = 500
/** A month of minutes: the platform takes nothing older. */
const MOST_KEPT = 31 * 1_440
/** What a deposit leans on, in /health/ready. */
const NEEDED = { database: 'la base', documents: 'les fichiers', room: 'la place' }
const USAGE =
  'Donnez --url (https://…) et la clé de la sonde : --key-file FICHIER, --key CLÉ, ou HALLE_PROBE_KEY.'

const { url, probe, key, kept, pages, once } = asked()

function asked() {
  try {
    const [text, flag] = [{ type: 'string' }, { type: 'boolean' }]
    const rest = { keep: text, once: flag, page: { type: 'string', multiple: true } }
    const { values } = parseArgs({
      options: { 'url': text, 'key': text, 'key-file': text, ...rest },
    })
    const file = values['key-file']
    const secret = file ? readFileSync(file, 'utf8') : (values.key ?? process.env.HALLE_PROBE_KEY)
    const [id, d, x] = secret.trim().split('.')
    const jwk = { kty: 'OKP', crv: 'Ed25519', d, x }
    return {
      ...{ url: new URL(values.url).href.replace(/\/$/, ''), probe: id, once: values.once },
      key: createPrivateKey({ key: jwk, format: 'jwk' }),
      kept: values.keep ?? 'halle-sonde.jsonl',
      pages: values.page ?? ['/api/v1/procurement/consultations'],
    }
  } catch (error) {
    console.error(`${USAGE} (${error.message})`)
    return process.exit(2)
  }
}

const signed = (lines) => sign(null, Buffer.from(lines.join('\n')), key).toString('base64url')
const within = (ms) => ({ redirect: 'manual', signal: AbortSignal.timeout(ms) })
const get = (path) => fetch(url + path, within(LIMIT_MS))

/** Null when the pages and what a deposit needs answered, else what did not, in a few words. */
async function faultOf() {
  let at = '/health/ready'
  try {
    const ready = await get(at)
    if (!ready.ok) return `${at} : HTTP ${ready.status}`
    const { checks = {} } = await ready.json()
    const lacking = Object.keys(NEEDED).filter((name) => checks[name] === false)
    if (lacking.length > 0) return `dépôt : manque ${lacking.map((one) => NEEDED[one]).join(', ')}`
    for (at of pages) {
      const answer = await get(at)
      await answer.arrayBuffer()
      if (answer.status >= 400) return `${at} : HTTP ${answer.status}`
    }
    return null
  } catch (error) {
    return `${at} : ${error.name === 'TimeoutError' ? 'sans réponse en 10 s' : 'injoignable'}`
  }
}

async function look() {
  const at = new Date().toISOString()
  const begun = performance.now()
  const fault = (await faultOf())?.slice(0, 100) ?? null
  const [up, ms] = [fault === null, Math.round(performance.now() - begun)]
  const said = ['halle-regard/1', probe, at, up ? 'oui' : 'non', String(ms), fault ?? '']
  appendFileSync(kept, `\n${JSON.stringify({ at, up, ms, fault, signature: signed(said) })}\n`)
  console.log(`${at} ${fault ?? 'répond'} (${ms} ms)`)
}

/** What was not told yet; a line that a kill cut short is nothing any more. */
const isWhole = (line) => line.lastIndexOf('{') === 0 && line.endsWith('"}')
const waiting = () =>
  existsSync(kept) ? readFileSync(kept, 'utf8').split('\n').filter(isWhole) : []

function keep(lines) {
  writeFileSync(`${kept}.new`, [...lines.slice(-MOST_KEPT), ''].join('\n'))
  renameSync(`${kept}.new`, kept)
}

/** Tells what waits, the oldest first; what was answered is forgotten, and only that. */
async function push() {
  for (let lines = waiting(); lines.length > 0; lines = waiting()) {
    const looks = lines.slice(0, AT_ONCE).map((line) => JSON.parse(line))
    const sentAt = new Date().toISOString()
    const signature = signed(['halle-envoi/1', probe, sentAt, ...looks.map((one) => one.signature)])
    const answer = await fetch(`${url}/api/v1/procurement/sondes/${probe}/mesures`, {
      ...{ method: 'POST', body: JSON.stringify({ sentAt, signature, looks }) },
      ...{ headers: { 'content-type': 'application/json' }, ...within(3 * LIMIT_MS) },
    })
    const told = await answer.json().catch(() => ({}))
    if (!answer.ok) throw new Error(told.detail ?? `HTTP ${answer.status}`)
    keep(lines.slice(looks.length))
    for (const { at, says } of told.refused) console.error(`${at} : ${says}`)
    if (told.says) console.error(told.says)
  }
}

for (let begun = Date.now(); ; begun = Date.now()) {
  await look()
  await push().catch(({ message }) =>
    console.error(`Rien n’est perdu, l’envoi attend : ${message}`)
  )
  if (once) break
  await new Promise((next) => setTimeout(next, Math.max(1_000, EVERY_MS - (Date.now() - begun))))
}
