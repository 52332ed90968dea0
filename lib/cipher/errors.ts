import { defineError } from '#lib/errors'

export const DocumentDamaged = defineError(
  'E_DOCUMENT_DAMAGED',
  'Ce document ne se relit pas : il a été altéré là où il est conservé. Prévenez l’exploitant, qui peut le rétablir depuis une sauvegarde.',
  500
)
