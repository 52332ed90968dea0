/** How what one types in a field is written, by its name: what « Ce texte n’a pas la forme attendue. » does not say. */
const SHAPES: Record<string, string> = {
  accent: 'Écrivez un dièse et six signes, comme #2f5871.',
  arrondissement: 'Écrivez un seul chiffre.',
  cpv: 'Écrivez les chiffres d’un code CPV, ou les deux premiers au moins : 45, ou 45233140.',
  deadlineDay: 'Choisissez un jour.',
  deadlineTime: 'Écrivez l’heure sur quatre chiffres, comme 12:00.',
  departement: 'Écrivez le numéro d’un département : 35, 2A ou 974.',
  endsOn: 'Choisissez un jour.',
  from: 'Choisissez un jour et une heure.',
  mandat:
    'Écrivez le numéro avec des lettres, des chiffres, des espaces, des points, des tirets ou des barres.',
  natureCode: 'Écrivez deux chiffres.',
  reference: 'Écrivez seize signes au plus : lettres sans accent, chiffres, espaces et / - _ . #',
  scopes: 'Écrivez « openid » parmi les portées.',
  slug: 'Écrivez des minuscules, des chiffres et des tirets, en commençant par une lettre.',
  startsOn: 'Choisissez un jour.',
  to: 'Choisissez un jour et une heure.',
  until: 'Choisissez un jour.',
}

/** How to write what a field wants; null when nothing is known of it. */
export const shapeOf = (field: string): string | null => SHAPES[field.split('.').at(-1)!] ?? null
