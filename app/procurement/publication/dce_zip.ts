import type { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import { documents } from '#kernel/documents'
import { namesApart } from '#lib/zip/names_apart'
import { zipOf } from '#lib/zip/zip'
import { currentVersion, type KnownVersion } from '../changing/dossier_version.js'
import type Consultation from '../drafting/consultation.js'

/**
 * A version of the DCE with its signed règlement, that of now unless told: the same bytes each time.
 * Its files are named before the first byte leaves, and none is ever removed: a dossier that changes
 * while somebody takes it gives her the whole of what she began.
 */
export async function dceZip(
  consultation: Consultation,
  version?: KnownVersion
): Promise<Readable> {
  const { files, at } = version ?? (await currentVersion(consultation))
  const names = namesApart(['reglement-de-consultation.pdf', ...files.map(({ name }) => name)])
  const ids = [consultation.signedRcDocumentId!, ...files.map(({ documentId }) => documentId)]
  const opened = await documents.openable(ids)
  const entries = opened.map(({ size, open }, index) => ({ path: names[index], size, open }))
  return zipOf(entries, at.toJSDate())
}

/** Sends it, under a name that says which version it is once there are several. */
export async function sendDce(
  { response }: HttpContext,
  consultation: Consultation,
  version: KnownVersion
): Promise<void> {
  const rank = version.number > 1 ? `-v${version.number}` : ''
  const file = `dce-${consultation.reference.replaceAll('/', '-')}${rank}.zip`
  response.header('content-type', 'application/zip')
  response.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file)}`)
  response.stream(await dceZip(consultation, version))
}
