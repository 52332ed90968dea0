import { buffer } from 'node:stream/consumers'
import { documents } from '#kernel/documents'
import { defineReading } from '#kernel/reading'
import { saveSettings } from '#kernel/settings'
import { tenants, type Tenant } from '#kernel/tenant'
import { defineError } from '#lib/errors'
import type { cleanImage } from '#lib/images/clean_image'
import type { IncomingFile } from '#web/uploads'

/** The arms beside the name of a member on each of its pages, and the sign of its communication. */
export const IMAGES = ['blason', 'logo'] as const
export type ImageKind = (typeof IMAGES)[number]

/** In octets: more than any emblem needs. */
export const MOST_BYTES = 1_000_000

export interface PublicImage {
  /** Of a document of the member. */
  id: string
  /** What it shows, for whoever does not see it. */
  alt: string
  width: number
  height: number
}

export const ImageRefused = defineError('E_IMAGE_REFUSED', '%s')

const cleanApart = defineReading<typeof cleanImage>(
  new URL('../../../lib/images/clean_image.js', import.meta.url),
  'cleanImage'
)

/** The images that a member shows. */
export const imagesOf = ({ settings }: Tenant): Partial<Record<ImageKind, PublicImage>> =>
  settings.public ?? {}

/**
 * Keeps an image of the tenant in context in the place of the former, written again apart: nothing
 * is left in it but its points. Throws E_IMAGE_REFUSED at `field`.
 */
export async function keepImage(kind: ImageKind, file: IncomingFile, alt: string, field: string) {
  if (file.size > MOST_BYTES)
    throw new ImageRefused('Cette image pèse plus de 1 Mo : réduisez-la.').at(field)
  const clean = await cleanApart({ bytes: await buffer(file.open()) })
  if ('problem' in clean) throw new ImageRefused(clean.problem).at(field)
  const { bytes, width, height, mediaType } = clean
  const { id } = await documents.store(Buffer.from(bytes), {
    name: `${kind}.${mediaType === 'image/png' ? 'png' : 'jpg'}`,
    accept: ['image/png', 'image/jpeg'],
  })
  await save({ [kind]: { id, alt, width, height } })
  await file.done()
}

/** Shows it no more; the letter in its shield stands for the arms again. */
export const forgetImage = (kind: ImageKind) => save({ [kind]: undefined })

async function save(changed: object): Promise<void> {
  const { settings } = await tenants.hold()
  await saveSettings('public', { ...settings.public, ...changed })
}
