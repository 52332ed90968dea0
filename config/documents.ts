import { join, resolve } from 'node:path'
import env from '#start/env'

// Absolute: what receives a form takes a relative path from the temporary folder of the machine.
const directory = resolve(env.get('DATA_DIR'), 'documents')

/** Where files arrive, in the clear, until they are encrypted or refused; private. */
export const incomingFolder = join(directory, 'incoming')

/** Where the encrypted bytes rest, and who scans them. */
export const documentsConfig = {
  directory,
  s3: env.get('S3_BUCKET')
    ? {
        endpoint: env.get('S3_ENDPOINT'),
        bucket: env.get('S3_BUCKET')!,
        region: env.get('S3_REGION', 'us-east-1'),
        credentials: {
          accessKeyId: env.get('S3_ACCESS_KEY_ID', ''),
          secretAccessKey: env.get('S3_SECRET_ACCESS_KEY', ''),
        },
      }
    : null,
  /** What the documents of one member may weigh, unless its own settings say otherwise; null: no bound. */
  quotaBytes: env.get('DOCUMENTS_QUOTA_GB') ? env.get('DOCUMENTS_QUOTA_GB')! * 1e9 : null,
  clamdUrl: env.get('CLAMD_URL'),
  masterKey: env.get('APP_KEY').release(),
  /** During a rotation: what still opens keys that are not wrapped again. */
  previousMasterKey: env.get('APP_KEY_PREVIOUS')?.release(),
}
