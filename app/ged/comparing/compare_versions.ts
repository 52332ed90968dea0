import { type ComparedTexts, compareTexts } from '#lib/compared_texts/compare'
import { keptTexts, textOutcomes } from '#web/search'
import type Node from '../nodes/node.js'
import Version from '../nodes/version.js'
import { VersionMissing } from './errors.js'

/** Two versions of a document, the older first, and what changed between them. */
export interface ComparedVersions {
  /** All of them, the last first. */
  versions: Version[]
  before: Version
  after: Version
  /** The same bytes: nothing changed. */
  isSame: boolean
  /** How many pages each has; null for what was not read, or not to its end. */
  pages: [before: number | null, after: number | null]
  /** Null when one of both texts is not known. */
  text: ComparedTexts | null
  /** Why it is not, of each of which it is not. */
  untold: { version: string; why: string }[]
}

/** As many as are read of a document: with less, they are all there. */
const PAGES_READ = 300

/**
 * Compares two versions of a document, by their numbers: the last with the one before it unless they
 * are said. @throws E_GED_VERSION_MISSING
 */
export async function compareVersions(
  { id }: Node,
  asked: { from?: string; to?: string }
): Promise<ComparedVersions> {
  const versions = await Version.of(id)
  const called = (label: string) => {
    const found = versions.findIndex((one) => one.label === label)
    if (found < 0) throw new VersionMissing(label)
    return found
  }
  const to = asked.to ? called(asked.to) : 0
  const from = asked.from ? called(asked.from) : Math.min(to + 1, versions.length - 1)
  // Whichever way they were chosen, one reads from the older to the newer
  const [after, before] = [Math.min(from, to), Math.max(from, to)].map((rank) => versions[rank])
  const isSame = before.digest === after.digest
  return { versions, before, after, isSame, ...(await textsOf(before, after)) }
}

async function textsOf(before: Version, after: Version) {
  const digests = [before.digest, after.digest]
  const [texts, outcomes] = [await keptTexts(digests), await textOutcomes(digests)]
  const [old, now] = digests.map((digest) => texts.get(digest))
  const untold = [before, after].filter(({ digest }) => !texts.has(digest))
  return {
    pages: [before, after].map((version) => pagesOf(version, texts)) as [
      number | null,
      number | null,
    ],
    text: old && now ? compareTexts(old, now) : null,
    untold: untold.map(({ label, digest }) => ({
      ...{ version: label, why: outcomes.get(digest) ?? 'Rien à y lire comme texte' },
    })),
  }
}

/** Only a PDF is read page by page. */
function pagesOf({ digest, mediaType }: Version, texts: Map<string, string[]>): number | null {
  const read = mediaType === 'application/pdf' ? texts.get(digest)?.length : undefined
  return read && read < PAGES_READ ? read : null
}
