import { defineError } from '#lib/errors'

export const VersionMissing = defineError(
  'E_GED_VERSION_MISSING',
  'Ce document n’a pas de version « %s ».',
  404
)
