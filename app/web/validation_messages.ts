import { SimpleMessagesProvider } from '@vinejs/vine'
import { askFor } from '#lib/values/field_words'
import { shapeOf } from '#lib/values/shape_words'

type Asked = Parameters<SimpleMessagesProvider['getMessage']>

/** A missing answer is asked for by its name; a form may say it better. */
export class FrenchMessages extends SimpleMessagesProvider {
  getMessage(...asked: Asked): string {
    const [, rule, field] = asked
    const said = super.getMessage(...asked)
    if (rule === 'regex' && said === SHAPELESS) return shapeOf(field.wildCardPath) ?? said
    return (rule === 'required' || rule === 'object') && said === MISSING
      ? askFor(field.wildCardPath)
      : said
  }
}

/** Never read: `askFor` answers in its place. */
const MISSING = 'missing'
/** Said only of a field whose shape nobody has put in words (lib/values/shape_words). */
const SHAPELESS = 'Ce texte n’a pas la forme attendue.'

/** What a form says of a field, in words that tell how to mend it. */
export const frenchMessages = new FrenchMessages({
  'required': MISSING,
  'string': 'Écrivez un texte.',
  'email': 'Cette adresse n’est pas complète : elle s’écrit nom@domaine.fr.',
  'minLength': 'Écrivez au moins {{ min }} caractères.',
  'maxLength': 'Écrivez au plus {{ max }} caractères.',
  'fixedLength': 'Écrivez exactement {{ size }} caractères.',
  'regex': SHAPELESS,
  'confirmed': 'Les deux saisies diffèrent. Écrivez deux fois la même chose.',
  'enum': 'Choisissez dans la liste.',
  'in': 'Choisissez dans la liste.',
  'boolean': 'Répondez par oui ou par non.',
  'accepted': 'Cochez cette case pour continuer.',
  'number': 'Écrivez un nombre.',
  'min': 'Ce nombre est trop petit : {{ min }} au moins.',
  'max': 'Ce nombre est trop grand : {{ max }} au plus.',
  'positive': 'Écrivez un nombre positif.',
  'withoutDecimals': 'Écrivez un nombre entier.',
  'date': 'Cette date n’existe pas. Écrivez-la comme 2026-11-22.',
  'array': 'Choisissez au moins une réponse.',
  'array.minLength': 'Choisissez au moins {{ min }} réponse.',
  'notEmpty': 'Choisissez au moins une réponse.',
  'distinct': 'La même réponse est donnée deux fois.',
  'uuid': 'Choisissez dans la liste.',
  'url': 'Cette adresse n’est pas complète : elle commence par https://.',
  'object': MISSING,
  'file.size': 'Ce fichier est trop lourd : {{ size }} au plus.',
  'file.extname': 'Ce fichier n’est pas d’un type accepté.',
})
