import encryption from '@adonisjs/core/services/encryption'
import { GiveUp } from '#kernel/jobs'
import { tenants } from '#kernel/tenant'
import { archivingSettings } from '../settings.js'
import { asalae } from './asalae.js'
import type { ExternalArchive } from './external_archive.js'

/** The external archive of a collectivite, with its SIREN. Gives the job up when none is set. */
export async function archiveOf(
  tenantId: string
): Promise<{ archive: ExternalArchive; siren: string }> {
  const tenant = (await tenants.byId(tenantId))!
  const { asalaeUrl, asalaeUser, asalaePassword } = archivingSettings(tenant)
  const password = encryption.decrypt<string>(asalaePassword)
  if (!asalaeUrl || password === null) {
    throw new GiveUp('L’accès à as@lae n’est pas réglé : donnez son adresse et ses identifiants.')
  }
  return { archive: asalae({ url: asalaeUrl, user: asalaeUser, password }), siren: tenant.siren }
}
