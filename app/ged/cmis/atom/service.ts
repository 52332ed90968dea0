import { carried, raw, xml, type XmlMarkup } from '#lib/xml'
import type Space from '../../spaces/space.js'
import { type CmisCall, repositoryUrl } from '../call.js'
import { repositoryInfo } from '../repositories.js'
import { ENTRY, FEED, NAMESPACES } from './entry.js'

export const SERVICE = 'application/atomsvc+xml'

/** The repositories that one may read, the common space first (CMIS 1.0 §3.7.1). */
export const serviceDocument = (call: CmisCall, spaces: Space[]): string =>
  xml`<?xml version="1.0" encoding="utf-8"?>
<app:service ${NAMESPACES}>${spaces.map((space) => workspaceOf(call, space))}</app:service>`.toString()

function workspaceOf(call: CmisCall, space: Space): XmlMarkup {
  const info = repositoryInfo(call, space)
  const url = repositoryUrl(call, space.slug)
  const [name, description] = [info.repositoryName, info.repositoryDescription].map(carried)
  return xml`<app:workspace><title>${name}</title>${[
    collection('root', 'Racine', `${url}/children?id=${space.id}`),
    collection('types', 'Types', `${url}/types`),
  ]}<cmisra:repositoryInfo><cmis:repositoryId>${space.id}</cmis:repositoryId><cmis:repositoryName>${name}</cmis:repositoryName><cmis:repositoryDescription>${description}</cmis:repositoryDescription><cmis:vendorName>${info.vendorName}</cmis:vendorName><cmis:productName>${info.productName}</cmis:productName><cmis:productVersion>${info.productVersion}</cmis:productVersion><cmis:rootFolderId>${space.id}</cmis:rootFolderId><cmis:capabilities>${Object.entries(
    CAPABILITIES
  ).map(
    ([capability, value]) => xml`<cmis:${raw(capability)}>${value}</cmis:${raw(capability)}>`
  )}</cmis:capabilities><cmis:cmisVersionSupported>1.0</cmis:cmisVersionSupported></cmisra:repositoryInfo>${[
    template('objectbyid', `${url}/id?id={id}`, ENTRY),
    template('objectbypath', `${url}/path?path={path}`, ENTRY),
    template('typebyid', `${url}/type?id={id}`, ENTRY),
  ]}</app:workspace>`
}

const collection = (kind: string, title: string, href: string) =>
  xml`<app:collection href="${href}"><title>${title}</title><app:accept>${
    kind === 'root' ? ENTRY : FEED
  }</app:accept><cmisra:collectionType>${kind}</cmisra:collectionType></app:collection>`

const template = (type: string, url: string, mediaType: string) =>
  xml`<cmisra:uritemplate><cmisra:template>${url}</cmisra:template><cmisra:type>${type}</cmisra:type><cmisra:mediatype>${mediaType}</cmisra:mediatype></cmisra:uritemplate>`

/** In the order of the schema of CMIS 1.0 (§2.2.2.2). */
const CAPABILITIES = {
  capabilityACL: 'none',
  capabilityAllVersionsSearchable: false,
  capabilityChanges: 'none',
  capabilityContentStreamUpdatability: 'anytime',
  capabilityGetDescendants: false,
  capabilityGetFolderTree: false,
  capabilityMultifiling: false,
  capabilityPWCSearchable: false,
  capabilityPWCUpdatable: false,
  capabilityQuery: 'none',
  capabilityRenditions: 'none',
  capabilityUnfiling: false,
  capabilityVersionSpecificFiling: false,
  capabilityJoin: 'none',
}
