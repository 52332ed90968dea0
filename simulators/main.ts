/** The outside world of the demonstration in one process: authorities, ministry, mailbox, identities. */
import { existsSync } from 'node:fs'
import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { depositDemo } from './chorus/demo.js'
import { start as startChorus } from './chorus/index.js'
import { start as startDume } from './dume/index.js'
import { start as startFranceConnect } from './franceconnect/index.js'
import { demoHolders } from './holders.js'
import { start as startMailbox } from './mailbox/index.js'
import { start as startMinistry } from './ministry/index.js'
import { start as startPasseMarche } from './passe_marche/index.js'
import { ensurePki } from './pki/index.js'
import { start as startPlatform } from './platform/index.js'
import { start as startProConnect } from './proconnect/index.js'
import { settingsOf } from './settings.js'
import { start as startSirene } from './sirene/index.js'
import { start as startTelephone } from './telephone/index.js'
import { start as startTsa } from './tsa/index.js'

interface Running {
  url: string
  stop(): Promise<void>
}

const settings = settingsOf(process.env)
const running: Record<string, Running> = {}

async function startAll() {
  await mkdir(settings.dir, { recursive: true })
  await rm(settings.readyFile, { force: true })
  const mailbox = startMailbox({
    dataDir: path.join(settings.dir, 'mailbox'),
    port: settings.smtpPort,
    webPort: settings.webmailPort,
  })
  const pki = await ensurePki({ dataDir: settings.dir, holders: await demoHolders() })
  await showRoot(pki.rootFile)
  running.tsa = await startTsa({
    dataDir: settings.dir,
    port: settings.tsaPort,
    keyFile: pki.tsaKeyFile,
    certificateFile: pki.tsaCertificateFile,
    chainFiles: [pki.rootFile],
  })
  running.ministry = await startMinistry({
    dataDir: path.join(settings.dir, 'ministry'),
    port: settings.ministryPort,
    certFile: pki.tlsCertificateFile,
    keyFile: pki.tlsKeyFile,
    smtpUrl: settings.ministryMailUrl,
    user: settings.ministryUser,
    password: settings.ministryPassword,
  })
  running.mailbox = await mailbox
  running.franceconnect = await startFranceConnect({
    ...returnsTo('franceconnect'),
    port: settings.franceConnectPort,
  })
  running.proconnect = await startProConnect({
    ...returnsTo('proconnect'),
    port: settings.proConnectPort,
  })
  running.sirene = await startSirene({ port: settings.sirenePort, knowsAll: true })
  running.telephone = await startTelephone({ port: settings.telephonePort })
  running.passeMarche = await startPasseMarche({ port: settings.passeMarchePort })
  running.dume = await startDume({ port: settings.dumePort })
  const chorus = await startChorus({
    dataDir: path.join(settings.dir, 'chorus'),
    port: settings.chorusPort,
    accountantMs: 8_000,
  })
  running.chorus = chorus
  running.platform = await startPlatform({
    dataDir: path.join(settings.dir, 'platform'),
    port: settings.platformPort,
  })
  await depositDemo(chorus, await demoHolders())
  await sayReady()
}

/** The only addresses of the platform that a provider gives people back to. */
const returnsTo = (provider: string) => ({
  redirectUris: [`${settings.appUrl}/connexion/avec/${provider}/retour`],
  logoutUris: [`${settings.appUrl}/connexion/avec/${provider}/sortie`],
})

/** The platform trusts the demonstration's root only because its settings name this file. */
async function showRoot(rootFile: string) {
  if (existsSync(settings.trustAnchorsFile)) return
  await mkdir(path.dirname(settings.trustAnchorsFile), { recursive: true })
  await copyFile(rootFile, settings.trustAnchorsFile)
}

/** Appears whole, and only when everything answers. */
async function sayReady() {
  const urls = Object.fromEntries(Object.entries(running).map(([name, { url }]) => [name, url]))
  await writeFile(`${settings.readyFile}.new`, JSON.stringify({ pid: process.pid, urls }, null, 2))
  await rename(`${settings.readyFile}.new`, settings.readyFile)
}

async function stopAll() {
  await rm(settings.readyFile, { force: true })
  await Promise.all(Object.values(running).map((one) => one.stop()))
  process.exit(0)
}

process.once('SIGTERM', stopAll)
process.once('SIGINT', stopAll)
await startAll()
