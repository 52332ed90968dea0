import { tenancy } from '#kernel/tenancy'

/** True of a folder of which a person (its binding) has read every document as it stands. */
export const whollyRead = `not exists (
  select 1 from parapheur.folder_documents as held
  where held.tenant_id = folders.tenant_id and held.folder_id = folders.id
    and not exists (
      select 1 from parapheur.folder_readings as reading
      where reading.tenant_id = held.tenant_id and reading.folder_document_id = held.id
        and reading.document_id = held.document_id and reading.user_id = ?))`

const steps = () =>
  tenancy
    .trx()
    .from('parapheur.folder_steps')
    .where('folder_steps.tenant_id', tenancy.tenantId())
    .select('folder_id')

/** The folders that wait at one of these desks. */
export const waitingAt = (desks: string[]) =>
  steps().where('folder_steps.state', 'current').whereIn('desk_id', desks)

/** The folders whose current step is of this kind. */
export const withStep = ({ kind }: { kind: string }) =>
  steps().where('folder_steps.state', 'current').where('kind', kind)

/** The folders that a person has acted on. */
export const actedOn = (userId: string) => steps().where('acted_by', userId)
