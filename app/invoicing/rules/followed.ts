/** What an agent looks for apart from what each invoice became. */
export const FOLLOWED = {
  'a-payer': {
    label: 'Qui restent à payer',
    sql: `invoices.paid_on is null and invoices.state <> 'refused' and invoices.is_payable
      and invoices.duplicate_of is null`,
  },
  'en-panne': { label: 'Arrêtées par une panne', sql: 'invoices.trouble is not null' },
  'travaux': { label: 'Pièces de marchés de travaux', sql: 'invoices.works_piece is not null' },
  'doubles': { label: 'Déjà reçues', sql: 'invoices.duplicate_of is not null' },
} as const
