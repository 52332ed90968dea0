/** What a standing trial tender says of itself: a receipt bears its title, and must fool nobody. */
export const rehearsalWords = {
  reference: 'essai-permanent',
  title: 'Consultation d’essai : rien de ce que vous déposez ne compte',
  description:
    'Cette consultation n’achète rien. Elle sert à essayer un dépôt entier, de la première pièce au récépissé. Ce que vous y déposez n’est lu par personne, et s’efface le lendemain.',
  nature: 'services' as const,
  cpv: '80000000',
  placeCode: '35000',
  durationMonths: 1,
  ccag: 'Pas de CCAG',
  priceForm: 'Forfaitaire',
  priceType: 'Définitif ferme',
  hasAdvance: false,
  criteria: [],
}

/** How long what was tried is kept, so that its depositor may look at it again. */
export const KEPT_DAYS = 1
