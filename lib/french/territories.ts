/** A day that comes back: on a date, or so many days after Easter Sunday; `since` and `until` are years. */
export interface Feast {
  label: string
  /** « 05-27 », or days after Easter. */
  on: string | number
  since?: number
  until?: number
}

/** Code du travail, L3133-1: the eleven days of the whole country, as they stand since 1982. */
export const EVERYWHERE: Feast[] = [
  { label: 'Jour de l’an', on: '01-01' },
  { label: 'Lundi de Pâques', on: 1 },
  { label: 'Fête du travail', on: '05-01' },
  { label: 'Victoire de 1945', on: '05-08' },
  { label: 'Ascension', on: 39 },
  { label: 'Lundi de Pentecôte', on: 50 },
  { label: 'Fête nationale', on: '07-14' },
  { label: 'Assomption', on: '08-15' },
  { label: 'Toussaint', on: '11-01' },
  { label: 'Armistice de 1918', on: '11-11' },
  { label: 'Noël', on: '12-25' },
]

/** Code du travail, L3422-2: one day for each territory; loi 83-550 and its decree, before it. */
const abolition = (on: string, since?: number): Feast => ({
  label: 'Abolition de l’esclavage',
  on,
  since,
})

/** What each territory adds to the eleven days; those of a code of its own say which. */
export const OWN_DAYS = {
  'metropole': [],
  // Code du travail, L3134-13. Good Friday: where there is a Protestant or a shared church, as in every town of size.
  'alsace-moselle': [
    { label: 'Vendredi saint', on: -2 },
    { label: 'Saint-Étienne', on: '12-26' },
  ],
  'guadeloupe': [abolition('05-27')],
  'martinique': [abolition('05-22')],
  'guyane': [abolition('06-10')],
  'reunion': [abolition('12-20')],
  'mayotte': [abolition('04-27')],
  'saint-martin': [{ ...abolition('05-27'), until: 2017 }, abolition('05-28', 2018)],
  'saint-barthelemy': [abolition('10-09')],
  'saint-pierre-et-miquelon': [],
  // Code du travail de Nouvelle-Calédonie, Lp. 242-1
  'nouvelle-caledonie': [{ label: 'Fête de la citoyenneté', on: '09-24' }],
  // Code du travail de Polynésie française; a law of the country of 2025 puts 20 November for 29 June
  'polynesie-francaise': [
    { label: 'Arrivée de l’Évangile', on: '03-05' },
    { label: 'Vendredi saint', on: -2 },
    { label: 'Fête de l’autonomie', on: '06-29', until: 2024 },
    { label: 'Matari’i', on: '11-20', since: 2025 },
  ],
  'wallis-et-futuna': [
    { label: 'Saint Pierre Chanel', on: '04-28' },
    { label: 'Fête du territoire', on: '07-29' },
  ],
} satisfies Record<string, Feast[]>

/** Where a public holiday is looked for. */
export type Territory = keyof typeof OWN_DAYS
