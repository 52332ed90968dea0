/** What happens in the documents after a fact of another room. */
import { hasService } from '#kernel/room'
import { tenancy } from '#kernel/tenancy'
import { tenants } from '#kernel/tenant'
import { dossierClosed } from '#web/dossiers'
import { fileDossier } from './filing/file_dossier.js'

dossierClosed.subscribe(
  'ged.file_dossier',
  ({ room, dossierId }, { tenantId }) =>
    tenancy.run(tenantId, async () => {
      // A member that opens the documents later has them taken up then
      if (hasService(await tenants.current(), 'ged')) await fileDossier(room, dossierId)
    }),
  {
    title: 'Ranger un dossier clos dans les documents',
    queue: 'heavy',
    onGiveUp: { nobodyNeeds: 'its room keeps it, and the operator runs the job again' },
  }
)
