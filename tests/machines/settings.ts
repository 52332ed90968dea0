import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { keptSealKey } from '../../bin/setup/kept_secrets.mjs'
import { freePort } from '../helpers/daemons.js'

interface Machines {
  root: string
  bases: { urlOf(role: string): string }
  pooler: { url: string }
  redis: { url: string }
  s3: { url: string }
  front: { url: string }
  webPort: number
}

/** The settings that every machine of the platform has. */
export async function settingsOf({
  root,
  bases,
  pooler,
  redis,
  s3,
  front,
  webPort,
}: Machines): Promise<NodeJS.ProcessEnv> {
  const [data, outside] = [join(root, 'halle'), join(root, 'outside')]
  for (const folder of [data, outside]) mkdirSync(folder, { recursive: true })
  const [tsa, ministry, inbox, mailbox, webmail] = [
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
  ]
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: 'production',
    TZ: 'UTC',
    DEMO: 'true',
    LOG_LEVEL: 'error',
    PORT: String(webPort),
    APP_URL: front.url,
    APP_KEY: 'une-cle-de-trente-deux-octets-ou-plus',
    // nginx reaches each web process from the address of the machine that it is on.
    TRUSTED_PROXIES: '127.0.0.0/8',
    DATA_DIR: data,
    SIMULATORS_DIR: outside,
    DATABASE_URL: bases.urlOf('halle_owner'),
    DATABASE_APP_URL: pooler.url,
    DATABASE_SYSTEM_URL: bases.urlOf('halle_system'),
    DATABASE_LISTEN_URL: bases.urlOf('halle_system'),
    DATABASE_BACKUP_URL: bases.urlOf('halle_backup'),
    BACKUP_PASSPHRASE: 'les tilleuls de la place',
    REDIS_URL: redis.url,
    S3_ENDPOINT: s3.url,
    S3_BUCKET: 'halle',
    S3_ACCESS_KEY_ID: 'S3RVER',
    S3_SECRET_ACCESS_KEY: 'S3RVER',
    SMTP_URL: `smtp://127.0.0.1:${mailbox}`,
    MAILBOX_URL: `http://127.0.0.1:${webmail}/`,
    TSA_URL: `http://127.0.0.1:${tsa}/`,
    TRUST_ANCHORS_FILE: join(outside, 'pki', 'root.pem'),
    SEAL_KEY_FILE: keptSealKey(data),
    MINISTRY_URL: `https://127.0.0.1:${ministry}/`,
    MINISTRY_CA_FILE: join(outside, 'pki', 'root.pem'),
    MINISTRY_USER: 'halle',
    MINISTRY_PASSWORD: 'demonstration',
    MINISTRY_UNCERTAIN_SECONDS: '10',
    ACTES_SMTP_PORT: String(inbox),
    ACTES_RETURN_ADDRESS: 'tdt@actes.halle.test',
  }
}
