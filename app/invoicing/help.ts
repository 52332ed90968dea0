import type { Help } from '#web/help'

export const help: Help = {
  pages: [
    {
      path: 'traiter-une-facture',
      title: 'Traiter une facture',
      summary: 'Ce que le fichier dit, le service fait, le mandat, le délai de paiement.',
    },
  ],
  words: {
    service_fait: {
      term: 'Service fait',
      meaning: 'Le certificat que ce qui est facturé a bien été livré : sans lui, rien ne se paie.',
    },
  },
}
