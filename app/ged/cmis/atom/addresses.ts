import { type CmisCall, repositoryUrl } from '../call.js'

type Where = Pick<CmisCall, 'address'>

/** Where an object, or a type, of the repository of a call is read: whole addresses, as clients want them. */
export function addressesOf(call: Where, id: string) {
  const here = repositoryUrl(call, call.address.space!)
  const of = (part: string) => `${here}/${part}?id=${encodeURIComponent(id)}`
  return {
    service: serviceUrl(call),
    entry: of('id'),
    children: of('children'),
    content: of('content'),
    type: of('type'),
  }
}

/** The list of the repositories. */
export const serviceUrl = (call: Where): string => repositoryUrl(call, '').replace(/\/$/, '')
