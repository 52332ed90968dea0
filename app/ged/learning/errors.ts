import { defineError } from '#lib/errors'

export const ProposalGone = defineError(
  'E_GED_PROPOSAL_GONE',
  'Cette proposition ne vaut plus : le document, ou ce qu’il y a à apprendre, a changé. Relisez la page.',
  409
)
