import { resolve } from 'node:path'
import { folderPlace, type Place } from './place.js'
import { s3Place, type S3Access } from './s3_place.js'

/** The place that `--to` or `--from` names: a folder, or `s3://bucket/prefix`. */
export async function openPlace(named: string, access: S3Access): Promise<Place> {
  if (/^s3:\/\//i.test(named)) return s3Place(named, access)
  return folderPlace(resolve(named))
}
