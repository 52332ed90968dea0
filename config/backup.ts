import { join, resolve } from 'node:path'
import env, { settingsThatAreSet } from '#start/env'

const dataDir = resolve(env.get('DATA_DIR'))

/** What saving and restoring lean on. */
export const backupConfig = {
  /** Reads everything; the owner alone would see no row of any member. */
  databaseUrl: env.get('DATABASE_BACKUP_URL') ?? env.get('DATABASE_URL'),
  ownerUrl: env.get('DATABASE_URL'),
  appKey: () => env.get('APP_KEY').release(),
  passphrase: env.get('BACKUP_PASSPHRASE')?.release(),
  publicKeyFile: env.get('BACKUP_PUBLIC_KEY_FILE'),
  isDemo: env.get('DEMO', false),
  dataDir,
  /** What is being written before it goes to its place. */
  aside: join(dataDir, 'sauvegarde'),
  simulatorsDir: env.get('SIMULATORS_DIR'),
  settings: settingsThatAreSet,
  s3: {
    endpoint: env.get('S3_ENDPOINT'),
    region: env.get('S3_REGION', 'us-east-1'),
    credentials: {
      accessKeyId: env.get('S3_ACCESS_KEY_ID', ''),
      secretAccessKey: env.get('S3_SECRET_ACCESS_KEY', ''),
    },
  },
}
