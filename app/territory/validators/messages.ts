import { FrenchMessages } from '#web/validation_messages'

/** What a form says of a field that is missing or wrong, in words that say how to mend it. */
export const frenchMessages = new FrenchMessages({
  required: 'missing',
  string: 'Écrivez un texte.',
  minLength: 'Écrivez au moins {{ min }} caractères.',
  maxLength: 'Raccourcissez ce texte : {{ max }} caractères au plus.',
  number: 'Écrivez un nombre.',
  min: 'Le plus petit nombre possible est {{ min }}.',
  max: 'Le plus grand nombre possible est {{ max }}.',
  enum: 'Choisissez une réponse de la liste.',
  date: 'Écrivez une date, par exemple 22/11/2026.',
  email: 'Écrivez une adresse électronique, par exemple prenom.nom@commune.fr.',
  uuid: 'Choisissez une réponse de la liste.',
})
