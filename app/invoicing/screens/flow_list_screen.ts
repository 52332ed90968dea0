import { tenancy } from '#kernel/tenancy'
import type { Meaning } from '#lib/meaning'
import type { ListDeclaration } from '#web/list/index'

export interface FlowRow {
  id: string
  flow_id: string
  name: string
  syntax: string
  direction: 'In' | 'Out'
  acknowledgement: 'Pending' | 'Ok' | 'Error'
  reasons: { reasonCode: string; reasonMessage?: string }[]
  submitted_at: Date
  changed_at: Date
  calls: number
}

const STATES: Record<FlowRow['acknowledgement'], { label: string; meaning: Meaning }> = {
  Pending: { label: 'En attente', meaning: 'doing' },
  Ok: { label: 'Acceptée', meaning: 'done' },
  Error: { label: 'Refusée', meaning: 'trouble' },
}

/** The codes of XP Z12-013 that a person may mend; the platform’s own words for the others. */
const REASONS = new Map(
  Object.entries({
    AlreadyExistingFlow: 'la plateforme a déjà ce flux',
    AttachmentTypeError: 'une pièce jointe est d’une sorte refusée',
    ChecksumMismatch: 'les octets reçus ne sont pas ceux qui étaient annoncés : renvoyez',
    EmptyAttachement: 'une pièce jointe est vide',
    EmptyFlow: 'le fichier est vide',
    FileSizeExceeded: 'le fichier est trop lourd',
    FlowTypeError: 'la syntaxe annoncée n’est pas celle du fichier',
    InvalidSchema: 'le fichier ne suit pas le schéma : vérifiez-le avant de renvoyer',
    VirusFound: 'un virus a été trouvé',
  })
)

const reasonWords = ({ reasons }: FlowRow): string =>
  reasons
    .map(({ reasonCode, reasonMessage }) => REASONS.get(reasonCode) ?? reasonMessage ?? reasonCode)
    .join(' ; ')

/** The flows of a member at its approved platform, the newest change first. */
export const flowList: ListDeclaration<FlowRow> = {
  name: 'invoicing.flows',
  caption: 'Flux de la plateforme agréée',
  words: ['flux', 'flux'],
  id: 'flows.id',
  from: allFlows,
  order: '-change',
  columns: [
    {
      name: 'accuse',
      label: 'Accusé',
      cell: (row) => ({
        state: STATES[row.acknowledgement],
        more: reasonWords(row) || undefined,
      }),
    },
    {
      name: 'nom',
      label: 'Fichier',
      isTitle: true,
      cell: ({ name: text, syntax: more }) => ({ text, more }),
    },
    {
      name: 'sens',
      label: 'Sens',
      cell: ({ direction }) => ({ text: direction === 'In' ? 'Reçu' : 'Envoyé' }),
    },
    {
      name: 'flux',
      label: 'Numéro du flux',
      cell: ({ flow_id: text }) => ({ text }),
    },
    { name: 'rappels', label: 'Rappels', cell: ({ calls }) => ({ text: String(calls) }) },
    {
      name: 'change',
      label: 'Changé',
      sort: { sql: 'flows.changed_at', kind: 'timestamptz', first: 'desc' },
      cell: ({ changed_at: at }) => ({ at }),
    },
  ],
  filters: [
    { kind: 'words', name: 'q', label: 'Fichier ou numéro', columns: ['name', 'flow_id'] },
    {
      kind: 'choice',
      name: 'accuse',
      label: 'Accusé',
      empty: 'Tous',
      options: Object.entries(STATES).map(([value, { label }]) => ({ value, label })),
      narrow: (query, value) => void query.where('flows.acknowledgement', value),
    },
    {
      kind: 'dates',
      name: 'change',
      label: 'Changé',
      sql: 'flows.changed_at',
      of: 'moment',
    },
  ],
}

function allFlows() {
  const { trx, tenantId } = tenancy.current()!
  return trx
    .from('invoicing.flows')
    .where('flows.tenant_id', tenantId)
    .select('id', 'flow_id', 'name', 'syntax', 'direction', 'acknowledgement', 'reasons')
    .select('submitted_at', 'changed_at')
    .select(
      trx.raw(
        `(select count(*)::int from invoicing.callbacks calls
          where calls.tenant_id = flows.tenant_id and calls.flow_id = flows.flow_id) as calls`
      )
    )
}
