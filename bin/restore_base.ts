/**
 * The first half of `halle:restore` where the base is embedded: no application is started before its
 * base, its keys and its settings are there. Leaves all of it, or nothing.
 */
import { parseArgs } from 'node:util'
import { findGoal } from '#lib/backup/find_point'
import { openPlace } from '#lib/backup/open_place'
import { openBundle } from '#lib/backup/open_bundle'
import { placeOf } from '#lib/backup/shut_place'
import { layOutKeys } from './restore/keys.js'
import { layOutBase } from './restore/server.js'

const options = {
  'from': { type: 'string' },
  'until': { type: 'string' },
  'passphrase-file': { type: 'string' },
  'private-key': { type: 'string' },
} as const

try {
  const { values } = parseArgs({ options, strict: false })
  const { from, until } = values as Record<string, string | undefined>
  if (!from) throw new Error('Il manque --from : un dossier, ou s3://seau/préfixe.')
  const { S3_ENDPOINT: endpoint, S3_REGION: region = 'us-east-1', DATA_DIR: dataDir } = process.env
  const credentials = {
    accessKeyId: process.env.S3_ACCESS_KEY_ID ?? '',
    secretAccessKey: process.env.S3_SECRET_ACCESS_KEY ?? '',
  }
  const place = await openPlace(from, { endpoint, region, credentials })
  const goal = await findGoal(place, until)
  const flags = {
    passphraseFile: values['passphrase-file'] as string | undefined,
    privateKey: values['private-key'] as string | undefined,
  }
  const bundle = await openBundle(place, goal.point.keys, flags, process.env.BACKUP_PASSPHRASE)
  const opened = placeOf(place, goal.point.base, bundle.settings.APP_KEY)
  if (goal.point.base.kind === 'files') await layOutBase(opened, goal, dataDir!)
  await layOutKeys(bundle, dataDir!)
} catch (error) {
  console.error((error as Error).message)
  process.exit(1)
}
