import { readableSpaces } from '../spaces/readable.js'
import type Space from '../spaces/space.js'
import { COMMON } from '../spaces/usual_spaces.js'
import { type CmisCall, repositoryUrl } from './call.js'

/** The spaces that she may read, the common one first: clients take the first repository. */
export async function repositoriesFor({ levels }: Pick<CmisCall, 'levels'>): Promise<Space[]> {
  const spaces = (await readableSpaces(levels, 'slug')).map(({ space }) => space)
  return spaces.toSorted(
    (one, other) => Number(other.slug === COMMON) - Number(one.slug === COMMON)
  )
}

export const CAPABILITIES = {
  ...{ capabilityACL: 'none', capabilityAllVersionsSearchable: false, capabilityChanges: 'none' },
  ...{ capabilityContentStreamUpdatability: 'anytime', capabilityGetDescendants: false },
  ...{ capabilityGetFolderTree: false, capabilityOrderBy: 'none', capabilityMultifiling: false },
  ...{ capabilityPWCSearchable: false, capabilityPWCUpdatable: false, capabilityQuery: 'none' },
  ...{ capabilityRenditions: 'none', capabilityUnfiling: false, capabilityJoin: 'none' },
  capabilityVersionSpecificFiling: false,
}

/** A space as a repository (CMIS 1.1 §2.2.2.2, §5.3.2). */
export function repositoryInfo(call: CmisCall, { id, slug, name, kind }: Space) {
  const url = repositoryUrl(call, slug)
  const label = kind === 'personal' ? 'Mon espace' : name
  return {
    ...{ repositoryId: id, repositoryName: label, repositoryDescription: call.tenant.name },
    ...{ vendorName: 'Halle', productName: 'Halle', productVersion: '1' },
    ...{ rootFolderId: id, cmisVersionSupported: '1.1', capabilities: CAPABILITIES },
    ...{ changesIncomplete: true, changesOnType: [], extendedFeatures: [] },
    ...{ repositoryUrl: url, rootFolderUrl: `${url}/root` },
  }
}

/** All of them, by their identifier. */
export const repositoryInfos = (call: CmisCall, spaces: Space[]) =>
  Object.fromEntries(spaces.map((space) => [space.id, repositoryInfo(call, space)]))
