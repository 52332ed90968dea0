import { Decimal, LocalDate } from '#lib/values'
import type { Group } from '../model/group.js'
import { each, whole, type Rule, type Verdict } from './rule.js'

const FRAMES = Array.from({ length: 25 }, (_, rank) => `A${rank + 1}`)
const MEANS = ['10', '20', '30', '31', '42', '48', '49', '97']
const SUPPLIERS = ['1', '2', '3', '4', '5', '6', '7']
const SIRET = '1'

const invoice = each('BG-PIVOT')

/** What is written is one of these; what is absent is another rule's. */
const among = (term: string, codes: readonly string[]) => (group: Group) =>
  !group.isFilled(term) || codes.includes(group.word(term))

const listed = (id: string, term: string, words: string, codes: readonly string[]): Rule =>
  invoice(`PIVOT-${id}`, term, `${words} (${term}) : ${codes.join(', ')}.`, among(term, codes))

const asked = (id: string, term: string, mend: string): Rule =>
  invoice(`PIVOT-${id}`, term, mend, (group) => group.isFilled(term))

const short = (id: string, term: string, most: number, words: string, way: string[] = []): Rule =>
  each('BG-PIVOT', ...way)(
    `PIVOT-${id}`,
    term,
    `${words} (${term}) ne dépasse pas ${most} signes : raccourcissez.`,
    (group) => [...group.word(term)].length <= most
  )

const numeric = (id: string, terms: string[], way: string[] = []): Rule[] =>
  terms.map((term) =>
    each('BG-PIVOT', ...way)(
      `PIVOT-${id}`,
      term,
      `Écrivez ce montant (${term}) en chiffres, avec un point.`,
      (group) => group.texts(term).every((text) => Decimal.tryParse(text) !== null)
    )
  )

/** A SIRET has fourteen digits; another sort of identifier has its own form. */
const siret =
  (term: string, type: string) =>
  (group: Group): Verdict =>
    group.word(type) !== SIRET || /^\d{14}$/.test(group.word(term))

const isDay = (group: Group) => {
  const [day] = /^\d{4}-\d\d-\d\d/.exec(group.word('BT-2')) ?? []
  return day !== undefined && LocalDate.tryParse(day) !== null
}

/**
 * What the pivot of Chorus Pro must hold (CPPFacturePivot, XSD V2_02), for a machine that has no
 * schema. The schema says no A11; the list of frames of the portal does, and it is let in.
 */
export const PIVOT_RULES: Rule[] = [
  asked('01', 'BT-1', 'Donnez le numéro de la facture (BT-1).'),
  short('02', 'BT-1', 20, 'Le numéro de la facture'),
  short('03', 'BT-25', 20, 'Le numéro de la facture d’origine'),
  asked('04', 'BT-3', 'Donnez le type de la pièce (BT-3) : 380 ou 381.'),
  listed('05', 'BT-3', 'Prenez l’un de ces types de pièce', ['380', '381']),
  listed('06', 'BT-23', 'Prenez l’un de ces cadres de facturation', FRAMES),
  invoice('PIVOT-07', 'BT-2', 'Écrivez la date de la facture (BT-2) comme AAAA-MM-JJ.', isDay),
  listed('08', 'BT-81', 'Prenez l’un de ces modes de paiement', MEANS),
  listed('09', 'BT-29-type', 'Prenez l’un de ces types d’identifiant du fournisseur', SUPPLIERS),
  invoice(
    'PIVOT-10',
    'BT-29',
    'Écrivez le SIRET du fournisseur (BT-29) en 14 chiffres, sans espace.',
    siret('BT-29', 'BT-29-type')
  ),
  asked('11', 'BT-46', 'Donnez le SIRET du destinataire (BT-46).'),
  invoice(
    'PIVOT-12',
    'BT-46',
    'Écrivez le SIRET du destinataire (BT-46) en 14 chiffres, sans espace.',
    siret('BT-46', 'BT-46-type')
  ),
  short('13', 'BT-46-service', 100, 'Le code du service'),
  short('14', 'BT-12', 50, 'Le numéro de marché'),
  short('15', 'BT-13', 50, 'Le numéro d’engagement'),
  listed('16', 'BT-3-renvoi', 'Prenez l’un de ces renvois', ['Non', 'Complétée', 'Recyclée']),
  invoice(
    'PIVOT-17',
    'BT-5',
    'Écrivez la devise (BT-5) en trois lettres : EUR.',
    (group) => !group.isFilled('BT-5') || /^[A-Z]{3}$/.test(group.word('BT-5'))
  ),
  short('18', 'BT-125-2', 50, 'Le nom du fichier joint', ['BG-24']),
  each('BG-PIVOT', 'BG-24')(
    'PIVOT-19',
    'BT-125-type',
    'Dites ce qu’est la pièce jointe (BT-125-type) : 01 la facture, 02 une pièce complémentaire.',
    among('BT-125-type', ['01', '02'])
  ),
  ...numeric('20', ['BT-109', 'BT-112', 'BT-115']),
  ...numeric('20', ['BT-116', 'BT-117', 'BT-119'], ['BG-23']),
  ...numeric('20', ['BT-129', 'BT-131', 'BT-146'], ['BG-25']),
  whole(
    'PIVOT-21',
    'BG-PIVOT',
    'Mettez au moins une facture dans ce pivot (CPPFacturePivotUnitaire) : il n’en porte aucune.',
    (pivot) => pivot.every('BG-PIVOT').length > 0
  ),
]
