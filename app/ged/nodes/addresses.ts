import type { Tenant } from '#kernel/tenant'
import { here } from '#web/here'
import type Node from './node.js'

/** The page of a document or of a folder. */
export const addressOf = (tenant: Tenant, { kind, id }: Pick<Node, 'kind' | 'id'>): string =>
  kind === 'folder'
    ? here('ged.folders.show', { tenant, id })
    : here('ged.documents.show', { tenant, id })
