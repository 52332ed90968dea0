import { NotDone, NoSuchObject } from './errors.js'
import { changeObject } from './actions/index.js'
import type { CmisCall } from './call.js'
import { typeCalledById } from './given.js'
import DocumentType from '../types/document_type.js'
import { repositoriesFor, repositoryInfos } from './repositories.js'
import { readObject } from './selectors.js'
import { repositoryOf } from './thing.js'
import { type CmisType, typeDefinition, typesOf } from './types.js'

/** Answers a call of the browser binding (CMIS 1.1 §5); undefined when nothing is told, or bytes. */
export async function answerBrowser(call: CmisCall): Promise<unknown> {
  const { space, part } = call.address
  if (!space) return services(call)
  const root = await repositoryOf(call, space)
  const isRead = call.ctx.request.method() === 'GET'
  if (part === 'root') return isRead ? readObject(call, root) : changeObject(call, root)
  if (part !== null) throw NoSuchObject()
  if (isRead) return readRepository(call)
  // Without a folder there is nowhere to put it: a document always stands somewhere here
  throw NotDone()
}

async function services(call: CmisCall) {
  const spaces = await repositoriesFor(call)
  const asked = call.params.get('repositoryId')
  const shown = asked ? spaces.filter(({ id }) => id === asked) : spaces
  if (shown.length === 0) throw NoSuchObject()
  return repositoryInfos(call, shown)
}

async function readRepository(call: CmisCall) {
  const { params, address } = call
  const asked = params.get('cmisselector') ?? 'repositoryInfo'
  if (asked === 'repositoryInfo') {
    const spaces = await repositoriesFor(call)
    return repositoryInfos(
      call,
      spaces.filter(({ slug }) => slug === address.space)
    )
  }
  if (asked === 'typeDefinition') {
    return typeDefinition(await typeCalledById(params.need('typeId')), { withProperties: true })
  }
  const types = typesOf(await DocumentType.inOrder())
  const above = params.get('typeId')
  if (asked === 'typeChildren') return typeChildren(call, below(types, above))
  if (asked === 'typeDescendants') return typeDescendants(call, types, above)
  if (asked === 'checkedOut') return { objects: [], hasMoreItems: false, numItems: 0 }
  throw NotDone()
}

/** Those below one; the two of CMIS when none is named. */
const below = (types: CmisType[], above: string | null) =>
  types.filter(({ id, base }) => (above ? id !== base && base === above : id === base))

function typeChildren({ params }: CmisCall, types: CmisType[]) {
  const skipped = params.count('skipCount', 0)
  const shown = types.slice(skipped, skipped + params.count('maxItems', types.length))
  const withProperties = params.flag('includePropertyDefinitions')
  return {
    types: shown.map((type) => typeDefinition(type, { withProperties })),
    hasMoreItems: skipped + shown.length < types.length,
    numItems: types.length,
  }
}

function typeDescendants({ params }: CmisCall, types: CmisType[], above: string | null) {
  const withProperties = params.flag('includePropertyDefinitions')
  const tree = (found: CmisType[]): unknown[] =>
    found.map((type) => {
      const children = type.id === type.base ? tree(below(types, type.id)) : []
      const told = { type: typeDefinition(type, { withProperties }) }
      return children.length > 0 ? { ...told, children } : told
    })
  return tree(below(types, above))
}
