import { gunzipSync } from 'node:zlib'
import { documents } from '#kernel/documents'
import { defineJob } from '#kernel/jobs'
import { defineReading } from '#kernel/reading'
import { tenancy } from '#kernel/tenancy'
import type { readText } from '#web/search/texts/read_text'
import { compareSentences, type SentenceDiff } from '../rules/sentences.js'
import DossierVersion from './dossier_version.js'

/** Heavier files are compared by their digests alone. */
const MOST_BYTES = 5_000_000
const MOST_FILES = 20
const READ = ['application/pdf', 'text/plain', 'application/xml', 'application/zip']

const readApart = defineReading<typeof readText>(
  new URL('../../web/search/texts/read_text.js', import.meta.url),
  'readText'
)

/**
 * Compares the texts of what was modified, in a thread apart and outside any transaction: the page
 * shows which sentences came and went. What cannot be read is told by its digests alone.
 */
export const compareTexts = defineJob<{ versionId: string }>({
  name: 'procurement.compare_texts',
  title: 'Comparer les textes d’un dossier modifié',
  onGiveUp: { nobodyNeeds: 'the digests of what was modified are told already' },
  async handle({ versionId }, { tenantId }) {
    const pairs = await tenancy.run(tenantId, () => modifiedIn(versionId))
    const sentences: Record<string, SentenceDiff> = {}
    for (const { name, before, after } of pairs) {
      const texts = [await textOf(tenantId, before), await textOf(tenantId, after)]
      if (texts[0] && texts[1]) sentences[name] = compareSentences(texts[0], texts[1])
    }
    await tenancy.run(tenantId, async () => {
      const version = await DossierVersion.findOrFail(versionId)
      await version.merge({ sentences }).save()
    })
  },
})

async function modifiedIn(versionId: string) {
  const version = await DossierVersion.findOrFail(versionId)
  const { consultationId, number, files, diff } = version
  const former = await DossierVersion.query()
    .where({ consultationId, number: number - 1 })
    .firstOrFail()
  const idIn = (list: typeof files, name: string) =>
    list.find((one) => one.name === name)!.documentId
  return diff.modified.slice(0, MOST_FILES).map(({ name }) => ({
    name,
    before: idIn(former.files, name),
    after: idIn(files, name),
  }))
}

/** Null where it has no text that we read. */
async function textOf(tenantId: string, id: string): Promise<string[] | null> {
  const [found] = await tenancy.run(tenantId, () => documents.openable([id]))
  if (found.size > MOST_BYTES || !READ.includes(found.mediaType)) return null
  try {
    const bytes = await found.read()
    const { mediaType } = found
    const { pages } = await readApart({ bytes, shelf: '', mediaType }, { giveAway: true })
    return JSON.parse(gunzipSync(pages).toString('utf8'))
  } catch {
    return null // an unreadable file is no trouble here: its digests are told
  }
}
