import vine from '@vinejs/vine'
import type { Operation } from '#web/api/operation'
import { told } from '#web/api/shapes'
import { compareVersions } from '../comparing/compare_versions.js'
import { documentToComment } from '../comments/write_comment.js'
import type Version from '../nodes/version.js'

const label = () => vine.string().maxLength(20).optional()
const asked = vine.create({ de: label(), a: label() })

const side = () =>
  vine.object({
    version: told.text(),
    mediaType: told.text(),
    size: told.count(),
    sha256: told.text(),
    /** Null for what is not counted: no PDF, not read, or three hundred and more. */
    pages: told.count().nullable(),
  })

const shape = vine.create({
  before: side(),
  after: side(),
  isSame: told.flag(),
  /** Null when the text of one of both is not known. */
  text: vine
    .object({
      gone: told.count(),
      come: told.count(),
      /** Too much changed to be told word by word, only the beginning was compared, more than is told. */
      isCoarse: told.flag(),
      isShortened: told.flag(),
      isCut: told.flag(),
      passages: vine.array(
        vine.object({
          page: told.count(),
          pieces: vine.array(
            vine.object({ kind: told.oneOf(['same', 'gone', 'new'] as const), text: told.text() })
          ),
        })
      ),
    })
    .nullable(),
})

const toldSide = ({ label: version, mediaType, size, digest }: Version, pages: number | null) => ({
  ...{ version, mediaType, size: Number(size), sha256: digest, pages },
})

/** What changed between two versions of a document. */
export const comparisonOperations: Operation[] = [
  {
    permission: 'ged.read',
    name: 'compare_versions',
    call: 'GET /documents/:document/comparaison',
    title: 'Comparer deux versions d’un document',
    says: 'de et a : les numéros des versions, la dernière et celle d’avant sans eux. La mise en page n’est pas comparée.',
    query: asked,
    answer: { kind: 'thing', of: 'ComparaisonVersions', shape },
    gestures: [],
    run: async ({ ctx, params, query }) => {
      const node = await documentToComment(ctx, params.document)
      const compared = await compareVersions(node, { from: query.de, to: query.a })
      const { before, after, isSame, pages, text } = compared
      return {
        ...{ before: toldSide(before, pages[0]), after: toldSide(after, pages[1]) },
        ...{ isSame, text },
      }
    },
  },
]
