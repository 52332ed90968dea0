/** What one platform has for itself alone on a machine: its folder, its ports, its keys. */
import fs from 'node:fs'
import path from 'node:path'
import { keptSealKey } from './kept_secrets.mjs'
import { freePort } from './process.mjs'

/**
 * Ports that stay the same from one start to the next where they are free. Those of a platform that
 * runs are not: a command beside it, which `opens` nothing, names them all the same.
 */
async function keptPorts(dataDir, names, opens) {
  const file = path.join(dataDir, 'ports.json')
  const kept = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {}
  const ports = {}
  for (const name of names) {
    const isNamed = !opens && kept[name] !== undefined
    ports[name] = isNamed ? kept[name] : await freePort(kept[name] ?? 0)
  }
  fs.writeFileSync(file, JSON.stringify(ports, null, 2))
  return ports
}

const PORTS = [
  ...['tsa', 'ministry', 'inbox', 'mailbox', 'webmail'],
  ...['franceconnect', 'proconnect', 'sirene', 'telephone', 'chorus', 'platform', 'passeMarche', 'dume'],
]

/** Where the platform of this folder was opened last, which a command beside it speaks of. */
function knownPort(dataDir) {
  const file = path.join(dataDir, 'address')
  return fs.existsSync(file) ? new URL(fs.readFileSync(file, 'utf8').trim()).port : null
}

/**
 * The settings that name this folder and these ports; `mode` is `start`, `dev` or `test`. What
 * `opens` will listen there: its ports are free.
 */
export async function ownSettings(dataDir, mode, { opens = true } = {}) {
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const ports = await keptPorts(dataDir, PORTS, opens)
  const known = process.env.PORT ?? (opens ? null : knownPort(dataDir))
  const port = Number(known || (await freePort(mode === 'test' ? 0 : 3333)))
  const simulators = path.join(dataDir, 'simulators')
  const settings = {
    PORT: String(port),
    // A passkey belongs to a name: browsers refuse to make one for an IP address.
    APP_URL: `http://${mode === 'test' ? '127.0.0.1' : 'localhost'}:${port}`,
    DATA_DIR: dataDir,
    SMTP_URL: `smtp://127.0.0.1:${ports.mailbox}`,
    MAILBOX_URL: `http://127.0.0.1:${ports.webmail}/`,
    TSA_URL: `http://127.0.0.1:${ports.tsa}/`,
    TRUST_ANCHORS_FILE: path.join(simulators, 'pki', 'root.pem'),
    SEAL_KEY_FILE: keptSealKey(dataDir),
    MINISTRY_URL: `https://127.0.0.1:${ports.ministry}/`,
    MINISTRY_CA_FILE: path.join(simulators, 'pki', 'root.pem'),
    ACTES_SMTP_PORT: String(ports.inbox),
    FRANCECONNECT_URL: `http://localhost:${ports.franceconnect}/api/v2`,
    PROCONNECT_URL: `http://localhost:${ports.proconnect}/api/v2`,
    SIRENE_URL: `http://127.0.0.1:${ports.sirene}/api-sirene/3.11`,
    TELEPHONE_URL: `http://127.0.0.1:${ports.telephone}/messages`,
    CHORUS_URL: `http://127.0.0.1:${ports.chorus}/cpro`,
    CHORUS_OAUTH_URL: `http://127.0.0.1:${ports.chorus}/api/oauth/token`,
    PLATFORM_SIMULATOR_URL: `http://127.0.0.1:${ports.platform}/flow-service`,
    CHORUS_CLIENT_ID: 'halle',
    CHORUS_CLIENT_SECRET: 'secret de démonstration',
    // A test that wants it starts its own
    ...(mode !== 'test' && { PASSE_MARCHE_URL: `http://127.0.0.1:${ports.passeMarche}` }),
    ...(mode !== 'test' && { DUME_URL: `http://127.0.0.1:${ports.dume}/dume` }),
    DUME_SIRET: '13002526500013',
    DUME_TECHNICAL_ID: 'halle',
    PASSE_MARCHE_CLIENT_ID: 'halle',
    PASSE_MARCHE_CLIENT_SECRET: 'secret de démonstration',
    SIMULATORS_DIR: simulators,
  }
  return { settings, ports }
}
