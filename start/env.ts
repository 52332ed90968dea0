import { Env } from '@adonisjs/core/env'
import { settingsOfOthers } from '#start/settings_of_others'
import { faultsInProduction } from './production_rules.js'

/**
 * Every setting of the product, in one typed list. The launcher (`npm start`, `npm test`) gives a
 * working value to each; a real deployment sets its own. Nothing else reads the environment.
 */
const settings = {
  NODE_ENV: Env.schema.enum(['development', 'production', 'test'] as const),
  HOST: Env.schema.string.optional({ format: 'host' }),
  PORT: Env.schema.number(),
  WEB_PROCESSES: Env.schema.number.optional(),
  TRUSTED_PROXIES: Env.schema.string.optional(),
  APP_KEY: Env.schema.secret(),
  APP_KEY_PREVIOUS: Env.schema.secret.optional(),
  APP_URL: Env.schema.string({ format: 'url', tld: false }),
  LOG_LEVEL: Env.schema.enum.optional([
    'silent',
    'fatal',
    'error',
    'warn',
    'info',
    'debug',
    'trace',
  ]),
  DATA_DIR: Env.schema.string(),
  DEMO: Env.schema.boolean.optional(),
  SIMULATORS_DIR: Env.schema.string.optional(),

  // PostgreSQL: the owner migrates, the two others work behind row-level security.
  DATABASE_URL: Env.schema.string(),
  DATABASE_APP_URL: Env.schema.string(),
  DATABASE_SYSTEM_URL: Env.schema.string(),
  DATABASE_LISTEN_URL: Env.schema.string.optional(),
  DATABASE_BACKUP_URL: Env.schema.string.optional(),

  // What shuts the keys in a backup: a sentence, or the public half of a key kept elsewhere.
  BACKUP_PASSPHRASE: Env.schema.secret.optional(),
  BACKUP_PUBLIC_KEY_FILE: Env.schema.string.optional(),
  DATABASE_POOL: Env.schema.number.optional(),

  // Queue: BullMQ on PostgreSQL, or on Redis/Valkey when this is set.
  REDIS_URL: Env.schema.string.optional(),
  PERIODIC_LOOK_SECONDS: Env.schema.number.optional(),
  JOB_LOCK_SECONDS: Env.schema.number.optional(),

  // Documents: the file system, or an S3-compatible store when these are set.
  S3_ENDPOINT: Env.schema.string.optional(),
  S3_BUCKET: Env.schema.string.optional(),
  S3_REGION: Env.schema.string.optional(),
  S3_ACCESS_KEY_ID: Env.schema.string.optional(),
  S3_SECRET_ACCESS_KEY: Env.schema.string.optional(),
  CLAMD_URL: Env.schema.string.optional(),
  // Where scanners write, a folder a SIREN; and mail servers that may be private, or without TLS.
  GED_SCANS_FOLDER: Env.schema.string.optional(),
  GED_MAIL_ALLOWED_HOSTS: Env.schema.string.optional(),
  DOCUMENTS_QUOTA_GB: Env.schema.number.optional(),
  SCHEMAS_DIR: Env.schema.string.optional(),

  // Strangers' files: the memory and the seconds that reading one may take, and how large it may be.
  READING_MEMORY_MB: Env.schema.number.optional(),
  READING_SECONDS: Env.schema.number.optional(),
  VERIFICATION_VISITOR_MB: Env.schema.number.optional(),
  VERIFICATION_MEMBER_MB: Env.schema.number.optional(),

  SMTP_URL: Env.schema.string(),
  MAIL_FROM: Env.schema.string.optional(),

  // Trust: time-stamp authority, the roots that we accept, the keys that sign our seals.
  TSA_URL: Env.schema.string(),
  TRUST_ANCHORS_FILE: Env.schema.string(),
  SEAL_KEY_FILE: Env.schema.string(),
  SEALS_FOLDER: Env.schema.string.optional(),

  // @CTES: the ministry and the mailbox of its answers.
  MINISTRY_URL: Env.schema.string(),
  MINISTRY_CA_FILE: Env.schema.string.optional(),
  MINISTRY_USER: Env.schema.string.optional(),
  MINISTRY_PASSWORD: Env.schema.string.optional(),
  MINISTRY_UNCERTAIN_SECONDS: Env.schema.number.optional(),
  MINISTRY_HOURLY_BYTES: Env.schema.number.optional(),
  ACTES_TRIGRAMME: Env.schema.string.optional(),
  ACTES_APPLI: Env.schema.enum.optional(['TACT', 'EACT'] as const),
  ACTES_INBOX_DRIVER: Env.schema.enum.optional(['smtp', 'imap'] as const),
  ACTES_SMTP_PORT: Env.schema.number.optional(),
  ACTES_RETURN_ADDRESS: Env.schema.string.optional(),
  ACTES_AUTHENTICATION_HOST: Env.schema.string.optional(),
  ACTES_AUTHENTICATION_DOMAINS: Env.schema.string.optional(),
  IMAP_URL: Env.schema.string.optional(),

  ...settingsOfOthers,

  // Webhooks: the hosts that may be private, or without TLS.
  WEBHOOKS_ALLOWED_HOSTS: Env.schema.string.optional(),
  COMPANY_WEBHOOKS_ALLOWED_HOSTS: Env.schema.string.optional(),

  // Watching.
  METRICS_TOKEN: Env.schema.string.optional(),
  WORKER_METRICS_PORT: Env.schema.number.optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: Env.schema.string.optional(),
}

const env = await Env.create(new URL('../', import.meta.url), settings)

/** Every setting that is set, by its name: what a backup keeps of them. */
export function settingsThatAreSet(): Record<string, string> {
  const values = Object.keys(settings).map((name) => [name, env.get(name as 'APP_KEY')] as const)
  return Object.fromEntries(
    values
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String((value as any).release?.() ?? value)])
  )
}

const faults = faultsInProduction((name) => env.get(name as 'MAIL_FROM'))
if (faults.length > 0) throw new Error(faults.join('\n'))

export default env
